import { z } from 'zod';
import { canonicalJson, encodeUtf8, instantSchema, invariant } from '#kernel';
import { type Body, bodies, type What, whats } from './bodies.ts';

const milestoneKey = z.string().regex(/^[A-Z]{3}-\d{1,2}\.\d{1,3}$/);

const around = {
  /** `CA-TRV-1.1-3`: the third thing that Canada said of this promise. Names never come twice. */
  name: z.string().max(40),
  milestone: milestoneKey,
  /** The country whose node recorded it, and the official who said it. */
  by: z.object({ nation: z.string().regex(/^[A-Z]{2}$/), person: z.string().min(1).max(120) }),
  madeAt: instantSchema,
  /** Ed25519 (RFC 8032) by the country's node over the canonical JSON of all the rest, hexadecimal. */
  signature: z.string().regex(/^[0-9a-f]{128}$/),
};

const factOf = (what: What) => z.object({ ...around, what: z.literal(what), body: bodies[what] });

/** Something that was said of a promise: by whom, when, and signed. Never changed, never taken away. */
export interface FactOf<Of extends What> {
  readonly name: string;
  readonly milestone: string;
  readonly by: { readonly nation: string; readonly person: string };
  readonly madeAt: z.infer<typeof instantSchema>;
  readonly signature: string;
  readonly what: Of;
  readonly body: Body<Of>;
}
export type Fact = { readonly [Of in What]: FactOf<Of> }[What];

const schemas = new Map(whats.map((what) => [what, factOf(what)]));

/** The schema of what is said in one way: its body has the shape that `bodies` gives it. */
export function factSchemaOf(what: What): z.ZodType<Fact> {
  const schema = schemas.get(what);
  invariant(schema !== undefined, 'every way of saying has a schema');
  // The literal of `what` and the schema of `body` are taken from one row, which is what the union says.
  return schema as unknown as z.ZodType<Fact>;
}

/** The schema of any fact. */
export const factSchema: z.ZodType<Fact> = z.looseObject({ what: z.enum(whats) }).transform((value, context): Fact => {
  const read = factSchemaOf(value.what).safeParse(value);
  if (read.success) return read.data;
  for (const { message, path } of read.error.issues) context.addIssue({ code: 'custom', message, path: [...path] });
  return z.NEVER;
});

/** What its country signs: everything but the signature, as canonical JSON (RFC 8785), UTF-8. */
export function signedBytes({
  signature: _signature,
  ...rest
}: Omit<Fact, 'signature'> & { signature?: string }): Uint8Array {
  return encodeUtf8(canonicalJson(rest));
}

/** The facts of one kind, as they were said. */
export const factsOf = <Of extends What>(facts: readonly Fact[], what: Of): readonly FactOf<Of>[] =>
  facts.flatMap((fact) => (isOf(fact, what) ? [fact] : []));

/** True for a fact of that kind. */
const isOf = <Of extends What>(fact: Fact, what: Of): fact is Fact & FactOf<Of> => fact.what === what;
