import {
  type AggregateId,
  type Cipher,
  err,
  type Hash,
  type Instant,
  ok,
  type Random,
  type Reality,
  type Recorded,
  type Result,
} from '#kernel';
import { hexAt, keyIdAt, room } from './bytes.ts';
import { ledgerFindings } from './findings.ts';
import { headerBytes } from './header.ts';
import { decodePayload, encodePayload } from './payload.ts';
import type { DataKey, SealedEntry } from './store.ts';

/** An entry before it is sealed. */
export interface EntryDraft {
  readonly aggregate: AggregateId;
  readonly version: number;
  readonly at: Instant;
  readonly kind: string;
  readonly reality: Reality;
  readonly alias?: string;
  /** JSON data, bytes, or an object whose member `bytes` holds bytes beside JSON members. */
  readonly data: unknown;
}

/** What sealing needs; opening needs no Random. */
export interface SealPorts {
  readonly cipher: Cipher;
  readonly hash: Hash;
  readonly random: Random;
}

const nonceLength = 12;
/** The commitment's place in the header's bytes; while it is computed, zeros stand there. */
const commitmentAt = 45;
const noCommitment = '0'.repeat(64);

/** A new data key: 32 bytes of secret and 32 of salt, named by 16 more. */
export const newDataKey = (random: Random): DataKey => ({
  id: keyIdAt(random.bytes(16), 0),
  secret: random.bytes(32),
  salt: random.bytes(32),
});

/**
 * Seals an entry under a data key. The commitment is the hash of salt, header and padded plain bytes, so that equal
 * data never show as equal; the payload is a random nonce (12 bytes), the ciphertext of AES-256-GCM bound to the header,
 * and its tag (16). A nonce is never reused: a retried entry is sealed anew.
 */
export function sealEntry(draft: EntryDraft, key: DataKey, ports: SealPorts): SealedEntry {
  const { aggregate, version, at, kind, reality, alias, data } = draft;
  const open = { aggregate, version, at, kind, key: key.id, commitment: noCommitment, reality };
  const bound = headerBytes(alias === undefined ? open : { ...open, alias });
  const plain = encodePayload(data);
  const digest = ports.hash.sha256(key.salt, bound, plain);
  bound.set(digest, commitmentAt);
  const nonce = ports.random.bytes(nonceLength);
  const sealed = ports.cipher.seal(key.secret, nonce, plain, bound);
  const payload = room(nonceLength + sealed.length);
  payload.set(nonce);
  payload.set(sealed, nonceLength);
  const header = { aggregate, version, at, kind, key: key.id, commitment: hexAt(digest, 0, 32), reality };
  return { header: alias === undefined ? header : { ...header, alias }, payload };
}

/** Opens an entry with the key that its header names. LED-0301 when key, header and payload do not belong together. */
export function openEntry(
  entry: SealedEntry,
  key: DataKey,
  ports: Pick<SealPorts, 'cipher' | 'hash'>,
): Result<Recorded> {
  const { aggregate, version, at, kind, reality, commitment } = entry.header;
  const bound = headerBytes(entry.header);
  const nonce = entry.payload.subarray(0, nonceLength);
  const plain = ports.cipher.open(key.secret, nonce, entry.payload.subarray(nonceLength), bound);
  const data = plain && decodePayload(plain);
  bound.fill(0, commitmentAt, commitmentAt + 32);
  if (
    data === undefined ||
    plain === undefined ||
    hexAt(ports.hash.sha256(key.salt, bound, plain), 0, 32) !== commitment
  ) {
    return err(ledgerFindings.find('LED-0301', { aggregate, version }));
  }
  return ok({ aggregate, version, at, kind, reality, data: data.value });
}
