import { type Instant, instant, invariant, parsePlainDate } from '#kernel';

/** A month of the calendar, `2006-06`. Months are what a plan promises by; they sort as text. */
export type Month = string;

const shape = /^(\d{4})-(0[1-9]|1[0-2])$/;

/** True for `YYYY-MM` with a month from 01 to 12 (ISO 8601, 4.1.2.3: a calendar month). */
export const isMonth = (text: string): boolean => shape.test(text);

/** Months since the year 0: what months are counted with. Crashes on what is no month. */
export function monthNumber(month: Month): number {
  const [, year = '', inYear = ''] = shape.exec(month) ?? [];
  invariant(year !== '', `a month, not ${month}`);
  return Number(year) * 12 + Number(inYear) - 1;
}

/** The month of a number of `monthNumber`. */
export const monthOf = (number: number): Month =>
  `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;

/** The month so many months later, or earlier. */
export const addMonths = (month: Month, months: number): Month => monthOf(monthNumber(month) + months);

/** Months from the one to the other; negative when the other is earlier. */
export const monthsBetween = (from: Month, to: Month): number => monthNumber(to) - monthNumber(from);

/** The month in which an instant lies (UTC). */
export const monthAt = (at: Instant): Month => new Date(at).toISOString().slice(0, 7);

/** The first moment after a month (UTC): what was promised by a month is late from here on. */
export function endOfMonth(month: Month): Instant {
  const next = parsePlainDate(`${addMonths(month, 1)}-01`);
  invariant(next !== undefined, 'the month after a month has a first day');
  return instant(Date.parse(`${next}T00:00:00Z`));
}
