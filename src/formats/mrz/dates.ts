import { type PlainDate, plainDate } from '#kernel';
import type { MrzDate } from './fields.ts';

/** Which century a two-digit year is in: `past` for birth, `near` for expiry, as `readMrz` states. */
export type CenturyRule = 'past' | 'near';

/** A year of two digits and what is known of the day, while its century is not. */
interface ShortDate {
  readonly two: number | undefined;
  readonly month: number | undefined;
  readonly day: number | undefined;
}

const shape = /^(?:\d\d|<<){3}$/;

/**
 * Reads YYMMDD as printed; a pair of fillers, or `00` in the place of month or day, is unknown.
 * @returns the date, or undefined when a part is neither or the day does not exist
 */
export function readMrzDate(text: string, rule: CenturyRule, receivedOn: PlainDate): MrzDate | undefined {
  if (!shape.test(text)) return undefined;
  const month = known(text.slice(2, 4));
  const day = known(text.slice(4));
  if (!within(month, 12) || !within(day, 31)) return undefined;
  if (text.startsWith('<')) return dateOf(text, month, day, undefined);
  const earliest = earliestOf({ two: Number(text.slice(0, 2)), month, day }, rule, receivedOn);
  return earliest === undefined ? undefined : dateOf(text, month, day, earliest);
}

/** What is known of a date; set member by member, since this is what reading a zone costs most. */
function dateOf(text: string, month: number | undefined, day: number | undefined, earliest: PlainDate | undefined) {
  const date: { -readonly [Member in keyof MrzDate]: MrzDate[Member] } = { text };
  if (month !== undefined) date.month = month;
  if (day !== undefined) date.day = day;
  if (earliest === undefined) return date;
  date.year = Number(earliest.slice(0, 4));
  if (month !== undefined && day !== undefined) date.date = earliest;
  return date;
}

const within = (part: number | undefined, most: number): boolean => part === undefined || part <= most;

const known = (pair: string): number | undefined => (pair === '<<' || pair === '00' ? undefined : Number(pair));

/**
 * The day in the latest century that the rule allows, an unknown part taken for the earliest that it can be; undefined
 * when the day exists in none of them.
 */
function earliestOf({ two = 0, month = 1, day = 1 }: ShortDate, rule: CenturyRule, receivedOn: PlainDate) {
  const latest = rule === 'past' ? receivedOn : `${Number(receivedOn.slice(0, 4)) + 50}${receivedOn.slice(4)}`;
  const century = Math.floor(Number(latest.slice(0, 4)) / 100) * 100;
  for (const start of [century, century - 100]) {
    const earliest = plainDate(start + two, month, day);
    if (earliest !== undefined && earliest <= latest) return earliest;
  }
  return undefined;
}
