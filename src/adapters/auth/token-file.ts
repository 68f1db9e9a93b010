import { open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { TokenRecord, TokenStore } from './tokens.ts';
import { memoryTokenStore } from './tokens.ts';

async function readRecords(path: string): Promise<readonly TokenRecord[]> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as TokenRecord[];
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return [];
    throw error;
  }
}

async function sync(path: string): Promise<void> {
  const handle = await open(path);
  await handle.sync().finally(() => handle.close());
}

/** Keeps token records in one file, which is replaced whole and synced on each change. It holds digests, no token. */
export async function fileTokenStore(path: string): Promise<TokenStore> {
  const kept = memoryTokenStore(await readRecords(path));
  let writing: Promise<unknown> = Promise.resolve();
  const write = async (): Promise<void> => {
    const handle = await open(`${path}.tmp`, 'w', 0o600);
    try {
      await handle.writeFile(`${JSON.stringify(await kept.list(), null, 2)}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(`${path}.tmp`, path);
    await sync(dirname(path));
  };
  return {
    ...kept,
    put: async (record) => {
      await kept.put(record);
      const mine = writing.then(write);
      writing = mine.catch(() => {});
      await mine;
    },
  };
}
