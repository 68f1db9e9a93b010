import type { Unrecognised } from '#kernel';
import { byteAt, decodeUtf8, wordAt } from '#kernel';
import { asciiText, digitsOf, sameBytes, sameText, withoutSigns } from './byte-text.ts';
import type { Charset } from './charset.ts';
import { asciiFallback } from './charset.ts';
import { seen } from './classes.ts';
import { unpackTag } from './tag.ts';
import type { Tape } from './tape.ts';

// What an import names is looked up at each use, what a constant of this module holds is not: it doubles the speed.
const byte = byteAt;
const word = wordAt;
const { high, release, lineBreak } = seen;

/**
 * Reads one segment of a tape at a time by element and component, both counted from 1 as the standard does, and remembers
 * what was read. Text is made when it is asked for, never before.
 */
export class SegmentCursor {
  readonly #tape: Tape;
  charset: Charset = asciiFallback;
  /** The number of the segment on the tape, from 0. */
  index = 0;
  tag = 0;
  /** The number of elements, the tag not counted. */
  elements = 0;
  /** What was seen in the segment. */
  flags = 0;
  /** The first mark of the segment, and the last, its terminator. */
  #first = 0;
  #last = 0;
  /** The first mark of each element: element `e` begins after mark `#begins[e - 1]`. */
  #begins = new Int32Array(1026);
  #read = new Int32Array(2050);
  #turn = 0;
  /** The text of the whole message where it was made: components are slices of it. */
  #whole: string | undefined;
  #wholeStart = 0;

  constructor(tape: Tape) {
    this.#tape = tape;
  }

  /** Must be called for each message before the first `seek`. */
  begin(charset: Charset): void {
    this.charset = charset;
    this.#whole = undefined;
  }

  /** Makes the text of the whole message at once, which is cheaper than piece by piece for who will read most of it. */
  decodeWhole(): void {
    const tape = this.#tape;
    const { bytes, count, seen: noted } = tape;
    if (count === 0 || (noted & high) !== 0) return;
    this.#wholeStart = tape.start(0);
    this.#whole = decodeUtf8(bytes.subarray(this.#wholeStart, tape.end(count - 1)));
  }

  /** Goes to segment `index` of the tape. */
  seek(index: number): void {
    const tape = this.#tape;
    const { bytes, marks } = tape;
    const { element } = tape.characters;
    const first = tape.first(index);
    const last = tape.last(index);
    if (last - first >= this.#read.length) this.#grow(last - first);
    const begins = this.#begins;
    let count = 0;
    for (let mark = first; mark < last; mark += 1) {
      if (byte(bytes, word(marks, mark)) === element) begins[count++] = mark;
    }
    begins[count] = last;
    this.elements = count;
    this.index = index;
    this.tag = tape.tag(index);
    this.flags = tape.flags(index);
    this.#first = first;
    this.#last = last;
    this.#turn += 1;
  }

  #grow(marks: number): void {
    this.#begins = new Int32Array(2 * marks);
    this.#read = new Int32Array(2 * marks);
  }

  /** The number of components of an element, repetitions counted as components; 0 when the element is absent. */
  components(element: number): number {
    return element > this.elements ? 0 : word(this.#begins, element) - word(this.#begins, element - 1);
  }

  /** The mark before a component; -1 when it is absent. */
  #markOf(element: number, component: number): number {
    if (element > this.elements) return -1;
    const mark = word(this.#begins, element - 1) + component - 1;
    return mark < word(this.#begins, element) ? mark : -1;
  }

  /** The text of a component, released and unwrapped; empty when absent. Marks it as read. */
  text(element: number, component = 1): string {
    const mark = this.#markOf(element, component);
    if (mark < 0) return '';
    this.#read[mark - this.#first] = this.#turn;
    const { marks } = this.#tape;
    return this.#decode(word(marks, mark) + 1, word(marks, mark + 1));
  }

  /** The same without blanks at its ends, which senders leave there. */
  trimmed(element: number, component = 1): string {
    const mark = this.#markOf(element, component);
    if (mark < 0) return '';
    if (this.flags !== 0) return this.text(element, component).trim();
    this.#read[mark - this.#first] = this.#turn;
    const { bytes, marks } = this.#tape;
    let start = word(marks, mark) + 1;
    let end = word(marks, mark + 1);
    while (start < end && byte(bytes, start) === 0x20) start += 1;
    while (start < end && byte(bytes, end - 1) === 0x20) end -= 1;
    return this.#decode(start, end);
  }

  /** True when a component is this text. Marks it as read, and costs no text where its bytes are its text. */
  is(text: string, element: number, component = 1): boolean {
    const mark = this.#markOf(element, component);
    if (mark < 0 || this.flags !== 0) return this.text(element, component) === text;
    this.#read[mark - this.#first] = this.#turn;
    const { bytes, marks } = this.#tape;
    return sameText(bytes, word(marks, mark) + 1, word(marks, mark + 1), text);
  }

  /** The number that a component of up to nine digits is; -1 when it is none, or more than digits. */
  digits(element: number, component = 1): number {
    const mark = this.#markOf(element, component);
    if (mark < 0) return -1;
    const { bytes, marks } = this.#tape;
    return digitsOf(bytes, word(marks, mark) + 1, word(marks, mark + 1));
  }

  /** The bytes from an element to the end of the segment; empty when it has no such element. */
  from(element: number): Uint8Array {
    if (element > this.elements) return new Uint8Array(0);
    const { bytes, marks } = this.#tape;
    return bytes.slice(word(marks, word(this.#begins, element - 1)), word(marks, this.#last));
  }

  /** True when `from(element)` would give the same bytes. */
  isFrom(element: number, same: Uint8Array): boolean {
    if (element > this.elements) return same.length === 0;
    const { bytes, marks } = this.#tape;
    return sameBytes(bytes, word(marks, word(this.#begins, element - 1)), word(marks, this.#last), same);
  }

  /** Takes back that anything of the segment was read. */
  leaveAll(): void {
    this.#turn += 1;
  }

  /** Takes back that a component was read, when its text turned out to mean nothing. */
  leave(element: number, component = 1): void {
    this.#read[word(this.#begins, element - 1) + component - 1 - this.#first] = 0;
  }

  #decode(start: number, end: number): string {
    if (end === start) return '';
    const { bytes, characters } = this.#tape;
    const { flags } = this;
    let text: string;
    if (this.#whole !== undefined) text = this.#whole.slice(start - this.#wholeStart, end - this.#wholeStart);
    else if ((flags & high) === 0) text = asciiText(bytes, start, end);
    else text = this.charset.decode(bytes.subarray(start, end));
    return (flags & (release | lineBreak)) === 0 ? text : withoutSigns(text, characters.release);
  }

  /** The whole segment as it stands in the bytes, its terminator not included. */
  raw(): string {
    return this.textBetween(this.#tape.start(this.index), this.#tape.end(this.index));
  }

  /** True when every byte of the segment is one that the character set knows. */
  isAllowed(): boolean {
    const tape = this.#tape;
    return this.charset.allows(tape.bytes.subarray(tape.start(this.index), tape.end(this.index)));
  }

  /** The place of a component in the tape's bytes; of the segment itself when element is 0. */
  offset(element: number, component = 1): number {
    const { marks } = this.#tape;
    if (element === 0 || element > this.elements) return this.#tape.start(this.index);
    const mark = word(this.#begins, element - 1) + component - 1;
    return word(marks, Math.min(mark, word(this.#begins, element) - 1)) + 1;
  }

  /** Where the segment ends, its terminator included. */
  end(): number {
    return this.#tape.end(this.index) + 1;
  }

  /** The text between two offsets of the tape's bytes, as it stands there. */
  textBetween(start: number, end: number): string {
    return this.charset.decode(this.#tape.bytes.subarray(start, end));
  }

  /** Marks the whole segment as read. */
  skip(): void {
    this.#read.fill(this.#turn, 0, this.#last - this.#first);
  }

  /** True when a component that is not empty was never asked for. */
  hasUnread(): boolean {
    const { marks } = this.#tape;
    const first = this.#first;
    for (let mark = first; mark < this.#last; mark += 1) {
      if (word(this.#read, mark - first) === this.#turn) continue;
      if (word(marks, mark + 1) - word(marks, mark) > 1) return true;
    }
    return false;
  }

  /** The components that are not empty and were never asked for, with `base` added to their offsets. */
  *unread(base: number): Generator<Unrecognised & { readonly element: number; readonly component: number }> {
    const { marks } = this.#tape;
    for (let element = 1; element <= this.elements; element += 1) {
      for (let component = 1; component <= this.components(element); component += 1) {
        const mark = this.#markOf(element, component);
        const offset = word(marks, mark) + 1;
        const length = word(marks, mark + 1) - offset;
        if (length === 0 || word(this.#read, mark - this.#first) === this.#turn) continue;
        yield { element, component, offset: base + offset, length, text: this.#decode(offset, offset + length) };
      }
    }
  }

  /** The tag as text; what stands in its place when it is none. */
  tagText(): string {
    return this.tag === 0 ? this.raw().slice(0, 12) : unpackTag(this.tag);
  }
}
