import { monthLength, type PlainDate, type PlainDateTime, plainDate, plainDateTime } from '#kernel';

/**
 * How a two-digit year gets its century.
 * `past`, for birth and issue: the latest year that puts the day not after the day of receipt.
 * `near`, for expiry, departure and arrival: the latest year that puts the day at most 50 years after the day of receipt.
 */
export type CenturyRule = 'past' | 'near';

/** The day of receipt, by which centuries are told, and the rule. */
export interface Century {
  readonly receivedOn: PlainDate;
  readonly rule: CenturyRule;
  /** Years either side of the day of receipt that `near` looks at; 50, or what the authority's profile says. */
  readonly windowYears?: number;
}

/**
 * Reads YYMMDD or CCYYMMDD (formats 101 and 102 of code list 2379); undefined when it is no existing day.
 * 29 February takes the nearest century that has one, within the rule.
 */
export function readDay(text: string, century: Century): PlainDate | undefined {
  const number = numberOf(text);
  if (number < 0 || (text.length !== 6 && text.length !== 8)) return undefined;
  const year = Math.floor(number / 10_000);
  const month = Math.floor(number / 100) % 100;
  const day = number % 100;
  if (text.length === 8) return plainDate(year, month, day);
  const back = century.rule === 'past' ? 0 : (century.windowYears ?? 50);
  const today = packed(century.receivedOn);
  const next = Math.floor(today / 1_000_000) * 100 + 100;
  for (let start = next; start >= next - 200; start -= 100) {
    const full = start + year;
    // Looked at from so many years back, 29 February is 28 February where there is none.
    const then = Math.min(day, monthLength(full - back, month));
    const fits = (full - back) * 10_000 + month * 100 + then <= today;
    if (fits && day <= monthLength(full, month)) return plainDate(full, month, day);
  }
  return undefined;
}

/** A day as the number CCYYMMDD. */
function packed(date: PlainDate): number {
  let number = 0;
  for (let at = 0; at < date.length; at += 1) {
    if (at !== 4 && at !== 7) number = number * 10 + date.charCodeAt(at) - 0x30;
  }
  return number;
}

/** The number that a text of digits is; -1 when it is none. */
function numberOf(text: string): number {
  let number = text === '' ? -1 : 0;
  for (let at = 0; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}

/** Reads YYMMDDHHMM or CCYYMMDDHHMM (formats 201 and 203), or a day alone as its midnight; undefined when there is no such time. */
export function readMoment(text: string, near: Century): PlainDateTime | undefined {
  const dayLength = text.length === 12 || text.length === 8 ? 8 : 6;
  const day = readDay(text.slice(0, dayLength), near);
  const time = text.length === dayLength ? 0 : numberOf(text.slice(dayLength));
  if (day === undefined || time < 0 || (text.length !== dayLength && text.length !== dayLength + 4)) return undefined;
  return plainDateTime(day, Math.floor(time / 100), time % 100);
}

/** YYMMDD. */
export const writeDay = (date: PlainDate): string => date.slice(2, 4) + date.slice(5, 7) + date.slice(8, 10);

/** YYMMDDHHMM. */
export const writeMoment = (time: PlainDateTime): string =>
  time.slice(2, 4) + time.slice(5, 7) + time.slice(8, 10) + time.slice(11, 13) + time.slice(14, 16);
