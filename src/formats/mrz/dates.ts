import { type PlainDate, plainDate } from '#kernel';
import type { MrzDate } from './fields.ts';

/** Which century a two-digit year is in: `past` for birth, `near` for expiry, as `readMrz` states. */
export type CenturyRule = 'past' | 'near';

/**
 * Reads YYMMDD as printed; a pair of fillers, or `00` in the place of month or day, is unknown.
 * @returns the date, or undefined when a part is neither or the day does not exist
 */
export function readMrzDate(text: string, rule: CenturyRule, receivedOn: PlainDate): MrzDate | undefined {
  const pairs = /^(\d\d|<<)(\d\d|<<)(\d\d|<<)$/.exec(text);
  if (pairs === null) return undefined;
  const [, two = '', monthText = '', dayText = ''] = pairs;
  const month = known(monthText);
  const day = known(dayText);
  if (!within(month, 12) || !within(day, 31)) return undefined;
  if (two === '<<') return { text, ...parts(undefined, month, day) };
  const year = yearOf({ two: Number(two), month, day }, rule, receivedOn);
  return year === undefined ? undefined : { text, ...parts(year, month, day) };
}

const within = (value: number | undefined, most: number): boolean => value === undefined || value <= most;
const known = (pair: string): number | undefined => (pair === '<<' || pair === '00' ? undefined : Number(pair));

function parts(year?: number, month?: number, day?: number): Omit<MrzDate, 'text'> {
  const date = year === undefined || month === undefined || day === undefined ? undefined : plainDate(year, month, day);
  return {
    ...(year === undefined ? {} : { year }),
    ...(month === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day }),
    ...(date === undefined ? {} : { date }),
  };
}

interface ShortDate {
  readonly two: number;
  readonly month: number | undefined;
  readonly day: number | undefined;
}

/** The latest year that the rule allows; undefined when the day exists in none of them. */
function yearOf(short: ShortDate, rule: CenturyRule, receivedOn: PlainDate): number | undefined {
  const latest = rule === 'past' ? receivedOn : `${Number(receivedOn.slice(0, 4)) + 50}${receivedOn.slice(4)}`;
  const century = Math.floor(Number(latest.slice(0, 4)) / 100) * 100;
  for (const start of [century, century - 100]) {
    const year = start + short.two;
    // An unknown part is taken for the earliest that it can be.
    const earliest = plainDate(year, short.month ?? 1, short.day ?? 1);
    if (earliest !== undefined && earliest <= latest) return year;
  }
  return undefined;
}
