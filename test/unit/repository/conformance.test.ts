import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { conform, printReport } from '../../../tools/conformance.ts';
import type { Kind } from '../../conformance/kind.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tripoint-conformance-'));
  for (const kind of ['a/one', 'a/two', 'b', 'a/one/inside']) mkdirSync(join(folder, kind), { recursive: true });
  writeFileSync(join(folder, 'a/SOURCES.md'), '');
});
afterAll(() => rmSync(folder, { recursive: true }));

const reader = (found: number, failures: readonly string[] = []): Kind => ({
  reader: () => Promise.resolve({ run: () => Promise.resolve({ found, passed: found - failures.length, failures }) }),
});
const crashing: Kind = { reader: () => Promise.reject(new TypeError('no reader')) };
const failuresOf = async (known: Readonly<Record<string, Kind>>) =>
  (await conform(folder, known)).flatMap((report) => report.failures.map((text) => `${report.kind}: ${text}`));

test('built kinds pass with samples, kinds not built yet are counted apart', async () => {
  const reports = await conform(folder, { 'a/one': reader(3), 'a/two': 'not built yet', b: 'not built yet' });
  expect(reports.flatMap((report) => report.failures)).toEqual([]);
  expect(printReport(reports)).toContain('not built yet (2): a/two, b');
  expect(printReport(reports)).toMatch(/^a\/one +3 +3 +0$/m);
});

test('a folder that the list does not know fails', async () => {
  expect(await failuresOf({ 'a/one': reader(1), b: reader(1) })).toEqual(['a/two: the list does not know it']);
});

test('a built kind without a sample, without a folder, or with a crashing reader fails', async () => {
  const known = { 'a/one': reader(0), 'a/two': crashing, b: reader(2, ['x is wrong']), c: reader(1) };
  const failures = await failuresOf(known);
  expect(failures).toContain('b: x is wrong');
  expect(failures.filter((text) => text.startsWith('a/one: no sample'))).toHaveLength(1);
  expect(failures.filter((text) => text.startsWith('a/two: the reader crashed'))).toHaveLength(1);
  expect(failures).toContain('c: there is no such folder');
});
