import { encodeUtf8 } from '#kernel';
import { charsetOf } from './charset.ts';
import type { Envelope, GroupEnvelope, MessageHeader, Part } from './envelope.ts';
import type { ServiceCharacters } from './service-characters.ts';
import { defaultCharacters, levelBCharacters, readServiceCharacters } from './service-characters.ts';

/** An element to be written: a simple one, or its components. Undefined and empty ones keep their place and are left out at the end. */
export type WrittenElement = string | undefined | readonly (string | undefined)[];

/** Writes segments as text: releases service characters, and leaves out what is empty at the end (ISO 9735-1 clause 8). */
export class SegmentWriter {
  readonly #component: string;
  readonly #element: string;
  readonly #terminator: string;
  readonly #break: string;
  readonly #parts: string[] = [];
  readonly #needsRelease: RegExp;
  readonly #release: string;
  /** Segments written so far. */
  count = 0;

  constructor(characters: ServiceCharacters, segmentBreak: string) {
    const { component, element, release, repetition, terminator } = characters;
    this.#component = String.fromCharCode(component);
    this.#element = String.fromCharCode(element);
    this.#terminator = String.fromCharCode(terminator);
    this.#break = segmentBreak;
    const signs = [component, element, release, repetition, terminator].filter((byte) => byte !== 0);
    this.#needsRelease = new RegExp(`[${signs.map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('')}]`);
    this.#release = release === 0 ? '' : String.fromCharCode(release);
  }

  /** Writes one segment. */
  segment(tag: string, ...elements: readonly WrittenElement[]): void {
    let text = tag;
    let separators = '';
    for (const element of elements) {
      separators += this.#element;
      const written = typeof element === 'object' ? this.#components(element) : this.#released(element);
      if (written === '') continue;
      text += separators + written;
      separators = '';
    }
    this.#parts.push(text + this.#terminator);
    this.count += 1;
  }

  /** Writes what stands outside the count of segments, a UNA. */
  advice(text: string): void {
    this.#parts.push(text);
  }

  #components(parts: readonly (string | undefined)[]): string {
    let text = '';
    let separators = '';
    for (const part of parts) {
      const written = this.#released(part);
      if (written !== '') {
        text += separators + written;
        separators = '';
      }
      separators += this.#component;
    }
    return text;
  }

  /** A sign that cannot be released, since there is no release character, becomes a blank. */
  #released(text = ''): string {
    if (!this.#needsRelease.test(text)) return text;
    return Array.from(text, (sign) => (this.#needsRelease.test(sign) ? this.#instead(sign) : sign)).join('');
  }

  #instead(sign: string): string {
    return this.#release === '' ? ' ' : this.#release + sign;
  }

  get text(): string {
    return this.#parts.join(this.#break);
  }
}

const empty = (text: string | undefined): boolean => text === undefined || text === '';

/** A member of S002 or S003: identification and its qualifier. */
const party = (name: string, qualifier: string | undefined): WrittenElement => [name, qualifier];

/** One message within an interchange: its header, and what writes the segments between UNH and UNT. */
export interface WrittenMessage {
  readonly header: MessageHeader;
  readonly body: (writer: SegmentWriter) => void;
}

/** Whether a reader knows the signs without a UNA (ISO 9735 annex A and B): what lacked a UNB is answered with one that tells them. */
const isKnown = ({ element, component, release, terminator }: ServiceCharacters): boolean =>
  [defaultCharacters, levelBCharacters].some(
    (known) =>
      known.element === element &&
      known.component === component &&
      known.release === release &&
      known.terminator === terminator,
  );

/** Writes an interchange with one group at most, as canonical segments in the character set that the envelope names. */
export function writeEnveloped(envelope: Envelope, messages: readonly WrittenMessage[]): Uint8Array {
  const six = Array.from(envelope.serviceCharacters.slice(3), (character) => character.charCodeAt(0));
  const characters = readServiceCharacters(six) ?? defaultCharacters;
  const writer = new SegmentWriter(characters, envelope.segmentBreak ?? '');
  if (envelope.advised === true || !isKnown(characters)) writer.advice(envelope.serviceCharacters);
  writeUnb(writer, envelope);
  if (envelope.group !== undefined) writeUng(writer, envelope.group);
  for (const message of messages) writeMessage(writer, message);
  if (envelope.group !== undefined) writer.segment('UNE', String(messages.length), envelope.group.reference);
  writer.segment('UNZ', envelope.group === undefined ? String(messages.length) : '1', envelope.controlReference);
  return encode(writer.text, envelope.syntax.slice(0, 4));
}

function writeUnb(writer: SegmentWriter, envelope: Envelope): void {
  const { prepared } = envelope;
  writer.segment(
    'UNB',
    envelope.syntax.split(':'),
    party(envelope.sender, envelope.senderQualifier),
    party(envelope.recipient, envelope.recipientQualifier),
    [prepared?.date, prepared?.time],
    envelope.controlReference,
    undefined,
    envelope.applicationReference,
    envelope.interactive ? 'O' : undefined,
    envelope.acknowledgementRequested === true ? '1' : undefined,
    undefined,
    envelope.test === true ? '1' : undefined,
  );
}

function writeUng(writer: SegmentWriter, group: GroupEnvelope): void {
  writer.segment(
    'UNG',
    group.type,
    party(group.sender, group.senderQualifier),
    party(group.recipient, group.recipientQualifier),
    [group.prepared?.date, group.prepared?.time],
    group.reference,
    group.agency,
    group.version?.split(':'),
  );
}

function writeMessage(writer: SegmentWriter, { header, body }: WrittenMessage): void {
  const before = writer.count;
  const [version, release] = header.directory.split('.');
  writer.segment(
    'UNH',
    header.reference,
    [header.type, version, release, header.agency, header.associationCode],
    header.commonAccessReference,
    header.part === undefined ? undefined : writePart(header.part),
  );
  body(writer);
  writer.segment('UNT', String(writer.count - before + 1), header.reference);
}

const writePart = (part: Part): WrittenElement => [
  String(part.number).padStart(2, '0'),
  part.last ? 'F' : part.first === true ? 'C' : undefined,
];

/**
 * Bytes of text in the character set of a syntax identifier. A letter that the set lacks loses its diacritical mark;
 * what is left over becomes a blank, so that a reply can always be sent.
 */
function encode(text: string, identifier: string): Uint8Array {
  const charset = charsetOf(identifier) ?? charsetOf('UNOB');
  const whole = charset?.encode(text);
  if (whole !== undefined || charset === undefined) return whole ?? encodeUtf8(text);
  const plain = Array.from(text, (character) => {
    if (charset.encode(character) !== undefined) return character;
    const base = character.normalize('NFD').replace(/\p{M}/gu, '');
    return empty(base) || charset.encode(base) === undefined ? ' ' : base;
  });
  return charset.encode(plain.join('')) ?? encodeUtf8(text);
}
