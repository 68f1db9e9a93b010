import { byteAt, wordAt } from '#kernel';
import { meaning, seen } from './classes.ts';
import { isServiceTag } from './tag.ts';
import type { Tape } from './tape.ts';

// What an import names is looked up at each use, what a constant of this module holds is not: it doubles the speed.
const byte = byteAt;
const word = wordAt;
const isService = isServiceTag;
const { text, separator, terminator, noted } = meaning;
const { release, lineBreak, tooManyElements, tooLong, oddTag } = seen;

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
export function scan(tape: Tape, end: number, { segmentBytes, segmentElements }: SegmentLimits): boolean {
  if (!enterSegment(tape, end, segmentElements)) return false;
  const { bytes } = tape;
  const { kind } = tape.classes;
  let { at, marks, markCount } = tape;
  let last = tape.first(tape.count) + segmentElements;
  // The hot loop of the whole room.
  for (; at < end; at += 1) {
    at += textRun(kind, bytes, at, end);
    const what = byte(kind, byte(bytes, at));
    if (what === text) continue;
    if (what === separator) {
      if (markCount < last) marks[markCount++] = at;
      else tape.openFlags |= tooManyElements;
    } else if (what === terminator) {
      marks[markCount++] = at;
      tape.at = at + 1;
      tape.markCount = markCount;
      if (closeSegment(tape, segmentBytes)) return true;
      if (!enterSegment(tape, end, segmentElements)) return false;
      at = tape.at - 1;
      marks = tape.marks;
      last = markCount + segmentElements;
    } else {
      const passed = pass(tape, at, end);
      // A release character as the last byte: what it releases comes with the next chunk.
      if (passed < 0) break;
      at = passed;
    }
  }
  tape.at = at;
  tape.markCount = markCount;
  return false;
}

/** Passes over the line breaks, blanks and control characters before a segment, unless one is open; false when none begins. */
function enterSegment(tape: Tape, end: number, mostMarks: number): boolean {
  if (tape.open >= 0) return true;
  const { bytes } = tape;
  let { at } = tape;
  while (at < end && byte(bytes, at) <= 0x20) at += 1;
  tape.at = at;
  if (at === end) return false;
  // One mark more than the limit: that of the terminator.
  tape.reserve(mostMarks + 1);
  tape.open = at;
  tape.openFlags = 0;
  return true;
}

/** How many of three bytes are text before one that is not: a round of the loop costs more than a byte. */
function textRun(kind: Uint8Array, bytes: Uint8Array, at: number, end: number): number {
  if (at + 3 >= end) return 0;
  if (byte(kind, byte(bytes, at)) !== text) return 0;
  if (byte(kind, byte(bytes, at + 1)) !== text) return 1;
  return byte(kind, byte(bytes, at + 2)) === text ? 3 : 2;
}

/** Notes a byte, or a release character with what it releases; gives the last byte of it, -1 when more are needed. */
function pass(tape: Tape, at: number, end: number): number {
  const { bytes, classes } = tape;
  const sign = byte(bytes, at);
  if (byte(classes.kind, sign) === noted) {
    tape.openFlags |= byte(classes.note, sign);
    return at;
  }
  let released = at + 1;
  // A hard wrap may stand between the release character and what it releases.
  while (released < end && isLineBreak(byte(bytes, released))) released += 1;
  if (released >= end) return -1;
  tape.openFlags |= release | byte(classes.note, byte(bytes, released));
  if (released > at + 1) tape.openFlags |= lineBreak;
  return released;
}

const isLineBreak = (sign: number): boolean => sign === 0x0d || sign === 0x0a;

/** Puts the open segment on the tape; true when it is of the envelope or too long. */
function closeSegment(tape: Tape, mostBytes: number): boolean {
  const { open } = tape;
  const tag = tagAt(tape, open, word(tape.marks, tape.first(tape.count)));
  if (tape.at - open > mostBytes) tape.openFlags |= tooLong;
  tape.close(tag);
  return isService(tag) || (tape.openFlags & tooLong) !== 0;
}

/** The tag between `start` and `end`, packed; 0 when it is none. */
function tagAt(tape: Tape, start: number, end: number): number {
  const { bytes } = tape;
  if (end - start === 3) {
    const first = byte(bytes, start);
    const second = byte(bytes, start + 1);
    const third = byte(bytes, start + 2);
    if (isTagByte(first) && isTagByte(second) && isTagByte(third)) return (first << 16) | (second << 8) | third;
  }
  tape.openFlags |= oddTag;
  return spacedTag(bytes, start, end);
}

/** A tag with line breaks or blanks within; 0 when what remains is not three letters or digits. */
function spacedTag(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > 16) return 0;
  let packed = 0;
  let count = 0;
  for (let at = start; at < end; at += 1) {
    const sign = byte(bytes, at);
    if (sign <= 0x20) continue;
    if (count === 3 || !isTagByte(sign)) return 0;
    packed = (packed << 8) | sign;
    count += 1;
  }
  return count === 3 ? packed : 0;
}

/** Capital letters and digits. */
const isTagByte = (sign: number): boolean => (sign >= 0x41 && sign <= 0x5a) || (sign >= 0x30 && sign <= 0x39);
