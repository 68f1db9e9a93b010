import type { Instant } from './time.ts';

/** The time. The only one: a pure room takes it as an argument, the simulator steps it. */
export interface Clock {
  now(): Instant;
}

/** Wakes at a time. The only timer there is; the simulator steps it. */
export interface Alarm {
  /** Calls back once `at` has come, at once when it has passed. Returns how to call it off. */
  at(at: Instant, ring: () => void): () => void;
}

/** Unpredictable bytes; keys, salts, nonces and ids come from here and from nowhere else. */
export interface Random {
  bytes(count: number): Uint8Array;
}

/** SHA-256 (FIPS 180-4). */
export interface Hash {
  sha256(...parts: readonly Uint8Array[]): Uint8Array;
}

/** AES-256-GCM (NIST SP 800-38D). The sealed form is ciphertext followed by the 16-byte tag. */
export interface Cipher {
  seal(key: Uint8Array, nonce: Uint8Array, plain: Uint8Array, bound: Uint8Array): Uint8Array;
  /** Undefined when the key is wrong or a single bit was changed. */
  open(key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array, bound: Uint8Array): Uint8Array | undefined;
}

/** Ed25519 (RFC 8032): this node's own signing key. */
export interface Signer {
  readonly publicKey: Uint8Array;
  sign(bytes: Uint8Array): Uint8Array;
  verify(publicKey: Uint8Array, bytes: Uint8Array, signature: Uint8Array): boolean;
}

/** Seals to another node's X25519 key (RFC 7748) and opens what was sealed to this node's. */
export interface Envelope {
  readonly publicKey: Uint8Array;
  sealTo(publicKey: Uint8Array, plain: Uint8Array, bound: Uint8Array): Uint8Array;
  /** Undefined when it was not sealed to this node or a single bit was changed. */
  open(sealed: Uint8Array, bound: Uint8Array): Uint8Array | undefined;
}
