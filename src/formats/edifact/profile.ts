import type { CountryCode, Severity } from '#kernel';
import { countryCode, invariant } from '#kernel';
import canada from '../../../data/edifact/profiles/ca.json' with { type: 'json' };
import china from '../../../data/edifact/profiles/cn.json' with { type: 'json' };
import generic from '../../../data/edifact/profiles/generic.json' with { type: 'json' };
import mexico from '../../../data/edifact/profiles/mx.json' with { type: 'json' };
import unitedKingdom from '../../../data/edifact/profiles/uk.json' with { type: 'json' };
import unitedStates from '../../../data/edifact/profiles/us.json' with { type: 'json' };
import type { Envelope } from './envelope.ts';

const groups = ['message', 'header', 'contact', 'leg', 'person', 'document', 'trailer'] as const;

/** The part of a PAXLST that a row speaks of. Each NAD+FL, FM, DDU, DDT, each DOC and each TDT is a group of its own. */
export type ProfileGroup = (typeof groups)[number];

/** What every row says of itself. */
export interface ProfileRow {
  /** The key of the row, named by findings. */
  readonly row: string;
  readonly group: ProfileGroup;
  /** How a finding of this row is graded by a strict reader; `warning` when absent. */
  readonly severity?: Severity;
  readonly source: string;
  readonly date: string;
  readonly verified: boolean;
}

/** Tags that may stand in a group at all. */
export interface AllowedRow extends ProfileRow {
  readonly tags: readonly string[];
}

/** How often a segment may and must stand in one group; with a qualifier, one with this first component. */
export interface OccurrenceRow extends ProfileRow {
  readonly tag: string;
  readonly qualifier?: string;
  readonly least: number;
  readonly most: number;
}

/** What a component may hold: one of a list of codes (empty text stands for absent), or text of a date format. */
export interface ValueRow extends ProfileRow {
  readonly tag: string;
  readonly qualifier?: string;
  readonly element: number;
  readonly component: number;
  readonly codes?: readonly string[];
  /** `YYMMDD`: six digits. */
  readonly format?: string;
}

/** What one authority asks of a PAXLST. */
export interface PaxlstProfile {
  readonly profile: string;
  readonly country?: string;
  readonly title: string;
  readonly source: string;
  readonly date: string;
  readonly verified: boolean;
  /** Recipients in UNB S003 that are this authority. */
  readonly addresses: readonly string[];
  /** UNB 0026 by which it is known whatever the recipient is called. */
  readonly applications?: readonly string[];
  /** The years after the day of receipt up to which a two-digit year of expiry or travel may lie; else it is the century before. */
  readonly windowYears: number;
  /** BGM 1004 of messages that name people without their data, for which no `least` holds. */
  readonly withoutData: readonly string[];
  readonly allowed: readonly AllowedRow[];
  readonly occurrences: readonly OccurrenceRow[];
  readonly values: readonly ValueRow[];
}

/** A row or a profile as it stands in its file, where group and severity are any text. */
type RowOfTable<Row extends ProfileRow> = Omit<Row, 'group' | 'severity'> & {
  readonly group: string;
  readonly severity?: string;
};
type ProfileTable = Omit<PaxlstProfile, 'allowed' | 'occurrences' | 'values'> & {
  readonly allowed: readonly RowOfTable<AllowedRow>[];
  readonly occurrences: readonly RowOfTable<OccurrenceRow>[];
  readonly values: readonly RowOfTable<ValueRow>[];
};

const severities = ['error', 'warning', 'note'] as const;

/** One of the names that a column of a table may hold. */
function oneOf<Name extends string>(names: readonly Name[], text: string): Name {
  const name = names.find((one) => one === text);
  invariant(name !== undefined, `a table of profiles holds ${text}, not ${names.join(', ')}`);
  return name;
}

/** What the type of a table cannot say of its rows, checked when it is loaded. */
function rowsOf<Row extends ProfileRow>(rows: readonly RowOfTable<Row>[]) {
  return rows.map(({ group, severity, ...row }) => ({
    ...row,
    group: oneOf(groups, group),
    ...(severity === undefined ? {} : { severity: oneOf(severities, severity) }),
  }));
}

const profileOf = ({ allowed, occurrences, values, ...profile }: ProfileTable): PaxlstProfile => ({
  ...profile,
  allowed: rowsOf<AllowedRow>(allowed),
  occurrences: rowsOf<OccurrenceRow>(occurrences),
  values: rowsOf<ValueRow>(values),
});

const genericProfile = profileOf(generic);

/** The profiles that ship, from `data/edifact/profiles/`. */
export const profiles: readonly PaxlstProfile[] = [
  profileOf(unitedStates),
  profileOf(canada),
  profileOf(mexico),
  profileOf(unitedKingdom),
  profileOf(china),
  genericProfile,
];

/** The profile of that name; undefined when there is none. */
export const profileNamed = (name: string): PaxlstProfile | undefined =>
  profiles.find((profile) => profile.profile === name);

/** The profile of the authority that an interchange is addressed to; the generic one when no table knows the address. */
export function profileFor(envelope: Envelope): PaxlstProfile {
  const { recipient, applicationReference } = envelope;
  return (
    profiles.find((profile) => profile.addresses.includes(recipient)) ??
    profiles.find((profile) => profile.applications?.includes(applicationReference ?? '')) ??
    genericProfile
  );
}

/** The country of a profile's authority; undefined for the generic one. */
export const authorityOf = (profile: PaxlstProfile): CountryCode | undefined => countryCode(profile.country ?? '');
