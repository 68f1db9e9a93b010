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

class NodeFile implements DiskFile {
  readonly #descriptor: number;

  constructor(descriptor: number) {
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

  async write(bytes: Uint8Array, at: number): Promise<void> {
    let written = 0;
    while (written < bytes.length) {
      const place = written;
      written += await promised<number>((done) =>
        write(this.#descriptor, bytes, place, bytes.length - place, at + place, done),
      );
    }
  }

  sync(): Promise<void> {
    return promised((done: Done<void>) => fdatasync(this.#descriptor, (error) => done(error, undefined)));
  }

  truncate(size: number): Promise<void> {
    return promised((done: Done<void>) => ftruncate(this.#descriptor, size, (error) => done(error, undefined)));
  }

  close(): Promise<void> {
    return promised((done: Done<void>) => close(this.#descriptor, (error) => done(error ?? null, undefined)));
  }
}

/** A directory of this machine; it is made when there is none, readable by its owner only. */
export async function openDisk(directory: string): Promise<Disk> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const path = (name: string): string => join(directory, name);
  return {
    names: () => readdir(directory),
    open: async (name) =>
      new NodeFile(
        await promised<number>((done) => open(path(name), constants.O_RDWR | constants.O_CREAT, 0o600, done)),
      ),
    rename: (from, to) => rename(path(from), path(to)),
    remove: (name) => unlink(path(name)),
    async sync() {
      const handle = await openHandle(directory, 'r');
      await handle.sync();
      await handle.close();
    },
  };
}
