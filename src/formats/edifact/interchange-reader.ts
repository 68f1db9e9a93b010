import type { Finding, Position } from '#kernel';
import { ChunkBuffer } from './buffer.ts';
import type { Charset } from './charset.ts';
import { asciiFallback, charsetOf } from './charset.ts';
import { seen } from './classes.ts';
import type { Envelope } from './envelope.ts';
import { EnvelopeCheck } from './envelope-check.ts';
import type { EdifactLimits } from './limits.ts';
import { defaultLimits } from './limits.ts';
import type { Desk } from './open-message.ts';
import { OpenMessage } from './open-message.ts';
import { Openings } from './openings.ts';
import { authorityOf, profileFor } from './profile.ts';
import { Report } from './report.ts';
import { scan } from './scan.ts';
import type { ScannedMessage, ScanOptions } from './scanned-message.ts';
import { SegmentCursor } from './segment-cursor.ts';
import { serviceStringAdvice } from './service-characters.ts';
import { HeaderReader, readUnb, readUng } from './service-segments.ts';
import { packTag, unpackTag } from './tag.ts';
import { Tape } from './tape.ts';

const unb = packTag('UNB');
const ung = packTag('UNG');
const unh = packTag('UNH');
const unt = packTag('UNT');
const une = packTag('UNE');
const unz = packTag('UNZ');
/** What cannot stand within a message; UNS and its like can. */
const endsMessage = new Set([unb, ung, unh, une, unz]);

/** What is left to do about a message that was handed over, when the next is asked for. */
type Rest = 'nothing' | 'drop' | 'envelope';

/**
 * Reads a lodgement of any size chunk by chunk, and yields one message at a time: memory holds one message and one
 * chunk. It never throws on what a sender sent. Findings of the interchange are taken with `takeFindings`; each
 * message carries its own.
 */
export class InterchangeReader {
  readonly #limits: EdifactLimits;
  readonly #tape = new Tape();
  readonly #buffer = new ChunkBuffer(this.#tape);
  readonly #segments = new SegmentCursor(this.#tape);
  readonly #headers = new HeaderReader();
  readonly #report: Report;
  readonly #check: EnvelopeCheck;
  readonly #openings: Openings;
  readonly #message: OpenMessage;
  /** outside: looking for an interchange; inside: in one; done: nothing more is read. */
  #where: 'outside' | 'inside' | 'done' = 'outside';
  #rest: Rest = 'nothing';
  #advised = false;
  #charset = asciiFallback;
  /** Where a segment began of which bytes were given up already; -1 when none was. */
  #longAt = -1;

  constructor(options: ScanOptions) {
    this.#limits = { ...defaultLimits, ...options.limits };
    const desk: Desk = { tape: this.#tape, buffer: this.#buffer, segments: this.#segments, limits: this.#limits };
    this.#report = new Report(options, this.#limits.findings);
    this.#check = new EnvelopeCheck(this.#report);
    this.#openings = new Openings(this.#tape, this.#buffer, this.#report, this.#limits);
    this.#message = new OpenMessage(desk, new Report(options, this.#limits.findings));
  }

  /** Findings of the interchange since the last call. */
  takeFindings(): readonly Finding[] {
    return this.#report.take();
  }

  /** The envelope that was read last; undefined when there was none. */
  get envelope(): Envelope | undefined {
    return this.#check.last;
  }

  /** Adds a chunk and yields the messages that are complete with it. */
  *push(chunk: Uint8Array): Generator<ScannedMessage> {
    if (this.#where === 'done') return;
    const limit = this.#limits.interchangeBytes;
    const left = limit - this.#buffer.base - this.#buffer.lodged;
    this.#buffer.append(chunk.length > left ? chunk.subarray(0, left) : chunk, this.#needed());
    for (let next = this.#next(false); next !== undefined; next = this.#next(false)) yield next;
    if (chunk.length <= left) return;
    this.#report.add('EDI-0117', { limit }, { offset: limit });
    this.#where = 'done';
  }

  /** There are no more bytes: yields what is left, and says what is missing. */
  *finish(): Generator<ScannedMessage> {
    if (this.#where === 'done') return;
    if (this.#buffer.base + this.#buffer.lodged === 0) this.#report.add('EDI-0101', {}, { offset: 0 });
    for (let next = this.#next(true); next !== undefined; next = this.#next(true)) yield next;
    if (this.#where === 'inside') {
      const closed = this.#endSegment();
      if (closed !== undefined) yield closed;
      this.#settle();
      const last = this.#closeMessage(this.#tape.count);
      if (last !== undefined) yield last;
      this.#check.end({ offset: this.#buffer.base + this.#buffer.lodged });
    }
    this.#where = 'done';
  }

  /** The first byte that is still to be read. */
  #needed(): number {
    const tape = this.#tape;
    const { count, open, at } = tape;
    return count > 0 ? tape.start(0) : open >= 0 ? open : at;
  }

  /** The next message that is complete in the bytes at hand; undefined when there is none. */
  #next(final: boolean): ScannedMessage | undefined {
    this.#settle();
    for (;;) {
      if (this.#where === 'done' || (this.#where === 'outside' && !this.#open(final))) break;
      if (!scan(this.#tape, this.#buffer.length, this.#limits)) {
        this.#bound();
        break;
      }
      const message = this.#service();
      if (message !== undefined) return message;
    }
    return undefined;
  }

  #open(final: boolean): boolean {
    const opening = this.#openings.next(final, this.#segments);
    if (opening === 'never') this.#where = 'done';
    if (typeof opening === 'string') return false;
    this.#advised = opening.advice !== undefined;
    this.#adopt(asciiFallback);
    this.#where = 'inside';
    return true;
  }

  #adopt(charset: Charset): void {
    this.#charset = charset;
    this.#tape.use(this.#tape.characters, charset.lowerCase);
    this.#segments.begin(charset);
    this.#headers.reset();
  }

  /** The lodgement ends inside an interchange. What was lodged of the last segment is read as if it were terminated. */
  #endSegment(): ScannedMessage | undefined {
    const tape = this.#tape;
    const { open } = tape;
    if (open < 0) return undefined;
    const { base, lodged } = this.#buffer;
    const tag = this.#segments.textBetween(open, Math.min(open + 3, lodged));
    this.#report.add('EDI-0111', { tag }, { tag, offset: base + open });
    this.#buffer.terminate(tape.at < lodged ? 2 : 1, this.#needed());
    return scan(tape, this.#buffer.length, this.#limits) ? this.#service() : undefined;
  }

  /** Acts on the segment that the scanner stopped at, the last on the tape: one of the envelope, or one too long. */
  #service(): ScannedMessage | undefined {
    const tape = this.#tape;
    const last = tape.count - 1;
    const tag = tape.tag(last);
    if ((tape.flags(last) & seen.tooLong) !== 0) {
      this.#giveUpLong(last);
      return undefined;
    }
    if (!this.#message.isOpen) {
      this.#stray(last);
      this.#envelopeSegment();
      return undefined;
    }
    if (tag === unt) {
      this.#rest = 'drop';
      return this.#closeMessage(tape.count);
    }
    if (!endsMessage.has(tag)) return undefined;
    this.#rest = 'envelope';
    return this.#closeMessage(last);
  }

  /** Lets go of the message that was handed over before. */
  #settle(): void {
    const rest = this.#rest;
    if (rest === 'nothing') return;
    this.#rest = 'nothing';
    if (rest === 'drop') this.#tape.drop(0);
    else this.#envelopeSegment();
  }

  /** Acts on the last segment of the tape, which stands outside a message or opens one. */
  #envelopeSegment(): void {
    const tape = this.#tape;
    tape.drop(1);
    this.#segments.begin(this.#charset);
    this.#segments.seek(0);
    if (this.#segments.tag === unh) this.#openMessage();
    else {
      this.#act(this.#segments.tag);
      tape.drop(0);
    }
  }

  #act(tag: number): void {
    const segment = this.#segments;
    const at = this.#at();
    switch (tag) {
      case unb:
        this.#openInterchange(at);
        return;
      case ung:
        this.#check.openGroup(readUng(segment), at);
        return;
      case une:
        this.#check.closeGroup(segment, at);
        return;
      case unz:
        this.#check.closeInterchange(segment, at);
        this.#where = 'outside';
        return;
      case unt:
        this.#report.add('EDI-0304', {}, at);
        return;
      default:
        this.#report.add('EDI-0124', { tag: unpackTag(tag) }, at);
    }
  }

  /** Where the cursor stands in the lodgement. */
  #at(): Position {
    return { tag: this.#segments.tagText(), offset: this.#buffer.base + this.#segments.offset(0) };
  }

  #openInterchange(at: Position): void {
    const segment = this.#segments;
    const identifier = segment.trimmed(1, 1);
    const charset = charsetOf(identifier);
    this.#adopt(charset ?? asciiFallback);
    if (charset === undefined) this.#report.add('EDI-0109', { identifier }, { ...at, element: 1, component: 1 });
    for (const element of [2, 3, 4, 5]) {
      if (segment.text(element) === '') this.#report.add('EDI-0127', { element }, { ...at, element });
    }
    const envelope = readUnb(segment, serviceStringAdvice(this.#tape.characters), this.#advised);
    const authority = authorityOf(profileFor(envelope));
    this.#check.openInterchange(authority === undefined ? envelope : { ...envelope, authority }, at);
  }

  #openMessage(): void {
    if (!this.#check.isOpen) {
      this.#report.add('EDI-0108', {}, this.#at());
      this.#check.assumeInterchange(serviceStringAdvice(this.#tape.characters));
    }
    const header = this.#headers.read(this.#segments);
    this.#message.open(header);
    const { reference } = header;
    if (this.#check.countMessage(reference)) return;
    this.#report.add('EDI-0307', { reference }, { ...this.#at(), message: this.#message.number, segment: 1 });
  }

  #closeMessage(count: number): ScannedMessage | undefined {
    return this.#message.close(count, this.#charset, this.#check);
  }

  /** Segments that stand outside a message, before segment `count` of the tape. */
  #stray(count: number): void {
    for (let index = 0; index < count; index += 1) {
      this.#segments.seek(index);
      this.#report.add('EDI-0124', { tag: this.#segments.tagText() }, this.#at());
    }
  }

  #giveUpLong(segment: number): void {
    const offset = this.#longAt >= 0 ? this.#longAt : this.#buffer.base + this.#tape.start(segment);
    this.#longAt = -1;
    if (this.#message.isOpen) {
      this.#message.giveUpLong(offset);
      return;
    }
    this.#report.add('EDI-0119', { limit: this.#limits.segmentBytes }, { offset });
    this.#stray(segment);
    this.#tape.drop(0);
  }

  /** The bytes at hand are used up: gives up what would make memory grow without bound. */
  #bound(): void {
    const tape = this.#tape;
    if (tape.open >= 0 && tape.at - tape.open > this.#limits.segmentBytes) {
      if (this.#longAt < 0) this.#longAt = this.#buffer.base + tape.open;
      tape.giveUpOpen();
    }
    if (this.#message.isOpen) {
      this.#message.bound();
      this.#message.dropGivenUp();
      return;
    }
    this.#stray(tape.count);
    tape.drop(0);
  }
}
