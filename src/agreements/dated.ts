import { z } from 'zod';
import { formatInstant, type Instant, type PlainDate, parsePlainDate } from '#kernel';

/** A calendar day as tables print it. */
export const daySchema = z
  .string()
  .refine((text) => parsePlainDate(text) !== undefined) as unknown as z.ZodType<PlainDate>;

/** From when and to when, both included, a row is law. Without `inForceTo` it has no end yet. */
export const inForce = { inForceFrom: daySchema, inForceTo: daySchema.optional() };

export interface InForce {
  readonly inForceFrom: PlainDate;
  readonly inForceTo?: PlainDate | undefined;
}

/** The day of an instant in UTC: the day by which tables are read, the same one in every country. */
export const dayOf = (at: Instant): PlainDate => formatInstant(at).slice(0, 10) as PlainDate;

/** True when the row is law on that day. */
export const holdsOn = (row: InForce, day: PlainDate): boolean =>
  row.inForceFrom <= day && (row.inForceTo === undefined || day <= row.inForceTo);

/** True when there is a day on which both rows are law. */
export const holdTogether = (a: InForce, b: InForce): boolean => holdsOn(a, b.inForceFrom) || holdsOn(b, a.inForceFrom);

/** The member of `issue` that a schema stumbled over, as a path; the whole when it has none. */
export const memberOf = (error: z.ZodError): string => error.issues[0]?.path.join('.') || '(all)';
