import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { Cipher } from '#kernel';
import { plainBytes } from './bytes.ts';

const algorithm = 'aes-256-gcm';
const tagLength = 16;
const options = { authTagLength: tagLength };

/** AES-256-GCM from OpenSSL. */
export function createAesGcm(): Cipher {
  return {
    seal(key, nonce, plain, bound) {
      const cipher = createCipheriv(algorithm, key, nonce, options);
      cipher.setAAD(bound);
      // GCM is a stream mode: update gives all the bytes, final only makes the tag.
      const sealed = Buffer.allocUnsafe(plain.length + tagLength);
      sealed.set(cipher.update(plain));
      cipher.final();
      sealed.set(cipher.getAuthTag(), plain.length);
      return plainBytes(sealed);
    },
    open(key, nonce, sealed, bound) {
      if (sealed.length < tagLength) return undefined;
      const end = sealed.length - tagLength;
      const cipher = createDecipheriv(algorithm, key, nonce, options);
      cipher.setAAD(bound);
      cipher.setAuthTag(sealed.subarray(end));
      const plain = cipher.update(sealed.subarray(0, end));
      try {
        cipher.final();
        return plainBytes(plain);
      } catch {
        return undefined;
      }
    },
  };
}
