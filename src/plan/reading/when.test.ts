import fc from 'fast-check';
import { expect, test } from 'vitest';
import { namedMonth, readWhen } from './when.ts';

const names = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

test('every month of every year is read by its name', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 1000, max: 9999 }), (at, year) => {
      const text = `${names[at]} ${year}`;
      const iso = `${year}-${String(at + 1).padStart(2, '0')}`;
      expect(readWhen(text)).toEqual({ text, iso });
      expect(namedMonth(names[at]?.toUpperCase() ?? '', String(year))).toBe(iso);
    }),
  );
});

test.each([
  ['Spring 2007', '2007-Spring'],
  ['SUMMER 2007', '2007-Summer'],
  ['fall 2007', '2007-Fall'],
  ['Autumn 2007', '2007-Fall'],
])('%s is a season and no month', (text, iso) => {
  expect(readWhen(text)).toEqual({ text, iso });
});

test.each([
  '',
  'Winter 2006',
  'Fall',
  '2006',
  'Fall 206',
  'Fall 20066',
  ' Fall 2006',
  'Fall  2006',
  'in Fall 2006',
  'constructor 2006',
])('«%s» is no time', (text) => {
  expect(readWhen(text)).toBeUndefined();
});
