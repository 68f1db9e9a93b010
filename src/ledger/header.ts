import { decodeLatin1, instant, invariant, parseReality } from '#kernel';
import { aggregateIdAt, hexAt, keyIdAt, putHex, putU32, putU64, room, u32At, u64At } from './bytes.ts';
import type { EntryHeader } from './store.ts';

/**
 * The one binary form of a header. It is what the chain and the Merkle leaves cover, and what a payload is bound to:
 * format (1 byte), aggregate (16), version (4), time (8), key (16), commitment (32), alias present (1), alias (0 or 32),
 * length and letters of the kind, length and letters of the reality; numbers big-endian.
 */
const format = 1;
const fixed = 1 + 16 + 4 + 8 + 16 + 32 + 1;
const aliasAt = fixed;

/** Bytes that the header takes. */
export const headerLength = (header: EntryHeader): number =>
  fixed + (header.alias === undefined ? 0 : 32) + 2 + header.kind.length + header.reality.length;

function putText(into: Uint8Array, at: number, text: string): number {
  invariant(text.length < 256, 'kind and reality are short');
  into[at] = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    invariant(code < 128, 'kind and reality are ASCII');
    into[at + 1 + index] = code;
  }
  return at + 1 + text.length;
}

/** Writes the header into `into` at `at`; returns where it ends. */
export function putHeader(into: Uint8Array, at: number, header: EntryHeader): number {
  into[at] = format;
  putHex(into, at + 1, header.aggregate);
  putU32(into, at + 17, header.version);
  putU64(into, at + 21, header.at);
  putHex(into, at + 29, header.key);
  putHex(into, at + 45, header.commitment);
  into[at + 77] = header.alias === undefined ? 0 : 1;
  let end = at + aliasAt;
  if (header.alias !== undefined) {
    putHex(into, end, header.alias);
    end += 32;
  }
  return putText(into, putText(into, end, header.kind), header.reality);
}

/** The header's bytes by themselves. */
export function headerBytes(header: EntryHeader): Uint8Array {
  const bytes = room(headerLength(header));
  putHeader(bytes, 0, header);
  return bytes;
}

const textAt = (bytes: Uint8Array, at: number): string => decodeLatin1(bytes, at + 1, at + 1 + (bytes[at] ?? 0));

/** Where a text ends that says its length; a cut-off one ends beyond the bytes. */
const textEnd = (bytes: Uint8Array, at: number): number => at + 1 + (bytes[at] ?? 0);

/** Reads a header; undefined when the bytes are not exactly one. */
export function readHeader(bytes: Uint8Array): EntryHeader | undefined {
  if (bytes.length < fixed + 2 || bytes[0] !== format || (bytes[77] ?? 2) > 1) return undefined;
  const kindAt = fixed + (bytes[77] === 1 ? 32 : 0);
  const kind = textAt(bytes, kindAt);
  const realityAt = textEnd(bytes, kindAt);
  const reality = parseReality(textAt(bytes, realityAt));
  if (reality === undefined || textEnd(bytes, realityAt) !== bytes.length) return undefined;
  const header = {
    aggregate: aggregateIdAt(bytes, 1),
    version: u32At(bytes, 17),
    at: instant(u64At(bytes, 21)),
    kind,
    key: keyIdAt(bytes, 29),
    commitment: hexAt(bytes, 45, 32),
    reality,
  };
  return bytes[77] === 1 ? { ...header, alias: hexAt(bytes, aliasAt, 32) } : header;
}
