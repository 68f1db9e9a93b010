import { daysBetween, type HitClass, type PlainDate } from '#kernel';

/** A day in a table: fixed, or so many days after (negative: before) the event that the table names. */
export type Day = { readonly fixed: PlainDate } | { readonly daysFromEvent: number };

export type Value = boolean | number | string;
export type Side = 'at-least' | 'above' | 'at-most' | 'below';

/** One question about one fact. A cell of the table that names several operators is several tests, and all must hold. */
export type Test =
  | { readonly ask: 'among'; readonly fact: string; readonly values: readonly Value[]; readonly wanted: boolean }
  | { readonly ask: 'bound'; readonly fact: string; readonly side: Side; readonly bound: number }
  | { readonly ask: 'dated'; readonly fact: string; readonly side: 'before' | 'after'; readonly day: Day }
  | { readonly ask: 'includes'; readonly fact: string; readonly values: readonly string[] }
  | { readonly ask: 'empty'; readonly fact: string; readonly empty: boolean };

/** `open`: a fact is missing, so that the row may or may not hold. */
export type Verdict = 'yes' | 'no' | 'open';

/** How strong each hit class is; `{ "hit": "adjudicate" }` asks for that class or a stronger one. */
export const hitClasses: readonly string[] = ['none', 'adjudicate', 'strong'] satisfies ('none' | HitClass)[];

/** How many days `date` lies after the day that a test speaks of; undefined when it counts from an event that is missing. */
export function daysAfter(day: Day, date: PlainDate, event: PlainDate | undefined): number | undefined {
  if ('fixed' in day) return daysBetween(day.fixed, date);
  return event === undefined ? undefined : daysBetween(event, date) - day.daysFromEvent;
}
