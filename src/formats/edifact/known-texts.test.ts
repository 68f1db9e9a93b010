import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KnownTexts } from './known-texts.ts';

test('a text is known from the second time on, as in a set', () => {
  const texts = fc.array(fc.oneof(fc.string(), fc.nat(40).map(String)), { maxLength: 400 });
  fc.assert(
    fc.property(texts, (list) => {
      const known = new KnownTexts(10_000);
      const set = new Set<string>();
      for (const text of list) {
        expect(known.meet(text)).toBe(set.has(text));
        set.add(text);
      }
    }),
  );
});

test('of more texts than may be kept the first are', () => {
  const known = new KnownTexts(300);
  for (let text = 0; text < 1000; text += 1) expect(known.meet(`A${text}`)).toBe(false);
  for (let text = 0; text < 1000; text += 1) expect(known.meet(`A${text}`)).toBe(text < 300);
});

test('texts of one hash are told apart', () => {
  // Two texts of the same FNV-1a hash of 32 bits.
  const known = new KnownTexts(10);
  expect(known.meet('costarring')).toBe(false);
  expect(known.meet('liquid')).toBe(false);
  expect(known.meet('costarring')).toBe(true);
  expect(known.meet('liquid')).toBe(true);
});

test('what was cleared is forgotten', () => {
  const known = new KnownTexts(200);
  for (let text = 0; text < 150; text += 1) known.meet(String(text));
  known.clear();
  for (let text = 0; text < 150; text += 1) expect(known.meet(String(text))).toBe(false);
  known.clear();
  expect(known.meet('1')).toBe(false);
});
