import { expect, test } from 'vitest';
import { asciiBytes } from './dictionary.ts';
import { borderTrigrams, isOpening, mostWordTrigrams, trigramSpace, wordTrigrams } from './letters.ts';

const signs = ' ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const spelled = (trigram: number): string =>
  [trigram / 37 ** 2, (trigram / 37) % 37, trigram % 37].map((at) => signs[Math.floor(at)]).join('');
const found = new Int32Array(mostWordTrigrams);
const trigrams = (word: string): string[] => [...found.subarray(0, wordTrigrams(asciiBytes(word), found))].map(spelled);
const border = (one: string, other: string): string[] =>
  [...found.subarray(0, borderTrigrams(asciiBytes(one), asciiBytes(other), found))].map(spelled);

test('the trigrams of a word are those of pg_trgm: padded, each once', () => {
  expect(trigrams('CAT')).toEqual(['  C', ' CA', 'CAT', 'AT ']);
  expect(trigrams('AZ09')).toEqual(['  A', ' AZ', 'AZ0', 'Z09', '09 ']);
  expect(trigrams('ANANAN')).toEqual(['  A', ' AN', 'ANA', 'NAN', 'AN ']);
  expect(trigrams('A')).toEqual(['  A', ' A ']);
  expect(trigrams('@[/:')).toEqual(['   ']);
});

test('of a word that is too long the beginning counts', () => {
  expect(wordTrigrams(asciiBytes('ABCDEFGHIJKLM'.repeat(20)), found)).toBeLessThanOrEqual(mostWordTrigrams);
  expect(wordTrigrams(asciiBytes('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'), found)).toBe(37);
});

test('across a border stand the trigrams of the two words written as one', () => {
  expect(border('JSC', 'ARGUMENT')).toEqual(['SCA', 'CAR']);
  expect(border('J', 'BO')).toEqual(['JBO']);
  expect(border('BO', 'J')).toEqual(['BOJ']);
  expect(border('A', 'B')).toEqual([]);
});

test('openings are two blanks and a letter; all trigrams are below the space of them', () => {
  wordTrigrams(asciiBytes('99'), found);
  expect([...found.subarray(0, 3)].map(isOpening)).toEqual([true, false, false]);
  expect(36 * 37 ** 2 + 36 * 37 + 36).toBe(trigramSpace - 1);
});
