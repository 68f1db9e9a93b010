import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitting, foldedText, hitsOfPart, wordsOf } from './search.ts';

const find = (items: readonly string[], query: string, most?: number): readonly string[] =>
  fitting(items, { words: wordsOf(query), ...(most === undefined ? {} : { most }) }, (item) => [item, undefined]);

test('accents and case make no difference, on either side', () => {
  expect(foldedText('MONTRÉAL – Cancún')).toBe('montreal – cancun');
  expect(find(['Montréal'], 'MONTREAL')).toEqual(['Montréal']);
  expect(find(['Montreal'], 'montréal')).toEqual(['Montreal']);
});

test('blanks, arrows and commas part words; a hyphen does not', () => {
  expect(wordsOf(' YYZ > MEX→cun, PLN-0203;a/b ')).toEqual(['yyz', 'mex', 'cun', 'pln-0203', 'a', 'b']);
  expect(wordsOf('  >→ ')).toEqual([]);
});

test('the whole text comes before the beginning of a word, and that before the middle; equals keep their order', () => {
  expect(find(['xac9', 'ac99', 'the ac9x', 'ac9', 'yac9'], 'ac9')).toEqual(['ac9', 'ac99', 'the ac9x', 'xac9', 'yac9']);
});

test('every word must be found; nothing is found by no word; no more than asked for, and one more than a part gives', () => {
  expect(find(['YYZ MEX', 'YYZ CUN'], 'mex yyz')).toEqual(['YYZ MEX']);
  expect(find(['a'], '')).toEqual([]);
  expect(find(['aa', 'ab', 'ac'], 'a', 2)).toEqual(['aa', 'ab']);
  expect(
    find(
      Array.from({ length: 20 }, (_, at) => `a${at}`),
      'a',
    ),
  ).toHaveLength(hitsOfPart + 1);
});

test('any piece of a text finds it, and what is found holds every word', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'B', 'é', '1', '-'), minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 6 }), letters, fc.nat(), fc.nat(), (others, text, from, length) => {
      const at = from % text.length;
      const piece = text.slice(at, at + 1 + (length % (text.length - at)));
      const found = find([...others, text], piece, 99);
      expect(found).toContain(text);
      for (const one of found) expect(foldedText(one)).toContain(foldedText(piece));
    }),
  );
});
