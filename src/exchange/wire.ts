import { z } from 'zod';
import {
  canonicalJson,
  countryCode,
  decodeStrictUtf8,
  encodeUtf8,
  err,
  ok,
  parseReality,
  type Result,
  type Signer,
  textAs,
  toHex,
} from '#kernel';
import { exchangeFindings } from './findings.ts';

/** The kinds of message: two that carry a record's part or its answer, and four by which two nodes keep in step. */
export const kinds = ['forwarding', 'answer', 'receipt', 'catch-up', 'checkpoint', 'key-notice'] as const;
export type MessageKind = (typeof kinds)[number];
/** The kinds that are numbered, receipted and sealed. */
export type CarriedKind = 'forwarding' | 'answer';
export type ControlKind = Exclude<MessageKind, CarriedKind>;

const common = {
  from: textAs(countryCode),
  to: textAs(countryCode),
  reality: textAs(parseReality),
  /** Which key of the sender signed; see `keyIdOf`. */
  key: z.string().regex(/^[0-9a-f]{16}$/),
};

const headerSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum(['forwarding', 'answer']),
    sequence: z.int().min(1),
    /** Everything of the other direction up to here is durable at the sender: a receipt that needs no letter of its own. */
    received: z.int().min(0),
    ...common,
  }),
  z.strictObject({
    kind: z.enum(['receipt', 'catch-up', 'checkpoint', 'key-notice']),
    sequence: z.literal(0),
    ...common,
  }),
]);

/** What stands in the clear on an envelope. Carried messages count from 1 per channel, control messages are 0. */
export type Header = z.infer<typeof headerSchema>;

/**
 * An envelope on the wire:
 *
 *     "TPX" | version, 1 byte | length of the header, 2 bytes, big-endian | header, canonical JSON | payload | Ed25519 signature, 64 bytes
 *
 * The payload of carried messages is sealed to the addressee, bound to all that stands before it; the signature covers
 * everything before it.
 */
export interface Wire {
  readonly bytes: Uint8Array;
  readonly header: Header;
  /** All that stands before the payload: what sealing binds. */
  readonly bound: Uint8Array;
  readonly payload: Uint8Array;
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
}

const magic = encodeUtf8('TPX');
export const version = 1;
const signatureBytes = 64;
const preambleBytes = 6;

/** Names a signing key: its first eight bytes, as hexadecimal digits. */
export const keyIdOf = (publicKey: Uint8Array): string => toHex(publicKey.subarray(0, 8));

export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Everything of an envelope before its payload. */
export function frame(header: Header): Uint8Array {
  const text = encodeUtf8(canonicalJson(header));
  return concat(magic, Uint8Array.of(version, text.length >> 8, text.length & 255), text);
}

/** Closes an envelope: frame, payload, signature. */
export function close(bound: Uint8Array, payload: Uint8Array, signer: Signer): Uint8Array {
  const signed = concat(bound, payload);
  return concat(signed, signer.sign(signed));
}

/** Takes an envelope apart; believes nothing yet. EXC-0101 for other bytes, EXC-0102 for another version, EXC-0104 for a header of another shape. */
export function takeApart(bytes: Uint8Array): Result<Wire> {
  if (!magic.every((byte, at) => bytes[at] === byte)) return err(notOne(bytes));
  if (bytes[3] !== version) return err(exchangeFindings.find('EXC-0102', { version: bytes[3] ?? -1 }));
  const payloadAt = preambleBytes + (((bytes[4] ?? 0) << 8) | (bytes[5] ?? 0));
  const signatureAt = bytes.length - signatureBytes;
  if (payloadAt > signatureAt) return err(notOne(bytes));
  const parsed = headerSchema.safeParse(jsonOf(bytes.subarray(preambleBytes, payloadAt)));
  if (!parsed.success) {
    return err(exchangeFindings.find('EXC-0104', { member: parsed.error.issues[0]?.path.join('.') || '(all)' }));
  }
  return ok({
    bytes,
    header: parsed.data,
    bound: bytes.subarray(0, payloadAt),
    payload: bytes.subarray(payloadAt, signatureAt),
    signed: bytes.subarray(0, signatureAt),
    signature: bytes.subarray(signatureAt),
  });
}

const notOne = (bytes: Uint8Array) => exchangeFindings.find('EXC-0101', { bytes: bytes.length });

/** The JSON value of UTF-8 bytes; undefined, which no schema takes, when they are none. */
export function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decodeStrictUtf8(bytes) ?? '');
  } catch {
    return undefined;
  }
}
