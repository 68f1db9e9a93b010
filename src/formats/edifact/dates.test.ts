import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type PlainDate, type PlainDateTime } from '#kernel';
import { readDay, readMoment, writeDay, writeMoment } from './dates.ts';

const receivedOn = '2026-11-24' as PlainDate;
const past = { receivedOn, rule: 'past' } as const;
const near = { receivedOn, rule: 'near' } as const;
const on = (day: string, rule: 'past' | 'near') => ({ receivedOn: day as PlainDate, rule });

describe('a year of two digits', () => {
  test.each([
    ['birth on the day of receipt', '261124', past, '2026-11-24'],
    ['birth a day later is a hundred years ago', '261125', past, '1926-11-25'],
    ['birth in the first year of the century', '000101', past, '2000-01-01'],
    ['birth in the last year of the century before', '991231', past, '1999-12-31'],
    ['expiry on the day of receipt', '261124', near, '2026-11-24'],
    ['expiry long ago is ahead of us', '490101', near, '2049-01-01'],
    ['expiry in fifty years', '761124', near, '2076-11-24'],
    ['expiry a day later lies in the past', '761125', near, '1976-11-25'],
    ['expiry in the century that begins', '300101', on('2090-06-01', 'near'), '2130-01-01'],
    ['birth seen from the last century', '300101', on('1999-06-01', 'past'), '1930-01-01'],
    ['birth seen from the last century, before it began', '991231', on('1999-06-01', 'past'), '1899-12-31'],
    ['expiry seen from the last century', '300101', on('1999-06-01', 'near'), '2030-01-01'],
    ['a leap day', '040229', past, '2004-02-29'],
    ['a leap day in a century that has it', '000229', on('2101-01-01', 'past'), '2000-02-29'],
    ['a leap day, fifty years after the last of February', '760229', on('2026-02-28', 'near'), '2076-02-29'],
    ['a leap day, fifty years after the day before it', '760229', on('2026-02-27', 'near'), '1976-02-29'],
    ['a leap day that is one day nearer', '760228', on('2026-02-28', 'near'), '2076-02-28'],
    ['a leap day counted as 28 February', '740228', on('2024-02-29', 'near'), '2074-02-28'],
  ] as const)('%s', (_title, text, century, date) => {
    expect(readDay(text, century)).toBe(date);
  });

  test('an authority may look less far ahead', () => {
    expect(readDay('361124', { ...near, windowYears: 10 })).toBe('2036-11-24');
    expect(readDay('361125', { ...near, windowYears: 10 })).toBe('1936-11-25');
    expect(readDay('361125', { ...past, windowYears: 10 })).toBe('1936-11-25');
  });

  test.each(['261301', '260431', '260230', '261100', '2611', '26112', '2611244', '26112a', '', ' 61124', '26-11-24'])(
    '%j is no day',
    (text) => {
      expect(readDay(text, past)).toBeUndefined();
      expect(readDay(text, near)).toBeUndefined();
    },
  );

  const days = (least: number, most: number) =>
    fc.integer({ min: least, max: most }).map((shift) => addDays(receivedOn, shift));

  test('every day of the last hundred years is read back as a birth', () => {
    fc.assert(fc.property(days(-36_523, 0), (date) => readDay(writeDay(date), past) === date));
  });

  test('every day within fifty years is read back as an expiry', () => {
    fc.assert(fc.property(days(-18_260, 18_262), (date) => readDay(writeDay(date), near) === date));
  });
});

describe('a year of four digits', () => {
  test.each([
    ['18740812', '1874-08-12'],
    ['20991231', '2099-12-31'],
    ['20260230', undefined],
    ['2026113', undefined],
    ['00000101', undefined],
    ['202611240', undefined],
  ])('%s', (text, date) => {
    expect(readDay(text, past)).toBe(date);
  });
});

describe('a moment', () => {
  test.each([
    ['2611241005', '2026-11-24T10:05'],
    ['202611241005', '2026-11-24T10:05'],
    ['261124', '2026-11-24T00:00'],
    ['20261124', '2026-11-24T00:00'],
    ['7611252359', '1976-11-25T23:59'],
    ['2611242400', undefined],
    ['2611241060', undefined],
    ['26112410', undefined],
    ['26112410055', undefined],
    ['2613241005', undefined],
    ['261124 005', undefined],
    ['x2611241005', undefined],
    ['', undefined],
  ])('%j', (text, moment) => {
    expect(readMoment(text, near)).toBe(moment);
  });

  test('is written with two digits of its year', () => {
    expect(writeMoment('2026-11-24T10:05' as PlainDateTime)).toBe('2611241005');
    expect(writeDay(receivedOn)).toBe('261124');
  });
});
