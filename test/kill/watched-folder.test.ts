import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const kills = 8;
const files = 160;

const run = (folder: string, ledger: string): ChildProcess =>
  spawn(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, '../support/folder-process.ts'), folder, ledger],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );

test('a watched folder that is killed again and again lodges every file once and answers every one', async () => {
  const root = await mkdtemp(join(tmpdir(), 'killed-'));
  const folder = join(root, 'in');
  const ledger = join(root, 'ledger');
  await mkdir(folder);
  const put = async (from: number, to: number): Promise<void> => {
    for (let number = from; number < to; number += 1) {
      await writeFile(join(folder, `${number}.edi.part`), `UNB+${number}`);
      await rename(join(folder, `${number}.edi.part`), join(folder, `${number}.edi`));
    }
  };
  for (let round = 0; round < kills; round += 1) {
    const child = run(folder, ledger);
    await once(child.stdout as NodeJS.ReadableStream, 'data');
    await put((files / kills) * round, (files / kills) * (round + 1));
    await new Promise((resolve) => setTimeout(resolve, 20 + ((round * 37) % 90)));
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  const last = run(folder, ledger);
  const inside = (name: string): Promise<string[]> => readdir(join(folder, name));
  const wanted = new Set(Array.from({ length: files }, (_, number) => `${number}`));
  for (;;) {
    const done = await inside('done').catch(() => []);
    if (new Set(done.map((name) => name.split('.')[0])).size >= wanted.size && (await inside('taken')).length === 0)
      break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  last.kill('SIGKILL');
  await once(last, 'exit');
  const lines = (await readFile(ledger, 'utf8')).trim().split('\n');
  expect(lines).toHaveLength(files);
  expect(new Set(lines).size).toBe(files);
  expect((await inside('done')).toSorted()).toEqual([...wanted].map((number) => `${number}.edi`).toSorted());
  const replies = (await inside('replies')).filter((name) => name.endsWith('.reply'));
  expect(replies).toHaveLength(files);
  await rm(root, { recursive: true });
});
