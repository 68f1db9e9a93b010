import type { Position } from '#kernel';
import type { Envelope, GroupEnvelope } from './envelope.ts';
import { KnownTexts } from './known-texts.ts';
import type { Report } from './report.ts';
import type { SegmentCursor } from './segment-cursor.ts';

const bareEnvelope: Envelope = {
  syntax: '',
  sender: '',
  recipient: '',
  controlReference: '',
  interactive: false,
  serviceCharacters: '',
};

/** References kept to tell a repeated one; bounded, since an interchange is not. */
const mostReferences = 10_000;

/** Follows UNB, UNG, UNE and UNZ: what is open, how many stand in it, and whether what closes it fits (ISO 9735-1 clause 8). */
export class EnvelopeCheck {
  readonly #report: Report;
  readonly #references = new KnownTexts(mostReferences);
  #envelope: Envelope | undefined;
  #last: Envelope | undefined;
  #group: GroupEnvelope | undefined;
  #groups = 0;
  #messages = 0;
  #messagesOfGroup = 0;

  constructor(report: Report) {
    this.#report = report;
  }

  /** The envelope that was read last; undefined when there was none. */
  get last(): Envelope | undefined {
    return this.#envelope ?? this.#last;
  }

  get isOpen(): boolean {
    return this.#envelope !== undefined;
  }

  /** The envelope that a message here stands in, with the line break that stands between its segments. */
  envelopeWith(segmentBreak: string | undefined): Envelope {
    const envelope = this.#envelope ?? bareEnvelope;
    if (segmentBreak === undefined || segmentBreak === (envelope.segmentBreak ?? '')) return envelope;
    this.#envelope = { ...envelope, segmentBreak };
    return this.#envelope;
  }

  openInterchange(envelope: Envelope, at: Position): void {
    if (this.#envelope !== undefined) this.#report.add('EDI-0118', { reference: this.#envelope.controlReference }, at);
    this.#envelope = envelope;
    this.#group = undefined;
    this.#groups = 0;
    this.#messages = 0;
    this.#references.clear();
  }

  /** Stands for a UNB that is missing, so that messages can be read all the same. */
  assumeInterchange(serviceCharacters: string): void {
    this.#envelope = { ...bareEnvelope, serviceCharacters };
  }

  openGroup(group: GroupEnvelope, at: Position): void {
    if (this.#group !== undefined) this.#report.add('EDI-0203', { reference: this.#group.reference }, at);
    this.#group = group;
    this.#groups += 1;
    this.#messagesOfGroup = 0;
    if (this.#envelope !== undefined) this.#envelope = { ...this.#envelope, group };
  }

  /** Counts a message; false when its reference was used before in this interchange. */
  countMessage(reference: string): boolean {
    this.#messages += 1;
    this.#messagesOfGroup += 1;
    return !this.#references.meet(reference);
  }

  closeGroup(segment: SegmentCursor, at: Position): void {
    const group = this.#group;
    if (group === undefined) {
      this.#report.add('EDI-0204', {}, at);
      return;
    }
    this.#compare(segment, this.#messagesOfGroup, group.reference, { at, codes: ['EDI-0201', 'EDI-0202'] });
    this.#group = undefined;
  }

  closeInterchange(segment: SegmentCursor, at: Position): void {
    const envelope = this.#envelope;
    if (envelope === undefined) {
      this.#report.add('EDI-0125', {}, at);
      return;
    }
    if (this.#group !== undefined) this.#report.add('EDI-0203', { reference: this.#group.reference }, at);
    const counted = this.#groups > 0 ? this.#groups : this.#messages;
    this.#compare(segment, counted, envelope.controlReference, { at, codes: ['EDI-0112', 'EDI-0113'] });
    if (this.#messages === 0) this.#report.add('EDI-0310', {}, at);
    this.#close();
  }

  /** The bytes end here. */
  end(at: Position): void {
    if (this.#envelope !== undefined) this.#report.add('EDI-0110', { reference: this.#envelope.controlReference }, at);
    this.#close();
  }

  #close(): void {
    this.#last = this.#envelope ?? this.#last;
    this.#envelope = undefined;
    this.#group = undefined;
    this.#groups = 0;
    this.#messages = 0;
  }

  #compare(
    segment: SegmentCursor,
    counted: number,
    opened: string,
    how: { readonly at: Position; readonly codes: readonly ['EDI-0201' | 'EDI-0112', 'EDI-0202' | 'EDI-0113'] },
  ): void {
    const stated = segment.trimmed(1);
    const closed = segment.trimmed(2);
    const [countCode, referenceCode] = how.codes;
    if (!statesCount(stated, counted)) this.#report.add(countCode, { stated, counted }, { ...how.at, element: 1 });
    if (closed !== opened) this.#report.add(referenceCode, { opened, closed }, { ...how.at, element: 2 });
  }
}

/** True when the text is the number, leading zeros allowed. */
export const statesCount = (stated: string, counted: number): boolean =>
  /^\d{1,10}$/.test(stated) && Number(stated) === counted;
