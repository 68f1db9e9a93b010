import type { Month } from '../months.ts';

const months = [
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
];

/** A pattern for the names of the months, for use inside another one. */
export const monthWords = months.join('|');

/** The month of an English name and a year, `June` and `2006`; undefined for a word that names no month. */
export function namedMonth(name: string, year: string): Month | undefined {
  const at = months.indexOf(name.toLowerCase());
  return at < 0 ? undefined : `${year}-${String(at + 1).padStart(2, '0')}`;
}

/** When something is expected, as it was written and in short: a month, or a season that is kept as one. */
export interface When {
  readonly text: string;
  /** `2007-06`, or `2006-Fall`: a season is no month. */
  readonly iso: string;
}

/** Seasons as reports write them. Winter is not among them: it lies in two years, and a report does not say in which. */
const seasons: Readonly<Record<string, string>> = { spring: 'Spring', summer: 'Summer', fall: 'Fall', autumn: 'Fall' };

/** Reads `June 2007` or `Fall 2006`; undefined when it is neither. */
export function readWhen(text: string): When | undefined {
  const [, word = '', year = ''] = /^([a-z]{1,9}) (\d{4})$/i.exec(text) ?? [];
  const season = seasons[word.toLowerCase()];
  const iso = season === undefined ? namedMonth(word, year) : `${year}-${season}`;
  return iso === undefined ? undefined : { text, iso };
}
