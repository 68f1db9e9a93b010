import { wordAt } from '#kernel';
import type { Classes } from './classes.ts';
import { classesOf, seen } from './classes.ts';
import type { ServiceCharacters } from './service-characters.ts';
import { defaultCharacters } from './service-characters.ts';

// What an import names is looked up at each use, what a constant of this module holds is not: it doubles the speed.
const word = wordAt;

/** Words a segment, and what stands in each. */
const width = 4;
const startWord = 0;
const firstWord = 1;
const tagWord = 2;
const flagsWord = 3;

/**
 * The segments of one message as offsets into the bytes: no string, no array per field. `marks` holds the place of every
 * separator and terminator: the text between two marks is one component, that before the first of a segment its tag. The
 * arrays are reused from message to message.
 */
export class Tape {
  bytes: Uint8Array;
  marks = new Int32Array(2048);
  /** Four words a segment: where it begins, its first mark, its tag, what was seen in it. */
  #segments = new Int32Array(512 * width);
  /** Complete segments. */
  count = 0;
  /** What was seen in any of them. */
  seen = 0;
  characters: ServiceCharacters = defaultCharacters;
  classes: Classes = classesOf(defaultCharacters, true);
  /** Where the scanner stands. */
  at = 0;
  /** The marks of a segment that is not complete yet follow those of the complete ones. */
  markCount = 0;
  /** Where the segment that is not complete yet begins; -1 between segments. */
  open = -1;
  openFlags = 0;

  constructor(bytes: Uint8Array = new Uint8Array(0)) {
    this.bytes = bytes;
  }

  /** Uses another set of service characters from here on; `lowerCase` when small letters are nothing to note. */
  use(characters: ServiceCharacters, lowerCase: boolean): void {
    this.characters = characters;
    this.classes = classesOf(characters, lowerCase);
  }

  /** Where a segment begins. */
  start(segment: number): number {
    return word(this.#segments, segment * width + startWord);
  }

  /** The first mark of a segment; of the open one when that is meant. */
  first(segment: number): number {
    return word(this.#segments, segment * width + firstWord);
  }

  /** The last mark of a segment, its terminator. */
  last(segment: number): number {
    return word(this.#segments, (segment + 1) * width + firstWord) - 1;
  }

  /** The packed tag of a segment; 0 when it has none. */
  tag(segment: number): number {
    return word(this.#segments, segment * width + tagWord);
  }

  /** What was seen in a segment. */
  flags(segment: number): number {
    return word(this.#segments, segment * width + flagsWord);
  }

  /** Where the text of a segment ends: the place of its terminator. */
  end(segment: number): number {
    return word(this.marks, this.last(segment));
  }

  /** Puts the open segment on the tape, of which the scanner has passed the terminator. */
  close(tag: number): void {
    const segments = this.#segments;
    const at = this.count * width;
    segments[at + startWord] = this.open;
    segments[at + tagWord] = tag;
    segments[at + flagsWord] = this.openFlags;
    segments[at + width + firstWord] = this.markCount;
    this.seen |= this.openFlags;
    this.count += 1;
    this.open = -1;
  }

  /** Forgets the complete segments, keeping the last `keep` of them (0 or 1) and what is open. */
  drop(keep: number): void {
    const dropped = this.count - keep;
    if (dropped === 0) return;
    const segments = this.#segments;
    const firstMark = this.first(dropped);
    segments[firstWord] = 0;
    if (keep === 1) {
      segments[startWord] = this.start(dropped);
      segments[tagWord] = this.tag(dropped);
      segments[flagsWord] = this.flags(dropped);
      segments[width + firstWord] = this.last(dropped) + 1 - firstMark;
    }
    if (this.markCount > firstMark) this.marks.copyWithin(0, firstMark, this.markCount);
    this.markCount -= firstMark;
    this.count = keep;
    this.seen = keep === 0 ? 0 : this.flags(0);
  }

  /** Moves all offsets down by `by`, after the bytes before them were given up. */
  shift(by: number): void {
    const { marks } = this;
    const segments = this.#segments;
    for (let mark = 0; mark < this.markCount; mark += 1) marks[mark] = word(marks, mark) - by;
    for (let segment = 0; segment < this.count; segment += 1) segments[segment * width] = this.start(segment) - by;
    this.at -= by;
    if (this.open >= 0) this.open -= by;
  }

  /** Gives up what was scanned of the open segment, which is too long to be held; it is still open. */
  giveUpOpen(): void {
    this.open = this.at;
    this.openFlags |= seen.tooLong;
    this.markCount = this.first(this.count);
  }

  /** Makes room for one segment more, of so many marks at most. */
  reserve(marks: number): void {
    const segments = this.#segments;
    if ((this.count + 2) * width > segments.length) this.#segments = grown(segments, segments.length * 2);
    const needed = this.markCount + marks;
    if (needed > this.marks.length) this.marks = grown(this.marks, Math.max(needed, this.marks.length * 2));
  }
}

function grown(from: Int32Array<ArrayBuffer>, size: number): Int32Array<ArrayBuffer> {
  const to = new Int32Array(size);
  to.set(from);
  return to;
}
