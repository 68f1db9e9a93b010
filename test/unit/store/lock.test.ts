import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Lock, loadEmbeddedStore } from '#adapters';

const { takeLock } = await loadEmbeddedStore();

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'tripoint-lock-'));
});
afterEach(() => rm(root, { recursive: true }));

const directory = (): string => join(root, 'data');
const taken = async (): Promise<Lock> => {
  const lock = await takeLock(directory());
  if (!lock.ok) throw new Error(JSON.stringify(lock.error));
  return lock.value;
};

test('one holder at a time, named to the second, and nothing is left behind', async () => {
  const lock = await taken();
  expect(await takeLock(directory())).toMatchObject({
    error: { code: 'LED-0201', parameters: { pid: String(process.pid) } },
  });
  expect(await readdir(root)).toEqual(['data.lock.1']);
  await lock.release();
  expect(await readdir(root)).toEqual([]);
  await (await taken()).release();
});

test('the lock of a dead process, or of one whose number was given to another, is passed over', async () => {
  await writeFile(join(root, 'data.lock.4'), JSON.stringify({ pid: 4_194_304, started: '1@boot' }));
  await (await taken()).release();
  await writeFile(join(root, 'data.lock.7'), JSON.stringify({ pid: process.pid, started: '1@another-boot' }));
  const lock = await taken();
  expect(await readdir(root)).toEqual(['data.lock.8']);
  await lock.release();
});

test('of many who want a stale lock at once no two get it', async () => {
  for (let round = 0; round < 10; round += 1) {
    await writeFile(join(root, 'data.lock.1'), JSON.stringify({ pid: 4_194_304, started: '1@boot' }));
    const results = await Promise.all(Array.from({ length: 8 }, () => takeLock(directory())));
    const won = results.flatMap((result) => (result.ok ? [result.value] : []));
    expect(won.length).toBeLessThanOrEqual(1);
    for (const lock of won) await lock.release();
    for (const name of await readdir(root)) await rm(join(root, name));
  }
});
