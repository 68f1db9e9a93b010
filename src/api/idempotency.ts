import type { Clock } from '#kernel';

/** An answer as it went out. */
export interface StoredReply {
  readonly status: number;
  readonly mediaType: string;
  readonly body: Uint8Array;
}

/** What was answered to a request with an idempotency key. */
export interface Remembered {
  /** Digest of method, address, media type and body, 64 hexadecimal digits. */
  readonly digest: string;
  readonly reply: StoredReply;
}

/**
 * Where answers to requests with an `Idempotency-Key` are kept (draft-ietf-httpapi-idempotency-key-header). The edge
 * puts before the answer leaves; a durable store resolves `put` when it is on stable storage. `key` is already bound to the caller.
 */
export interface IdempotencyStore {
  get(key: string): Promise<Remembered | undefined>;
  put(key: string, remembered: Remembered): Promise<void>;
}

/** The shape of a key: 1 to 128 visible ASCII characters. Quotes around it, as structured fields write them, are part of it. */
export const idempotencyKeyShape = /^[\x21-\x7e]{1,128}$/;

/** How much is kept, and for how long. */
export interface MemoryLimits {
  readonly hours: number;
  readonly bytes: number;
}

/** Keeps answers in memory, the oldest go first. For tests and single demonstrations: it forgets with the process. */
export function memoryIdempotency(
  clock: Clock,
  { hours, bytes }: MemoryLimits = { hours: 24, bytes: 32 << 20 },
): IdempotencyStore {
  const kept = new Map<string, Remembered & { readonly until: number }>();
  let size = 0;
  const drop = (key: string): void => {
    const old = kept.get(key);
    if (old !== undefined) size -= old.reply.body.length + 512;
    kept.delete(key);
  };
  return {
    get: async (key) => {
      const found = kept.get(key);
      return found !== undefined && found.until > clock.now() ? found : undefined;
    },
    put: async (key, remembered) => {
      drop(key);
      kept.set(key, { ...remembered, until: clock.now() + hours * 3_600_000 });
      size += remembered.reply.body.length + 512;
      for (const [oldest, { until }] of kept) {
        if (size <= bytes && until > clock.now()) break;
        drop(oldest);
      }
    },
  };
}
