import { type FileHandle, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ifThere } from './arrivals.ts';
import { writeWhole } from './durable-files.ts';

const lengthBytes = 4;
/** No section is longer: a length beyond it is none. */
const longest = 256 * 1024 * 1024;

async function bytesOf(file: FileHandle, length: number): Promise<Buffer | undefined> {
  const bytes = Buffer.allocUnsafe(length);
  const { bytesRead } = await file.read(bytes, 0, length);
  return bytesRead === length ? bytes : undefined;
}

/** The sections of a file up to the first that is not whole. */
async function* sectionsIn(path: string): AsyncGenerator<Uint8Array> {
  const file = await ifThere(open(path));
  if (file === undefined) return;
  try {
    for (;;) {
      const length = (await bytesOf(file, lengthBytes))?.readUInt32BE();
      if (length === undefined || length > longest) return;
      const section = await bytesOf(file, length);
      if (section === undefined) return;
      yield section;
    }
  } finally {
    await file.close();
  }
}

async function* withLengths(sections: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const section of sections) {
    const length = Buffer.alloc(lengthBytes);
    length.writeUInt32BE(section.length);
    yield Buffer.concat([length, section]);
  }
}

/**
 * Snapshots as files of one folder, each section after its length: a new file takes the old one's place when it is whole,
 * at whatever moment the process dies.
 */
export function snapshotFiles(folder: string) {
  const pathOf = (name: string): string => join(folder, `${name}.snapshot`);
  return {
    read: (name: string): AsyncIterable<Uint8Array> => sectionsIn(pathOf(name)),
    write: async (name: string, sections: AsyncIterable<Uint8Array>): Promise<void> => {
      await mkdir(folder, { recursive: true });
      await writeWhole(pathOf(name), withLengths(sections));
    },
    remove: (name: string): Promise<void> => rm(pathOf(name), { force: true }),
  };
}
