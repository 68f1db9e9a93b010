import { close, constants, fdatasync, fstat, ftruncate, open, read, write } from 'node:fs';
import { mkdir, open as openHandle, readdir, rename, unlink } from 'node:fs/promises';
import { join } from 'node:path';

/** One open file. Offsets and sizes in bytes. */
export interface DiskFile {
  size(): Promise<number>;
  /** Fills `into` from `at`; returns how much there was. */
  read(into: Uint8Array, at: number): Promise<number>;
  /** Writes all of `bytes` at `at`. Nothing is on stable storage before `sync`. */
  write(bytes: Uint8Array, at: number): Promise<void>;
  /** Writes all of `bytes` at `at`; they, and the length of the file, are on stable storage when it resolves. */
  writeThrough(bytes: Uint8Array, at: number): Promise<void>;
  /** Resolves when all that was written is on stable storage. */
  sync(): Promise<void>;
  truncate(size: number): Promise<void>;
  close(): Promise<void>;
}

/** One directory of files: the little of a disk that the store needs, so that a simulator can stand in for it. */
export interface Disk {
  names(): Promise<readonly string[]>;
  /** Opens a file to read and write, and makes it when there is none. */
  open(name: string): Promise<DiskFile>;
  rename(from: string, to: string): Promise<void>;
  remove(name: string): Promise<void>;
  /** Resolves when names that were made, changed or removed are on stable storage. */
  sync(): Promise<void>;
}

type Done<Value> = (error: Error | null, value: Value) => void;

/** Callbacks, since a FileHandle costs twice as much a call. */
const promised = <Value>(start: (done: Done<Value>) => void): Promise<Value> =>
  new Promise((resolve, reject) => start((error, value) => (error === null ? resolve(value) : reject(error))));

/**
 * Whether O_DSYNC means what fdatasync means. Linux has one way to the disk for both (open(2), O_DSYNC); elsewhere it may
 * leave bytes in the drive's cache, which Node's fdatasync does not.
 */
const throughByFlag = process.platform === 'linux';

const opened = (path: string, flags: number): Promise<number> => promised((done) => open(path, flags, 0o600, done));

class NodeFile implements DiskFile {
  readonly #path: string;
  readonly #descriptor: number;
  /** The same file, opened so that a write returns when its bytes are on stable storage. */
  #through: Promise<number> | undefined;

  constructor(path: string, descriptor: number) {
    this.#path = path;
    this.#descriptor = descriptor;
  }

  async size(): Promise<number> {
    const stats = await promised<{ size: number }>((done) => fstat(this.#descriptor, done));
    return stats.size;
  }

  async read(into: Uint8Array, at: number): Promise<number> {
    let filled = 0;
    while (filled < into.length) {
      const place = filled;
      const got = await promised<number>((done) =>
        read(this.#descriptor, into, place, into.length - place, at + place, done),
      );
      if (got === 0) break;
      filled += got;
    }
    return filled;
  }

  write(bytes: Uint8Array, at: number): Promise<void> {
    return writeAll(this.#descriptor, bytes, at);
  }

  async writeThrough(bytes: Uint8Array, at: number): Promise<void> {
    if (throughByFlag) {
      // The name is there: a file is renamed only after it was closed.
      this.#through ??= opened(this.#path, constants.O_RDWR | constants.O_DSYNC);
      return writeAll(await this.#through, bytes, at);
    }
    await this.write(bytes, at);
    await this.sync();
  }

  sync(): Promise<void> {
    return promised((done: Done<void>) => fdatasync(this.#descriptor, (error) => done(error, undefined)));
  }

  truncate(size: number): Promise<void> {
    return promised((done: Done<void>) => ftruncate(this.#descriptor, size, (error) => done(error, undefined)));
  }

  async close(): Promise<void> {
    for (const descriptor of [this.#descriptor, await this.#through]) {
      if (descriptor === undefined) continue;
      await promised((done: Done<void>) => close(descriptor, (error) => done(error ?? null, undefined)));
    }
  }
}

async function writeAll(descriptor: number, bytes: Uint8Array, at: number): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    const place = written;
    written += await promised<number>((done) =>
      write(descriptor, bytes, place, bytes.length - place, at + place, done),
    );
  }
}

/** A directory of this machine; it is made when there is none, readable by its owner only. */
export async function openDisk(directory: string): Promise<Disk> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const path = (name: string): string => join(directory, name);
  return {
    names: () => readdir(directory),
    open: async (name) => new NodeFile(path(name), await opened(path(name), constants.O_RDWR | constants.O_CREAT)),
    rename: (from, to) => rename(path(from), path(to)),
    remove: (name) => unlink(path(name)),
    async sync() {
      const handle = await openHandle(directory, 'r');
      await handle.sync();
      await handle.close();
    },
  };
}
