import { strangeLetters, toLatin } from './letters.ts';
import { withoutMarkup } from './self-report.ts';
import type { Tell } from './tell.ts';

/** "U.SCanada", "U.S Mexico": the full stop and the hyphen went lost. */
const lostHyphen = /\bU\.S ?(?=[A-Z]\w)/g;
/** "end- users": a line was broken at a hyphen. "Pre- and post-" is written so on purpose. */
const brokenHyphen = /(?<=\p{Ll})- (?!and\b|or\b)(?=\p{Ll})/gu;

/** The word that a place in a text is in or before, for telling. */
const wordAt = (text: string, at: number): string =>
  `${/\S*$/.exec(text.slice(Math.max(0, at - 40), at))?.[0] ?? ''}${/^\S*(?: \S+)?/.exec(text.slice(at, at + 40))?.[0] ?? ''}`;

/** Tells of each place that a pattern finds, and puts `instead` there. */
function mend(
  text: string,
  { pattern, instead }: { readonly pattern: RegExp; readonly instead: string },
  tell: Tell,
): string {
  for (const { index } of text.matchAll(pattern)) tell('PLN-0121', { text: wordAt(text, index) });
  return text.replace(pattern, instead);
}

/** Opening and closing brackets of a text do not pair. */
function isUnpaired(text: string): boolean {
  let open = 0;
  for (const sign of text) {
    if (sign === '(') open += 1;
    if (sign === ')') open -= 1;
    if (open < 0) return true;
  }
  return open !== 0;
}

/**
 * A text as it was meant: letters of one alphabet, no markup, hyphens where they were, single spaces. Each repair is told;
 * what only the author could mend, such as a bracket that never opened, is told and left.
 */
export function repaired(raw: string, tell: Tell): string {
  const letters = strangeLetters(raw);
  if (letters !== '') tell('PLN-0120', { letters });
  const plain = withoutMarkup(toLatin(raw), tell).replace(/\s+/g, ' ').trim();
  const hyphened = mend(plain, { pattern: lostHyphen, instead: 'U.S.-' }, tell);
  const joined = mend(hyphened, { pattern: brokenHyphen, instead: '-' }, tell);
  if (isUnpaired(joined)) tell('PLN-0135');
  return joined;
}

/** A milestone that ends in the middle of a sentence that the next row carries on: "..., and;". */
export const goesOn = (text: string): boolean => /(?:;|,)$/.test(text);

/** The text with its end as a sentence has it. */
export const ended = (text: string): string => text.replace(/(?:,? and)?[;,]$/, '.');

/** Begins with a name of three words or more and not with what is to be done: the words before it went lost. */
export const beginsInName = (text: string): boolean => /^(?:\p{Lu}[\p{L}'-]* ){3}/u.test(text);
