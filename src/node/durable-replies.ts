import { z } from 'zod';
import type { IdempotencyStore, Remembered } from '#api';
import { type Fold, invariant, type RecordKind } from '#kernel';
import type { NodeAccess } from './access.ts';

interface Kept {
  readonly digest: string;
  readonly status: number;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** `api.reply`: what was answered to a request with an idempotency key, byte for byte. */
export const replyKind: RecordKind = {
  name: 'api.reply',
  title: {
    en: 'Answer kept for a repeated request',
    fr: 'Réponse conservée pour une requête répétée',
    es: 'Respuesta conservada para una solicitud repetida',
  },
  schema: z.looseObject({ digest: z.string(), status: z.number(), mediaType: z.string() }),
  retention: 'idempotency',
};

const fold: Fold<Remembered | undefined> = {
  initial: undefined,
  apply: (state, entry) => {
    if (entry.kind !== replyKind.name) return state;
    const { digest, status, mediaType, bytes } = entry.data as Kept;
    return { digest, reply: { status, mediaType, body: bytes } };
  },
};

/** Answers to requests with an idempotency key, as entries: a repeat after a crash gets the first answer. */
export const durableReplies = (access: NodeAccess): IdempotencyStore => ({
  get: async (key) => {
    const aggregate = await access.find(`idempotent-reply ${key}`);
    return aggregate === undefined ? undefined : access.state(aggregate, fold);
  },
  put: async (key, { digest, reply: { status, mediaType, body } }) => {
    const data: Kept = { digest, status, mediaType, bytes: body };
    const done = await access.record(await access.open(`idempotent-reply ${key}`), [{ kind: replyKind.name, data }]);
    invariant(done.ok, 'a store that cannot append stops the node');
  },
});
