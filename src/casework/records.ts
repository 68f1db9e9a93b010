import { z } from 'zod';
import type { RecordKind, Texts } from '#kernel';
import { aggregateId } from '#kernel';

const reference = z.string().min(1).max(200);
const officer = z.string().min(1).max(200);

/** A case is put before an officer. References only: who and what it is about is read where the reference leads. */
export const openedSchema = z.object({
  kind: reference,
  /** The domain that refers. */
  domain: reference,
  /** The aggregate that holds the subject. */
  about: z.string().refine((text) => aggregateId(text) !== undefined),
  /** The domain's reference of the subject within that aggregate. */
  subject: reference,
  /** Codes of the ports that it touches; with none it is seen by those whose grant covers the country. */
  ports: z.array(reference).max(16),
  openedBy: z.enum(['decision', 'timer']),
  /** When the target minutes of the kind have passed: milliseconds since 1970-01-01T00:00Z. */
  dueAt: z.number().int(),
});
export type Opened = z.infer<typeof openedSchema>;

/** Written beside what was referred, in its own aggregate: which referral waits about which subject. */
export const referredSchema = z.object({ referral: reference, subject: reference, kind: reference });

/** An officer takes the referral. */
export const claimedSchema = z.object({ by: officer });
/** An officer gives it back to the queue, or hands it over to another. */
export const releasedSchema = z.object({ by: officer, to: officer.optional() });
/** An officer settles it. */
export const decidedSchema = z.object({ by: officer, outcome: reference, reason: z.string().trim().min(1).max(4000) });
/** The target minutes passed and nobody had settled it. */
export const escalatedSchema = z.object({});

const kindOf = <Data>(name: string, schema: z.ZodType<Data>, title: Texts): RecordKind<Data> => ({
  name,
  title,
  schema,
  retention: 'case',
});

/** The kinds of entry that a referral is folded from. */
export const referralOpened = kindOf('casework.referral-opened', openedSchema, {
  en: 'Referral opened',
  fr: 'Renvoi ouvert',
  es: 'Canalización abierta',
});
export const referred = kindOf('casework.referred', referredSchema, {
  en: 'Put before an officer',
  fr: 'Soumis à un agent',
  es: 'Sometido a un oficial',
});
export const referralClaimed = kindOf('casework.claimed', claimedSchema, {
  en: 'Referral claimed',
  fr: 'Renvoi pris en charge',
  es: 'Canalización tomada',
});
export const referralReleased = kindOf('casework.released', releasedSchema, {
  en: 'Referral released or handed over',
  fr: 'Renvoi remis en file ou transmis',
  es: 'Canalización liberada o transferida',
});
export const referralDecided = kindOf('casework.decided', decidedSchema, {
  en: 'Referral settled',
  fr: 'Renvoi tranché',
  es: 'Canalización resuelta',
});
export const referralEscalated = kindOf('casework.escalated', escalatedSchema, {
  en: 'Referral past its target time',
  fr: 'Renvoi au-delà du délai visé',
  es: 'Canalización fuera del plazo previsto',
});
