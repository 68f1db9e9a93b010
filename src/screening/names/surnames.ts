import table from '../../../data/screening/spanish-surnames.json' with { type: 'json' };
import type { Draft } from './draft.ts';

const spanish: ReadonlySet<string> = new Set(table.surnames);

const isSpanish = ({ text }: Draft): boolean => spanish.has(text) || (text.length > 4 && text.endsWith('EZ'));

/**
 * Marks the mother's family name of a Spanish double surname, which its bearer may leave out: the second of two words of a
 * family name of which one at least is known as Spanish, particles apart.
 */
export function markMaternal(family: readonly Draft[]): void {
  const plain = family.filter(({ role }) => role === 'plain');
  const [, second] = plain;
  if (second !== undefined && plain.length === 2 && plain.some(isSpanish)) second.role = 'maternal';
}

/** As markMaternal, where family and given name are not told apart: the last of three words, if it and the one before are known. */
export function markLastMaternal(drafts: readonly Draft[]): void {
  const words = drafts.filter(({ role }) => role === 'plain' || role === 'initial');
  const [before, last] = words.slice(-2);
  if (words.length > 2 && before !== undefined && last !== undefined && isSpanish(before) && isSpanish(last)) {
    last.role = 'maternal';
  }
}
