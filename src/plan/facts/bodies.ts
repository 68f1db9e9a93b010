import { z } from 'zod';
import { pairSchema, scopes } from '../pairs.ts';
import { kinds, monthSchema, promises, saidSchema, spanSchema, targetSchema, textsSchema } from '../register/schema.ts';

/** The longest reason, note or comment, characters. */
const longest = 2000;
const reason = z.string().trim().min(1).max(longest);
const factName = z.string().regex(/^[A-Z]{2}-[A-Z]{3}-\d{1,2}\.\d{1,3}-\d{1,6}$/);
const pairsSchema = z.array(pairSchema).min(1).max(3).readonly();

/** What an assessor who is independent of the agencies finds (Open Government Partnership, five points of completion). */
export const verdicts = ['no-evidence', 'not-started', 'limited', 'substantial', 'complete'] as const;

/** A country says how it stands with a promise towards another. */
const selfReported = z.object({
  pair: pairSchema,
  said: saidSchema,
  /** The month of which it speaks, which may lie before the day on which it was said. */
  asOf: monthSchema,
  /** The report that it was read from, when it was not said here. */
  source: z.string().max(200).exactOptional(),
});
/** Somebody expects it by another month than promised. A forecast moves no baseline. */
const forecast = z.object({ pair: pairSchema, span: spanSchema, reason });
/** An independent assessor's verdict. It stands beside the self-report and never in its place. */
const assessed = z.object({ pair: pairSchema, verdict: z.enum(verdicts), asOf: monthSchema, reason });
/** Something that proves, or disproves. */
const evidenced = z.object({
  title: z.string().trim().min(1).max(200),
  address: z.string().max(500).exactOptional(),
  note: reason,
});
/** A country proposes another month: what was promised stays on record for ever (GAO-08-925: a rebaseline needs reason, approver, history). */
const proposed = z.object({ pairs: pairsSchema, month: monthSchema, reason });
/** A country agrees to a proposal, in the very words of which it repeats. */
const approved = z.object({ proposal: factName, pairs: pairsSchema, month: monthSchema });
const refused = z.object({ proposal: factName, reason });
const withdrawn = z.object({ proposal: factName, reason });
const commented = z.object({ text: reason });
/** The promise is tied to a measure, or no longer (`target` left out). */
const targeted = z.object({ target: targetSchema.exactOptional(), reason });
/** A commitment that the founding report does not know: a milestone, a joint research project, an exercise. */
const adopted = z.object({
  title: textsSchema,
  kind: z.enum(kinds),
  promise: z.enum(promises),
  scope: z.enum(scopes),
  due: monthSchema.exactOptional(),
  after: z.array(z.string().max(20)).max(20).readonly().exactOptional(),
});
/** A person of this node wants to hear of the promise, or no longer. It stays in this node. */
const followed = z.object({ on: z.boolean() });

/** What may be said of a promise, each with what it must name. */
export const bodies = {
  'self-reported': selfReported,
  forecast,
  assessed,
  evidenced,
  proposed,
  approved,
  refused,
  withdrawn,
  commented,
  targeted,
  adopted,
  followed,
} as const;
export type What = keyof typeof bodies;
export const whats = Object.keys(bodies) as readonly What[];
export type Body<Of extends What> = z.infer<(typeof bodies)[Of]>;
