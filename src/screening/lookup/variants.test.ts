import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asciiBytes } from './dictionary.ts';
import { mostVariants, variantsOf, withinOneEdit } from './variants.ts';

const found = new Int32Array(mostVariants);
const variants = (word: string): number[] => [...found.subarray(0, variantsOf(asciiBytes(word), found))];
const word = fc.string({ unit: fc.constantFrom('M', 'H', 'T', 'K'), maxLength: 6 });

/** The distance of Levenshtein, by its definition. */
function distance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  if (a[0] === b[0]) return distance(a.slice(1), b.slice(1));
  return 1 + Math.min(distance(a.slice(1), b), distance(a, b.slice(1)), distance(a.slice(1), b.slice(1)));
}

test('words are within one edit as the definition says, from both sides', () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(withinOneEdit(asciiBytes(a), asciiBytes(b))).toBe(distance(a, b) <= 1);
      expect(withinOneEdit(asciiBytes(b), asciiBytes(a))).toBe(distance(a, b) <= 1);
    }),
    { numRuns: 2000 },
  );
});

test('words within one edit have a variant in common, but where one is a single letter', () => {
  fc.assert(
    fc.property(word, fc.nat(6), fc.constantFrom('', 'M', 'R'), (all, at, instead) => {
      const other = all.slice(0, at) + instead + all.slice(at + 1);
      if (all.length < 2 || other.length < 2) return;
      expect(variants(all).some((hash) => variants(other).includes(hash))).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test('a word has itself and each of its letters left out, doubles once, and room for the longest', () => {
  expect(variants('MHT')).toHaveLength(4);
  expect(variants('MMT')).toHaveLength(3);
  expect(new Set(variants('MHT')).size).toBe(4);
  expect(variants('M')).toHaveLength(1);
  expect(variants('')).toHaveLength(1);
  expect(variants('MH'.repeat(12))).toHaveLength(mostVariants);
  expect(variants('MH'.repeat(30))).toEqual(variants('MH'.repeat(12)));
});
