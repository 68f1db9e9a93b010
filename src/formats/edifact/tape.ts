import { byteAt, wordAt } from '#kernel';
import type { Classes } from './classes.ts';
import { classesOf, seen } from './classes.ts';
import type { ServiceCharacters } from './service-characters.ts';
import { defaultCharacters } from './service-characters.ts';

// What an import names is looked up at each use, what a constant of this module holds is not: it doubles the speed.
const byte = byteAt;
const word = wordAt;

/**
 * The segments of one message as offsets into the bytes: no string, no array per field. `marks` holds the place of every
 * separator; segment `s` owns those from `firsts[s]` to `firsts[s + 1]`, its text begins at `starts[s]`, and the text
 * between two marks is one component. The arrays are reused from message to message.
 */
export class Tape {
  bytes: Uint8Array;
  marks = new Int32Array(2048);
  starts = new Int32Array(512);
  firsts = new Int32Array(513);
  tags = new Int32Array(512);
  flags = new Uint8Array(512);
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

  /** Forgets the complete segments, keeping the last `keep` of them (0 or 1) and what is open. */
  drop(keep: number): void {
    const first = this.count - keep;
    if (first === 0) return;
    const firstMark = word(this.firsts, first);
    this.seen = 0;
    if (keep === 1) {
      this.starts[0] = word(this.starts, first);
      this.tags[0] = word(this.tags, first);
      this.seen = byte(this.flags, first);
      this.flags[0] = this.seen;
      this.firsts[1] = word(this.firsts, this.count) - firstMark;
    }
    if (this.markCount > firstMark) this.marks.copyWithin(0, firstMark, this.markCount);
    this.markCount -= firstMark;
    this.firsts[0] = 0;
    this.count = keep;
  }

  /** Moves all offsets down by `by`, after the bytes before them were given up. */
  shift(by: number): void {
    for (let mark = 0; mark < this.markCount; mark += 1) this.marks[mark] = word(this.marks, mark) - by;
    for (let segment = 0; segment < this.count; segment += 1) this.starts[segment] = word(this.starts, segment) - by;
    this.at -= by;
    if (this.open >= 0) this.open -= by;
  }

  /** Gives up what was scanned of the open segment, which is too long to be held; it is still open. */
  giveUpOpen(): void {
    this.open = this.at;
    this.openFlags |= seen.tooLong;
    this.markCount = word(this.firsts, this.count);
  }

  /** Where the text of segment `s` ends: the place of its terminator. */
  end(segment: number): number {
    return word(this.marks, word(this.firsts, segment + 1) - 1);
  }

  /** Makes room for one segment more, of so many marks at most. */
  reserve(marks: number): void {
    if (this.count === this.starts.length) this.#growSegments();
    const needed = this.markCount + marks;
    if (needed > this.marks.length) this.marks = grown(this.marks, Math.max(needed, 2 * this.marks.length));
  }

  #growSegments(): void {
    const size = this.starts.length * 2;
    this.starts = grown(this.starts, size);
    this.tags = grown(this.tags, size);
    this.firsts = grown(this.firsts, size + 1);
    const flags = new Uint8Array(size);
    flags.set(this.flags);
    this.flags = flags;
  }
}

function grown(from: Int32Array<ArrayBuffer>, size: number): Int32Array<ArrayBuffer> {
  const to = new Int32Array(size);
  to.set(from);
  return to;
}
