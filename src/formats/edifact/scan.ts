import type { Tape } from './tape.ts';
import { isServiceTag, notedKind, seen, separatorKind, terminatorKind } from './tape.ts';

/** How much one segment may hold. */
export interface SegmentLimits {
  readonly segmentBytes: number;
  readonly segmentElements: number;
}

/**
 * Scans from `tape.at` to `end` and records segments, until one of the envelope (UNx) or one that is too long is
 * complete, or until the bytes are used up.
 * @returns true after such a segment, the last on the tape; false when more bytes are needed
 */
export function scan(tape: Tape, end: number, limits: SegmentLimits): boolean {
  for (;;) {
    if (tape.open < 0 && !enterSegment(tape, end)) return false;
    if (!scanSegment(tape, end, limits.segmentElements)) return false;
    const segment = closeSegment(tape, limits.segmentBytes);
    if (isServiceTag(tape.tags[segment] as number) || ((tape.flags[segment] as number) & seen.tooLong) !== 0)
      return true;
  }
}

/** Passes over the line breaks, blanks and control characters between segments. */
function enterSegment(tape: Tape, end: number): boolean {
  const { bytes } = tape;
  let at = tape.at;
  while (at < end && (bytes[at] as number) <= 0x20) at += 1;
  tape.at = at;
  if (at === end) return false;
  tape.open = at;
  tape.openFlags = 0;
  return true;
}

/** Records the marks of the open segment; true when its terminator was reached. The hot loop of the whole room. */
function scanSegment(tape: Tape, end: number, mostMarks: number): boolean {
  const { bytes, classes } = tape;
  const { kind } = classes;
  const last = (tape.firsts[tape.count] as number) + mostMarks;
  let { marks, markCount } = tape;
  let at = tape.at;
  let complete = false;
  while (at < end) {
    const what = kind[bytes[at] as number] as number;
    if (what === 0) {
      at += 1;
      continue;
    }
    if (what === separatorKind || what === terminatorKind) {
      if (markCount === marks.length) {
        tape.growMarks();
        marks = tape.marks;
      }
      if (what === terminatorKind) {
        marks[markCount++] = at++;
        complete = true;
        break;
      }
      if (markCount < last) marks[markCount++] = at;
      else tape.openFlags |= seen.tooManyElements;
      at += 1;
    } else {
      const next = pass(tape, at, end);
      // A release character as the last byte: what it releases comes with the next chunk.
      if (next < 0) break;
      at = next;
    }
  }
  tape.at = at;
  tape.markCount = markCount;
  return complete;
}

/** Passes over a release character with what it releases, or over a byte to be noted; -1 when more bytes are needed. */
function pass(tape: Tape, at: number, end: number): number {
  const byte = tape.bytes[at] as number;
  const { kind, note } = tape.classes;
  if (kind[byte] === notedKind) {
    tape.openFlags |= note[byte] as number;
    return at + 1;
  }
  let released = at + 1;
  // A hard wrap may stand between the release character and what it releases.
  while (released < end && isLineBreak(tape.bytes[released] as number)) released += 1;
  if (released >= end) return -1;
  tape.openFlags |= seen.release | (note[tape.bytes[released] as number] as number);
  if (released > at + 1) tape.openFlags |= seen.lineBreak;
  return released + 1;
}

const isLineBreak = (byte: number): boolean => byte === 0x0d || byte === 0x0a;

function closeSegment(tape: Tape, mostBytes: number): number {
  const segment = tape.count;
  if (segment === tape.starts.length) tape.growSegments();
  const start = tape.open;
  const tagEnd = tape.marks[tape.firsts[segment] as number] as number;
  tape.starts[segment] = start;
  tape.firsts[segment + 1] = tape.markCount;
  tape.flags[segment] = tape.openFlags | (tape.at - start > mostBytes ? seen.tooLong : 0);
  tape.tags[segment] = tagAt(tape, start, tagEnd);
  tape.count = segment + 1;
  tape.open = -1;
  return segment;
}

/** The tag between `start` and `end`, packed; 0 when it is none. */
function tagAt(tape: Tape, start: number, end: number): number {
  const { bytes } = tape;
  const first = bytes[start] as number;
  const second = bytes[start + 1] as number;
  const third = bytes[start + 2] as number;
  if (end - start === 3 && isTagByte(first) && isTagByte(second) && isTagByte(third)) {
    return (first << 16) | (second << 8) | third;
  }
  const { flags, count } = tape;
  flags[count] = (flags[count] as number) | seen.oddTag;
  return oddTag(bytes, start, end);
}

/** A tag with line breaks or blanks within; 0 when what remains is not three letters or digits. */
function oddTag(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > 16) return 0;
  let packed = 0;
  let count = 0;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] as number;
    if (byte <= 0x20) continue;
    if (count === 3 || !isTagByte(byte)) return 0;
    packed = (packed << 8) | byte;
    count += 1;
  }
  return count === 3 ? packed : 0;
}

/** Capital letters and digits. */
const isTagByte = (byte: number): boolean => (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x30 && byte <= 0x39);
