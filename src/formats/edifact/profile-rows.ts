import type { AllowedRow, OccurrenceRow, PaxlstProfile, ProfileGroup, ValueRow } from './profile.ts';
import { packTag } from './tag.ts';

/** A row that counts segments, and the place of its count. */
export interface CountedRow {
  readonly row: OccurrenceRow;
  readonly place: number;
}

/** What one group says of one tag. */
export interface RowsOfTag {
  /** The row by which the tag may not stand in the group. */
  readonly refused?: AllowedRow;
  readonly occurrences: readonly CountedRow[];
  readonly values: readonly { readonly row: ValueRow; readonly codes: ReadonlySet<string> | undefined }[];
}

export interface RowsOfGroup {
  /** What the message as a whole and the group say of a tag, what says nothing left out. */
  readonly byTag: ReadonlyMap<number, readonly RowsOfTag[]>;
  /** The same of a tag that no row names. */
  readonly others: readonly RowsOfTag[];
  readonly required: readonly CountedRow[];
  readonly places: readonly number[];
}

/** A profile as tables that a walk looks up by tag. */
export interface CompiledProfile {
  readonly groups: Readonly<Record<ProfileGroup, RowsOfGroup>>;
  readonly counters: number;
  readonly withoutData: ReadonlySet<string>;
}

const compiled = new WeakMap<PaxlstProfile, CompiledProfile>();

/** Compiles a profile, once. */
export function compileProfile(profile: PaxlstProfile): CompiledProfile {
  const known = compiled.get(profile);
  if (known !== undefined) return known;
  const made = compile(profile);
  compiled.set(profile, made);
  return made;
}

function compile(profile: PaxlstProfile): CompiledProfile {
  const placed = profile.occurrences.map((row, place) => ({ row, place }));
  const group = (name: ProfileGroup): RowsOfGroup => {
    const own = placed.filter(({ row }) => row.group === name);
    return {
      byTag: new Map([...tagsOf(profile)].map((tag) => [packTag(tag), rowsOf(profile, name, tag, placed)])),
      others: rowsOf(profile, name, '', placed),
      required: own.filter(({ row }) => row.least > 0),
      places: own.map(({ place }) => place),
    };
  };
  return {
    groups: {
      message: group('message'),
      header: group('header'),
      contact: group('contact'),
      leg: group('leg'),
      person: group('person'),
      document: group('document'),
      trailer: group('trailer'),
    },
    counters: placed.length,
    withoutData: new Set(profile.withoutData),
  };
}

/** Every tag that a row names. */
const tagsOf = ({ allowed, occurrences, values }: PaxlstProfile): ReadonlySet<string> =>
  new Set([
    ...allowed.flatMap(({ tags }) => tags),
    ...occurrences.map(({ tag }) => tag),
    ...values.map(({ tag }) => tag),
  ]);

/** What the message says of a tag, then the group; a DOC opens a group of its own, and counts in that of its person as well. */
function rowsOf(
  profile: PaxlstProfile,
  group: ProfileGroup,
  tag: string,
  placed: readonly CountedRow[],
): readonly RowsOfTag[] {
  const rows = (['message', group] as const).map((name) => rowsOfTag(profile, name, tag, placed));
  if (group === 'document' && tag === 'DOC') {
    rows.push({ occurrences: placed.filter(({ row }) => row.group === 'person' && row.tag === tag), values: [] });
  }
  return rows.filter(
    ({ refused, occurrences, values }) => refused !== undefined || occurrences.length + values.length > 0,
  );
}

function rowsOfTag(profile: PaxlstProfile, group: ProfileGroup, tag: string, placed: readonly CountedRow[]): RowsOfTag {
  const allowed = profile.allowed.find((row) => row.group === group);
  const refused = allowed === undefined || allowed.tags.includes(tag) ? undefined : allowed;
  return {
    ...(refused === undefined ? {} : { refused }),
    occurrences: placed.filter(({ row }) => row.group === group && row.tag === tag),
    values: profile.values
      .filter((row) => row.group === group && row.tag === tag)
      .map((row) => ({ row, codes: row.codes && new Set(row.codes) })),
  };
}
