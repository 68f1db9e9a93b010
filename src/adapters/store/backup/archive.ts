import { crc32 } from 'node:zlib';
import { decodeUtf8, encodeUtf8, type Instant } from '#kernel';
import { frameHeadLength, type Head, putU32, readFrameHead, u32At } from '#ledger';

/** Bytes in pieces of any size, as a file or a pipe gives them. */
export type Bytes = AsyncIterable<Uint8Array>;

/** What stands at the start of the archive of entries. */
export interface LedgerHead {
  readonly format: 'tripoint ledger archive 1';
  /** Names the backup; its two archives bear the same. */
  readonly backup: string;
  readonly createdAt: Instant;
  readonly head: Head;
}

/** What stands at the start of the archive of keys. */
export interface KeysHead {
  readonly format: 'tripoint keys archive 1';
  readonly backup: string;
  readonly createdAt: Instant;
  /** After this instant the archive is not restored any more, so that forgetting comes to an end. */
  readonly expiresAt: Instant;
}

/** Length (4 bytes), JSON text, checksum (4). */
export function putArchiveHead(head: LedgerHead | KeysHead): Uint8Array {
  const text = encodeUtf8(JSON.stringify(head));
  const bytes = new Uint8Array(text.length + 8);
  putU32(bytes, 0, text.length);
  bytes.set(text, 4);
  putU32(bytes, 4 + text.length, crc32(text));
  return bytes;
}

const longestHead = 65_536;

/** Cuts pieces of any size into the units of an archive; undefined stands for what is not as it was written. */
export class ArchiveReader {
  readonly #pieces: AsyncIterator<Uint8Array>;
  #bytes: Uint8Array = new Uint8Array(0);

  constructor(bytes: Bytes) {
    this.#pieces = bytes[Symbol.asyncIterator]();
  }

  /** True when at least `length` bytes more are there. */
  async #fill(length: number): Promise<boolean> {
    while (this.#bytes.length < length) {
      const piece = await this.#pieces.next();
      if (piece.done === true) return false;
      this.#bytes = this.#bytes.length === 0 ? piece.value : Buffer.concat([this.#bytes, piece.value]);
    }
    return true;
  }

  async #take(length: number): Promise<Uint8Array | undefined> {
    if (!(await this.#fill(length))) return undefined;
    const taken = this.#bytes.subarray(0, length);
    this.#bytes = this.#bytes.subarray(length);
    return new Uint8Array(taken);
  }

  /** True when nothing is left. */
  async done(): Promise<boolean> {
    return !(await this.#fill(1));
  }

  async head<Kind extends LedgerHead | KeysHead>(format: Kind['format']): Promise<Kind | undefined> {
    const text = await this.block(longestHead);
    const sum = text && (await this.#take(4));
    if (text === undefined || sum === undefined || u32At(sum, 0) !== crc32(text)) return undefined;
    const head = JSON.parse(decodeUtf8(text)) as Kind;
    return head.format === format ? head : undefined;
  }

  /** The next piece that bears its length. */
  async block(longest: number): Promise<Uint8Array | undefined> {
    const length = await this.#take(4);
    return length && u32At(length, 0) <= longest ? this.#take(u32At(length, 0)) : undefined;
  }

  /** The bytes of the next frame. */
  async frame(): Promise<Uint8Array | undefined> {
    if (!(await this.#fill(frameHeadLength))) return undefined;
    const head = readFrameHead(this.#bytes, 0, crc32);
    return head && this.#take(head.length);
  }
}
