import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { folded, strangeLetters, toLatin } from './letters.ts';
import { beginsInName, ended, goesOn, repaired } from './repair.ts';
import { Told } from './tell.ts';

const mend = (text: string) => {
  const told = new Told();
  return [repaired(text, told.of(2)), ...told.inOrder().map(({ code, parameters }) => [code, parameters])];
};
const hyphen = (text: string) => ['PLN-0121', { line: 2, text }];

describe('a text is mended', () => {
  test.each([
    ['Make U.SCanada gardens', 'Make U.S.-Canada gardens', [hyphen('U.SCanada gardens')]],
    ['The U.S Mexico fence', 'The U.S.-Mexico fence', [hyphen('U.S Mexico')]],
    ['(U.SMexican to water)', '(U.S.-Mexican to water)', [hyphen('(U.SMexican to')]],
    ['end- users of long- lived trees', 'end-users of long-lived trees', [hyphen('end- users'), hyphen('long- lived')]],
    ['<u>Oaks</u>', 'Oaks', [['PLN-0122', { line: 2, text: '<u> </u>' }]]],
    ['ΑSΗ ΑND ΟΑK', 'ASH AND OAK', [['PLN-0120', { line: 2, letters: 'ΑΗΟ' }]]],
    ['  two  words\t', 'two words', []],
    ['Tecate CA) / Tecate (BC)', 'Tecate CA) / Tecate (BC)', [['PLN-0135', { line: 2 }]]],
    ['(open', '(open', [['PLN-0135', { line: 2 }]]],
  ])('%s', (text, whole, told) => {
    expect(mend(text)).toEqual([whole, ...told]);
  });

  test.each([
    'U.S. and Canadian gardens',
    'U.S. Canada',
    'the U.S',
    'U.S A',
    'AU.SCanada',
    'pre- and post-war',
    'east- or westward',
    'A - b',
    'Windsor- Detroit',
    '(a) (b (c))',
    'Γ Δ Θ',
  ])('«%s» is as it was meant', (text) => {
    expect(mend(text)).toEqual([text]);
  });

  test('the place that is told is short, however long the words are', () => {
    const [, [, parameters] = []] = mend(`${'x'.repeat(99)}- ${'y'.repeat(99)}`);
    expect(JSON.stringify(parameters)).toContain(`"${'x'.repeat(40)}- ${'y'.repeat(38)}"`);
  });

  test('a mended text has nothing to mend', () => {
    const pieces = fc.constantFrom('U.S', 'Canada', ' ', '- ', 'a', 'and', '(', ')', '<u>', 'Α', 'x.');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const [once] = mend(parts.join(''));
        const [twice, ...told] = mend(String(once));
        expect(twice).toBe(once);
        expect(told.filter(([code]) => code !== 'PLN-0135')).toEqual([]);
      }),
    );
  });
});

test.each([
  ['Do it, and;', true, 'Do it.'],
  ['Do it and;', true, 'Do it.'],
  ['Do it;', true, 'Do it.'],
  ['Do it,', true, 'Do it.'],
  ['Do it; then rest.', false, 'Do it; then rest.'],
  ['Do it', false, 'Do it'],
])('«%s» goes on: %s', (text, on, end) => {
  expect([goesOn(text), ended(text)]).toEqual([on, end]);
});

test.each([
  ['World Garden Organization Framework of oaks', true],
  ["Great Gardener's Day-Book holds", true],
  ['Great Garden days', false],
  ['Plant Great Gardens', false],
  ['the Great Garden Days of', false],
])('«%s» begins in a name: %s', (text, is) => {
  expect(beginsInName(text)).toBe(is);
});

test('letters of either alphabet are the same, of others they are not', () => {
  expect(strangeLetters('ΙΝΙΤΙΑΤΙVΕ')).toBe('ΙΝΤΑΕ');
  expect(toLatin('ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ')).toBe('ABEZHIKMNOPTYX');
  expect(toLatin('ΓΔΘΛΞΠΣΦ Ω α')).toBe('ΓΔΘΛΞΠΣΦ Ω α');
  expect(folded(' ΙΝΙΤΙΑΤΙVΕ \t of  OAK ')).toBe('initiative of oak');
});
