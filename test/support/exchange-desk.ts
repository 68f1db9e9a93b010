import { type Answer, answer, type Forwarding, forward, shippedDuties, shippedReasonClasses } from '#agreements';
import { type Effect, Exchange, type ExchangeEntry, type ExchangeEvent, type Partner, type Step } from '#exchange';
import {
  type CountryCode,
  canonicalJson,
  Decision,
  type Disposition,
  type Envelope,
  encodeUtf8,
  type Instant,
  instant,
  invariant,
  type Json,
  type LodgementId,
  type Reality,
  type Signer,
  toHex,
} from '#kernel';
import { CA, type MeansOptions, meansOf, US } from './exchange-doubles.ts';

/** The time of the tests of the exchange, in milliseconds from its beginning. */
export const at = (milliseconds: number): Instant => instant(Date.UTC(2026, 10, 24) + milliseconds);

export interface Lodged {
  readonly from?: CountryCode;
  readonly to?: CountryCode;
  readonly reality?: Reality;
  readonly part?: Json;
}

/** The reference of the forwarding with this number. */
export const referenceOfNumber = (number: number): string => `${number.toString(16).padStart(32, '0')}.0`;

/** A forwarding of the demonstration's record; equal numbers have equal references. */
export function forwardingOf(
  number: number,
  { from = CA, to = US, reality = 'live', part = {} }: Lodged = {},
): Forwarding {
  const made = forward(shippedDuties, {
    ...{ record: 'travel.passenger-list', part, from, to, purpose: 'border-control', at: at(0), message: 0, reality },
    lodgement: number.toString(16).padStart(32, '0') as LodgementId,
  });
  invariant(made.ok, 'the shipped table lets every pair forward');
  return made.value;
}

export function answerTo(forwarding: Forwarding): Answer {
  const reasons = [{ code: 'X', class: 'other' as const, row: 'r', facts: {} }];
  const decision = Decision.because('board' as Disposition, reasons, { table: 't', version: '1' });
  const validity = { from: at(0), until: at(3_600_000) };
  const made = answer(shippedReasonClasses, forwarding, [{ subject: '1', decision }], validity);
  invariant(made.ok, 'an answer is made');
  return made.value;
}

/** Names a signing key, as the wire does. */
export const keyIdOf = (publicKey: Uint8Array): string => toHex(publicKey.subarray(0, 8));

const begin = (header: Json): Uint8Array => {
  const text = encodeUtf8(canonicalJson(header));
  return Uint8Array.of(0x54, 0x50, 0x58, 1, text.length >> 8, text.length & 255, ...text);
};

/** An envelope as a partner writes it, made by hand from the page of the wire: what is tested does not write its own exam. */
export function envelopeSaying(header: Json, payload: Uint8Array, signer: Signer): Uint8Array {
  const signed = Uint8Array.of(...begin(header), ...payload);
  return Uint8Array.of(...signed, ...signer.sign(signed));
}

/** The same with a text that is sealed to the addressee. */
export const sealedEnvelope = (header: Json, text: string, by: { envelope: Envelope; to: Partner; signer: Signer }) =>
  envelopeSaying(header, by.envelope.sealTo(by.to.sealKey, encodeUtf8(text), begin(header)), by.signer);

/** What stands in the clear of an envelope, and what a control message says. */
export function readEnvelope(bytes: Uint8Array): {
  readonly header: Record<string, Json>;
  readonly payload: Uint8Array;
} {
  const end = 6 + ((bytes[4] ?? 0) << 8) + (bytes[5] ?? 0);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(6, end))) as Record<string, Json>;
  return { header, payload: bytes.subarray(end, -64) };
}

export type Of<Kind extends Effect['kind']> = Extract<Effect, { kind: Kind }>;

/** The effects of one kind. */
export const only = <Kind extends Effect['kind']>(step: Step, kind: Kind): Of<Kind>[] =>
  step.effects.filter((effect): effect is Of<Kind> => effect.kind === kind);

export const bytesOf = (step: Step): Uint8Array[] => only(step, 'send').map(({ bytes }) => bytes);

/** What is sent, in short: `forwarding 3`, or a control message with what it says. */
export const sent = (step: Step): Json[] =>
  bytesOf(step).map((bytes) => {
    const { header, payload } = readEnvelope(bytes);
    return header['sequence'] === 0
      ? { [String(header['kind'])]: JSON.parse(new TextDecoder().decode(payload)) as Json }
      : `${String(header['kind'])} ${String(header['sequence'])}`;
  });

export const codes = (step: Step): string[] => only(step, 'finding').map(({ finding }) => finding.code);

/** One node's exchange and the entries that it recorded, so that it can be started anew from them. */
export class Desk {
  readonly entries: ExchangeEntry[] = [];
  readonly country: CountryCode;
  exchange: Exchange;
  readonly #options: MeansOptions;

  constructor(country: CountryCode, options: MeansOptions = {}) {
    this.country = country;
    this.#options = { ...options, limits: { receiptWithin: 0, ...options.limits } };
    this.exchange = new Exchange(meansOf(country, this.#options));
  }

  step(event: ExchangeEvent, milliseconds = 0): Step {
    const step = this.exchange.step(event, at(milliseconds));
    this.entries.push(...step.entries);
    return step;
  }

  forward(number: number, milliseconds = 0, lodged: Lodged = {}): Step {
    const forwarding = forwardingOf(number, { from: this.country, ...lodged });
    return this.step({ kind: 'forward', forwarding, within: 2000 }, milliseconds);
  }

  receive(bytes: Uint8Array | undefined, milliseconds = 0): Step {
    invariant(bytes !== undefined, 'something was sent');
    return this.step({ kind: 'received', bytes }, milliseconds);
  }

  /** Receives all that a step sent; what that brings, as one. */
  receiveAll(from: Step, milliseconds = 0): Step {
    const steps = bytesOf(from).map((bytes) => this.receive(bytes, milliseconds));
    return { entries: steps.flatMap((step) => step.entries), effects: steps.flatMap((step) => step.effects) };
  }

  /** A new life from the recorded entries, or from those of them that `survives` keeps. */
  restart(milliseconds = 0, survives: (entry: ExchangeEntry) => boolean = () => true): Step {
    const kept = this.entries.filter(survives);
    this.entries.splice(0, this.entries.length, ...kept);
    this.exchange = new Exchange(meansOf(this.country, this.#options), kept);
    return this.step({ kind: 'started' }, milliseconds);
  }
}
