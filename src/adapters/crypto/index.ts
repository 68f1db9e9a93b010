export { createAesGcm } from './cipher.ts';
export { createEnvelope, sealToKey } from './envelope.ts';
export { createSha256 } from './hash.ts';
export { createRandom } from './random.ts';
export { createSigner } from './signer.ts';
