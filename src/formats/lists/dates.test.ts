import { describe, expect, test } from 'vitest';
import { datesIn, dayIn, readIsoDate, readOfacDate } from './dates.ts';

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
    expect(readOfacDate(text)).toStrictEqual(expected);
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
    expect(readIsoDate(text)).toStrictEqual(expected);
  });
});

test('every month by its name', () => {
  const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  expect(names.map((name) => readOfacDate(`1 ${name} 1951`)?.month)).toStrictEqual([
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
  ]);
});

test('nothing before or after a date', () => {
  for (const text of ['x1951/1953', '1951/1953x', '1951-06x']) expect(readIsoDate(text)).toBeUndefined();
  for (const text of ['1951x', 'about circa 1951', 'soon to 1951']) expect(readOfacDate(text)).toBeUndefined();
  expect(readIsoDate('1000')).toStrictEqual({ year: 1000 });
});

const day = (year: number, month: number, of: number) => ({ year, month, day: of });

test.each([
  ['6.3.1955', [day(1955, 3, 6)]],
  ['06/03/1955', [day(1955, 3, 6)]],
  ['06-03-1955', [day(1955, 3, 6)]],
  ['00/00/1975', [{ year: 1975 }]],
  ['00/03/1975', [{ year: 1975, month: 3 }]],
  ['dd/mm/1975', [{ year: 1975 }]],
  ['1955-03-06', [day(1955, 3, 6)]],
  ['6.3.1955 or 15.3.1955', [day(1955, 3, 6), day(1955, 3, 15)]],
  ['(a) 3.3.1965, (b) 1965', [day(1965, 3, 3), { year: 1965 }]],
  ['"(a) 15.1.1973; (b) 15.1.1974"', [day(1973, 1, 15), day(1974, 1, 15)]],
  ['1937; 1938', [{ year: 1937 }, { year: 1938 }]],
  ['1980 or 1983', [{ year: 1980 }, { year: 1983 }]],
  ['11 March 1969', [day(1969, 3, 11)]],
  ['1st May 1969', [day(1969, 5, 1)]],
  ['16 Jun. 1969', [day(1969, 6, 16)]],
  ['8 Oct.1970', [day(1970, 10, 8)]],
  ['September 1958', [{ year: 1958, month: 9 }]],
  ['circa 1957', [{ year: 1956, untilYear: 1958 }]],
  ['Circa 1957', [{ year: 1956, untilYear: 1958 }]],
  ['ca. 1957', [{ year: 1956, untilYear: 1958 }]],
  ['2 April 1970.', [day(1970, 4, 2)]],
  ['21.11.1964 / 1965', [day(1964, 11, 21), { year: 1965 }]],
  ['c. 1957', [{ year: 1956, untilYear: 1958 }]],
  ['Approximately 1958', [{ year: 1957, untilYear: 1959 }]],
  ['approx 1958', [{ year: 1957, untilYear: 1959 }]],
  ['c.1958', [{ year: 1957, untilYear: 1959 }]],
  ['4 - May 1958', [day(1958, 5, 4)]],
  ['approx. 1958', [{ year: 1957, untilYear: 1959 }]],
  ['about 4 May 1958', [{ year: 1957, untilYear: 1959 }]],
  ['Between 1977 and 1982', [{ year: 1977, untilYear: 1982 }]],
  ['1961-1965', [{ year: 1961, untilYear: 1965 }]],
  ['1961 to 1965', [{ year: 1961, untilYear: 1965 }]],
  ['5.5.1960 (Gregorian)', [day(1960, 5, 5)]],
  ['', []],
])('dates in %j', (text, dates) => {
  expect(datesIn(text)).toStrictEqual({ dates, unread: [] });
});

test.each([
  ['24.6.1402 (Hijri Calendar)', ['24.6.1402 (Hijri Calendar)']],
  ['31.2.1960', ['31.2.1960']],
  ['31/2-1960', ['31/2-1960']],
  ['soon', ['soon']],
  ['1958 circa 1959', ['1958 circa 1959']],
  ['10.d.1958', ['10.d.1958']],
  [' x , y ', ['x', 'y']],
  ['4 Foo 1960', ['4 Foo 1960']],
  ['4 Ma 1960', ['4 Ma 1960']],
  ['x4 May 1960', ['x4 May 1960']],
  ['4 May 1960x', ['4 May 1960x']],
  ['x4.5.1960', ['x4.5.1960']],
  ['4.5.1960x', ['4.5.1960x']],
  ['Between 1982 and 1977', ['Between 1982 and 1977']],
  ['x1977-1982', ['x1977-1982']],
  ['1977-1982x', ['1977-1982x']],
])('no date in %j', (text, unread) => {
  expect(datesIn(text)).toStrictEqual({ dates: [], unread });
});

test('what can be read is read beside what cannot', () => {
  expect(datesIn('1960, perhaps later')).toStrictEqual({ dates: [{ year: 1960 }], unread: ['perhaps later'] });
});

test.each([
  ['2020-02-29', 'day-first', '2020-02-29'],
  [' 2020-02-29T10:00:00Z', 'day-first', '2020-02-29'],
  ['2020-02-30', 'day-first', undefined],
  ['3017-08-22', 'day-first', undefined],
  ['1999-08-22', 'day-first', '1999-08-22'],
  ['13.07.2020', 'day-first', '2020-07-13'],
  ['13.07.20', 'day-first', '2020-07-13'],
  ['3/7/2020', 'day-first', '2020-07-03'],
  ['07/13/2020', 'month-first', '2020-07-13'],
  ['07/13/2020', 'day-first', undefined],
  ['13-Feb-2026', 'day-first', '2026-02-13'],
  ['13 February 2026', 'month-first', '2026-02-13'],
  ['February 2026', 'day-first', undefined],
  ['2026', 'day-first', undefined],
  ['x2020-02-02', 'day-first', undefined],
  ['13.07-2020', 'day-first', undefined],
  ['x13.07.2020', 'day-first', undefined],
  ['13.07.2020x', 'day-first', undefined],
  ['', 'day-first', undefined],
] as const)('the day %j, %s', (text, order, expected) => {
  expect(dayIn(text, order)).toBe(expected);
});

test('the day comes first where nobody says', () => {
  expect(dayIn('01.02.2020')).toBe('2020-02-01');
});
