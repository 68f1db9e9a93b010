import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ifThere } from './arrivals.ts';
import { writeWhole } from './durable-files.ts';

/** Snapshots as files of one folder: a new one takes the old one's place when it is whole, at whatever moment the process dies. */
export function snapshotFiles(folder: string) {
  const pathOf = (name: string): string => join(folder, `${name}.snapshot`);
  return {
    read: async (name: string): Promise<Uint8Array | undefined> => ifThere(readFile(pathOf(name))),
    write: async (name: string, bytes: Uint8Array): Promise<void> => {
      await mkdir(folder, { recursive: true });
      await writeWhole(pathOf(name), bytes);
    },
  };
}
