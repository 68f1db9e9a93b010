import { z } from 'zod';
import type { Actor, Finding, Fold, Json, LodgementId, Outcome, Reality, RecordKind, Reply } from '#kernel';

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
  /** The record without its subjects' data, when the message was relayed and its bytes will be forgotten. */
  readonly bare?: Json;
}

/** What the party that lodged is told. `reply` is in the format that it lodged in, when that format has replies. */
export interface Lodged {
  readonly lodgement: LodgementId;
  readonly status: 'accepted' | 'partly' | 'refused';
  readonly messages: readonly LodgedMessage[];
  readonly findings: readonly Finding[];
  readonly replies: readonly Reply[];
}

const positionSchema = z.object({
  message: z.number().exactOptional(),
  segment: z.number().exactOptional(),
  tag: z.string().exactOptional(),
  element: z.number().exactOptional(),
  component: z.number().exactOptional(),
  offset: z.number().exactOptional(),
  path: z.string().exactOptional(),
});

const findingSchema = z.object({
  code: z.string(),
  origin: z.enum(['sender', 'node', 'partner', 'operator']),
  severity: z.enum(['error', 'warning', 'note']),
  parameters: z.record(z.string(), z.union([z.string(), z.number()])),
  at: positionSchema.exactOptional(),
});

const replySchema = z.object({ mediaType: z.string(), text: z.string() });

const bytesSchema = z.object({ bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array) });

/** `lodgement.received`: who handed in what kind of thing; the bytes stand beside it, since they may be forgotten before it. */
export const receivedSchema = z.object({
  mediaType: z.string(),
  sender: z.string(),
  organisation: z.string().optional(),
  profile: z.string().optional(),
  tolerance: z.enum(['strict', 'lenient']),
  /** Parts of it are other countries': the bytes go when those have them. */
  relayed: z.boolean(),
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
      journey: z.string().exactOptional(),
      findings: z.array(findingSchema),
      combined: z.array(
        z.object({
          subject: z.string(),
          disposition: z.string(),
          /** Countries for which a fail rule stood in, and what the others said: on what a late word is weighed. */
          silent: z.array(z.string()).exactOptional(),
          spoken: z.array(z.string()).exactOptional(),
        }),
      ),
      /** Of a relayed message: the record without its subjects' data, for a correction that comes late. */
      bare: z.custom<Json>((value) => value !== undefined).exactOptional(),
    }),
  ),
  replies: z.array(replySchema),
});
export type Answered = z.infer<typeof answeredSchema>;

/** The party that handed it in: its organisation, or the sender's own name. */
export const partyOf = ({ organisation, sender }: Received): string => organisation ?? sender;

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

/** Retention class of raw bytes that hold parts of others: gone when the others have them. */
export const relayRetention = 'relay';

/** `lodgement.bytes`: the bytes as they came. */
export const bytesKind: RecordKind<z.infer<typeof bytesSchema>> = {
  name: 'lodgement.bytes',
  title: { en: 'Bytes of a lodgement', fr: 'Octets d’un dépôt', es: 'Bytes de una presentación' },
  schema: bytesSchema,
  retention: 'lodgement',
};

const relayedSchema = z.object({});

/** `lodgement.relayed`: everybody has his part, and the key of the bytes was destroyed. */
export const relayedKind: RecordKind<z.infer<typeof relayedSchema>> = {
  name: 'lodgement.relayed',
  title: { en: 'Relayed and forgotten', fr: 'Relayé et oublié', es: 'Retransmitido y olvidado' },
  schema: relayedSchema,
  retention: 'lodgement',
};

/** One lodgement: what came, and what was answered once it was. */
export interface LodgementState {
  readonly receivedAt?: number;
  readonly received?: Received;
  /** Missing once they were forgotten. */
  readonly bytes?: Uint8Array;
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
    if (entry.kind === bytesKind.name) return { ...state, bytes: bytesSchema.parse(entry.data).bytes };
    if (entry.kind === answeredKind.name) return { ...state, answeredAt: entry.at, answered: entry.data as Answered };
    return state;
  },
};
