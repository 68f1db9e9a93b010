import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { platformCode } from '#kernel';

/** Names under which a file is still being written, by the custom of those who transfer files. */
const unfinished = /^\.|~$|\.(part|partial|tmp|temp|filepart|crdownload|swp)$/i;

/** Undefined when a file was gone before it could be looked at: somebody moved it, which is no error. */
export async function ifThere<Value>(wanted: Promise<Value>): Promise<Value | undefined> {
  try {
    return await wanted;
  } catch (error) {
    if (platformCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** The finished files in a folder, by name. */
export async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
  return names.filter((name) => !unfinished.test(name)).toSorted();
}

/** What was looked at, and which of it has settled. */
export interface Arrivals {
  readonly settled: readonly string[];
  /** Name to size, time of change and inode, for the next look. */
  readonly marks: ReadonlyMap<string, string>;
}

/** Files that stood here at the look before and have not changed since; one that is copied in piece by piece waits. */
export async function settledArrivals(
  folder: string,
  names: readonly string[],
  seen: ReadonlyMap<string, string>,
): Promise<Arrivals> {
  const marks = new Map<string, string>();
  for (const name of names) {
    const found = await ifThere(stat(join(folder, name)));
    if (found !== undefined) marks.set(name, `${found.size} ${found.mtimeMs} ${found.ino}`);
  }
  return { settled: [...marks.keys()].filter((name) => seen.get(name) === marks.get(name)), marks };
}
