import type { z } from 'zod';
import { type PlainDate, parsePlainDate, textAs } from '#kernel';

/** A calendar day as tables print it. */
export const daySchema = textAs(parsePlainDate);

/** From when and to when, both included, a row is law. Without `inForceTo` it has no end yet. */
export const inForce = { inForceFrom: daySchema, inForceTo: daySchema.optional() };

export interface InForce {
  readonly inForceFrom: PlainDate;
  readonly inForceTo?: PlainDate | undefined;
}

/** True when the row is law on that day. */
export const holdsOn = (row: InForce, day: PlainDate): boolean =>
  row.inForceFrom <= day && (row.inForceTo === undefined || day <= row.inForceTo);

/** True when there is a day on which both rows are law. */
export const holdTogether = (a: InForce, b: InForce): boolean => holdsOn(a, b.inForceFrom) || holdsOn(b, a.inForceFrom);

/** The member of `issue` that a schema stumbled over, as a path; the whole when it has none. */
export const memberOf = (error: z.ZodError): string => error.issues[0]?.path.join('.') || '(all)';
