import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Random } from '#kernel';
import { putU32, u32At } from '#ledger';
import { createAesGcm } from '../../crypto/index.ts';

/** Keys are spread over this many buckets, so that forgetting one re-wraps a 256th of the living ones. */
export const buckets = 256;
/** Two slots a bucket, since the old epoch's key is needed until the new one's wraps are committed. */
const slotLength = 128;
const nonceLength = 12;

const bound = (bucket: number, number: number): Uint8Array => {
  const bytes = new Uint8Array(8);
  putU32(bytes, 0, bucket);
  putU32(bytes, 4, number);
  return bytes;
};

/**
 * The epoch keys: the one thing that opens the keys in the database, and that stands outside of it. A key deleted from a
 * table lives on in the write-ahead log; what is overwritten here is gone, and with it every wrap of its epoch.
 * Slot: number of the epoch (4 bytes), nonce (12), the key sealed under the node's epoch secret (48), zeros.
 */
export class EpochFile {
  readonly #file: FileHandle;
  readonly #secret: Uint8Array;
  readonly #random: Random;
  readonly #cipher = createAesGcm();

  private constructor(file: FileHandle, secret: Uint8Array, random: Random) {
    this.#file = file;
    this.#secret = secret;
    this.#random = random;
  }

  /** Opens the file in a folder, or makes it there. Processes that share a database share the folder. */
  static async open(folder: string, secret: Uint8Array, random: Random): Promise<EpochFile> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const path = join(folder, 'epochs');
    const handle = await open(path, 'r+').catch(() => open(path, 'wx+', 0o600));
    const directory = await open(folder, 'r');
    await directory.sync();
    await directory.close();
    return new EpochFile(handle, secret, random);
  }

  #place(bucket: number, number: number): number {
    return (bucket * 2 + (number & 1)) * slotLength;
  }

  /** The key of an epoch; undefined when it was destroyed or never was. */
  async key(bucket: number, number: number): Promise<Uint8Array | undefined> {
    const slot = new Uint8Array(slotLength);
    await this.#file.read(slot, 0, slotLength, this.#place(bucket, number));
    if (number === 0 || u32At(slot, 0) !== number) return undefined;
    const nonce = slot.subarray(4, 4 + nonceLength);
    return this.#cipher.open(this.#secret, nonce, slot.subarray(16, 64), bound(bucket, number));
  }

  /** Makes the key of an epoch; it is on stable storage when this resolves. */
  async make(bucket: number, number: number): Promise<Uint8Array> {
    const key = this.#random.bytes(32);
    const nonce = this.#random.bytes(nonceLength);
    const slot = new Uint8Array(slotLength);
    putU32(slot, 0, number);
    slot.set(nonce, 4);
    slot.set(this.#cipher.seal(this.#secret, nonce, key, bound(bucket, number)), 16);
    await this.#write(slot, bucket, number);
    return key;
  }

  /** Overwrites the slot of an epoch, which is also that of the one after the next, and syncs. */
  async destroy(bucket: number, number: number): Promise<void> {
    const slot = new Uint8Array(slotLength);
    await this.#file.read(slot, 0, slotLength, this.#place(bucket, number));
    if (slot.every((byte) => byte === 0)) return;
    await this.#write(new Uint8Array(slotLength), bucket, number);
  }

  async #write(slot: Uint8Array, bucket: number, number: number): Promise<void> {
    await this.#file.write(slot, 0, slotLength, this.#place(bucket, number));
    await this.#file.datasync();
  }

  close(): Promise<void> {
    return this.#file.close();
  }
}
