import { z } from 'zod';
import { err, ok, type PlainDate, type ReasonClass, type Result, reasonClasses } from '#kernel';
import { daySchema, holdsOn, inForce } from './dated.ts';
import { notATable } from './duties.ts';
import { agreementsFindings } from './findings.ts';

const tableSchema = z.strictObject({
  table: z.string(),
  source: z.string(),
  date: daySchema,
  verified: z.boolean(),
  rows: z.array(
    z.strictObject({
      class: z.enum(reasonClasses),
      title: z.strictObject({ en: z.string(), fr: z.string(), es: z.string() }),
      ...inForce,
    }),
  ),
});
export type ReasonClassTable = z.infer<typeof tableSchema>;

/** Reads `data/agreements/reason-classes.json`. AGR-0301 for a wrong shape, AGR-0303 when `other` has an end or is missing. */
export function readReasonClasses(file: unknown): Result<ReasonClassTable> {
  const parsed = tableSchema.safeParse(file);
  if (!parsed.success) return err(notATable('reason classes', parsed.error));
  const endless = parsed.data.rows.some((row) => row.class === 'other' && row.inForceTo === undefined);
  return endless ? ok(parsed.data) : err(agreementsFindings.find('AGR-0303', { table: parsed.data.table }));
}

/** The class that may be told that day: the reason's own while it is in force, else `other`, which says less. */
export const toldClass = (table: ReasonClassTable, own: ReasonClass, day: PlainDate): ReasonClass =>
  table.rows.some((row) => row.class === own && holdsOn(row, day)) ? own : 'other';
