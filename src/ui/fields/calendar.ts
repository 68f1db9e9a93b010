/* Days and months as texts of ISO 8601 (`2026-11-24`, `2026-11`), reckoned in UTC: a date of a form has no zone. */

const dayMs = 86_400_000;
const two = (value: number): string => String(value).padStart(2, '0');

export const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && dayOf(Date.parse(text)) === text;
export const isMonth = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

const dayOf = (at: number): string => (Number.isNaN(at) ? '' : new Date(at).toISOString().slice(0, 10));

/** The day so many days later, or earlier. */
export const addDays = (day: string, days: number): string => dayOf(Date.parse(day) + days * dayMs);

/** The month so many months later, or earlier. */
export function addMonths(month: string, months: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
  return `${String(Math.trunc(count / 12)).padStart(4, '0')}-${two((count % 12) + 1)}`;
}

/** The same day of another month, or its last one where it is shorter. */
export function dayInMonth(day: string, month: string): string {
  const last = Number(addDays(`${addMonths(month, 1)}-01`, -1).slice(8));
  return `${month}-${two(Math.min(Number(day.slice(8)), last))}`;
}

/**
 * What was typed as a date, as ISO writes it: the same with other separators or none, year first (`2026/11/4`, `20261104`).
 * Undefined for anything else: 04/05/2026 is April here and May there, so it is asked again and not guessed.
 */
export function readDay(typed: string): string | undefined {
  const [, year, month, day] = /^\s*(\d{4})[-/. ]?(\d{1,2})[-/. ]?(\d{1,2})\s*$/.exec(typed) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? text : undefined;
}

/** The same for a month: `2006-06`, `2006/6`, `200606`. */
export function readMonth(typed: string): string | undefined {
  const [, year, month] = /^\s*(\d{4})[-/. ]?(\d{1,2})\s*$/.exec(typed) ?? [];
  if (year === undefined || month === undefined) return undefined;
  const text = `${year}-${month.padStart(2, '0')}`;
  return isMonth(text) ? text : undefined;
}

/** The weeks of a month, from the first day of the week (0 is Sunday); days of the months around it fill the ends. */
export function weeksOf(month: string, firstOfWeek: number): readonly (readonly string[])[] {
  const first = `${month}-01`;
  const before = (new Date(first).getUTCDay() - firstOfWeek + 7) % 7;
  const length = Number(addDays(`${addMonths(month, 1)}-01`, -1).slice(8));
  const weeks = Math.ceil((before + length) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => addDays(first, week * 7 + day - before)),
  );
}

/** Where a key leads from a day of a calendar (the date grid of the ARIA practices); undefined when it does not lead. */
export function dayAfterKey(key: string, day: string, firstOfWeek: number): string | undefined {
  const inWeek = (new Date(day).getUTCDay() - firstOfWeek + 7) % 7;
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -7,
    ArrowDown: 7,
    Home: -inWeek,
    End: 6 - inWeek,
  };
  const months: Readonly<Record<string, number>> = {
    PageUp: -1,
    PageDown: 1,
    'Shift+PageUp': -12,
    'Shift+PageDown': 12,
  };
  const step = steps[key];
  if (step !== undefined) return addDays(day, step);
  const turn = months[key];
  return turn === undefined ? undefined : dayInMonth(day, addMonths(day.slice(0, 7), turn));
}

/** Where a key leads from a month of a year's twelve, three in a row. */
export function monthAfterKey(key: string, month: string): string | undefined {
  const inYear = Number(month.slice(5, 7)) - 1;
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -3,
    ArrowDown: 3,
    Home: -(inYear % 3),
    End: 2 - (inYear % 3),
    PageUp: -12,
    PageDown: 12,
  };
  const step = steps[key];
  return step === undefined ? undefined : addMonths(month, step);
}
