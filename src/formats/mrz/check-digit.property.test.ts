import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkDigit, isZoneCharacter } from './check-digit.ts';

const zoneText = fc.string({ unit: fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<'), maxLength: 60 });

/** The standard's own words: 0 to 9 as they are, A to Z from 10 to 35, the filler 0, weighted 7, 3, 1 from the left. */
const bySum = (text: string): number =>
  [...text].reduce(
    (sum, character, at) => sum + (character === '<' ? 0 : Number.parseInt(character, 36)) * ([7, 3, 1][at % 3] ?? 0),
    0,
  ) % 10;

test.each([
  ['520727', 3],
  ['AB2134<<<', 5],
  ['HA672242<658022549601086<<<<<<<<<<<<<<0', 8],
  ['D23145890734', 9],
  ['', 0],
])('ICAO 9303-3 and its parts print %s with %i', (text, digit) => {
  expect(checkDigit(text)).toBe(digit);
});

test('it is the weighted sum of the values of the characters', () => {
  fc.assert(fc.property(zoneText, (text) => checkDigit(text) === bySum(text)));
});

test('one character exchanged for one of another value changes it', () => {
  fc.assert(
    fc.property(zoneText, fc.nat(), fc.integer({ min: 1, max: 9 }), (text, place, by) => {
      fc.pre(text !== '');
      const at = place % text.length;
      const changed = (bySum(text.charAt(at)) * 3 + by) % 10;
      // Value times 7 modulo 10 was taken of the character alone; times 3 is its value again.
      return checkDigit(text.slice(0, at) + changed + text.slice(at + 1)) !== checkDigit(text);
    }),
  );
});

test('what the zone does not know counts nothing', () => {
  expect(checkDigit('é a1z€')).toBe(checkDigit('<<<1<<'));
  const known = Array.from({ length: 300 }, (_, code) => String.fromCharCode(code)).filter((character) =>
    isZoneCharacter(character.charCodeAt(0)),
  );
  expect(known.join('')).toBe('0123456789<ABCDEFGHIJKLMNOPQRSTUVWXYZ');
});
