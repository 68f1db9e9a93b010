import type { Unrecognised } from '#kernel';
import { decodeLatin1, decodeUtf8 } from '#kernel';
import type { Charset } from './charset.ts';
import { asciiFallback } from './charset.ts';
import type { Tape } from './tape.ts';
import { seen, unpackTag } from './tape.ts';

/** Reads one segment of a tape at a time by element and component, both counted from 1 as the standard does, and remembers what was read. */
export class SegmentCursor {
  readonly #tape: Tape;
  charset: Charset = asciiFallback;
  /** The number of the segment on the tape, from 0. */
  index = 0;
  tag = 0;
  /** The number of elements, the tag not counted. */
  elements = 0;
  /** The first mark of each element: element `e` begins after mark `#begins[e - 1]`. */
  #begins = new Int32Array(1026);
  #read = new Int32Array(2050);
  #turn = 0;
  /** The text of the whole message, when it is ASCII: then components are slices of it. */
  #text = '';
  #textStart = 0;
  #plain = false;
  /** What was seen in any segment of the message. */
  flags = 0;

  constructor(tape: Tape) {
    this.#tape = tape;
  }

  /** Must be called for each message before the first `seek`. */
  begin(charset: Charset): void {
    const tape = this.#tape;
    this.charset = charset;
    let flags = 0;
    for (let segment = 0; segment < tape.count; segment += 1) flags |= tape.flags[segment] as number;
    this.flags = flags;
    this.#plain = (flags & seen.high) === 0;
    this.#textStart = tape.starts[0] as number;
    this.#text = this.#plain ? decodeUtf8(tape.bytes.subarray(this.#textStart, tape.end(tape.count - 1))) : '';
  }

  /** Goes to segment `index` of the tape. */
  seek(index: number): void {
    const tape = this.#tape;
    const { bytes, marks, firsts } = tape;
    const { element } = tape.characters;
    const first = firsts[index] as number;
    const last = (firsts[index + 1] as number) - 1;
    this.index = index;
    this.tag = tape.tags[index] as number;
    this.#turn += 1;
    let count = 0;
    for (let mark = first; mark < last; mark += 1) {
      if (bytes[marks[mark] as number] === element) {
        if (count + 2 > this.#begins.length) this.#grow();
        this.#begins[count++] = mark;
      }
    }
    this.#begins[count] = last;
    this.elements = count;
  }

  #grow(): void {
    const begins = new Int32Array(this.#begins.length * 2);
    begins.set(this.#begins);
    this.#begins = begins;
  }

  /** The number of components of an element, repetitions counted as components; 0 when the element is absent. */
  components(element: number): number {
    if (element > this.elements) return 0;
    return (this.#begins[element] as number) - (this.#begins[element - 1] as number);
  }

  /** The text of a component, released and unwrapped; empty when absent. Marks it as read. */
  text(element: number, component = 1): string {
    if (element > this.elements) return '';
    const mark = (this.#begins[element - 1] as number) + component - 1;
    if (mark >= (this.#begins[element] as number)) return '';
    return this.#textAfter(mark);
  }

  /** The same without blanks at its ends, which senders leave there. */
  trimmed(element: number, component = 1): string {
    const text = this.text(element, component);
    return text.charCodeAt(0) === 0x20 || text.charCodeAt(text.length - 1) === 0x20 ? text.trim() : text;
  }

  /** Takes back that a component was read, when its text turned out to mean nothing. */
  leave(element: number, component = 1): void {
    const place = (this.#begins[element - 1] as number) + component - 1 - (this.#tape.firsts[this.index] as number);
    this.#read[place] = 0;
  }

  #textAfter(mark: number): string {
    const { marks, firsts } = this.#tape;
    const place = mark - (firsts[this.index] as number);
    if (place >= this.#read.length) this.#growRead(place);
    this.#read[place] = this.#turn;
    return this.#decode((marks[mark] as number) + 1, marks[mark + 1] as number);
  }

  #growRead(place: number): void {
    const read = new Int32Array(place * 2);
    read.set(this.#read);
    this.#read = read;
  }

  #decode(start: number, end: number): string {
    if (end === start) return '';
    const tape = this.#tape;
    const text = this.#plain
      ? this.#text.slice(start - this.#textStart, end - this.#textStart)
      : this.charset.decode(tape.bytes.subarray(start, end));
    const flags = tape.flags[this.index] as number;
    return (flags & (seen.release | seen.lineBreak)) === 0 ? text : withoutSigns(text, tape.characters.release);
  }

  /** The whole segment as it stands in the bytes, its terminator not included. */
  raw(): string {
    const tape = this.#tape;
    return this.charset.decode(tape.bytes.subarray(tape.starts[this.index], tape.end(this.index)));
  }

  /** The place of a component in the tape's bytes; of the segment itself when element is 0. */
  offset(element: number, component = 1): number {
    const tape = this.#tape;
    if (element === 0 || element > this.elements) return tape.starts[this.index] as number;
    const mark = Math.min((this.#begins[element - 1] as number) + component - 1, (this.#begins[element] as number) - 1);
    return (tape.marks[mark] as number) + 1;
  }

  /** Where the segment ends, its terminator included. */
  end(): number {
    return this.#tape.end(this.index) + 1;
  }

  /** The first segment of the message with a lower-case ASCII letter; -1 when there is none. */
  firstLowerCase(): number {
    const { starts, count, bytes } = this.#tape;
    const text = this.#plain ? this.#text : decodeLatin1(bytes, this.#textStart, this.#tape.end(count - 1));
    const found = text.search(/[a-z]/);
    if (found < 0) return -1;
    let index = 0;
    while (index + 1 < count && (starts[index + 1] as number) <= found + this.#textStart) index += 1;
    return index;
  }

  /** The text between two offsets of the tape's bytes, as it stands there. */
  textBetween(start: number, end: number): string {
    return this.charset.decode(this.#tape.bytes.subarray(start, end));
  }

  /** Marks the whole segment as read. */
  skip(): void {
    const last = (this.#tape.firsts[this.index + 1] as number) - (this.#tape.firsts[this.index] as number);
    if (last >= this.#read.length) this.#growRead(last);
    this.#read.fill(this.#turn, 0, last);
  }

  /** True when a component that is not empty was never asked for. */
  hasUnread(): boolean {
    const { marks, firsts } = this.#tape;
    const first = firsts[this.index] as number;
    const last = (firsts[this.index + 1] as number) - 1;
    for (let mark = first; mark < last; mark += 1) {
      if (this.#read[mark - first] !== this.#turn && (marks[mark + 1] as number) - (marks[mark] as number) > 1)
        return true;
    }
    return false;
  }

  /** The components that are not empty and were never asked for, with `base` added to their offsets. */
  *unread(base: number): Generator<Unrecognised & { readonly element: number; readonly component: number }> {
    const { marks } = this.#tape;
    const first = this.#tape.firsts[this.index] as number;
    for (let element = 1; element <= this.elements; element += 1) {
      const begin = this.#begins[element - 1] as number;
      for (let component = 1; component <= this.components(element); component += 1) {
        const mark = begin + component - 1;
        const offset = (marks[mark] as number) + 1;
        const length = (marks[mark + 1] as number) - offset;
        if (length === 0 || this.#read[mark - first] === this.#turn) continue;
        yield { element, component, offset: base + offset, length, text: this.#decode(offset, offset + length) };
      }
    }
  }

  /** The tag as text; what stands in its place when it is none. */
  tagText(): string {
    return this.tag === 0 ? this.raw().slice(0, 12) : unpackTag(this.tag);
  }
}

/** Takes line breaks out and release characters off. */
function withoutSigns(text: string, release: number): string {
  if (release === 0) return text.replace(/[\r\n]/g, '');
  const sign = String.fromCharCode(release);
  let out = '';
  for (let at = 0; at < text.length; at += 1) {
    let character = text.charAt(at);
    if (character === sign) {
      at += 1;
      while (text.charAt(at) === '\r' || text.charAt(at) === '\n') at += 1;
      character = text.charAt(at);
    }
    if (character !== '\r' && character !== '\n') out += character;
  }
  return out;
}
