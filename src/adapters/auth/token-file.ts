import { open, readFile, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { instant, parseReality, platformCode } from '#kernel';
import type { TokenRecord, TokenStore } from './tokens.ts';
import { memoryTokenStore } from './tokens.ts';

const moment = z.number().transform(instant);
const recordSchema: z.ZodType<TokenRecord, unknown> = z.object({
  id: z.string(),
  digest: z.string(),
  name: z.string(),
  roles: z.array(z.string()),
  organisation: z.string().exactOptional(),
  ports: z.array(z.string()),
  reality: z
    .string()
    .transform(parseReality)
    .pipe(z.custom<NonNullable<TokenRecord['reality']>>((read) => read !== undefined))
    .exactOptional(),
  expiresAt: moment,
  revokedAt: moment.exactOptional(),
});
const fileSchema = z.array(recordSchema);

const unlessAbsent = (error: unknown): undefined => {
  if (platformCode(error) !== 'ENOENT') throw error;
};

async function readRecords(path: string): Promise<readonly TokenRecord[]> {
  const text = await readFile(path, 'utf8').catch(unlessAbsent);
  return text === undefined ? [] : fileSchema.parse(JSON.parse(text));
}

/** Which file stands there: it is replaced whole, so a new one has another number. */
async function fileAt(path: string): Promise<string> {
  const found = await stat(path).catch(unlessAbsent);
  return found === undefined ? '' : `${found.ino} ${found.mtimeMs} ${found.size}`;
}

async function sync(path: string): Promise<void> {
  const handle = await open(path);
  await handle.sync().finally(() => handle.close());
}

async function replace(path: string, records: readonly TokenRecord[]): Promise<void> {
  const handle = await open(`${path}.tmp`, 'w', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(records, null, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${path}.tmp`, path);
  await sync(dirname(path));
}

/**
 * Keeps token records in one file, which is replaced whole and synced on each change. It holds digests, no token. What
 * another process writes there (an operator who makes or revokes a token) is seen with the next question.
 */
export async function fileTokenStore(path: string): Promise<TokenStore> {
  let kept = memoryTokenStore();
  let seen = '';
  const refresh = async (): Promise<void> => {
    const now = await fileAt(path);
    if (now === seen) return;
    kept = memoryTokenStore(await readRecords(path));
    seen = now;
  };
  let last: Promise<unknown> = refresh();
  await last;
  /** One at a time, so that no change is read while another is written. */
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const mine = last.then(work);
    last = mine.catch(() => {});
    return mine;
  };
  return {
    find: (id) => inTurn(() => refresh().then(() => kept.find(id))),
    list: () => inTurn(() => refresh().then(() => kept.list())),
    put: (record) =>
      inTurn(async () => {
        await refresh();
        await kept.put(record);
        await replace(path, await kept.list());
        seen = await fileAt(path);
      }),
  };
}
