import type { Finding, Instant, Message, Reading } from '#kernel';
import { dayOf, hasError } from '#kernel';
import type { Contrl } from './contrl.ts';
import { readContrl } from './contrl-read.ts';
import { contrlOn, type Reported } from './contrl-report.ts';
import { writeContrl } from './contrl-write.ts';
import type { Cusres } from './cusres.ts';
import { readCusres } from './cusres-read.ts';
import type { Envelope } from './envelope.ts';
import { edifactFindings } from './findings.ts';
import { InterchangeReader } from './interchange-reader.ts';
import type { ReadOptions, TypedReading } from './message-reading.ts';
import { findOpening } from './opening.ts';
import type { Paxlst } from './paxlst.ts';
import { readPaxlst } from './paxlst-read.ts';
import { profileFor, profileNamed } from './profile.ts';
import { ProfileCheck } from './profile-check.ts';
import { gradeOf } from './report.ts';
import type { ScannedMessage, ScanOptions } from './scanned-message.ts';

/** How a lodgement is read as messages of the types that this room knows. */
export interface InterchangeOptions extends ScanOptions {
  readonly receivedAt: Instant;
  /** The name of the profile by which a PAXLST is checked; that of the addressee when absent. */
  readonly profile?: string;
}

/** A message of a type that this room has no model of: only its header was read, its segments are `unrecognised`. */
export interface OtherMessage {
  readonly type: string;
  readonly directory: string;
  readonly associationCode: string;
  readonly messageReference: string;
  readonly envelope: Envelope;
}

/** All that an interchange may hold. `kind` of the message tells which: `paxlst D.05B`, `cusres D.05B`. */
export type EdifactData = Paxlst | Cusres | Contrl | OtherMessage;

/** Reads a whole lodgement. Every message is in the reading, refused or not. */
export function readInterchange(bytes: Uint8Array, options: InterchangeOptions): Reading<EdifactData> {
  const steps = readMessages([bytes], options);
  const messages: Message<EdifactData>[] = [];
  for (;;) {
    const step = steps.next();
    if (step.done === true) return { messages, ...step.value };
    messages.push(step.value);
  }
}

/** What is known of a lodgement when all its messages have been read. */
export interface Closing {
  readonly findings: readonly Finding[];
  /** The CONTRL, when the interchange or a message of it has an error finding. */
  readonly refusal?: Uint8Array;
}

/** Reads a lodgement of any size from its chunks, one message at a time, and says at the end what holds for the whole. */
export function* readMessages(
  chunks: Iterable<Uint8Array>,
  options: InterchangeOptions,
): Generator<Message<EdifactData>, Closing> {
  const reading = new LodgementReading(options);
  for (const chunk of chunks) for (const scanned of reading.reader.push(chunk)) yield reading.read(scanned);
  for (const scanned of reading.reader.finish()) yield reading.read(scanned);
  return reading.closing();
}

/** Messages with errors that the refusal of a lodgement names; those over it are refused all the same. */
const mostReported = 999;

/** One lodgement while it is read: types each message, and remembers what a refusal must name. */
class LodgementReading {
  readonly reader: InterchangeReader;
  readonly #options: ReadOptions;
  readonly #receivedAt: Instant;
  readonly #refused: Reported['messages'][number][] = [];

  constructor(options: InterchangeOptions) {
    this.reader = new InterchangeReader(options);
    this.#receivedAt = options.receivedAt;
    this.#options = { ...options, receivedOn: dayOf(options.receivedAt) };
  }

  /** Makes the typed message of a scanned one. */
  read(scanned: ScannedMessage): Message<EdifactData> {
    const message = readMessage(scanned, this.#options);
    if (this.#refused.length < mostReported && hasError(message.findings)) {
      this.#refused.push({ header: scanned.header, findings: message.findings });
    }
    return message;
  }

  /** What holds for the whole, once all messages are read. */
  closing(): Closing {
    const findings = this.reader.takeFindings();
    if (this.#refused.length === 0 && !hasError(findings)) return { findings };
    const reported = { envelope: this.reader.envelope, findings, messages: this.#refused };
    return { findings, refusal: writeContrl(contrlOn(reported, this.#receivedAt)) };
  }
}

/** Reads a scanned message by its type; one of an unknown type is kept whole as unrecognised. */
export function readMessage(message: ScannedMessage, options: ReadOptions): Message<EdifactData> {
  const { header, offset, length } = message;
  const reading = typedReading(message, options);
  const kind = `${header.type.toLowerCase()} ${header.directory}`;
  return { kind, reference: header.reference, ...reading, offset, length };
}

function typedReading(message: ScannedMessage, options: ReadOptions): TypedReading<EdifactData> {
  switch (message.header.type) {
    case 'PAXLST':
      return paxlstReading(message, options);
    case 'CUSRES':
      return readCusres(message, options);
    case 'CONTRL':
      return readContrl(message, options);
    default:
      return otherReading(message, options);
  }
}

/** A PAXLST with what the profile of its addressee says to it. */
function paxlstReading(message: ScannedMessage, options: ReadOptions): TypedReading<Paxlst> {
  const profile = profileNamed(options.profile ?? '') ?? profileFor(message.envelope);
  const check = new ProfileCheck(message, profile, options);
  const reading = readPaxlst(message, { windowYears: profile.windowYears, ...options }, check);
  const findings = check.findings();
  return findings.length === 0 ? reading : { ...reading, findings: [...reading.findings, ...findings] };
}

function otherReading(message: ScannedMessage, options: ReadOptions): TypedReading<OtherMessage> {
  const { header, envelope, offset, length, base, number, segments } = message;
  const { type, directory, associationCode, reference } = header;
  const finding = edifactFindings.find('EDI-0306', { type }, { message: number, segment: 1, tag: 'UNH', offset });
  return {
    data: { type, directory, associationCode, messageReference: reference, envelope },
    findings: [...message.findings, { ...finding, severity: gradeOf('EDI-0306', options) }],
    unrecognised: [{ offset, length, text: segments.textBetween(offset - base, offset - base + length) }],
  };
}

/** True when a UNA, UNB or UNH stands within the first 4 KiB. */
export function sniffEdifact(bytes: Uint8Array): boolean {
  return findOpening(bytes, 0, Math.min(bytes.length, 4096)) !== undefined;
}
