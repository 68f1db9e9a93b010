/** A month (`2006-06`), a day (`2026-11-24`) or an instant of ISO 8601. A date without a zone is one of UTC. */
export type When = string;

const shape = /^(\d{4})-(0[1-9]|1[0-2])(?:-(\d\d))?$/;
const dayMs = 86_400_000;

/** A month as a number: months since the year 0. */
const numberOf = (year: number, month: number): number => year * 12 + month - 1;
const monthStart = (number: number): number => Date.UTC(Math.trunc(number / 12), number % 12);
const twoDigits = (value: number): string => String(value).padStart(2, '0');
const monthText = (number: number): string => `${Math.trunc(number / 12)}-${twoDigits((number % 12) + 1)}`;

/**
 * Where it stands on a line of time, in milliseconds: a month in its middle, a day at its noon, so that neither lies on the
 * line of a tick. Undefined for what is no date.
 */
export function placeOf(when: When): number | undefined {
  const [, year, month, day] = shape.exec(when) ?? [];
  const instant = Date.parse(when);
  if (Number.isNaN(instant)) return undefined;
  if (day !== undefined) return instant + dayMs / 2;
  if (year === undefined || month === undefined) return instant;
  const number = numberOf(Number(year), Number(month));
  return (monthStart(number) + monthStart(number + 1)) / 2;
}

/** Whole months from the month of the one to the month of the other; negative when the other is earlier. */
export function monthsApart(from: When, to: When): number {
  const count = (when: When): number => numberOf(Number(when.slice(0, 4)), Number(when.slice(5, 7)));
  return count(to) - count(from);
}

/** A line across the axis, and what it begins: a year, a month or a day. */
export interface TimeTick {
  readonly at: number;
  readonly begins: string;
}

const monthSteps = [1, 3, 6, 12, 24, 60, 120, 240];
const daySteps = [1, 2, 7, 14];

/** At most `most` lines between two instants (milliseconds), where days, months or years begin, at equal steps. */
export function timeTicks(from: number, to: number, most: number): readonly TimeTick[] {
  const days = daySteps.find((step) => (to - from) / dayMs / step <= most);
  return days === undefined ? monthTicks(from, to, most) : dayTicks(from, to, days);
}

function dayTicks(from: number, to: number, step: number): readonly TimeTick[] {
  const first = Math.ceil(from / dayMs);
  const count = Math.max(0, Math.floor((to / dayMs - first) / step) + 1);
  return Array.from({ length: count }, (_, order) => {
    const at = (first + order * step) * dayMs;
    return { at, begins: new Date(at).toISOString().slice(0, 10) };
  });
}

function monthTicks(from: number, to: number, most: number): readonly TimeTick[] {
  const number = (at: number): number => numberOf(new Date(at).getUTCFullYear(), new Date(at).getUTCMonth() + 1);
  const last = number(to);
  const span = last - number(from) + 1;
  const step = monthSteps.find((one) => span / one <= most) ?? Math.ceil(span / most / 120) * 120;
  const ticks: TimeTick[] = [];
  for (let month = Math.ceil(number(from) / step) * step; month <= last; month += step) {
    const at = monthStart(month);
    if (at >= from && at <= to)
      ticks.push({ at, begins: step % 12 === 0 ? monthText(month).slice(0, 4) : monthText(month) });
  }
  return ticks;
}
