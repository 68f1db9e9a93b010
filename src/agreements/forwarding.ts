import { z } from 'zod';
import {
  type CountryCode,
  canonicalJson,
  countryCode,
  dayOf,
  err,
  type Finding,
  type Instant,
  instantSchema,
  invariant,
  type Json,
  type LodgementId,
  lodgementId,
  ok,
  parseReality,
  type Reality,
  type Result,
  textAs,
} from '#kernel';
import { memberOf } from './dated.ts';
import type { Duties } from './duties.ts';
import { agreementsFindings } from './findings.ts';
import { jsonOf } from './json-of.ts';

/** What a party's lodgement is forwarded as: the addressee's part of one message, and why it may go there. */
export interface ForwardingRequest {
  /** The kind of the record, by its name in the domain's contract. */
  readonly record: string;
  /** Only the legs, people and goods that touch the addressee: what the domain's `part` returned. */
  readonly part: Json;
  readonly from: CountryCode;
  readonly to: CountryCode;
  readonly purpose: string;
  readonly at: Instant;
  readonly lodgement: LodgementId;
  /** The number of the message within the lodgement, from 0. */
  readonly message: number;
  readonly reality: Reality;
}

/** All that may stand in a Forwarding's bytes. */
const wireSchema = z.strictObject({
  record: z.string(),
  part: z.custom<Json>((part) => part !== undefined),
  from: textAs(countryCode),
  to: textAs(countryCode),
  purpose: z.string(),
  at: instantSchema,
  lodgement: textAs(lodgementId),
  message: z.int().min(0),
  reality: textAs(parseReality),
  legalBasis: z.string(),
  table: z.string(),
});

/** What both ends keep of a Forwarding after its part is forgotten: enough to know what an Answer belongs to, no record. */
export type ForwardingHeader = Omit<z.infer<typeof wireSchema>, 'part'>;

/** Names a Forwarding at both ends: the lodgement and the number of the message in it. */
export const referenceOf = (what: Pick<ForwardingHeader, 'lodgement' | 'message'>): string =>
  `${what.lodgement}.${what.message}`;

// Known to this file alone: without it the constructor crashes, whatever a caller tells the compiler.
const door = Symbol('the check has run');

/**
 * A party's own lodgement on its way to an authority to which that party owes it by law. Only `forward` and
 * `readForwarding` make one, and both run the check against the table of duties.
 */
export class Forwarding {
  readonly #header: ForwardingHeader;
  readonly #text: string;

  private constructor(key: symbol, header: ForwardingHeader, text: string) {
    invariant(key === door && new.target === Forwarding, 'a Forwarding is made by forward() or readForwarding()');
    this.#header = Object.freeze(header);
    this.#text = text;
    Object.freeze(this);
  }

  /** True for what a check has made, false for whatever a cast calls one. */
  static made(value: Forwarding): boolean {
    return #text in value;
  }

  get header(): ForwardingHeader {
    return this.#header;
  }

  get reference(): string {
    return referenceOf(this.#header);
  }

  /** The record's part, read anew from the text each time, so that nobody changes it. */
  get part(): Json {
    return (JSON.parse(this.#text) as { readonly part: Json }).part;
  }

  /** What goes over the wire: header and part as JSON, canonical (RFC 8785) where it was made. */
  get text(): string {
    return this.#text;
  }

  /** Runs the check on what is to be sent. */
  static make(duties: Duties, request: ForwardingRequest): Result<Forwarding> {
    const { part, ...rest } = request;
    const duty = dutyOn(duties, request);
    if (!duty.ok) return duty;
    const header = { ...rest, legalBasis: duty.value, table: duties.version };
    const shaped = wireSchema.safeParse({ ...header, part });
    return shaped.success
      ? ok(new Forwarding(door, header, canonicalJson({ ...header, part })))
      : err(misshaped(shaped));
  }

  /** Runs the check on what came; the legal basis that a partner cites must be the row that we know. */
  static read(duties: Duties, text: string): Result<Forwarding> {
    const parsed = wireSchema.safeParse(jsonOf(text));
    if (!parsed.success) return err(misshaped(parsed));
    const { part: _part, ...header } = parsed.data;
    const duty = dutyOn(duties, header);
    if (!duty.ok) return duty;
    if (header.legalBasis !== duty.value) {
      return err(agreementsFindings.find('AGR-0103', { named: header.legalBasis, known: duty.value }));
    }
    return ok(new Forwarding(door, header, text));
  }
}

const misshaped = ({ error }: { readonly error: z.ZodError }): Finding =>
  agreementsFindings.find('AGR-0102', { member: memberOf(error) });

/** The row by which the record is owed on that day. AGR-0101 when there is none. */
function dutyOn(
  duties: Duties,
  request: Pick<ForwardingHeader, 'record' | 'from' | 'to' | 'purpose' | 'at' | 'reality'>,
): Result<string> {
  const day = dayOf(request.at);
  const duty = duties.on(day, request);
  if (duty !== undefined) return ok(duty.row);
  const { record, from, to } = request;
  return err(agreementsFindings.find('AGR-0101', { record, from, to, day }));
}

/**
 * Makes a Forwarding when the table of duties says so on that day. AGR-0101 elsewhere, which tells the party to lodge
 * there itself; AGR-0102 when the request is not the shape of one.
 */
export const forward = (duties: Duties, request: ForwardingRequest): Result<Forwarding> =>
  Forwarding.make(duties, request);

/** Reads what a partner forwarded and runs the same check by our own table. AGR-0101, AGR-0102, AGR-0103. */
export const readForwarding = (duties: Duties, text: string): Result<Forwarding> => Forwarding.read(duties, text);
