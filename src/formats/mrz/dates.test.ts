import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type PlainDate } from '#kernel';
import { readMrzDate } from './dates.ts';

const receivedOn = '2026-11-24' as PlainDate;
const printed = (date: string): string => date.slice(2, 4) + date.slice(5, 7) + date.slice(8);

describe('the century', () => {
  test.each([
    ['past', '261124', '2026-11-24'],
    ['past', '261125', '1926-11-25'],
    ['past', '991231', '1999-12-31'],
    ['near', '261125', '2026-11-25'],
    ['near', '761124', '2076-11-24'],
    ['near', '761125', '1976-11-25'],
    ['past', '000229', '2000-02-29'],
    ['near', '040229', '2004-02-29'],
  ] as const)('%s: %s is %s', (rule, text, date) => {
    expect(readMrzDate(text, rule, receivedOn)).toEqual({
      text,
      year: Number(date.slice(0, 4)),
      month: Number(date.slice(5, 7)),
      day: Number(date.slice(8)),
      date,
    });
  });

  test('a leap day is looked for in the century before', () => {
    expect(readMrzDate('000229', 'near', '2099-01-01' as PlainDate)?.date).toBe('2000-02-29');
    expect(readMrzDate('000229', 'past', '1999-01-01' as PlainDate)).toBeUndefined();
    expect(readMrzDate('280229', 'past', receivedOn)?.date).toBe('1928-02-29');
  });

  const daysBefore = (most: number) => fc.integer({ min: 0, max: most }).map((days) => addDays(receivedOn, -days));

  test('every birth of the last hundred years is read as it was', () => {
    fc.assert(fc.property(daysBefore(36_523), (date) => readMrzDate(printed(date), 'past', receivedOn)?.date === date));
  });

  test('every expiry within fifty years is read as it was', () => {
    const near = fc.integer({ min: -18_260, max: 18_262 }).map((days) => addDays(receivedOn, days));
    fc.assert(fc.property(near, (date) => readMrzDate(printed(date), 'near', receivedOn)?.date === date));
  });
});

describe('unknown parts', () => {
  test.each([
    ['<<<<<<', {}],
    ['<<0812', { month: 8, day: 12 }],
    ['74<<<<', { year: 1974 }],
    ['7408<<', { year: 1974, month: 8 }],
    ['740800', { year: 1974, month: 8 }],
    ['7400<<', { year: 1974 }],
    ['74<<12', { year: 1974, day: 12 }],
    ['26<<<<', { year: 2026 }],
    ['27<<<<', { year: 1927 }],
    ['2612<<', { year: 1926, month: 12 }],
    ['26<<24', { year: 2026, day: 24 }],
    ['000229', { year: 2000, month: 2, day: 29, date: '2000-02-29' }],
  ])('%s', (text, parts) => {
    expect(readMrzDate(text, 'past', receivedOn)).toEqual({ text, ...parts });
  });
});

test.each([
  '741301',
  '740832',
  '740431',
  '750229',
  '<<1301',
  '<<0132',
  '7408',
  '7408121',
  '74O812',
  '7<0812',
  'x740812',
  '',
])('%j is no date', (text) => {
  expect(readMrzDate(text, 'past', receivedOn)).toBeUndefined();
});
