import { z } from 'zod';
import { fromBase64Url } from '#kernel';

const count = z
  .int()
  .min(0)
  .max(2 ** 48);
const key = z.string().refine((text) => fromBase64Url(text)?.length === 32);

/** What control messages say. None of them carries a record, so none is sealed; all are signed. */
export const controls = {
  /** Everything up to `received` is durable here; of that, `refused` was taken out of the way and will never be answered. */
  receipt: z.strictObject({
    received: count,
    refused: z.array(z.strictObject({ sequence: count, code: z.string().regex(/^[A-Z]{3}-\d{4}$/) })).max(256),
  }),
  /** What lies between `after` and `before` has not come. */
  'catch-up': z.strictObject({ after: count, before: count }),
  /** After a start: how far each direction is, and the oldest message that can still be sent. */
  checkpoint: z.strictObject({ sent: count, received: count, oldest: count }),
  /** New public keys (X25519 to seal to, Ed25519 to verify with), base64url. The operator confirms them out of band. */
  'key-notice': z.strictObject({ seal: key, sign: key }),
};

export type Receipt = z.infer<typeof controls.receipt>;
export type CatchUp = z.infer<(typeof controls)['catch-up']>;
export type Checkpoint = z.infer<typeof controls.checkpoint>;
export type KeyNotice = z.infer<(typeof controls)['key-notice']>;
