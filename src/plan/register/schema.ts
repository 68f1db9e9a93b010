import { z } from 'zod';
import { isMonth } from '../months.ts';
import { pairSchema, scopes } from '../pairs.ts';

export const textsSchema = z.object({ en: z.string().min(1), fr: z.string().min(1), es: z.string().min(1) });
export const monthSchema = z.string().refine(isMonth);

/** What a country, or the leaders' report, says of a promise. The report's own words (report of 2006, column "status"). */
export const states = [
  'initiated',
  'on-track',
  'delayed',
  'partially-completed',
  'completed-ongoing',
  'completed',
] as const;
export type State = (typeof states)[number];

/** When it is expected: a month, or a range where a season was written ("Fall 2006" is September to December). */
export const spanSchema = z.object({ from: monthSchema, to: monthSchema, text: z.string().max(80).exactOptional() });
export type Span = z.infer<typeof spanSchema>;

export const saidSchema = z.object({
  state: z.enum(states),
  qualifier: z.enum(['full-implementation', 'negotiations', 'visits']).exactOptional(),
  forecast: spanSchema.exactOptional(),
});
export type Said = z.infer<typeof saidSchema>;

const wholeSaid = z.object({ all: saidSchema });
const pairedSaid = z.partialRecord(pairSchema, saidSchema);

/** By when it was promised: so many months after the plan began, or before a day. */
export const dueSchema = z.union([
  z.object({ months: z.int().positive(), month: monthSchema }),
  z.object({ before: z.iso.date() }),
]);
export type Due = z.infer<typeof dueSchema>;

/** What was promised: classes that take their time in different ways (exchange reference, 7.5). */
export const promises = ['agree', 'study', 'standard', 'plan', 'build', 'operate', 'exercise'] as const;

const linkSchema = z.discriminatedUnion('to', [
  z.object({ to: z.literal('page'), address: z.string().startsWith('/') }),
  z.object({ to: z.literal('room'), name: z.string() }),
  z.object({ to: z.literal('measure'), name: z.string() }),
]);
export type Serving = z.infer<typeof linkSchema>;

const servesSchema = z.discriminatedUnion('by', [
  z.object({ by: z.literal('tripoint'), links: z.array(linkSchema).min(1).readonly() }),
  z.object({ by: z.literal('later'), domain: z.string(), note: textsSchema }),
  z.object({ by: z.literal('policy'), reason: textsSchema }),
]);

/** A measure and what it has to reach for the promise to be kept. */
export const targetSchema = z.union([
  z.object({ name: z.string(), 'at-least': z.number() }),
  z.object({ name: z.string(), 'at-most': z.number() }),
]);
export type Target = z.infer<typeof targetSchema>;

export const kinds = ['milestone', 'research-project', 'exercise'] as const;

export const milestoneSchema = z.object({
  key: z.string().regex(/^[A-Z]{3}-\d{1,2}\.\d{1,3}$/),
  title: textsSchema,
  scope: z.enum(scopes),
  kind: z.enum(promises),
  due: z.array(dueSchema).max(4).readonly(),
  said: z.union([wholeSaid, pairedSaid]),
  after: z.array(z.string()).readonly().exactOptional(),
  serves: servesSchema,
  measure: targetSchema.exactOptional(),
  errata: z.array(textsSchema).readonly().exactOptional(),
});
export type ShippedMilestone = z.infer<typeof milestoneSchema>;

export const chapterSchema = z.object({
  code: z.string().regex(/^[A-Z]{3}$/),
  goal: z.int().min(1).max(9),
  title: textsSchema,
  initiatives: z
    .array(z.object({ key: z.string(), title: textsSchema, milestones: z.array(milestoneSchema).min(1).readonly() }))
    .min(1)
    .readonly(),
});
export type ShippedChapter = z.infer<typeof chapterSchema>;

export const planSchema = z.object({
  key: z.string(),
  title: textsSchema,
  source: z.string(),
  date: z.iso.date(),
  verified: z.boolean(),
  begins: monthSchema,
  observed: z.object({ month: monthSchema, basis: textsSchema }),
  goals: z.array(z.object({ goal: z.int(), title: textsSchema })).readonly(),
  chapters: z.array(z.string()).readonly(),
});
export type ShippedPlan = z.infer<typeof planSchema>;
