import type { KeyId } from '#kernel';
import { keyIdAt, putHex, putU32, putU64, u32At, u64At } from './bytes.ts';
import { type Checksum, crc32 } from './checksum.ts';
import { headerLength, putHeader, readHeader } from './header.ts';
import type { SealedEntry } from './store.ts';

/**
 * The journal's binary form. A frame holds what one sync made durable: all of it or nothing.
 * Frame: mark (4 bytes), length of what follows the head (4), number (8), entries, new keys, forgotten keys (4 each),
 * checksum of these 28; then the keys (slot 4, id 16 each, the forgotten ones last) and their checksum; then the entries.
 * Entry: its whole length (4), length of its header (4), header, payload, checksum of all before it.
 */
const mark = 0x54504a31;
export const frameHeadLength = 32;
const keyLength = 20;
const entryOverhead = 12;

/** Where a data key stands in the file of keys. */
export interface KeySlot {
  readonly slot: number;
  readonly id: KeyId;
}

/** What one sync made durable. Frames are numbered from 1 without gaps. */
export interface Frame {
  readonly number: number;
  readonly entries: readonly SealedEntry[];
  readonly keys: readonly KeySlot[];
  readonly forgotten: readonly KeySlot[];
}

/** Bytes that an entry takes in a frame. */
export const entryLength = (entry: SealedEntry): number =>
  entryOverhead + headerLength(entry.header) + entry.payload.length;

const keysLength = (count: number): number => (count === 0 ? 0 : count * keyLength + 4);

/** Bytes that a frame takes. */
export function frameLength(frame: Frame): number {
  let length = frameHeadLength + keysLength(frame.keys.length + frame.forgotten.length);
  for (const entry of frame.entries) length += entryLength(entry);
  return length;
}

function putSum(into: Uint8Array, from: number, end: number, checksum: Checksum): number {
  putU32(into, end, checksum(into.subarray(from, end)));
  return end + 4;
}

function putKeys(into: Uint8Array, from: number, keys: readonly KeySlot[], checksum: Checksum): number {
  if (keys.length === 0) return from;
  let at = from;
  for (const { slot, id } of keys) {
    putU32(into, at, slot);
    putHex(into, at + 4, id);
    at += keyLength;
  }
  return putSum(into, from, at, checksum);
}

function putEntry(into: Uint8Array, at: number, entry: SealedEntry, checksum: Checksum): number {
  const payloadAt = putHeader(into, at + 8, entry.header);
  const end = payloadAt + entry.payload.length;
  putU32(into, at, end + 4 - at);
  putU32(into, at + 4, payloadAt - at - 8);
  into.set(entry.payload, payloadAt);
  return putSum(into, at, end, checksum);
}

/** Writes a frame at the start of `into`, which has room for it; returns where each entry starts, and last the end. */
export function putFrame(into: Uint8Array, frame: Frame, checksum: Checksum = crc32): Uint32Array {
  const { number, entries, keys, forgotten } = frame;
  const starts = new Uint32Array(entries.length + 1);
  let at = putKeys(into, frameHeadLength, [...keys, ...forgotten], checksum);
  entries.forEach((entry, index) => {
    starts[index] = at;
    at = putEntry(into, at, entry, checksum);
  });
  starts[entries.length] = at;
  putU32(into, 0, mark);
  putU32(into, 4, at - frameHeadLength);
  putU64(into, 8, number);
  putU32(into, 16, entries.length);
  putU32(into, 20, keys.length);
  putU32(into, 24, forgotten.length);
  putSum(into, 0, frameHeadLength - 4, checksum);
  return starts;
}

/** The head of a frame, from which the rest can be fetched. */
export interface FrameHead {
  readonly number: number;
  /** Bytes of the whole frame, head included. */
  readonly length: number;
  readonly entries: number;
  readonly keys: number;
  readonly forgotten: number;
}

/** Reads a frame's head at `at`; undefined when no head stands there whole. */
export function readFrameHead(bytes: Uint8Array, at: number, checksum: Checksum = crc32): FrameHead | undefined {
  if (at + frameHeadLength > bytes.length || u32At(bytes, at) !== mark) return undefined;
  const end = at + frameHeadLength - 4;
  if (u32At(bytes, end) !== checksum(bytes.subarray(at, end))) return undefined;
  return {
    number: u64At(bytes, at + 8),
    length: frameHeadLength + u32At(bytes, at + 4),
    entries: u32At(bytes, at + 16),
    keys: u32At(bytes, at + 20),
    forgotten: u32At(bytes, at + 24),
  };
}

/** A frame as it lies in its bytes: keys read, entries only found. */
export interface FrameBody {
  readonly keys: readonly KeySlot[];
  readonly forgotten: readonly KeySlot[];
  /** Where each entry starts, and last the end; from the same start as `at`. */
  readonly starts: Uint32Array;
}

/** Checks a whole frame at `at`; undefined when a single byte of it is not as it was written. */
export function readFrameBody(
  bytes: Uint8Array,
  at: number,
  head: FrameHead,
  checksum: Checksum = crc32,
): FrameBody | undefined {
  const end = at + head.length;
  const count = head.keys + head.forgotten;
  let place = at + frameHeadLength + keysLength(count);
  if (end > bytes.length || place > end) return undefined;
  const sumAt = place - 4;
  const keysAt = at + frameHeadLength;
  if (count > 0 && u32At(bytes, sumAt) !== checksum(bytes.subarray(keysAt, sumAt))) return undefined;
  const starts = new Uint32Array(head.entries + 1);
  for (let index = 0; index < head.entries; index += 1) {
    starts[index] = place;
    place = entryEnd(bytes, place, end, checksum);
    if (place < 0) return undefined;
  }
  starts[head.entries] = place;
  if (place !== end) return undefined;
  const keys = Array.from({ length: count }, (_, index) => ({
    slot: u32At(bytes, keysAt + index * keyLength),
    id: keyIdAt(bytes, keysAt + index * keyLength + 4),
  }));
  return { keys: keys.slice(0, head.keys), forgotten: keys.slice(head.keys), starts };
}

/** Where the entry at `at` ends; negative when it is not whole. */
function entryEnd(bytes: Uint8Array, at: number, limit: number, checksum: Checksum): number {
  const length = u32At(bytes, at);
  const end = at + length;
  if (length < entryOverhead || end > limit) return -1;
  return u32At(bytes, end - 4) === checksum(bytes.subarray(at, end - 4)) ? end : -1;
}

/** Where the header of an entry at `at` begins. */
export const headerAt = (at: number): number => at + 8;

/** The bytes of an entry's header, of an entry at `at`. */
export const headerBytesAt = (bytes: Uint8Array, at: number): Uint8Array =>
  bytes.subarray(headerAt(at), headerAt(at) + u32At(bytes, at + 4));

/** Reads the entry at `at` that takes `length` bytes; undefined when a single byte of it is not as it was written. */
export function readEntry(
  bytes: Uint8Array,
  at: number,
  length: number,
  checksum: Checksum = crc32,
): SealedEntry | undefined {
  const end = at + length;
  if (u32At(bytes, at) !== length || entryEnd(bytes, at, bytes.length, checksum) !== end) return undefined;
  const payloadAt = at + 8 + u32At(bytes, at + 4);
  const header = readHeader(bytes.subarray(at + 8, payloadAt));
  return header && { header, payload: bytes.slice(payloadAt, end - 4) };
}

/** Where the next whole head of a frame stands at or after `from`; undefined when there is none. */
export function findFrame(bytes: Uint8Array, from: number, checksum: Checksum = crc32): number | undefined {
  for (let at = from; at + frameHeadLength <= bytes.length; at += 1) {
    if (bytes[at] === mark >>> 24 && readFrameHead(bytes, at, checksum) !== undefined) return at;
  }
  return undefined;
}
