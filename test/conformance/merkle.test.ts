import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from './readers/merkle.ts';

const folder = join(process.env['TRIPOINT_DATA'] ?? '../shared/data', 'exchange/merkle-rfc6962');

test('every root, inclusion and consistency case of RFC 6962 as its authors expect', async () => {
  const { found, failures } = await run(folder);
  expect(failures).toEqual([]);
  expect(found).toBeGreaterThan(130);
});

test('a verdict turned round is found: the reader does run the cases', async () => {
  const spoiled = mkdtempSync(join(tmpdir(), 'tripoint-merkle-'));
  try {
    cpSync(folder, spoiled, { recursive: true });
    const cases = JSON.parse(readFileSync(join(spoiled, 'inclusion.json'), 'utf8')) as { wantErr: boolean }[];
    writeFileSync(join(spoiled, 'inclusion.json'), JSON.stringify(cases.map((one) => ({ ...one, wantErr: false }))));
    const wrong = cases.filter((one) => one.wantErr).length;
    expect((await run(spoiled)).failures).toHaveLength(wrong);
  } finally {
    rmSync(spoiled, { recursive: true });
  }
});
