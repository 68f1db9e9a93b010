import { z } from 'zod';
import type { Actor, Finding, Fold, LodgementId, Outcome, Reality, RecordKind, Reply } from '#kernel';

/** What one party hands in at one time. */
export interface LodgeInput {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly actor: Pick<Actor, 'name' | 'organisation'>;
  readonly profile?: string;
  readonly reality?: Reality;
  readonly tolerance?: 'strict' | 'lenient';
  /** The same key from the same organisation is answered with what was answered before. */
  readonly idempotencyKey?: string;
  /** What the edge found wrong already: an error here refuses the lodgement, whose bytes are kept as they came. */
  readonly findings?: readonly Finding[];
}

/** One message of a lodgement, after all countries that it touches had their say or their time. */
export interface LodgedMessage {
  readonly kind: string;
  readonly reference: string;
  readonly domain: string;
  readonly journey?: string;
  readonly outcomes: readonly Outcome[];
  readonly findings: readonly Finding[];
  readonly reply?: Reply;
}

/** What the party that lodged is told. `reply` is in the format that it lodged in, when that format has replies. */
export interface Lodged {
  readonly lodgement: LodgementId;
  readonly status: 'accepted' | 'partly' | 'refused';
  readonly messages: readonly LodgedMessage[];
  readonly findings: readonly Finding[];
  readonly replies: readonly Reply[];
}

const findingSchema = z.object({
  code: z.string(),
  origin: z.enum(['sender', 'node', 'partner', 'operator']),
  severity: z.enum(['error', 'warning', 'note']),
  parameters: z.record(z.string(), z.union([z.string(), z.number()])),
  at: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

const replySchema = z.object({ mediaType: z.string(), text: z.string() });

/** `lodgement.received`: the bytes as they came. */
export const receivedSchema = z.object({
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  mediaType: z.string(),
  sender: z.string(),
  organisation: z.string().optional(),
  profile: z.string().optional(),
  tolerance: z.enum(['strict', 'lenient']),
});
export type Received = z.infer<typeof receivedSchema>;

/** `lodgement.answered`: what was found, where it went, and the reply, rebuilt from references and holding no name. */
export const answeredSchema = z.object({
  status: z.enum(['accepted', 'partly', 'refused']),
  findings: z.array(findingSchema),
  messages: z.array(
    z.object({
      kind: z.string(),
      reference: z.string(),
      domain: z.string(),
      journey: z.string().optional(),
      findings: z.array(findingSchema),
      combined: z.array(z.object({ subject: z.string(), disposition: z.string() })),
    }),
  ),
  replies: z.array(replySchema),
});
export type Answered = z.infer<typeof answeredSchema>;

export const receivedKind: RecordKind<Received> = {
  name: 'lodgement.received',
  title: { en: 'Lodgement received', fr: 'Dépôt reçu', es: 'Presentación recibida' },
  schema: receivedSchema,
  retention: 'lodgement',
};

export const answeredKind: RecordKind<Answered> = {
  name: 'lodgement.answered',
  title: { en: 'Lodgement answered', fr: 'Dépôt répondu', es: 'Presentación respondida' },
  schema: answeredSchema,
  retention: 'lodgement',
};

/** One lodgement: what came, and what was answered once it was. */
export interface LodgementState {
  readonly receivedAt?: number;
  readonly received?: Received;
  readonly answeredAt?: number;
  readonly answered?: Answered;
  readonly reality?: Reality;
}

export const lodgementFold: Fold<LodgementState> = {
  initial: {},
  apply: (state, entry) => {
    if (entry.kind === receivedKind.name) {
      return { ...state, receivedAt: entry.at, received: entry.data as Received, reality: entry.reality };
    }
    if (entry.kind === answeredKind.name) return { ...state, answeredAt: entry.at, answered: entry.data as Answered };
    return state;
  },
};
