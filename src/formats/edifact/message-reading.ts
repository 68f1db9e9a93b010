import type { Finding, Parameters, PlainDate, Position, Unrecognised } from '#kernel';
import type { Century } from './dates.ts';
import type { EdifactCode } from './findings.ts';
import { defaultLimits } from './limits.ts';
import { Report } from './report.ts';
import type { ScannedMessage, ScanOptions } from './scanned-message.ts';
import type { SegmentCursor } from './segment-cursor.ts';

/** How a typed reader reads. */
export interface ReadOptions extends ScanOptions {
  /** The day of receipt: centuries of two-digit years are told from it. */
  readonly receivedOn: PlainDate;
  /** Years either side of it that a two-digit year of expiry or travel may lie; 50 when absent. */
  readonly windowYears?: number;
  /** The name of the profile by which a PAXLST is checked; that of the addressee when absent. */
  readonly profile?: string;
}

/** What a typed reader made of a message. */
export interface TypedReading<Data> {
  readonly data: Data;
  readonly findings: readonly Finding[];
  /** Every segment and component that the reader did not understand, as it stood. */
  readonly unrecognised: readonly Unrecognised[];
}

/** What a segment's handler says: understood, or not meant to stand here. */
export type Handler<State> = (state: State, segment: SegmentCursor, walk: MessageWalk) => boolean;

/** Who looks at each segment as well, without a claim to have understood it. */
export interface Visitor {
  readonly visit: () => void;
}

/** Goes through a message segment by segment, and keeps whatever no handler asked for. */
export class MessageWalk {
  readonly message: ScannedMessage;
  readonly options: ReadOptions;
  /** By what two-digit years get their century. */
  readonly past: Century;
  readonly near: Century;
  readonly #report: Report;
  readonly #unrecognised: Unrecognised[] = [];

  constructor(message: ScannedMessage, options: ReadOptions) {
    this.message = message;
    this.options = options;
    const { receivedOn, windowYears = 50 } = options;
    this.past = { receivedOn, windowYears, rule: 'past' };
    this.near = { receivedOn, windowYears, rule: 'near' };
    this.#report = new Report(options, options.limits?.findings ?? defaultLimits.findings);
  }

  /** The number of the current segment within the message, from 1. */
  get segmentNumber(): number {
    return this.message.segments.index + 1;
  }

  /** Keeps a segment that a handler took and that, as turns out later, has no place in the model. */
  setAside(index: number): void {
    const { segments } = this.message;
    const here = segments.index;
    segments.seek(index);
    this.#keepSegment(segments);
    segments.seek(here);
  }

  /** Calls the handler of each segment by its tag, after the visit of who checks it. */
  each<State>(state: State, handlers: ReadonlyMap<number, Handler<State>>, check?: Visitor): void {
    const { message } = this;
    const { segments } = message;
    if (!message.held) return;
    segments.decodeWhole();
    for (let index = 0; index < message.count; index += 1) {
      segments.seek(index);
      if (check !== undefined) {
        check.visit();
        segments.leaveAll();
      }
      const handler = handlers.get(segments.tag);
      if (handler === undefined || !handler(state, segments, this)) this.#keepSegment(segments);
      else if (segments.hasUnread()) this.#keepUnread(segments);
    }
  }

  /** Reports a finding at an element of the current segment; at the segment when `element` is 0. */
  find(code: EdifactCode, parameters: Parameters, element = 0, component = 0): void {
    const { message } = this;
    const { segments } = message;
    const at: Position = {
      message: message.number,
      segment: this.segmentNumber,
      tag: segments.tagText(),
      offset: message.base + segments.offset(element, component || 1),
    };
    const place = element === 0 ? at : component === 0 ? { ...at, element } : { ...at, element, component };
    this.#report.add(code, parameters, place);
  }

  /** Reports what the message as a whole lacks. */
  findInMessage(code: EdifactCode, parameters: Parameters): void {
    const { number, offset } = this.message;
    this.#report.add(code, parameters, { message: number, offset });
  }

  #keepSegment(segments: SegmentCursor): void {
    const { base } = this.message;
    const offset = base + segments.offset(0);
    this.#keep(offset, base + segments.end() - offset, segments.raw());
    this.find('EDI-0403', { tag: segments.tagText() });
  }

  /** Keeps a part, no further than the message was lodged: the end of one that breaks off is not its sender's. */
  #keep(offset: number, length: number, text: string): void {
    const end = this.message.offset + this.message.length;
    this.#unrecognised.push({ offset, length: Math.min(length, end - offset), text });
  }

  #keepUnread(segments: SegmentCursor): void {
    let told = false;
    for (const { element, component, offset, length, text } of segments.unread(this.message.base)) {
      this.#keep(offset, length, text);
      if (!told) this.find('EDI-0414', { tag: segments.tagText(), text: text.slice(0, 60) }, element, component);
      told = true;
    }
  }

  /** What was made of the message, with the findings of the scan first. */
  reading<Data>(data: Data): TypedReading<Data> {
    const own = this.#report.take();
    const findings = own.length === 0 ? this.message.findings : [...this.message.findings, ...own];
    return { data, findings, unrecognised: this.#unrecognised };
  }
}
