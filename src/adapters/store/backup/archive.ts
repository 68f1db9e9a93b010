import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { decodeUtf8, encodeUtf8, instantSchema } from '#kernel';
import { frameHeadLength, putU32, readFrameHead, u32At } from '#ledger';

/** Bytes in pieces of any size, as a file or a pipe gives them. */
export type Bytes = AsyncIterable<Uint8Array>;

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const common = { backup: z.string(), createdAt: instantSchema };

/** What stands at the start of the archive of entries. The backup is named; its two archives bear the same name. */
export const ledgerHeadSchema = z.object({
  format: z.literal('tripoint ledger archive 1'),
  ...common,
  head: z.object({ size: z.int(), chain: digest, root: digest }),
});
export type LedgerHead = Readonly<z.infer<typeof ledgerHeadSchema>>;

/** What stands at the start of the archive of keys. */
export const keysHeadSchema = z.object({
  format: z.literal('tripoint keys archive 1'),
  ...common,
  /** After this instant the archive is not restored any more, so that forgetting comes to an end. */
  expiresAt: instantSchema,
});
export type KeysHead = Readonly<z.infer<typeof keysHeadSchema>>;

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

  /** What stands at the start, when it is what the schema says. */
  async head<Head>(schema: z.ZodType<Head>): Promise<Head | undefined> {
    const text = await this.block(longestHead);
    const sum = text && (await this.#take(4));
    if (text === undefined || sum === undefined || u32At(sum, 0) !== crc32(text)) return undefined;
    return schema.safeParse(JSON.parse(decodeUtf8(text))).data;
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
