import { type PlainDate, type PlainDateTime, parsePlainDateTime, plainDate } from '#kernel';

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

const digits = /^\d+$/;

/**
 * Reads YYMMDD or CCYYMMDD (formats 101 and 102 of code list 2379); undefined when it is no existing day.
 * 29 February takes the nearest century that has one, within the rule.
 */
export function readDay(text: string, century: Century): PlainDate | undefined {
  if (!digits.test(text)) return undefined;
  if (text.length === 8) return plainDate(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6)));
  if (text.length !== 6) return undefined;
  const two = Number(text.slice(0, 2));
  const month = Number(text.slice(2, 4));
  const day = Number(text.slice(4));
  const thisCentury = Math.floor(Number(century.receivedOn.slice(0, 4)) / 100) * 100;
  for (const start of [thisCentury + 100, thisCentury, thisCentury - 100]) {
    const date = plainDate(start + two, month, day);
    if (date !== undefined && fits(date, century)) return date;
  }
  return undefined;
}

function fits(date: PlainDate, { receivedOn, rule, windowYears = 50 }: Century): boolean {
  return rule === 'past' ? date <= receivedOn : shiftYears(date, -windowYears) <= receivedOn;
}

/** The day so many years later or earlier; 29 February becomes 28 February where there is none. */
function shiftYears(date: PlainDate, years: number): PlainDate {
  const year = Number(date.slice(0, 4)) + years;
  const month = Number(date.slice(5, 7));
  return plainDate(year, month, Number(date.slice(8))) ?? plainDate(year, month, 28) ?? date;
}

/** Reads YYMMDDHHMM or CCYYMMDDHHMM (formats 201 and 203), or a day alone as its midnight; undefined when there is no such time. */
export function readMoment(text: string, near: Century): PlainDateTime | undefined {
  const dayLength = text.length === 12 || text.length === 8 ? 8 : 6;
  const day = readDay(text.slice(0, dayLength), near);
  const time = text.slice(dayLength);
  if (day === undefined || !/^(\d{4})?$/.test(time)) return undefined;
  return parsePlainDateTime(`${day}T${time.slice(0, 2) || '00'}:${time.slice(2) || '00'}`);
}

/** YYMMDD. */
export const writeDay = (date: PlainDate): string => date.slice(2, 4) + date.slice(5, 7) + date.slice(8, 10);

/** YYMMDDHHMM. */
export const writeMoment = (time: PlainDateTime): string =>
  time.slice(2, 4) + time.slice(5, 7) + time.slice(8, 10) + time.slice(11, 13) + time.slice(14, 16);
