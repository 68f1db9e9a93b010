import { crc32 } from 'node:zlib';
import type { Finding } from '#kernel';
import {
  type FrameBody,
  type FrameHead,
  findFrame,
  frameHeadLength,
  hexAt,
  ledgerFindings,
  putHex,
  putU32,
  readEntry,
  readFrameBody,
  readFrameHead,
  type SealedEntry,
  u32At,
} from '#ledger';
import { StoreFault } from '../fault.ts';
import type { Disk, DiskFile } from './disk.ts';
import type { EntryPlace } from './entry-index.ts';
import { RecentFrames } from './recent-frames.ts';

/** A location is the number of a segment x 2^32 + the offset in it. */
const perSegment = 0x1_0000_0000;
const mark = 0x54504a53;
export const segmentHeadLength = 64;
const sumAt = segmentHeadLength - 4;
const window = 4 * 1024 * 1024;
/** Entries that lie closer together than this are read in one go. */
const gap = 64 * 1024;
/** Frames that are kept in memory, bytes. */
const recent = 8 * 1024 * 1024;

export const segmentName = (segment: number): string => `journal-${String(segment).padStart(8, '0')}`;
export const segmentOf = (location: number): number => Math.floor(location / perSegment);
export const offsetOf = (location: number): number => location % perSegment;

/** The segments among the names of a directory, in order. */
export const segmentsAmong = (names: readonly string[]): number[] =>
  names
    .filter((name) => /^journal-\d{8}$/.test(name))
    .map((name) => Number(name.slice(8)))
    .sort((a, b) => a - b);

function segmentHead(segment: number, store: string): Uint8Array {
  const head = new Uint8Array(segmentHeadLength);
  putU32(head, 0, mark);
  putU32(head, 4, segment);
  putHex(head, 8, store);
  putU32(head, sumAt, crc32(head.subarray(0, sumAt)));
  return head;
}

/** The store that a segment belongs to; undefined when its head is not whole. */
export function storeOfSegment(head: Uint8Array, segment: number): string | undefined {
  const whole = u32At(head, 0) === mark && u32At(head, sumAt) === crc32(head.subarray(0, sumAt));
  return whole && u32At(head, 4) === segment ? hexAt(head, 8, 16) : undefined;
}

/** A frame found in the journal. `bytes` is a window over the segment, valid until the next one is asked for. */
export interface FoundFrame {
  readonly location: number;
  readonly head: FrameHead;
  readonly body: FrameBody;
  readonly bytes: Uint8Array;
  /** What `starts` count from: the location of the window's first byte. */
  readonly base: number;
}

/** How a scan ended: at the end of a whole frame, or before bytes that a crash left unfinished. */
export interface ScanEnd {
  readonly location: number;
  readonly torn: number;
}

/** The append-only files of frames. */
export class Journal {
  readonly #disk: Disk;
  readonly #store: string;
  readonly #segmentLength: number;
  readonly #files = new Map<number, DiskFile>();
  readonly #recent = new RecentFrames(recent);
  #end = 0;

  constructor(disk: Disk, store: string, segmentLength: number) {
    this.#disk = disk;
    this.#store = store;
    this.#segmentLength = segmentLength;
  }

  /** Where the next frame goes. */
  get end(): number {
    return this.#end;
  }

  async #file(segment: number): Promise<DiskFile> {
    const known = this.#files.get(segment);
    if (known !== undefined) return known;
    const file = await this.#disk.open(segmentName(segment));
    this.#files.set(segment, file);
    return file;
  }

  /** Begins a new segment; it is on stable storage, name included, when this resolves. */
  async begin(segment: number): Promise<void> {
    const file = await this.#file(segment);
    await file.truncate(0);
    await file.write(segmentHead(segment, this.#store), 0);
    await file.sync();
    await this.#disk.sync();
    this.#end = segment * perSegment + segmentHeadLength;
  }

  /** Makes room for a frame and says where it goes. */
  async place(length: number): Promise<number> {
    const offset = offsetOf(this.#end);
    if (offset > segmentHeadLength && offset + length > this.#segmentLength) await this.begin(segmentOf(this.#end) + 1);
    return this.#end;
  }

  /** Memory in which to make a frame. */
  room(length: number): Uint8Array {
    return this.#recent.room(length);
  }

  /** Writes a frame where `place` said; it is on stable storage when this resolves. */
  async write(frame: Uint8Array): Promise<void> {
    const file = await this.#file(segmentOf(this.#end));
    await file.writeThrough(frame, offsetOf(this.#end));
    this.#recent.keep(frame, this.#end);
    this.#end += frame.length;
  }

  /** The entry at `at` in bytes that were read; damage is a fault, never a gap. */
  #entryIn(bytes: Uint8Array, at: number, { location, length }: EntryPlace): SealedEntry {
    const entry = readEntry(bytes, at, length, crc32);
    if (entry === undefined) throw new StoreFault(damage(location));
    return entry;
  }

  /** Reads entries in the order of `places`: from memory, or from the disk, where close ones are read in one go. */
  async entries(places: readonly EntryPlace[]): Promise<readonly SealedEntry[]> {
    const entries: SealedEntry[] = [];
    for (let from = 0; from < places.length; ) {
      const first = places[from] ?? nowhere;
      const known = this.#recent.find(first.location);
      if (known !== undefined) {
        entries.push(this.#entryIn(known.bytes, known.at, first));
        from += 1;
        continue;
      }
      const run = runFrom(places, from);
      const end = (run.at(-1) ?? first).location + (run.at(-1) ?? first).length;
      const bytes = await this.bytes(first.location, end - first.location);
      for (const place of run) entries.push(this.#entryIn(bytes, place.location - first.location, place));
      from += run.length;
    }
    return entries;
  }

  /** Reads bytes of one segment. */
  async bytes(location: number, length: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(length);
    const file = await this.#file(segmentOf(location));
    const got = await file.read(bytes, offsetOf(location));
    if (got < length) throw new StoreFault(damage(location + got));
    return bytes;
  }

  /**
   * Walks all frames of the segments from `from` on, which bear the numbers after `number`. Bytes that a crash left behind
   * at the end of the last segment end the walk; any other that is not as it was written is damage and a fault.
   */
  async *scan(from: number, number: number, segments: readonly number[]): AsyncGenerator<FoundFrame, ScanEnd> {
    let [location, expected] = [from, number + 1];
    for (const segment of following(from, segments)) {
      if (segment > segmentOf(location)) location = segment * perSegment + segmentHeadLength;
      const size = await (await this.#file(segment)).size();
      const segmentHead = await this.bytes(segment * perSegment, segmentHeadLength);
      if (storeOfSegment(segmentHead, segment) !== this.#store) throw new StoreFault(damage(segment * perSegment));
      for (;;) {
        const left = size - offsetOf(location);
        if (left === 0) break;
        if (left < 0) throw new StoreFault(damage(location + left));
        const found = await this.#frameAt(location, expected, left);
        if (found === undefined) {
          if (segment !== segments.at(-1)) throw new StoreFault(damage(location));
          await this.#refuseLaterFrames(location, left);
          return { location, torn: left };
        }
        yield found;
        location += found.head.length;
        expected += 1;
      }
    }
    return { location, torn: 0 };
  }

  #window: { base: number; bytes: Uint8Array } = { base: -1, bytes: new Uint8Array(0) };

  /** Bytes from `location` on, at least `length` of them where the segment (`left` more bytes) has them. */
  async #fetch(location: number, length: number, left: number): Promise<{ base: number; bytes: Uint8Array }> {
    const { base, bytes } = this.#window;
    const inside = base >= 0 && location >= base && location + Math.min(length, left) <= base + bytes.length;
    if (!inside) {
      const fresh = await this.bytes(location, Math.min(Math.max(length, window), left));
      this.#window = { base: location, bytes: fresh };
    }
    return this.#window;
  }

  async #frameAt(location: number, expected: number, left: number): Promise<FoundFrame | undefined> {
    const first = await this.#fetch(location, frameHeadLength, left);
    const head = readFrameHead(first.bytes, location - first.base, crc32);
    if (head === undefined || head.number !== expected || head.length > left) return undefined;
    const { base, bytes } = await this.#fetch(location, head.length, left);
    const body = readFrameBody(bytes, location - base, head, crc32);
    return body && { location, head, body, bytes, base };
  }

  /**
   * A frame is begun only after the one before it was on stable storage. So a whole head after bytes that cannot be read
   * proves that these had been acknowledged: they are not an unfinished write, they have rotted.
   */
  async #refuseLaterFrames(location: number, left: number): Promise<void> {
    const rest = await this.bytes(location, left);
    if (findFrame(rest, 1, crc32) !== undefined) throw new StoreFault(damage(location));
  }

  /** Where the next frame goes from now on; cuts off what stands after it. */
  async settle(location: number): Promise<void> {
    const file = await this.#file(segmentOf(location));
    if ((await file.size()) > offsetOf(location)) {
      await file.truncate(offsetOf(location));
      await file.sync();
    }
    this.#window = { base: -1, bytes: new Uint8Array(0) };
    this.#end = location;
  }

  async close(): Promise<void> {
    for (const file of this.#files.values()) await file.close();
    this.#files.clear();
  }
}

const nowhere: EntryPlace = { location: 0, length: 0 };

/** The places from one on that are worth one reading: of one segment, in order, close together. */
function runFrom(places: readonly EntryPlace[], from: number): readonly EntryPlace[] {
  const first = places[from] ?? nowhere;
  let [until, end] = [from, first.location];
  for (let place = places[from]; place !== undefined; place = places[until]) {
    const between = place.location - end;
    const inOrder = segmentOf(place.location) === segmentOf(first.location) && between >= 0;
    if (!inOrder || between > gap || end - first.location > window) break;
    end = place.location + place.length;
    until += 1;
  }
  return places.slice(from, until);
}

/** The segments from a location on; a missing one is damage. */
function following(from: number, segments: readonly number[]): readonly number[] {
  const walked = segments.filter((one) => one >= segmentOf(from));
  const whole = walked.length > 0 && walked.every((one, index) => one === segmentOf(from) + index);
  if (!whole) throw new StoreFault(damage(from));
  return walked;
}

/** Where the first frame of the first segment goes. */
export const firstLocation = perSegment + segmentHeadLength;

/** The finding of damaged bytes at a location of the journal. */
export const damage = (location: number): Finding =>
  ledgerFindings.find('LED-0202', { file: segmentName(segmentOf(location)), offset: offsetOf(location) });
