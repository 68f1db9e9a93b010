import { monthLength, type PartialDate, type PlainDate, parsePlainDate, plainDate } from '#kernel';
import { piecesOf } from './pieces.ts';

/** Months by the first three letters of their English names. */
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A partial date whose parts exist in the calendar; undefined otherwise. */
function partialDate(year: number, month?: number, day?: number): PartialDate | undefined {
  if (year < 1000) return undefined;
  if (month === undefined) return { year };
  const length = monthLength(year, month);
  if (length === 0) return undefined;
  if (day === undefined) return { year, month };
  return day >= 1 && day <= length ? { year, month, day } : undefined;
}

/** "Circa": one year either side. */
export const about = (year: number): PartialDate => ({ year: year - 1, untilYear: year + 1 });

const number = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));

/** `1951-06-19`, `1951-06`, `1951`, or the span of years `1951/1953`; undefined when it is none of them. */
export function readIsoDate(text: string): PartialDate | undefined {
  const span = /^(\d{4})\/(\d{4})$/.exec(text);
  if (span !== null) return spanOf(Number(span[1]), Number(span[2]));
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text);
  return parts === null ? undefined : partialDate(Number(parts[1]), number(parts[2]), number(parts[3]));
}

const spanOf = (year: number, untilYear: number): PartialDate | undefined =>
  year <= untilYear ? { year, untilYear } : undefined;

/** `19 Jun 1951`, `Jun 1951`, `1951`. */
function readEnglishDate(text: string): PartialDate | undefined {
  const parts = /^(?:(?:(\d{1,2}) )?([A-Z][a-z]{2}) )?(\d{4})$/.exec(text);
  if (parts === null) return undefined;
  const month = parts[2] === undefined ? undefined : months.indexOf(parts[2]) + 1;
  return partialDate(Number(parts[3]), month, number(parts[1]));
}

/**
 * A date as OFAC prints it: `19 Jun 1951`, `Jun 1951`, `1951`, with `circa` before it, or two of them with `to` (also
 * `circa 1961-1965`) between. A span keeps its years; `circa` is one year either side.
 */
export function readOfacDate(text: string): PartialDate | undefined {
  const circa = text.startsWith('circa ');
  const [from, to] = text.replace(/^circa /, '').split(/ to |-/);
  const first = readEnglishDate(from ?? '');
  if (first === undefined) return undefined;
  if (to === undefined) return circa ? about(first.year) : first;
  const last = readEnglishDate(to);
  return last === undefined ? undefined : spanOf(first.year, last.year);
}

/** The number of a month by its English name, long or short, in any case; 0 when it is none. */
const monthOf = (name: string): number =>
  months.findIndex((month) => name.length >= 3 && name.slice(0, 3).toLowerCase() === month.toLowerCase()) + 1;

/** `6.3.1955`, `06/03/1955`, `00/00/1955` (only the year is known), with the day first. */
function readDayFirst(text: string): PartialDate | undefined {
  const parts = /^(\d{1,2}|dd)([./-])(\d{1,2}|mm)\2(\d{4})$/i.exec(text);
  if (parts === null) return undefined;
  const [day, month] = [parts[1], parts[3]].map((part) => (/^[dm0]+$/i.test(part ?? '') ? undefined : Number(part)));
  if (month === undefined) return partialDate(Number(parts[4]));
  return partialDate(Number(parts[4]), month, day);
}

/** `11 March 1969`, `16 Jun. 1969`, `8 Oct.1970`, `September 1958`. */
function readNamedMonth(text: string): PartialDate | undefined {
  const parts = /^(?:(\d{1,2})(?:st|nd|rd|th)?[ .-]+)?([A-Za-z]{3,9})\.?[ ,-]*(\d{4})$/.exec(text);
  if (parts === null) return undefined;
  const month = monthOf(parts[2] ?? '');
  return month === 0 ? undefined : partialDate(Number(parts[3]), month, number(parts[1]));
}

const readPlain = (text: string): PartialDate | undefined =>
  readIsoDate(text) ?? readDayFirst(text) ?? readNamedMonth(text);

/** One date, or a span of years, in words: `circa 1957`, `Approximately 1957`, `Between 1977 and 1982`, `1961-1965`. */
function readWritten(written: string): PartialDate | undefined {
  const text = written.replace(/^(?:circa|ca?\.|approximately|approx\.?|about) ?/i, '');
  const span = /^(?:between )?(\d{4})(?:-| - | and | to )(\d{4})$/i.exec(text);
  if (span !== null) return spanOf(Number(span[1]), Number(span[2]));
  const read = readPlain(text);
  return read === undefined || text === written ? read : about(read.year);
}

/** The dates of a text, and the pieces of it that are none. */
export interface DatesRead {
  readonly dates: readonly PartialDate[];
  readonly unread: readonly string[];
}

/**
 * Reads dates of birth as the lists of the EU and the UK write them, the day first: `6.3.1955 or 15.3.1955`,
 * `(a) 4 Dec. 1971 (b) circa 1977`, `Between 1977 and 1982`, `00/00/1975`. What stands in brackets is left aside, except
 * that a date of another calendar is none.
 */
export function datesIn(text: string): DatesRead {
  const dates: PartialDate[] = [];
  const unread: string[] = [];
  for (const piece of piecesOf(text).flatMap((one) => one.split(/,\s|\sor\s|\s\/\s/))) {
    const written = piece.replace(/\([^)]*\)|\.$/g, '').trim();
    const read = /hijri/i.test(piece) ? undefined : readWritten(written);
    if (read !== undefined) dates.push(read);
    else if (written !== '') unread.push(piece.trim());
  }
  return { dates, unread };
}

/** Which of two numbers is the day where a date is written with numbers alone. */
export type DayOrder = 'day-first' | 'month-first';

/** A day in numbers, in the given order; a year of two digits is of this century. */
function dayInNumbers(text: string, order: DayOrder): PlainDate | undefined {
  const parts = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d\d)$/.exec(text);
  if (parts === null) return undefined;
  const [first, second] = [Number(parts[1]), Number(parts[3])];
  const year = Number(parts[4]) + (parts[4]?.length === 2 ? 2000 : 0);
  return order === 'day-first' ? plainDate(year, second, first) : plainDate(year, first, second);
}

/**
 * Reads one day: ISO 8601, with or without a time after it; numbers in the given order (`13.07.20` is of this century);
 * or `13-Feb-2026`. Undefined when it is no day of the calendar.
 */
export function dayIn(text: string, order: DayOrder = 'day-first'): PlainDate | undefined {
  const written = text.trim();
  if (/^(?:19|20|21)\d\d-/.test(written)) return parsePlainDate(written.slice(0, 10));
  const inNumbers = dayInNumbers(written, order);
  if (inNumbers !== undefined) return inNumbers;
  const { year, month, day } = readNamedMonth(written) ?? {};
  return year === undefined || month === undefined || day === undefined ? undefined : plainDate(year, month, day);
}
