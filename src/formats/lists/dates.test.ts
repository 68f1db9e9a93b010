import { describe, expect, test } from 'vitest';
import { readIsoDate, readOfacDate } from './dates.ts';

describe('dates', () => {
  test.each([
    ['19 Jun 1951', { year: 1951, month: 6, day: 19 }],
    ['9 Jan 1951', { year: 1951, month: 1, day: 9 }],
    ['Dec 1951', { year: 1951, month: 12 }],
    ['1951', { year: 1951 }],
    ['circa 1951', { year: 1950, untilYear: 1952 }],
    ['circa 01 Jan 1951', { year: 1950, untilYear: 1952 }],
    ['1961 to 1965', { year: 1961, untilYear: 1965 }],
    ['circa 1961-1965', { year: 1961, untilYear: 1965 }],
    ['01 Jan 1961 to 31 Dec 1962', { year: 1961, untilYear: 1962 }],
    ['1965 to 1961', undefined],
    ['31 Jun 1951', undefined],
    ['0 Jun 1951', undefined],
    ['19 Juni 1951', undefined],
    ['19 Foo 1951', undefined],
    ['1951 to soon', undefined],
    ['0951', undefined],
    ['', undefined],
  ])('OFAC: %s', (text, expected) => {
    expect(readOfacDate(text)).toEqual(expected);
  });

  test.each([
    ['1951-06-19', { year: 1951, month: 6, day: 19 }],
    ['1951-06', { year: 1951, month: 6 }],
    ['1951', { year: 1951 }],
    ['1951/1953', { year: 1951, untilYear: 1953 }],
    ['1951/1951', { year: 1951, untilYear: 1951 }],
    ['1953/1951', undefined],
    ['1951-02-29', undefined],
    ['1951-13', undefined],
    ['1951-6-1', undefined],
    ['x1951', undefined],
    ['1951x', undefined],
  ])('ours: %s', (text, expected) => {
    expect(readIsoDate(text)).toEqual(expected);
  });
});

test('every month by its name', () => {
  const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  expect(names.map((name) => readOfacDate(`1 ${name} 1951`)?.month)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
});

test('nothing before or after a date', () => {
  for (const text of ['x1951/1953', '1951/1953x', '1951-06x']) expect(readIsoDate(text)).toBeUndefined();
  for (const text of ['1951x', 'about circa 1951', 'soon to 1951']) expect(readOfacDate(text)).toBeUndefined();
  expect(readIsoDate('1000')).toEqual({ year: 1000 });
});
