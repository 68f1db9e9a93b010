import { expect, test } from 'vitest';
import {
  addDays,
  dateOf,
  dayOf,
  daysBetween,
  formatInstant,
  instant,
  monthLength,
  type PlainDate,
  type PlainDateTime,
  parseInstant,
  parsePlainDate,
  parsePlainDateTime,
  plainDate,
  plainDateTime,
  yearsBetween,
} from './time.ts';

const day = (text: string): PlainDate => parsePlainDate(text) ?? expect.fail(`${text} is no day`);
const time = (text: string): PlainDateTime => parsePlainDateTime(text) ?? expect.fail(`${text} is no time`);

test.each([
  ['2026-11-24T08:05:09.123Z', 1_795_507_509_123],
  ['2026-11-24T08:05:09Z', 1_795_507_509_000],
  ['2026-11-24T08:05Z', 1_795_507_500_000],
  ['2026-11-24T03:05-05:00', 1_795_507_500_000],
  ['1970-01-01T00:00:00.5Z', 500],
])('%s is an instant', (text, milliseconds) => {
  expect(parseInstant(text)).toBe(milliseconds);
});

test.each([
  '2026-11-24',
  '2026-11-24T08:05',
  '2026-11-24 08:05Z',
  ' 2026-11-24T08:05Z',
  '2026-11-24T08:05Z ',
  '2026-13-24T08:05Z',
  '2026-11-24T25:05Z',
  '2026-11-24T08:05:09.1234Z',
  '2026-11-24T08:05:09.Z',
  '2026-11-24T08:05+0500',
  '12026-11-24T08:05Z',
])('%s is no instant', (text) => {
  expect(parseInstant(text)).toBeUndefined();
});

test('an instant is printed in UTC with milliseconds', () => {
  expect(formatInstant(instant(1_795_507_509_123))).toBe('2026-11-24T08:05:09.123Z');
  expect(dayOf(instant(1_795_507_509_123))).toBe('2026-11-24');
});

test.each([
  [2026, [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]],
  [2024, [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]],
  [1900, [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]],
  [2000, [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]],
])('the months of %i', (year, lengths) => {
  expect(lengths.map((_, month) => monthLength(year, month + 1))).toEqual(lengths);
});

test('a month that is none has no day', () => {
  expect([monthLength(2026, 0), monthLength(2026, 13), monthLength(2026, -1)]).toEqual([0, 0, 0]);
});

test.each([
  [1, 1, 1, '0001-01-01'],
  [9999, 12, 31, '9999-12-31'],
  [2024, 2, 29, '2024-02-29'],
])('%i-%i-%i exists', (year, month, date, text) => {
  expect(plainDate(year, month, date)).toBe(text);
});

test.each([
  [0, 12, 31],
  [10_000, 1, 1],
  [2026, 2, 29],
  [2026, 4, 31],
  [2026, 4, 0],
  [2026, 0, 1],
  [2026, 13, 1],
])('%i-%i-%i does not', (year, month, date) => {
  expect(plainDate(year, month, date)).toBeUndefined();
});

test.each(['2026-1-01', '2026-01-1', '26-01-01', '2026-01-011', '02026-01-01', '2026/01/01', '2026-02-30', ''])(
  '"%s" is no day',
  (text) => {
    expect(parsePlainDate(text)).toBeUndefined();
  },
);

test.each(['2026-01-01T00:00', '2026-01-01T09:59', '2026-01-01T19:00', '2026-01-01T20:30', '2026-12-31T23:59'])(
  '%s is a wall-clock time',
  (text) => {
    expect(parsePlainDateTime(text)).toBe(text);
    expect(dateOf(time(text))).toBe(text.slice(0, 10));
  },
);

test.each([
  '2026-01-01',
  '2026-01-01T24:00',
  '2026-01-01T30:00',
  '2026-01-01T12:60',
  '2026-02-29T12:00',
  '2026-01-01T12:00Z',
  'x2026-01-01T12:00',
])('"%s" is none', (text) => {
  expect(parsePlainDateTime(text)).toBeUndefined();
});

test('days are counted across months, years and 29 February', () => {
  expect(addDays(day('2024-02-28'), 1)).toBe('2024-02-29');
  expect(addDays(day('2024-03-01'), -1)).toBe('2024-02-29');
  expect(addDays(day('2026-12-31'), 1)).toBe('2027-01-01');
  expect(addDays(day('0001-01-01'), 0)).toBe('0001-01-01');
  expect(daysBetween(day('2024-02-28'), day('2024-03-01'))).toBe(2);
  expect(daysBetween(day('2024-03-01'), day('2024-02-28'))).toBe(-2);
});

test.each([
  ['1990-05-17', '2026-05-16', 35],
  ['1990-05-17', '2026-05-17', 36],
  ['2008-02-29', '2026-02-28', 17],
  ['2008-02-29', '2026-03-01', 18],
  ['2026-11-24', '2026-11-24', 0],
  ['2027-01-01', '2026-12-31', -1],
])('born %s, on %s: %i years', (birth, on, years) => {
  expect(yearsBetween(day(birth), day(on))).toBe(years);
});

test('an instant is the whole text', () => {
  expect([' 2026-11-24T08:05Z', '2026-11-24T08:05Z '].map(parseInstant)).toEqual([undefined, undefined]);
});

test('a time of a day runs from 00:00 to 23:59', () => {
  const at = (hour: number, minute: number) => plainDateTime(day('2026-11-24'), hour, minute);
  expect([at(0, 0), at(8, 5), at(23, 59)]).toEqual(['2026-11-24T00:00', '2026-11-24T08:05', '2026-11-24T23:59']);
  expect([at(-1, 0), at(24, 0), at(0, -1), at(0, 60)]).toEqual(Array(4));
});
