import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { invariant } from '#kernel';

/** DER around a raw secret key of 32 bytes (RFC 8410): Node takes no raw keys, but these prefixes never change. */
const prefixes = {
  ed25519: '302e020100300506032b657004220420',
  x25519: '302e020100300506032b656e04220420',
};
/** Their names in a JSON Web Key (RFC 8037). */
const names = { ed25519: 'Ed25519', x25519: 'X25519' };
type Curve = keyof typeof prefixes;

const length = 32;

/** The private key of 32 raw bytes. */
export function secretKey(curve: Curve, raw: Uint8Array): KeyObject {
  invariant(raw.length === length, 'a key of 32 bytes');
  return createPrivateKey({
    key: Buffer.concat([Buffer.from(prefixes[curve], 'hex'), raw]),
    format: 'der',
    type: 'pkcs8',
  });
}

/** Keys of partners are asked for again and again by the very array that holds them, which nobody writes to. */
const opened: Readonly<Record<Curve, WeakMap<Uint8Array, KeyObject>>> = {
  ed25519: new WeakMap(),
  x25519: new WeakMap(),
};

/** The public key of 32 raw bytes. Measured: as a JSON Web Key it is read in a seventh of the time of DER. */
export function openKey(curve: Curve, raw: Uint8Array): KeyObject {
  invariant(raw.length === length, 'a key of 32 bytes');
  const known = opened[curve].get(raw);
  if (known !== undefined) return known;
  const x = Buffer.from(raw).toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: names[curve], x }, format: 'jwk' });
  opened[curve].set(raw, key);
  return key;
}

/** The 32 raw bytes of the public half. Measured: as a JSON Web Key it is written in a hundredth of the time of DER. */
export function rawPublic(key: KeyObject): Uint8Array {
  const { x } = key.export({ format: 'jwk' });
  invariant(x !== undefined, 'a key of these curves has one coordinate');
  return new Uint8Array(Buffer.from(x, 'base64url'));
}
