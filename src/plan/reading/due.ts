import { parsePlainDate } from '#kernel';
import { addMonths, type Month } from '../months.ts';
import type { Tell } from './tell.ts';
import { monthWords, namedMonth } from './when.ts';

/** By when a text promises something: months from the start of the plan, or a time of its own. */
export type ReadDue =
  | {
      readonly months: number;
      /** The start of the plan and so many months. */
      readonly computed: Month;
      /** The month that the text states beside; null when it states none. */
      readonly stated: Month | null;
    }
  /** `before 2008-01-01`, `by 2008`: as exact as the text is, and no more. */
  | { readonly absolute: string };

const numbers = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

const term = new RegExp(
  String.raw`\b(?:within(?: the next)?|over the next) (\d{1,3}|${numbers.join('|')}) (month|year)s?\b(?: ?\(([a-z]+) (\d{4})\))?`,
  'gi',
);
const inBrackets = /\(([a-z]+) (\d{4})\)/gi;
const absolute = new RegExp(
  String.raw`\b(before|by) (the end of )?(?:(${monthWords}) (?:(\d{1,2}), ?)?)?((?:19|20)\d{2})\b`,
  'gi',
);

function monthsOf(count: string, unit: string): number {
  const number = numbers.indexOf(count.toLowerCase()) + 1 || Number(count);
  return unit.toLowerCase() === 'year' ? number * 12 : number;
}

/** A month in brackets; says so when the word is no month. */
function statedMonth(name: string, year: string, tell: Tell): Month | undefined {
  const month = namedMonth(name, year);
  if (month === undefined) tell('PLN-0113', { text: `${name} ${year}` });
  return month;
}

interface Term {
  readonly months: number;
  stated: Month | undefined;
}

/** Every "within N months" of a text, with the month that stands right behind it. */
const termsOf = (text: string, tell: Tell): readonly Term[] =>
  [...text.matchAll(term)].map(([, count = '', unit = '', name, year = '']) => ({
    months: monthsOf(count, unit),
    stated: name === undefined ? undefined : statedMonth(name, year, tell),
  }));

/** A month in brackets somewhere else belongs to the one term that lacks its own; else nobody knows to which. */
function giveDetached(text: string, terms: readonly Term[], tell: Tell): void {
  for (const [, name = '', year = ''] of text.replace(term, ' ').matchAll(inBrackets)) {
    const month = statedMonth(name, year, tell);
    if (month === undefined) continue;
    const lacking = terms.filter(({ stated }) => stated === undefined);
    const [only] = lacking;
    if (only === undefined || lacking.length > 1) tell('PLN-0114', { text: `${name} ${year}` });
    else {
      only.stated = month;
      tell('PLN-0130', { text: `${name} ${year}` });
    }
  }
}

/** The parts of a time of its own: every group of `absolute` but its first. */
interface OwnTime {
  readonly name: string | undefined;
  readonly day: string | undefined;
  readonly year: string;
}

/** A year, a month or a day, as exact as it was written; undefined for a day that no calendar has. */
function isoOf({ name, day, year }: OwnTime): string | undefined {
  const month = name === undefined ? year : namedMonth(name, year);
  if (month === undefined || day === undefined) return month;
  const date = `${month}-${day.padStart(2, '0')}`;
  return parsePlainDate(date) === undefined ? undefined : date;
}

/** Times of their own: `before January 1, 2008`. A day that no calendar has is told and left out. */
function absolutesOf(text: string, tell: Tell): readonly ReadDue[] {
  return [...text.matchAll(absolute)].flatMap(([whole, word = '', end, name, day, year = '']) => {
    const iso = isoOf({ name, day, year });
    if (iso === undefined) {
      tell('PLN-0113', { text: whole });
      return [];
    }
    if (name === undefined && end === undefined) tell('PLN-0133', { text: whole });
    return [{ absolute: `${word.toLowerCase()} ${end === undefined ? '' : 'the end of '}${iso}` }];
  });
}

/** What is worth saying of the times of a text that were understood. */
function judge(due: readonly ReadDue[], tell: Tell): void {
  if (due.length === 0) tell('PLN-0132');
  if (due.length > 1) tell('PLN-0129', { count: due.length });
  for (const one of due) {
    if ('absolute' in one) continue;
    const { computed, stated, months } = one;
    if (stated === null) tell('PLN-0131', { months, computed });
    else if (stated !== computed) tell('PLN-0112', { months, computed, stated });
  }
}

/**
 * Reads by when a text promises something: "within 12 months (June 2006)", "over the next two years", "before January 1,
 * 2008", with the month beside it or after the sentence (exchange reference, 7.3). Empty when the text states no time: none
 * is made up. PLN-0112 where the stated month is not the one that is computed; both are kept.
 */
export function readDue(raw: string, begins: Month, tell: Tell): readonly ReadDue[] {
  const text = raw.replace(/\s+/g, ' ');
  const terms = termsOf(text, tell);
  giveDetached(text, terms, tell);
  const due = [
    ...terms.map(({ months, stated = null }) => ({ months, computed: addMonths(begins, months), stated })),
    ...absolutesOf(text, tell),
  ];
  judge(due, tell);
  return due;
}
