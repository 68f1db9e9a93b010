import { diffieHellman, generateKeyPairSync, hkdfSync, type KeyObject } from 'node:crypto';
import { type Envelope, encodeUtf8 } from '#kernel';
import { plainBytes } from './bytes.ts';
import { createAesGcm } from './cipher.ts';
import { openKey, rawPublic, secretKey } from './raw-keys.ts';

const format = 1;
const purpose = encodeUtf8('tripoint envelope 1');
/** The key is used once, so that the nonce may be constant. */
const nonce = new Uint8Array(12);

/**
 * Seals to an X25519 key: a new key pair for each message, Diffie-Hellman (RFC 7748), HKDF-SHA-256 (RFC 5869) over the
 * shared secret with both public keys as salt, AES-256-GCM. Form: 1 byte format, 32 bytes of the new public key, then
 * ciphertext and tag. `secret` is 32 random bytes.
 */
export function createEnvelope(secret: Uint8Array): Envelope {
  const own = secretKey('x25519', secret);
  const publicKey = rawPublic(own);
  const cipher = createAesGcm();
  const open = (sealed: Uint8Array, bound: Uint8Array): Uint8Array | undefined => {
    if (sealed.length < 33 || sealed[0] !== format) return undefined;
    const sender = sealed.slice(1, 33);
    const key = agreed(own, sender, concat(sender, publicKey));
    return key && cipher.open(key, nonce, sealed.subarray(33), bound);
  };
  return { publicKey, open, sealTo: sealToKey };
}

/** Seals to a public key without having one's own, as a backup does to the operator's recovery key. */
export function sealToKey(to: Uint8Array, plain: Uint8Array, bound: Uint8Array): Uint8Array {
  const once = generateKeyPairSync('x25519');
  const sender = rawPublic(once.publicKey);
  const key = agreed(once.privateKey, to, concat(sender, to));
  // A key of small order is nobody's: sealing to it would be sealing to everyone.
  if (key === undefined) throw new TypeError('not a public key that anyone can hold');
  return concat(Uint8Array.of(format), sender, createAesGcm().seal(key, nonce, plain, bound));
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
