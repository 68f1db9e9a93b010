import { createHash } from 'node:crypto';
import { mkdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Lodge, LodgeAnswer, Log } from '#api';
import { apiFindings } from '#api';
import type { Actor, Reality } from '#kernel';
import { platformCode } from '#kernel';
import { filesIn, settledArrivals } from './arrivals.ts';
import { moveFile, readAnswer, writeAnswer, writeWhole } from './durable-files.ts';

/** What a watched folder stands on. */
export interface WatchedFolderOptions {
  /** Files are put here; `taken`, `answers`, `replies`, `done` and `refused` are made inside. */
  readonly folder: string;
  readonly lodge: Lodge;
  /** Who lodges by this folder. */
  readonly actor: Actor;
  readonly reality: Reality;
  readonly profile?: string;
  readonly mediaType?: string;
  readonly log: Log;
  /** Files worked on at one time. */
  readonly atOnce?: number;
  readonly pollMilliseconds?: number;
  readonly mostBytes?: number;
}

/** A folder that lodges what is put in it. */
export interface WatchedFolder {
  /** Lodges what has not changed since the sweep before; resolves when each of these files has its reply and its place. */
  sweep(): Promise<void>;
  /** Sweeps again and again until it is stopped. */
  start(): Promise<void>;
  /** Resolves when the file in hand is done with. */
  stop(): Promise<void>;
}

const inside = ['taken', 'answers', 'replies', 'done', 'refused'] as const;

/**
 * Lodges files. A file that has settled is first moved aside, so that nobody writes to it any more. Each further step is
 * durable before the next, and each may be done twice: the node is given a key made from the content, its answer is kept
 * under that digest, the reply is written whole, and only then is the file moved to its last place. So `kill -9` at any
 * point neither loses a file nor lodges it twice, and the same content put in again gets the same reply.
 */
export function watchFolder(options: WatchedFolderOptions): WatchedFolder {
  const { folder, log, atOnce = 4, pollMilliseconds = 250 } = options;
  let seen: ReadonlyMap<string, string> = new Map();
  let running: Promise<void> | undefined;
  let stopping = false;
  let wake = (): void => {};

  const report = (error: unknown): void => {
    const cause = platformCode(error) ?? (error instanceof Error ? error.name : 'thrown');
    log.error('watched-folder', { code: apiFindings.find('API-0602', { problem: cause }).code, cause });
  };

  const sweep = async (): Promise<void> => {
    for (const name of inside) await mkdir(join(folder, name), { recursive: true });
    const arrivals = await settledArrivals(folder, await filesIn(folder), seen);
    seen = arrivals.marks;
    for (const name of arrivals.settled) await moveFile(join(folder, name), join(folder, 'taken'), name);
    const waiting = (await filesIn(join(folder, 'taken'))).values();
    const inHand = new Map<string, Promise<LodgeAnswer>>();
    const worker = async (): Promise<void> => {
      for (const name of waiting) {
        if (stopping) return;
        // One file that the node fails on holds up no other; it is tried again at the next sweep.
        await take(options, name, inHand).catch(report);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
  };

  const loop = async (): Promise<void> => {
    while (!stopping) {
      await sweep().catch(report);
      if (stopping) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pollMilliseconds);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  };
  return {
    sweep,
    start: async () => {
      stopping = false;
      running ??= loop();
    },
    stop: async () => {
      stopping = true;
      wake();
      await running;
      running = undefined;
    },
  };
}

/** The answer to this content: the one that was kept, or the node's, which is then kept. */
async function answerFor(options: WatchedFolderOptions, bytes: Uint8Array, digest: string): Promise<LodgeAnswer> {
  const { folder, lodge, actor, reality, profile, mediaType = 'application/octet-stream' } = options;
  const path = join(folder, 'answers', `${digest}.json`);
  const before = await readAnswer(path);
  if (before !== undefined) return before;
  const answer = await lodge({
    bytes,
    mediaType,
    actor,
    reality,
    ...(profile === undefined ? {} : { profile }),
    idempotencyKey: `file:${digest}`,
  });
  await writeAnswer(path, answer);
  return answer;
}

/** Lodges one file that was taken. Equal contents in hand at one time share one answer. */
async function take(
  options: WatchedFolderOptions,
  name: string,
  inHand: Map<string, Promise<LodgeAnswer>>,
): Promise<void> {
  const { folder, log, mostBytes = 16 << 20 } = options;
  const path = join(folder, 'taken', name);
  const { size } = await stat(path);
  if (size > mostBytes) {
    const { code } = apiFindings.find('API-0601', { bytes: size, limit: mostBytes });
    log.warn('file-refused', { code, bytes: size });
    return moveFile(path, join(folder, 'refused'), name);
  }
  const bytes = await readFile(path);
  const digest = createHash('sha256').update(bytes).digest('hex');
  const asked = inHand.get(digest) ?? answerFor(options, bytes, digest);
  inHand.set(digest, asked);
  const { replies, status, lodgement } = await asked;
  for (const [index, reply] of replies.entries()) {
    const number = index === 0 ? '' : `.${index + 1}`;
    // With the digest: the same name may bring other content tomorrow, and both replies are wanted.
    await writeWhole(join(folder, 'replies', `${name}.${digest.slice(0, 8)}${number}.reply`), reply.bytes);
  }
  await moveFile(path, join(folder, status === 'refused' ? 'refused' : 'done'), name);
  log.info('file-lodged', { lodgement, status, bytes: size });
}
