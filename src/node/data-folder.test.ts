import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { shippedData, tablesFrom } from './data-folder.ts';

const path = 'decisions/travel/dispositions.json';
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tripoint-tables-'));
  await mkdir(join(folder, 'decisions', 'travel'), { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

test('what is shipped is found from the source', () => {
  expect(existsSync(join(shippedData(), path))).toBe(true);
});

test('an own table comes before the shipped one; the others stay shipped', async () => {
  await writeFile(join(folder, path), '{"own":true}');
  const tables = tablesFrom(folder);
  expect(tables(path)).toEqual({ own: true });
  expect(tablesFrom()(path)).not.toEqual({ own: true });
  expect(tables('decisions/travel/us.json')).toEqual(tablesFrom()('decisions/travel/us.json'));
  expect(tables('decisions/travel/us.json')).toBeDefined();
});

test('a table is read once: neither a change nor a new file is seen', async () => {
  const tables = tablesFrom(folder);
  expect(tables('new.json')).toBeUndefined();
  await writeFile(join(folder, 'new.json'), '1');
  expect(tables('new.json')).toBeUndefined();
  await writeFile(join(folder, path), '{"v":1}');
  expect(tables(path)).toEqual({ v: 1 });
  await writeFile(join(folder, path), '{"v":2}');
  expect(tables(path)).toEqual({ v: 1 });
  expect(tablesFrom(folder)(path)).toEqual({ v: 2 });
});
