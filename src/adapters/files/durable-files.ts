import { open, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { LodgeAnswer } from '#api';
import { ifThere } from './arrivals.ts';

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  await handle.sync().finally(() => handle.close());
}

/** Writes a file whole or not at all, on stable storage when it resolves. */
export async function writeWhole(path: string, bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<void> {
  const handle = await open(`${path}.part`, 'w');
  try {
    await writeFile(handle, bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${path}.part`, path);
  await syncFolder(dirname(path));
}

/** Moves a file into a folder; a file of that name that lies there already keeps its place, and the new one gets a number. */
export async function moveFile(from: string, folder: string, name: string): Promise<void> {
  let to = join(folder, name);
  for (let number = 2; (await ifThere(stat(to))) !== undefined; number += 1) to = join(folder, `${name}.${number}`);
  await ifThere(rename(from, to));
  await syncFolder(folder);
}

interface KeptAnswer extends Omit<LodgeAnswer, 'replies' | 'messages'> {
  readonly replies: readonly { readonly mediaType: string; readonly base64: string }[];
}

/** Keeps an answer. */
export function writeAnswer(path: string, { lodgement, status, findings, replies }: LodgeAnswer): Promise<void> {
  const kept: KeptAnswer = {
    lodgement,
    status,
    findings,
    replies: replies.map(({ mediaType, bytes }) => ({ mediaType, base64: Buffer.from(bytes).toString('base64') })),
  };
  return writeWhole(path, Buffer.from(JSON.stringify(kept)));
}

/** The answer that was kept under a path; undefined when there is none. */
export async function readAnswer(path: string): Promise<LodgeAnswer | undefined> {
  const text = await ifThere(readFile(path, 'utf8'));
  if (text === undefined) return undefined;
  const kept: KeptAnswer = JSON.parse(text);
  const replies = kept.replies.map(({ mediaType, base64 }) => ({ mediaType, bytes: Buffer.from(base64, 'base64') }));
  return { ...kept, replies, messages: [] };
}
