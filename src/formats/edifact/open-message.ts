import type { ChunkBuffer } from './buffer.ts';
import type { Charset } from './charset.ts';
import type { MessageHeader } from './envelope.ts';
import type { EnvelopeCheck } from './envelope-check.ts';
import type { EdifactLimits } from './limits.ts';
import { checkMessage } from './message-check.ts';
import type { Report } from './report.ts';
import type { ScannedMessage } from './scanned-message.ts';
import type { SegmentCursor } from './segment-cursor.ts';
import type { Tape } from './tape.ts';

/** What all parts of the reader look at together. */
export interface Desk {
  readonly tape: Tape;
  readonly buffer: ChunkBuffer;
  readonly segments: SegmentCursor;
  readonly limits: EdifactLimits;
}

/** The message that is open, if one is; gives it up when it exceeds a limit, so that memory stays bounded. */
export class OpenMessage {
  readonly #desk: Desk;
  readonly #report: Report;
  #header: MessageHeader | undefined;
  /** Its number in the lodgement, from 1; that of the last one when none is open. */
  number = 0;
  #start = 0;
  /** Segments that were given up; -1 while all are held. */
  #givenUp = -1;

  constructor(desk: Desk, report: Report) {
    this.#desk = desk;
    this.#report = report;
  }

  get isOpen(): boolean {
    return this.#header !== undefined;
  }

  /** Opens a message at the UNH that the cursor stands on. */
  open(header: MessageHeader): void {
    this.#header = header;
    this.number += 1;
    this.#givenUp = -1;
    this.#start = this.#desk.buffer.base + this.#desk.segments.offset(0);
    if (header.reference === '') this.#lacks(1);
    if (header.type === '') this.#lacks(2);
  }

  #lacks(element: number): void {
    const at = { tag: 'UNH', offset: this.#start, message: this.number, segment: 1, element };
    this.#report.add('EDI-0309', { element }, at);
  }

  /** Hands over the message that is open, of which the first `count` segments of the tape are; undefined when none is. */
  close(count: number, charset: Charset, check: EnvelopeCheck): ScannedMessage | undefined {
    const { tape, segments, buffer, limits } = this.#desk;
    const { base } = buffer;
    const header = this.#header;
    if (header === undefined) return undefined;
    const whole = tape.count;
    const end = Math.min(base + buffer.lodged, base + (count > 0 ? tape.end(count - 1) + 1 : tape.at));
    tape.count = count;
    this.bound();
    segments.begin(charset);
    const earlier = Math.max(this.#givenUp, 0);
    checkMessage(tape, segments, this.#report, { number: this.number, header, base, earlier, end, limits });
    tape.count = whole;
    this.#header = undefined;
    return {
      number: this.number,
      header,
      envelope: check.envelopeWith(count < 2 ? undefined : this.#segmentBreak()),
      segments,
      count,
      base,
      offset: this.#start,
      length: end - this.#start,
      findings: this.#report.take(),
      held: this.#givenUp < 0,
    };
  }

  /** The line break between the first two segments of the message; undefined when something else stands there. */
  #segmentBreak(): string | undefined {
    const { tape, segments } = this.#desk;
    const start = tape.end(0) + 1;
    const end = tape.start(1);
    if (start === end) return '';
    if (end === start + 1 && tape.bytes[start] === 0x0a) return '\n';
    const text = segments.textBetween(start, end);
    return /[^\r\n]/.test(text) ? undefined : text;
  }

  /** A segment over the limit costs the message that it stands in: only its number of segments is kept. */
  giveUpLong(offset: number): void {
    const segment = Math.max(this.#givenUp, 0) + this.#desk.tape.count;
    const limit = this.#desk.limits.segmentBytes;
    this.#report.add('EDI-0119', { limit }, { message: this.number, segment, offset });
    this.#givenUp = segment;
    this.#desk.tape.drop(0);
  }

  /** The bytes at hand are used up and none of the message's segments will be read: keeps their number only. */
  dropGivenUp(): void {
    if (this.#givenUp < 0) return;
    this.#givenUp += this.#desk.tape.count;
    this.#desk.tape.drop(0);
  }

  /** Gives the message up when it exceeds a limit. */
  bound(): void {
    const { tape, buffer, limits } = this.#desk;
    const tooLong = buffer.base + tape.at - this.#start > limits.messageBytes;
    if (this.#givenUp >= 0 || (!tooLong && tape.count <= limits.messageSegments)) return;
    const limit = tooLong ? limits.messageBytes : limits.messageSegments;
    this.#report.add('EDI-0305', { limit }, { message: this.number, offset: this.#start });
    this.#givenUp = 0;
  }
}
