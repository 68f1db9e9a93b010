import { sign, verify } from 'node:crypto';
import type { Signer } from '#kernel';
import { plainBytes } from './bytes.ts';
import { openKey, rawPublic, secretKey } from './raw-keys.ts';

/** Ed25519 (RFC 8032) from a seed of 32 random bytes. */
export function createSigner(seed: Uint8Array): Signer {
  const key = secretKey('ed25519', seed);
  return {
    publicKey: rawPublic(key),
    sign: (bytes) => plainBytes(sign(null, bytes, key)),
    verify: (publicKey, bytes, signature) =>
      publicKey.length === 32 && verify(null, bytes, openKey('ed25519', publicKey), signature),
  };
}
