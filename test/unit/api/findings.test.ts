import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { apiFindings } from '#api';

test('every finding of the edge is used, and no other is', () => {
  const used = new Set<string>();
  for (const file of [
    'api/access',
    'api/parse',
    ...['admit', 'body', 'intake', 'once', 'part-routes', 'server', 'watch'].map((name) => `adapters/http/${name}`),
    ...['bearer', 'oidc', 'tokens'].map((name) => `adapters/auth/${name}`),
    'adapters/files/watched-folder',
  ]) {
    const text = readFileSync(new URL(`../../../src/${file}.ts`, import.meta.url), 'utf8');
    for (const [code] of text.matchAll(/API-\d{4}/g)) used.add(code);
  }
  expect([...used].toSorted()).toEqual(Object.keys(apiFindings.specs).toSorted());
});
