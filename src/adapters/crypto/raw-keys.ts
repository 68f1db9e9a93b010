import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { invariant } from '#kernel';

/** DER around a raw key of 32 bytes (RFC 8410): Node takes no raw keys, but these prefixes never change. */
const prefixes = {
  ed25519: { secret: '302e020100300506032b657004220420', open: '302a300506032b6570032100' },
  x25519: { secret: '302e020100300506032b656e04220420', open: '302a300506032b656e032100' },
};
type Curve = keyof typeof prefixes;

const der = (prefix: string, raw: Uint8Array): Buffer => {
  invariant(raw.length === 32, 'a key of 32 bytes');
  return Buffer.concat([Buffer.from(prefix, 'hex'), raw]);
};

/** The private key of 32 raw bytes. */
export const secretKey = (curve: Curve, raw: Uint8Array): KeyObject =>
  createPrivateKey({ key: der(prefixes[curve].secret, raw), format: 'der', type: 'pkcs8' });

/** Keys of partners are asked for again and again by the very array that holds them, which nobody writes to. */
const opened: Readonly<Record<Curve, WeakMap<Uint8Array, KeyObject>>> = { ed25519: new WeakMap(), x25519: new WeakMap() };

/** The public key of 32 raw bytes. Reading one costs a tenth of a signature, so it is kept for as long as its array. */
export function openKey(curve: Curve, raw: Uint8Array): KeyObject {
  const known = opened[curve].get(raw);
  if (known !== undefined) return known;
  const key = createPublicKey({ key: der(prefixes[curve].open, raw), format: 'der', type: 'spki' });
  opened[curve].set(raw, key);
  return key;
}

/** The 32 raw bytes of the public half. */
export const rawPublic = (key: KeyObject): Uint8Array => {
  const half = key.type === 'private' ? createPublicKey(key) : key;
  return new Uint8Array(half.export({ format: 'der', type: 'spki' }).subarray(-32));
};
