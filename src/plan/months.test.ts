import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instant } from '#kernel';
import { addMonths, endOfMonth, isMonth, monthAt, monthNumber, monthOf, monthsBetween } from './months.ts';
import { countriesOf, pairSchema, pairs, pairsOf, scopes } from './pairs.ts';

const numbers = fc.integer({ min: 0, max: 9998 * 12 + 11 });

test.each([
  ['2006-01', true],
  ['2006-09', true],
  ['2006-10', true],
  ['2006-12', true],
  ['0000-01', true],
  ['2006-00', false],
  ['2006-13', false],
  ['2006-19', false],
  ['2006-20', false],
  ['2006-6', false],
  ['206-06', false],
  ['20060-06', false],
  ['2006-06-01', false],
  [' 2006-06', false],
  ['2006-06 ', false],
  ['2006/06', false],
  ['2006', false],
  ['', false],
])('«%s» is a month: %s', (text, is) => {
  expect(isMonth(text)).toBe(is);
});

test.each([
  ['0000-01', 0],
  ['0000-12', 11],
  ['0001-01', 12],
  ['2005-06', 24065],
])('%s is the month number %d', (month, number) => {
  expect([monthNumber(month), monthOf(number)]).toEqual([number, month]);
});

test('what is no month crashes', () => {
  for (const text of ['', '2006', '2006-13', '2006-00']) expect(() => monthNumber(text)).toThrow(`not ${text}`);
});

test('every number of a month is read back from its text, and months sort as their numbers', () => {
  fc.assert(
    fc.property(numbers, numbers, (one, other) => {
      expect(isMonth(monthOf(one))).toBe(true);
      expect(monthNumber(monthOf(one))).toBe(one);
      expect(monthOf(one) < monthOf(other)).toBe(one < other);
      expect(monthsBetween(monthOf(one), monthOf(other))).toBe(other - one);
      expect(addMonths(monthOf(one), other - one)).toBe(monthOf(other));
    }),
  );
});

test.each([
  ['2005-06', 6, '2005-12'],
  ['2005-06', 7, '2006-01'],
  ['2006-01', -1, '2005-12'],
  ['2006-12', 0, '2006-12'],
  ['2005-06', 24, '2007-06'],
])('%s and %d months are %s', (month, more, then) => {
  expect(addMonths(month, more)).toBe(then);
});

test.each([
  ['2006-01', '2006-02-01T00:00Z'],
  ['2006-02', '2006-03-01T00:00Z'],
  ['2008-02', '2008-03-01T00:00Z'],
  ['2006-12', '2007-01-01T00:00Z'],
])('%s ends at %s', (month, end) => {
  expect(endOfMonth(month)).toBe(Date.parse(end));
});

test('the last millisecond of a month lies in it, the next does not', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1900 * 12, max: 2200 * 12 }), (number) => {
      const end = endOfMonth(monthOf(number));
      expect(monthAt(instant(end - 1))).toBe(monthOf(number));
      expect(monthAt(end)).toBe(monthOf(number + 1));
    }),
  );
});

test.each(scopes)('a promise to %s binds its pairs', (scope) => {
  const all = ['US-CA', 'US-MX', 'CA-MX'];
  expect(pairsOf(scope)).toEqual(scope === 'all' || scope === 'trilateral' ? all : [scope]);
});

test('each pair is two countries, each country is in two pairs, and nothing else is a pair', () => {
  expect(pairs.map(countriesOf)).toEqual([
    ['US', 'CA'],
    ['US', 'MX'],
    ['CA', 'MX'],
  ]);
  for (const text of ['CA-US', 'US-US', 'all', '']) expect(pairSchema.safeParse(text).success).toBe(false);
  for (const pair of pairs) expect(pairSchema.parse(pair)).toBe(pair);
});
