import { z } from 'zod';
import type { RecordKind, Texts } from '#kernel';
import { disposition, reasonClasses, textAs } from '#kernel';
import { countrySchema, instantSchema, passengerListKind, passengerListSchema, travellerSchema } from './record.ts';

const subject = z.string().min(1).max(128);
const dispositionSchema = textAs((name) => (name === '' ? undefined : disposition(name)));

const count = z.int().nonnegative().exactOptional();
const positionSchema = z.object({
  message: count,
  segment: count,
  tag: z.string().exactOptional(),
  element: count,
  component: count,
  offset: count,
  path: z.string().exactOptional(),
});

export const findingSchema = z.object({
  code: z.string(),
  origin: z.enum(['sender', 'node', 'partner', 'operator']),
  severity: z.enum(['error', 'warning', 'note']),
  parameters: z.record(z.string(), z.union([z.string(), z.number()])),
  at: positionSchema.exactOptional(),
});

export const factValue = z.union([z.null(), z.boolean(), z.number(), z.string(), z.array(z.string()).readonly()]);
export const factsSchema = z.record(z.string(), factValue);

export const reasonSchema = z.object({
  code: z.string(),
  class: z.enum(reasonClasses),
  row: z.string(),
  facts: factsSchema,
});

const decisionSchema = z.object({
  disposition: dispositionSchema,
  reasons: z.array(reasonSchema).min(1).readonly(),
  by: z.object({ table: z.string(), version: z.string() }),
});

const evidenceSchema = z.object({
  feature: z.string(),
  relation: z.enum(['same', 'spelling', 'short-form', 'only-subject', 'only-listed', 'differs', 'absent']),
  subject: z.string().exactOptional(),
  listed: z.string().exactOptional(),
  contribution: z.number(),
});

export const candidateSchema = z.object({
  list: z.string(),
  listVersion: z.string(),
  entry: z.string(),
  purpose: z.string(),
  listedName: z.string(),
  class: z.enum(['no-hit', 'adjudicate', 'strong']),
  score: z.number(),
  evidence: z.array(evidenceSchema).readonly(),
});

export const partnerOutcomeSchema = z.object({
  country: countrySchema,
  disposition: dispositionSchema,
  reasonClass: z.enum(reasonClasses).exactOptional(),
  validUntil: instantSchema.exactOptional(),
  failRule: z.enum(['late', 'error', 'not-forwarded']).exactOptional(),
});

export const lodgedSchema = z.object({
  record: passengerListSchema,
  /** When the list closes for this country. */
  closesAt: instantSchema.exactOptional(),
  findings: z.array(findingSchema).readonly(),
});

export const assessedSchema = z.object({
  transaction: z.string(),
  assessed: z
    .array(
      z.object({
        subject,
        decision: decisionSchema,
        facts: factsSchema,
        candidates: z.array(candidateSchema).readonly(),
      }),
    )
    .readonly(),
});

export const partnerAnsweredSchema = z.object({
  transaction: z.string(),
  /** True for a word that came after the reply had gone out. */
  late: z.boolean(),
  answers: z.array(z.object({ subject, partner: partnerOutcomeSchema })).readonly(),
});

export const repliedSchema = z.object({
  transaction: z.string(),
  answers: z.array(z.object({ subject, disposition: dispositionSchema })).readonly(),
});

/** A traveller showed his document at a booth. Without `subject` no list named him. */
export const presentedSchema = z.object({
  port: z.string().max(16),
  traveller: travellerSchema,
  subject: subject.exactOptional(),
  decision: decisionSchema,
  facts: factsSchema,
  candidates: z.array(candidateSchema).readonly(),
  findings: z.array(findingSchema).readonly(),
});

export const boardedSchema = z.object({
  onBoard: z.array(subject).readonly(),
  notOnBoard: z.array(subject).readonly(),
  findings: z.array(findingSchema).readonly(),
});

export const cancelledSchema = z.object({
  subjects: z.array(subject).readonly(),
  journey: z.boolean(),
  findings: z.array(findingSchema).readonly(),
});

export const acknowledgedSchema = z.object({ subjects: z.array(subject).readonly() });

const kind = <Data>(name: string, schema: z.ZodType<Data>, retention: string, title: Texts): RecordKind<Data> => ({
  name,
  title,
  schema,
  retention,
});

export const lodgedKind = kind('travel.lodged', lodgedSchema, 'travel', {
  en: 'List lodged',
  fr: 'Liste déposée',
  es: 'Lista presentada',
});
export const assessedKind = kind('travel.assessed', assessedSchema, 'travel', {
  en: 'Travellers assessed',
  fr: 'Voyageurs évalués',
  es: 'Viajeros evaluados',
});
export const partnerAnsweredKind = kind('travel.partner-answered', partnerAnsweredSchema, 'travel', {
  en: 'Partner answered',
  fr: 'Réponse d’un partenaire',
  es: 'Respuesta de un país socio',
});
export const repliedKind = kind('travel.replied', repliedSchema, 'travel', {
  en: 'Carrier answered',
  fr: 'Réponse au transporteur',
  es: 'Respuesta al transportista',
});
export const correctedKind = kind('travel.corrected', repliedSchema, 'travel', {
  en: 'Answer corrected',
  fr: 'Réponse corrigée',
  es: 'Respuesta corregida',
});
export const boardedKind = kind('travel.boarded', boardedSchema, 'travel', {
  en: 'Boarding closed',
  fr: 'Embarquement terminé',
  es: 'Abordaje cerrado',
});
export const cancelledKind = kind('travel.cancelled', cancelledSchema, 'travel', {
  en: 'Reservation or journey cancelled',
  fr: 'Réservation ou voyage annulé',
  es: 'Reservación o viaje cancelado',
});
export const acknowledgedKind = kind('travel.acknowledged', acknowledgedSchema, 'travel', {
  en: 'Carrier acknowledged',
  fr: 'Accusé de réception du transporteur',
  es: 'Acuse de recibo del transportista',
});

export const presentedKind = kind('travel.presented', presentedSchema, 'travel', {
  en: 'Document shown at a booth',
  fr: 'Document présenté à une guérite',
  es: 'Documento presentado en una caseta',
});

/** An officer settled a referral. `own` is this country's word by it, `combined` what holds with the partners' words. */
export const settledSchema = z.object({
  referral: z.string(),
  subject,
  /** The request that the officer looked at. */
  request: z.string(),
  outcome: z.string(),
  own: dispositionSchema.exactOptional(),
  combined: dispositionSchema.exactOptional(),
});
export const settledKind = kind('travel.settled', settledSchema, 'travel', {
  en: 'Referral settled',
  fr: 'Renvoi tranché',
  es: 'Canalización resuelta',
});

/** What travel hears of casework: a referral waits about a subject of the journey in which it is written. */
export const referredSchema = z.object({ referral: z.string(), subject, kind: z.string() });

/** Kinds of other speakers that travel hears, with its own schema of them. */
export const hears = { 'casework.referred': referredSchema } as const;

/** A carrier tried a case of its certification. */
export const attemptedSchema = z.object({
  vector: z.string().min(1).max(40),
  passed: z.number().int().nonnegative(),
  total: z.number().int().nonnegative(),
});
export const attemptedKind = kind('travel.certification-attempted', attemptedSchema, 'travel', {
  en: 'Case of a certification tried',
  fr: 'Cas de certification essayé',
  es: 'Caso de certificación intentado',
});

/** Every kind of entry that travel writes. */
export const kinds: readonly RecordKind[] = [
  lodgedKind,
  assessedKind,
  partnerAnsweredKind,
  repliedKind,
  correctedKind,
  boardedKind,
  cancelledKind,
  acknowledgedKind,
  presentedKind,
  settledKind,
  attemptedKind,
];

export { passengerListKind };

export type Lodged = z.infer<typeof lodgedSchema>;
export type AssessedEntry = z.infer<typeof assessedSchema>;
export type PartnerAnswered = z.infer<typeof partnerAnsweredSchema>;
export type PartnerWord = z.infer<typeof partnerOutcomeSchema>;
export type Replied = z.infer<typeof repliedSchema>;
export type Boarded = z.infer<typeof boardedSchema>;
export type Cancelled = z.infer<typeof cancelledSchema>;
export type Acknowledged = z.infer<typeof acknowledgedSchema>;
export type PresentedEntry = z.infer<typeof presentedSchema>;
export type Attempted = z.infer<typeof attemptedSchema>;
export type Settled = z.infer<typeof settledSchema>;
export type Referred = z.infer<typeof referredSchema>;
