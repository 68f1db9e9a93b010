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

/** The public key of 32 raw bytes. */
export const openKey = (curve: Curve, raw: Uint8Array): KeyObject =>
  createPublicKey({ key: der(prefixes[curve].open, raw), format: 'der', type: 'spki' });

/** The 32 raw bytes of the public half. */
export const rawPublic = (key: KeyObject): Uint8Array => {
  const half = key.type === 'private' ? createPublicKey(key) : key;
  return new Uint8Array(half.export({ format: 'der', type: 'spki' }).subarray(-32));
};
