import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { readLists } from './lists.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tripoint-lists-'));
  const sdn = '36,"ROE, Richard","individual","TEST",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 10 Dec 1948."\r\n';
  writeFileSync(join(folder, 'sdn.csv'), sdn);
  writeFileSync(join(folder, 'alt.csv'), '36,12,"aka","DOE, John",-0- \r\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

async function names(list: object): Promise<unknown> {
  const config = readConfig({ country: 'US', lists: [{ name: 'sdn', purpose: 'sanctions', ...list }] });
  if (!config.ok) return expect.fail(JSON.stringify(config.error));
  const read = await readLists(folder, config.value.lists);
  if (!read.ok) return read.error.map(({ code, parameters }) => `${code} ${parameters['problem']}`);
  return read.value.flatMap(({ entries }) => entries.map((one) => JSON.stringify(one).match(/\b(ROE|DOE)\b/gi)));
}

test('an OFAC list with its aliases, which stand in a file of their own', async () => {
  expect(await names({ file: 'sdn.csv', format: 'ofac' })).toEqual([['ROE']]);
  expect(await names({ file: 'sdn.csv', alt: 'alt.csv', format: 'ofac' })).toEqual([['ROE', 'DOE']]);
});

test('a list that cannot be read whole is refused: it would wave through whom it names', async () => {
  expect(await names({ file: 'none.csv', format: 'ofac' })).toEqual(['NOD-0201 ENOENT']);
  expect(await names({ file: 'sdn.csv', alt: 'none.csv', format: 'ofac' })).toEqual(['NOD-0201 ENOENT']);
  expect(await names({ file: 'sdn.csv', alt: 'alt.csv', format: 'csv' })).toEqual(['NOD-0201 alt']);
});
