import type { ServiceCharacters } from './service-characters.ts';
import { defaultCharacters } from './service-characters.ts';

/** What was seen inside a segment, beside its text: bits of `Tape.flags`. */
export const seen = {
  /** A release character: its text must be unescaped. */
  release: 1,
  /** A line break inside (hard wrap): it is no part of the text. */
  lineBreak: 2,
  /** A byte over 0x7F: its text must be decoded by the character set. */
  high: 4,
  /** A control character that no character set allows. */
  control: 8,
  /** More marks than the limit: those over it were not recorded. */
  tooManyElements: 16,
  /** Longer than the limit. */
  tooLong: 32,
  /** A tag that is not three bytes: a break or blanks within, or no tag at all. */
  oddTag: 64,
} as const;

/** Bytes by what they mean to the scanner; everything that is 0 is text and is passed over. */
const mark = 1;
const terminator = 2;
const release = 3;
const noted = 4;

/** What each of the 256 byte values means under a set of service characters, and what it leaves in `flags`. */
export interface Classes {
  readonly kind: Uint8Array;
  readonly note: Uint8Array;
}

/** Makes the table for a set of service characters. Line breaks, control characters and high bytes are noted in passing. */
export function classesOf(characters: ServiceCharacters): Classes {
  const kind = new Uint8Array(256);
  const note = new Uint8Array(256);
  for (let byte = 0; byte < 256; byte += 1) {
    if (byte >= 0x20 && byte < 0x7f) continue;
    kind[byte] = noted;
    note[byte] = byte > 0x7f ? seen.high : byte === 0x0d || byte === 0x0a ? seen.lineBreak : seen.control;
  }
  if (characters.repetition !== 0) kind[characters.repetition] = mark;
  if (characters.release !== 0) kind[characters.release] = release;
  kind[characters.component] = mark;
  kind[characters.element] = mark;
  kind[characters.terminator] = terminator;
  return { kind, note };
}

/** Three bytes of a tag as one number, so that a tag costs no string. */
export const packTag = (tag: string): number =>
  (tag.charCodeAt(0) << 16) | (tag.charCodeAt(1) << 8) | tag.charCodeAt(2);

/** The text of a packed tag. */
export const unpackTag = (packed: number): string =>
  String.fromCharCode((packed >> 16) & 255, (packed >> 8) & 255, packed & 255);

const servicePrefix = packTag('UN\0') >> 8;

/** True for UNA, UNB, UNG, UNH, UNS, UNT, UNE, UNZ and all others of the envelope. */
export const isServiceTag = (packed: number): boolean => packed >> 8 === servicePrefix;

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
  characters: ServiceCharacters = defaultCharacters;
  classes: Classes = classesOf(defaultCharacters);
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

  /** Uses another set of service characters from here on. */
  use(characters: ServiceCharacters): void {
    this.characters = characters;
    this.classes = classesOf(characters);
  }

  /** Forgets the complete segments, keeping the last `keep` of them (0 or 1) and what is open. */
  drop(keep: number): void {
    const first = this.count - keep;
    const firstMark = this.firsts[first] as number;
    if (keep === 1) {
      this.starts[0] = this.starts[first] as number;
      this.tags[0] = this.tags[first] as number;
      this.flags[0] = this.flags[first] as number;
      this.firsts[1] = (this.firsts[this.count] as number) - firstMark;
    }
    this.marks.copyWithin(0, firstMark, this.markCount);
    this.markCount -= firstMark;
    this.firsts[0] = 0;
    this.count = keep;
  }

  /** Moves all offsets down by `by`, after the bytes before them were given up. */
  shift(by: number): void {
    for (let mark = 0; mark < this.markCount; mark += 1) this.marks[mark] = (this.marks[mark] as number) - by;
    for (let segment = 0; segment < this.count; segment += 1) {
      this.starts[segment] = (this.starts[segment] as number) - by;
    }
    this.at -= by;
    if (this.open >= 0) this.open -= by;
  }

  /** Gives up what was scanned of the open segment, which is too long to be held; it is still open. */
  giveUpOpen(): void {
    this.open = this.at;
    this.openFlags |= seen.tooLong;
    this.markCount = this.firsts[this.count] as number;
  }

  /** Where the text of segment `s` ends: the place of its terminator. */
  end(segment: number): number {
    return this.marks[(this.firsts[segment + 1] as number) - 1] as number;
  }

  /** Doubles the room for segments. */
  growSegments(): void {
    const size = this.starts.length * 2;
    this.starts = grown(this.starts, size);
    this.tags = grown(this.tags, size);
    this.firsts = grown(this.firsts, size + 1);
    const flags = new Uint8Array(size);
    flags.set(this.flags);
    this.flags = flags;
  }

  /** Doubles the room for marks. */
  growMarks(): void {
    this.marks = grown(this.marks, this.marks.length * 2);
  }
}

function grown(from: Int32Array<ArrayBuffer>, size: number): Int32Array<ArrayBuffer> {
  const to = new Int32Array(size);
  to.set(from);
  return to;
}

export { mark as separatorKind, noted as notedKind, release as releaseKind, terminator as terminatorKind };
