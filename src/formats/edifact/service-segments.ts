import type { Envelope, GroupEnvelope, MessageHeader, Part, Prepared } from './envelope.ts';
import { filled } from './filled.ts';
import type { SegmentCursor } from './segment-cursor.ts';

function readPrepared(segment: SegmentCursor, element: number): Prepared | undefined {
  const date = segment.trimmed(element, 1);
  return date === '' ? undefined : { date, time: segment.trimmed(element, 2) };
}

/** Reads UNB (ISO 9735-1 annex C): S001 to S004, 0020, 0026, 0029, 0031, 0035. */
export function readUnb(segment: SegmentCursor, serviceCharacters: string, advised: boolean): Envelope {
  return {
    syntax: [segment.trimmed(1, 1), segment.trimmed(1, 2)].filter((part) => part !== '').join(':'),
    sender: segment.trimmed(2, 1),
    recipient: segment.trimmed(3, 1),
    controlReference: segment.trimmed(5),
    interactive: segment.text(8) === 'O',
    ...filled({
      senderQualifier: segment.trimmed(2, 2),
      recipientQualifier: segment.trimmed(3, 2),
      prepared: readPrepared(segment, 4),
      applicationReference: segment.trimmed(7),
      acknowledgementRequested: segment.text(9) === '1',
      test: segment.text(11) === '1',
    }),
    serviceCharacters,
    advised,
  };
}

/** Reads UNG: 0038, S006, S007, S004, 0048, 0051, S008. */
export function readUng(segment: SegmentCursor): GroupEnvelope {
  return {
    sender: segment.trimmed(2, 1),
    recipient: segment.trimmed(3, 1),
    reference: segment.trimmed(5),
    ...filled({
      type: segment.trimmed(1),
      senderQualifier: segment.trimmed(2, 2),
      recipientQualifier: segment.trimmed(3, 2),
      prepared: readPrepared(segment, 4),
      agency: segment.trimmed(6),
      version: [segment.trimmed(7, 1), segment.trimmed(7, 2)].filter((part) => part !== '').join(':'),
    }),
  };
}

/**
 * Reads UNH: 0062, S009, 0068, S010. The messages of one interchange differ in little more than their reference, so that
 * the rest is made into text again only where its bytes differ from those of the message before.
 */
export class HeaderReader {
  #last: MessageHeader | undefined;
  #rest: Uint8Array = new Uint8Array(0);

  /** Reads the UNH that the cursor stands on. */
  read(segment: SegmentCursor): MessageHeader {
    const reference = segment.trimmed(1);
    if (this.#last !== undefined && segment.isFrom(2, this.#rest)) return { ...this.#last, reference };
    this.#last = readUnh(segment, reference);
    this.#rest = segment.from(2);
    return this.#last;
  }

  /** Forgets the message before, as another interchange may have other separators. */
  reset(): void {
    this.#last = undefined;
  }
}

function readUnh(segment: SegmentCursor, reference: string): MessageHeader {
  const part = readPart(segment.trimmed(4, 1), segment.trimmed(4, 2));
  return {
    reference,
    type: segment.trimmed(2, 1),
    directory: `${segment.trimmed(2, 2)}.${segment.trimmed(2, 3)}`,
    agency: segment.trimmed(2, 4),
    associationCode: segment.trimmed(2, 5),
    ...filled({ commonAccessReference: segment.trimmed(3), part }),
  };
}

function readPart(number: string, transfer: string): Part | undefined {
  if (!/^\d{1,4}$/.test(number)) return undefined;
  return { number: Number(number), last: transfer === 'F', ...(transfer === 'C' ? { first: true } : {}) };
}
