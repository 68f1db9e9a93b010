import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { demonstrationLists } from './demonstration-lists.ts';
import { readLists } from './lists.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tripoint-lists-'));
});
afterEach(() => rm(folder, { recursive: true }));

const source = { file: 'own.jsonl', format: 'jsonl' as const, name: 'own', purpose: 'no-fly' };
const codes = (done: { ok: boolean; error?: readonly { code: string }[] }) =>
  (done.error ?? []).map(({ code }) => code);

test('a list that is not there stops the node, and says which', async () => {
  const done = await readLists(folder, [source]);
  expect(done).toMatchObject({
    ok: false,
    error: [{ code: 'NOD-0201', parameters: { path: 'lists own', problem: 'ENOENT' } }],
  });
});

test('a list of which a line cannot be read stops the node with the line’s own finding', async () => {
  await writeFile(join(folder, 'own.jsonl'), '{"not": "a line of a list"\n');
  const done = await readLists(folder, [source]);
  expect(done.ok).toBe(false);
  const [first, ...rest] = codes(done);
  expect(first).toBe('NOD-0201');
  expect(rest.length).toBeGreaterThan(0);
  expect(rest.every((code) => code.startsWith('LST-'))).toBe(true);
});

test('so does one of the demonstration; those that are shipped are whole', async () => {
  await writeFile(join(folder, 'us-no-fly.jsonl'), 'not JSON\n');
  expect(codes(demonstrationLists(folder))[0]).toBe('NOD-0201');
  const shipped = demonstrationLists();
  expect(shipped.ok && [...shipped.value.keys()].toSorted()).toEqual(['CA', 'MX', 'US']);
});

test('no list at all is the operator’s own choice', async () => {
  expect(await readLists(folder, [])).toEqual({ ok: true, value: [] });
});
