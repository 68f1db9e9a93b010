import type { z } from 'zod';
import type { Decision, Disposition, FactValues, ReasonClass } from './disposition.ts';
import type { Finding } from './finding.ts';
import type { CountryCode, LodgementId } from './ids.ts';
import type { Json } from './json.ts';
import type { Draft, Fold, Part, PartSpec, RecordKind, Timer } from './part.ts';
import { definePart } from './part.ts';
import type { Reality } from './reality.ts';
import { Records } from './records.ts';
import type { Result } from './result.ts';
import type { Candidate, Subject } from './subject.ts';
import type { Texts } from './texts.ts';
import type { Instant, PlainDate } from './time.ts';

/** One fact of a domain's dictionary, on which decision tables may look. */
export interface Fact {
  readonly name: string;
  readonly type: 'boolean' | 'number' | 'text' | 'date' | 'code' | 'codes';
  readonly title: Texts;
  /** The closed set that a `code` or `codes` fact is drawn from, where there is one: a table that names another is refused. */
  readonly values?: readonly string[];
}

/** A part of a message that its codec did not understand; kept as it was, dropped never. */
export interface Unrecognised {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

/** One message of a lodgement, as its codec read it. */
export interface Message<Data = unknown> {
  /** The format's name and version, `paxlst D.05B`. */
  readonly kind: string;
  /** The sender's own reference, under which he is answered. */
  readonly reference: string;
  readonly data: Data;
  readonly findings: readonly Finding[];
  readonly unrecognised: readonly Unrecognised[];
  /** Where in the lodgement: bytes from its start. */
  readonly offset: number;
  readonly length: number;
}

/** What a domain needs of a message to understand it; a whole `Message` is one. */
export type Heard<Data = unknown> = Pick<Message<Data>, 'kind' | 'data'> & Partial<Message<Data>>;

/** All that a codec found in one lodgement. It never throws; what it cannot read is a finding and a reply in the format's own terms. */
export interface Reading<Data = unknown> {
  readonly messages: readonly Message<Data>[];
  readonly findings: readonly Finding[];
  /** The negative technical reply (CONTRL, 997, ACK) when the lodgement or one of its messages is refused. */
  readonly refusal?: Uint8Array;
}

/** Who lodged, by which profile he is read, and when. */
export interface ReadContext {
  readonly receivedAt: Instant;
  readonly country: CountryCode;
  /** strict refuses a message with an error finding; lenient carries on with what was understood. */
  readonly tolerance: 'strict' | 'lenient';
  readonly profile?: string;
  /** Names the lodgement, so that a record says where it came from. */
  readonly lodgement?: LodgementId;
}

/** A piece of a lodgement as its format cuts it (a segment, an element), for showing raw and decoded side by side. */
export interface Piece {
  /** Its place among all pieces of the lodgement, from 1. */
  readonly number: number;
  /** Its message and its place there, as a finding's position counts; absent for what stands around the messages. */
  readonly message?: number;
  readonly segment?: number;
  readonly tag: string;
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

/** A reader of one wire format for one domain. */
export interface Codec<Data = unknown> {
  readonly name: string;
  readonly mediaTypes: readonly string[];
  /** True when the bytes look like this format; looks at no more than the first 4 KiB. */
  readonly sniff: (bytes: Uint8Array) => boolean;
  readonly read: (bytes: Uint8Array, context: ReadContext) => Reading<Data>;
  /** Cuts the bytes into pieces; at most `limit` of them. */
  readonly pieces?: (bytes: Uint8Array, limit: number) => readonly Piece[];
}

/** What one message means: a record of the domain, and what is worth saying about it. */
export interface Understood<Rec> {
  readonly record: Rec;
  readonly findings: readonly Finding[];
}

/** The means that a node hands to a domain when it assesses. All pure: what they read is named by version in the decision. */
export interface Means {
  readonly country: CountryCode;
  readonly at: Instant;
  readonly screen: (subjects: readonly Subject[]) => readonly (readonly Candidate[])[];
  readonly decide: (table: string, facts: FactValues) => Decision;
  /** A dated table of this country by name, or the domain's own when the country replaces none. */
  readonly table: <Table>(name: string) => Table | undefined;
}

/** This country's word on one subject of a record. */
export interface Assessed {
  /** The domain's reference of the subject within the record. */
  readonly subject: string;
  readonly decision: Decision;
  readonly facts: FactValues;
  readonly candidates: readonly Candidate[];
}

/** All that assessing one record brings. */
export interface Assessment {
  readonly assessed: readonly Assessed[];
  readonly drafts: readonly Draft[];
  readonly timers: readonly Timer[];
  /** Referral kinds to open for an officer, by subject, with the ports whose officers may take them. */
  readonly referrals: readonly {
    readonly subject: string;
    readonly kind: string;
    readonly ports?: readonly string[];
  }[];
}

/** A partner's word, or what the fail rule put in its place. */
export type PartnerOutcome =
  | {
      readonly country: CountryCode;
      readonly disposition: Disposition;
      readonly reasonClass: ReasonClass;
      readonly validUntil?: Instant;
    }
  | {
      readonly country: CountryCode;
      readonly disposition: Disposition;
      readonly failRule: 'late' | 'error' | 'not-forwarded';
    };

/** The word that goes back to the party that lodged: the most restrictive of all that answered. */
export interface Outcome {
  readonly subject: string;
  readonly own: Decision | undefined;
  readonly partners: readonly PartnerOutcome[];
  readonly combined: Disposition;
}

/** A reply to the party that lodged, in the format that it lodged in. */
export interface Reply {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** One made-up lodgement, for the demonstration, tests and simulation. */
export interface Generated {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** When its sender hands it in. */
  readonly at: Instant;
  /** The country whose node it is handed to. */
  readonly to: CountryCode;
  readonly organisation: string;
  /** The last instant at which a feed that starts in the middle of the day may begin with the story that this belongs to. */
  readonly beginBy?: Instant;
  /** True when it tells of something that happens at that time, such as closed doors: it is not handed in ahead of it. */
  readonly firm?: true;
}

/**
 * What a vertical says of itself. `Rec` is its record as it crosses to partners, `State` the fold of one aggregate.
 * Every function is pure; the node calls them in the order of the way through the house.
 */
export interface DomainSpec<Data, Rec, State> extends PartSpec {
  readonly codecs: readonly Codec<Data>[];
  /** The kind of the record that is lodged, forwarded and assessed. */
  readonly record: RecordKind<Rec>;
  readonly facts: readonly Fact[];
  /** Dispositions from the most to the least restrictive. */
  readonly dispositions: readonly Disposition[];
  readonly fold: Fold<State>;
  readonly understand: (message: Heard<Data>, context: ReadContext) => Result<Understood<Rec>, readonly Finding[]>;
  /** Natural key of the aggregate that a record belongs to, without personal data, such as carrier, flight and date. */
  readonly key: (record: Rec) => string;
  /** Countries that the record touches by law: where it begins, ends, calls, transits, and flies over where the law says so. */
  readonly touched: (record: Rec) => readonly CountryCode[];
  /** The legs, people and goods of the record that touch one country; undefined when none does. */
  readonly part: (record: Rec, country: CountryCode) => Rec | undefined;
  /** What a subject is called where its outcome is told: `traveller`. */
  readonly subject?: string;
  /** The references of the subjects on whom a record asks for a word, in its order; none when it only tells. */
  readonly subjects: (record: Rec) => readonly string[];
  /** The ports of a country that a subject of the record touches: whose officers a case about him is for. */
  readonly ports?: (record: Rec, subject: string, country: CountryCode) => readonly string[];
  /** Assesses each subject of the record that the state does not already hold a valid answer for. */
  readonly assess: (record: Rec, state: State, means: Means) => Assessment;
  /** Entries for what partners said, or did not say in time. */
  readonly answered: (record: Rec, outcomes: readonly Outcome[], means: Means) => readonly Draft[];
  readonly reply: (record: Rec, outcomes: readonly Outcome[], means: Means) => Reply;
  /** True while the state still waits for, or rests on, what this record asked about the subject: a late word on an older one changes nothing. */
  readonly current?: (state: State, record: Rec, subject: string) => boolean;
  /** The unsolicited message when a late answer is stricter than what went out. */
  readonly correction?: (record: Rec, outcomes: readonly Outcome[], means: Means) => Reply;
  /** Entries for what the party was told unsolicited. */
  readonly corrected?: (record: Rec, outcomes: readonly Outcome[]) => readonly Draft[];
  /**
   * The record without anything about its subjects but their references: what `current`, `answered` and `correction` need
   * of it after the rest was forgotten. Without it a late word on what was only relayed is lost.
   */
  readonly bare?: (record: Rec) => Rec;
  /** A made-up day of lodgements from a seed; the same for an equal seed and day. */
  readonly generate?: (seed: number, day: PlainDate) => Iterable<Generated>;
  /** Kinds of other speakers that this domain hears, with its own schema of them. */
  readonly hears?: Readonly<Record<string, z.ZodType>>;
}

/** A vertical with its types closed over: takes `unknown` and parses, so that generic rooms need no type of it. */
export interface Domain extends Part {
  readonly codecs: readonly Codec[];
  readonly record: RecordKind;
  readonly facts: readonly Fact[];
  readonly dispositions: readonly Disposition[];
  readonly fold: Fold<unknown>;
  readonly understand: (message: Heard, context: ReadContext) => Result<Understood<Json>, readonly Finding[]>;
  readonly key: (record: unknown) => string;
  readonly touched: (record: unknown) => readonly CountryCode[];
  readonly part: (record: unknown, country: CountryCode) => Json | undefined;
  readonly subject: string;
  readonly subjects: (record: unknown) => readonly string[];
  readonly ports: (record: unknown, subject: string, country: CountryCode) => readonly string[];
  readonly assess: (record: unknown, state: unknown, means: Means) => Assessment;
  readonly answered: (record: unknown, outcomes: readonly Outcome[], means: Means) => readonly Draft[];
  readonly reply: (record: unknown, outcomes: readonly Outcome[], means: Means) => Reply;
  readonly current: (state: unknown, record: unknown, subject: string) => boolean;
  readonly correction?: (record: unknown, outcomes: readonly Outcome[], means: Means) => Reply;
  readonly corrected?: (record: unknown, outcomes: readonly Outcome[]) => readonly Draft[];
  readonly bare?: (record: unknown) => Json;
  readonly generate?: (seed: number, day: PlainDate) => Iterable<Generated>;
  readonly hears: Readonly<Record<string, z.ZodType>>;
}

/** The natural key under which a node keeps what a record of a domain belongs to, for `access.find` in a route of that domain. */
export const aggregateKey = (domain: string, reality: Reality, key: string): string => `${domain} ${reality} ${key}`;

/** Closes a vertical over its types. A record that does not fit its schema is a bug of the caller: what crosses a border is parsed first. */
export function defineDomain<Data, Rec, State>(spec: DomainSpec<Data, Rec, State>): Domain {
  const records = new Records(spec.record.schema);
  const rec = (value: unknown): Rec => records.parse(value);
  const { bare, corrected, correction, current } = spec;
  return {
    ...definePart(spec),
    records: [spec.record as RecordKind, ...(spec.records ?? [])],
    codecs: spec.codecs,
    record: spec.record as RecordKind,
    facts: spec.facts,
    dispositions: spec.dispositions,
    fold: spec.fold as Fold<unknown>,
    understand: (message, context) =>
      spec.understand(message as Heard<Data>, context) as Result<Understood<Json>, readonly Finding[]>,
    key: (record) => spec.key(rec(record)),
    touched: (record) => spec.touched(rec(record)),
    part: (record, country) => records.made(spec.part(rec(record), country)) as Json | undefined,
    subject: spec.subject ?? 'subject',
    subjects: (record) => spec.subjects(rec(record)),
    ports: (record, subject, country) => spec.ports?.(rec(record), subject, country) ?? [],
    assess: (record, state, means) => spec.assess(rec(record), state as State, means),
    answered: (record, outcomes, means) => spec.answered(rec(record), outcomes, means),
    reply: (record, outcomes, means) => spec.reply(rec(record), outcomes, means),
    current: (state, record, subject) => (current === undefined ? true : current(state as State, rec(record), subject)),
    ...(correction === undefined
      ? {}
      : {
          correction: (record: unknown, outcomes: readonly Outcome[], means: Means) =>
            correction(rec(record), outcomes, means),
        }),
    ...(corrected === undefined
      ? {}
      : {
          corrected: (record: unknown, outcomes: readonly Outcome[]) => corrected(rec(record), outcomes),
        }),
    ...(bare === undefined ? {} : { bare: (record: unknown) => records.made(bare(rec(record))) as Json }),
    ...(spec.generate === undefined ? {} : { generate: spec.generate }),
    hears: spec.hears ?? {},
  };
}
