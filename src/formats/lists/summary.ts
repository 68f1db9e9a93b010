import type { ListEntry, PlainDate, SubjectList } from '#kernel';

/** What a list is made of, in numbers. */
export interface ListSummary {
  readonly entries: number;
  readonly names: number;
  readonly documents: number;
  /** Entries by kind; a kind of which there is none is left out. */
  readonly kinds: Readonly<Partial<Record<ListEntry['kind'], number>>>;
  /** Names by the script they are written in, the largest number first; a name in two scripts counts in both. */
  readonly scripts: Readonly<Record<string, number>>;
  /** The last day on which an entry was listed or changed, where the list says so. */
  readonly newest?: PlainDate;
}

const scripts: readonly (readonly [string, RegExp])[] = [
  ['Latin', /\p{Script=Latin}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Arabic', /\p{Script=Arabic}/u],
  ['Han', /\p{Script=Han}/u],
  ['Hangul', /\p{Script=Hangul}/u],
  ['Kana', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['Hebrew', /\p{Script=Hebrew}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Armenian', /\p{Script=Armenian}/u],
  ['Georgian', /\p{Script=Georgian}/u],
  ['Devanagari', /\p{Script=Devanagari}/u],
  ['Thai', /\p{Script=Thai}/u],
];

/** The scripts that a name is written in; `other` where it has letters of none that is told apart, or no letter. */
export function scriptsOf(name: string): readonly string[] {
  const found = scripts.filter(([, letters]) => letters.test(name)).map(([script]) => script);
  return found.length === 0 ? ['other'] : found;
}

/** A name as one text, given name first. */
export const wholeName = ({ whole, given, family }: ListEntry['names'][number]): string =>
  whole ?? [given, family].filter((part) => part !== undefined).join(' ');

function count<Name extends string>(names: Iterable<Name>): Partial<Record<Name, number>> {
  const counts: Partial<Record<Name, number>> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

/** Counts a list: entries, names, documents, kinds, scripts, and the newest date in it. */
export function summaryOf({ entries }: SubjectList): ListSummary {
  const names = entries.flatMap((entry) => entry.names.map(wholeName));
  const written = Object.entries(count(names.flatMap(scriptsOf)));
  const days = entries.flatMap(({ listedOn, updatedOn }) => [listedOn, updatedOn]).filter((day) => day !== undefined);
  const newest = days.toSorted().at(-1);
  return {
    entries: entries.length,
    names: names.length,
    documents: entries.reduce((sum, { documents }) => sum + documents.length, 0),
    kinds: count(entries.map(({ kind }) => kind)),
    scripts: Object.fromEntries(written.toSorted(([, one = 0], [, other = 0]) => other - one)) as Record<
      string,
      number
    >,
    ...(newest === undefined ? {} : { newest }),
  };
}
