import { useSpeech } from '#ui';

const kept = new Map<string, Intl.DateTimeFormat>();
const instantOf = (month: string): number => Date.parse(`${month}-01T00:00:00Z`);

/** True for `YYYY-MM`. */
export const isMonth = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

/** A month in a sentence: `June 2006`, `juin 2006`, `junio de 2006`. */
export function monthInWords(month: string, locale: string): string {
  if (!isMonth(month)) return month;
  const known =
    kept.get(locale) ?? new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' });
  kept.set(locale, known);
  return known.format(instantOf(month));
}

/** Months from the one to the other. */
export function monthsBetween(from: string, to: string): number {
  const count = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
  return count(to) - count(from);
}

/** The month of an instant, UTC: months of the plan end at the same moment everywhere. */
export const monthOf = (at: number): string => new Date(at).toISOString().slice(0, 7);

/** The last month that is over. */
export function lastMonth(month: string): string {
  return monthOf(instantOf(month) - 1);
}

/** A month as a table shows it; in words when pointed at. */
export function Month({ of }: { of: string }) {
  const { locale } = useSpeech();
  return (
    <time dateTime={of} title={monthInWords(of, locale)} className="moment" translate="no">
      {of}
    </time>
  );
}
