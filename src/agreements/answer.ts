import { z } from 'zod';
import {
  type CountryCode,
  canonicalJson,
  Decision,
  type Disposition,
  dayOf,
  disposition,
  err,
  type Instant,
  instantSchema,
  invariant,
  ok,
  type Reality,
  type Result,
  reasonClasses,
} from '#kernel';
import { memberOf } from './dated.ts';
import { agreementsFindings } from './findings.ts';
import { Forwarding, type ForwardingHeader } from './forwarding.ts';
import { jsonOf } from './json-of.ts';
import { type ReasonClassTable, toldClass } from './reason-classes.ts';

/** How long the answer may be relied on, both ends included. */
export interface Validity {
  readonly from: Instant;
  readonly until: Instant;
}

/** What was decided about one subject of the forwarded record, named as the record names it. */
export interface Decided {
  readonly subject: string;
  readonly decision: Decision;
}

/** All that may stand in an Answer's bytes. */
const wireSchema = z.strictObject({
  reference: z.string().regex(/^[0-9a-f]{32}\.\d{1,9}$/),
  subjects: z
    .array(
      z.strictObject({
        subject: z.string().min(1).max(128),
        disposition: z
          .string()
          .regex(/^[a-z][a-z-]{0,39}$/)
          .transform((name): Disposition => disposition(name)),
        reasonClass: z.enum(reasonClasses),
      }),
    )
    .refine((subjects) => new Set(subjects.map((one) => one.subject)).size === subjects.length),
  validity: z
    .strictObject({ from: instantSchema, until: instantSchema })
    .refine((validity) => validity.from < validity.until),
});

/** An Answer as its receiver reads it: per subject a disposition and one reason class, and how long it holds. */
export type AnswerRecord = z.infer<typeof wireSchema>;

const door = Symbol('the check has run');

/** A country's word on a Forwarding: dispositions, one reason class each, validity, and nothing else. Only `answer` makes one. */
export class Answer {
  readonly #record: AnswerRecord;
  readonly #from: CountryCode;
  readonly #to: CountryCode;
  readonly #reality: Reality;

  private constructor(key: symbol, record: AnswerRecord, forwarding: ForwardingHeader) {
    invariant(key === door && new.target === Answer, 'an Answer is made by answer()');
    this.#record = record;
    this.#from = forwarding.to;
    this.#to = forwarding.from;
    this.#reality = forwarding.reality;
    Object.freeze(this);
  }

  /** True for what the check has made, false for whatever a cast calls one. */
  static made(value: Answer): boolean {
    return #record in value;
  }

  /** The reference of the Forwarding that it answers. */
  get reference(): string {
    return this.#record.reference;
  }

  get from(): CountryCode {
    return this.#from;
  }

  get to(): CountryCode {
    return this.#to;
  }

  get reality(): Reality {
    return this.#reality;
  }

  /** The canonical bytes' text. */
  get text(): string {
    return canonicalJson(this.#record);
  }

  /**
   * Runs the check: every subject once, a validity that ends after it begins. A record that asks about nobody (a flight that
   * closed) is answered with no subject: its sender learns that it was taken in, and waits no longer.
   */
  static check(
    classes: ReasonClassTable,
    forwarding: Forwarding,
    decided: readonly Decided[],
    validity: Validity,
  ): Result<Answer> {
    invariant(Forwarding.made(forwarding), 'an Answer goes back on a Forwarding');
    invariant(
      decided.every(({ decision }) => decision instanceof Decision),
      'an Answer says what Decisions said',
    );
    const { header, reference } = forwarding;
    const day = dayOf(validity.from);
    const record = {
      reference,
      subjects: decided.map(({ subject, decision }) => ({
        subject,
        disposition: decision.disposition,
        // The first reason is the one of the row that spoke; a partner learns its class and no more.
        reasonClass: toldClass(classes, decision.reasons[0]?.class ?? 'other', day),
      })),
      validity: { from: validity.from, until: validity.until },
    };
    const parsed = wireSchema.safeParse(record);
    if (parsed.success) return ok(new Answer(door, parsed.data, header));
    const code = parsed.error.issues[0]?.path[0] === 'validity' ? 'AGR-0202' : 'AGR-0201';
    return err(agreementsFindings.find(code, { reference }));
  }
}

/** Makes the Answer to a Forwarding from what was decided about its subjects. AGR-0201, AGR-0202. */
export const answer = (
  classes: ReasonClassTable,
  forwarding: Forwarding,
  decided: readonly Decided[],
  validity: Validity,
): Result<Answer> => Answer.check(classes, forwarding, decided, validity);

/** Reads what a partner answered; whether anybody waits for it, its reference tells. AGR-0203 for any other shape. */
export function readAnswer(text: string): Result<AnswerRecord> {
  const parsed = wireSchema.safeParse(jsonOf(text));
  return parsed.success
    ? ok(parsed.data)
    : err(agreementsFindings.find('AGR-0203', { member: memberOf(parsed.error) }));
}
