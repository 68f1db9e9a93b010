import { diffieHellman, generateKeyPairSync, hkdfSync, type KeyObject } from 'node:crypto';
import { type Envelope, encodeUtf8, toHex } from '#kernel';
import { plainBytes } from './bytes.ts';
import { createAesGcm } from './cipher.ts';
import { openKey, rawPublic, secretKey } from './raw-keys.ts';

const format = 2;
const purpose = encodeUtf8('tripoint envelope 2');
const publicBytes = 32;
const countBytes = 4;
const headBytes = 1 + publicBytes + countBytes;

/** A key pair of the sender serves one addressee for so many letters and so long: making one costs more than sealing one. */
const lettersPerPair = 4096;
const millisecondsPerPair = 60_000;
/** Keys of senders that are remembered, so that each is agreed upon once. */
const remembered = 64;

const cipher = createAesGcm();

/** The letters under one key are counted, and the count is the nonce: no two have the same. */
function nonceOf(count: number): Uint8Array {
  const nonce = new Uint8Array(12);
  new DataView(nonce.buffer).setUint32(8, count);
  return nonce;
}

/** One key pair of a sender, for one addressee. */
class Outgoing {
  readonly #sender: Uint8Array;
  readonly #key: Uint8Array;
  readonly #since = performance.now();
  #count = 0;

  constructor(to: Uint8Array) {
    const pair = generateKeyPairSync('x25519');
    this.#sender = rawPublic(pair.publicKey);
    const key = agreed(pair.privateKey, to, concat(this.#sender, to));
    // A key of small order is nobody's: sealing to it would be sealing to everyone.
    if (key === undefined) throw new TypeError('not a public key that anyone can hold');
    this.#key = key;
  }

  get isSpent(): boolean {
    return this.#count >= lettersPerPair || performance.now() - this.#since > millisecondsPerPair;
  }

  seal(plain: Uint8Array, bound: Uint8Array): Uint8Array {
    this.#count += 1;
    const nonce = nonceOf(this.#count);
    return concat(Uint8Array.of(format), this.#sender, nonce.subarray(8), cipher.seal(this.#key, nonce, plain, bound));
  }
}

/**
 * Seals to an X25519 key: a fresh key pair now and then, Diffie-Hellman (RFC 7748), HKDF-SHA-256 (RFC 5869) over the
 * shared secret with both public keys as salt, AES-256-GCM with a counted nonce. Form: 1 byte format, 32 bytes of the
 * sender's public key, 4 bytes of the count, then ciphertext and tag. `secret` is 32 random bytes.
 */
export function createEnvelope(secret: Uint8Array): Envelope {
  const own = secretKey('x25519', secret);
  const publicKey = rawPublic(own);
  const outgoing = new Map<string, Outgoing>();
  const incoming = new Map<string, Uint8Array>();
  return {
    publicKey,
    sealTo: (to, plain, bound) => {
      const addressee = toHex(to);
      const known = outgoing.get(addressee);
      const pair = known === undefined || known.isSpent ? new Outgoing(to) : known;
      outgoing.set(addressee, pair);
      return pair.seal(plain, bound);
    },
    open: (sealed, bound) => {
      if (sealed.length < headBytes || sealed[0] !== format) return undefined;
      const sender = sealed.slice(1, 1 + publicBytes);
      const name = toHex(sender);
      const key = incoming.get(name) ?? agreed(own, sender, concat(sender, publicKey));
      if (key === undefined) return undefined;
      const count = new DataView(sealed.buffer, sealed.byteOffset + 1 + publicBytes, countBytes).getUint32(0);
      const plain = cipher.open(key, nonceOf(count), sealed.subarray(headBytes), bound);
      // Only who can seal with a key makes it remembered: nobody else pushes a partner's out.
      if (plain !== undefined) remember(incoming, name, key);
      return plain;
    },
  };
}

/** Seals to a public key without having one's own, as a backup does to the operator's recovery key. */
export const sealToKey = (to: Uint8Array, plain: Uint8Array, bound: Uint8Array): Uint8Array =>
  new Outgoing(to).seal(plain, bound);

function remember(keys: Map<string, Uint8Array>, name: string, key: Uint8Array): void {
  keys.set(name, key);
  const oldest = keys.keys().next().value;
  if (keys.size > remembered && oldest !== undefined) keys.delete(oldest);
}

const concat = (...parts: readonly Uint8Array[]): Uint8Array => plainBytes(Buffer.concat(parts));

function agreed(own: KeyObject, other: Uint8Array, salt: Uint8Array): Uint8Array | undefined {
  try {
    const shared = diffieHellman({ privateKey: own, publicKey: openKey('x25519', other) });
    return new Uint8Array(hkdfSync('sha256', shared, salt, purpose, 32));
  } catch {
    return undefined;
  }
}
