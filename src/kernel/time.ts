import type { Branded } from './ids.ts';

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = Branded<number, 'Instant'>;
/** A calendar day, `2026-11-24`; texts compare as days do. */
export type PlainDate = Branded<string, 'PlainDate'>;
/** A wall-clock time without zone, `2026-11-24T08:05`; texts compare as times do. */
export type PlainDateTime = Branded<string, 'PlainDateTime'>;
/** A name of the IANA time zone database, `America/Toronto`. */
export type Zone = Branded<string, 'Zone'>;

/** Names an instant by its milliseconds. */
export const instant = (milliseconds: number): Instant => milliseconds as Instant;

/** An instant as ISO 8601 in UTC, `2026-11-24T08:05:09.123Z`. */
export const formatInstant = (at: Instant): string => new Date(at).toISOString();

/** Reads ISO 8601 with an offset or `Z`; undefined when it is not one. */
export function parseInstant(text: string): Instant | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/.test(text)) return undefined;
  const milliseconds = Date.parse(text);
  return Number.isNaN(milliseconds) ? undefined : instant(milliseconds);
}

const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The number of days of a month (1 to 12) in the Gregorian calendar; 0 for a month that is none. */
export const monthLength = (year: number, month: number): number =>
  month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : (daysInMonth[month - 1] ?? 0);

/** Numbers below a hundred as two digits, made once: lists of people are full of dates. */
const twoDigits = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'));

/** A calendar day from its numbers; undefined when there is no such day. Years 1 to 9999. */
export function plainDate(year: number, month: number, day: number): PlainDate | undefined {
  if (year < 1 || year > 9999 || day < 1 || day > monthLength(year, month)) return undefined;
  const century = Math.floor(year / 100);
  return `${twoDigits[century]}${twoDigits[year - century * 100]}-${twoDigits[month]}-${twoDigits[day]}` as PlainDate;
}

/** A time of a day from its numbers; undefined when there is no such time. */
export function plainDateTime(day: PlainDate, hour: number, minute: number): PlainDateTime | undefined {
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return undefined;
  return `${day}T${twoDigits[hour]}:${twoDigits[minute]}` as PlainDateTime;
}

/** Reads `2026-11-24`; undefined when it is not an existing day. */
export function parsePlainDate(text: string): PlainDate | undefined {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  return parts === null ? undefined : plainDate(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

/** Reads `2026-11-24T08:05`; undefined when the day or the time does not exist. */
export function parsePlainDateTime(text: string): PlainDateTime | undefined {
  const parts = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d$/.exec(text);
  if (parts === null || parsePlainDate(parts[1] ?? '') === undefined) return undefined;
  return text as PlainDateTime;
}

/** The day of a wall-clock time. */
export const dateOf = (time: PlainDateTime): PlainDate => time.slice(0, 10) as PlainDate;

/** The day of an instant in UTC. */
export const dayOf = (at: Instant): PlainDate => formatInstant(at).slice(0, 10) as PlainDate;

const dayMilliseconds = 86_400_000;
const dayNumber = (date: PlainDate): number => Date.parse(`${date}T00:00Z`) / dayMilliseconds;

/** The day that lies `days` after `date` (before it, when negative). */
export const addDays = (date: PlainDate, days: number): PlainDate =>
  new Date((dayNumber(date) + days) * dayMilliseconds).toISOString().slice(0, 10) as PlainDate;

/** Days from `from` to `to`; negative when `to` lies earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => dayNumber(to) - dayNumber(from);

/** Whole years from `birth` to `on`, as a person counts his age; negative before birth. 29 February ages on 1 March. */
export function yearsBetween(birth: PlainDate, on: PlainDate): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4));
  return on.slice(5) < birth.slice(5) ? years - 1 : years;
}
