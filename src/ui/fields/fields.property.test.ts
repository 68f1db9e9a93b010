import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { folded } from '../language/formats.ts';
import {
  addDays,
  addMonths,
  dayAfterKey,
  dayInMonth,
  isDay,
  isMonth,
  monthAfterKey,
  readDay,
  readMonth,
  weeksOf,
} from './calendar.ts';
import { activeAfter, foundOptions } from './options.ts';

const dayMs = 86_400_000;
const day = fc
  .integer({ min: Date.UTC(1900, 0) / dayMs, max: Date.UTC(2150, 0) / dayMs })
  .map((count) => new Date(count * dayMs).toISOString().slice(0, 10));
const month = day.map((text) => text.slice(0, 7));

describe('dates as they are typed', () => {
  test('every day and month is read as ISO writes it, with the separators that people use', () => {
    fc.assert(
      fc.property(day, fc.constantFrom('-', '/', '.', ' ', ''), (text, between) => {
        expect(readDay(text.replaceAll('-', between))).toBe(text);
        expect(readMonth(text.slice(0, 7).replaceAll('-', between))).toBe(text.slice(0, 7));
      }),
    );
  });
  test.each([
    ['2026-11-4', '2026-11-04'],
    [' 2026/1/4 ', '2026-01-04'],
    ['04/05/2026', undefined],
    ['2026-02-29', undefined],
    ['2024-02-29', '2024-02-29'],
    ['2026-13-01', undefined],
    ['tomorrow', undefined],
    ['', undefined],
  ])('%j is %s', (typed, read) => expect(readDay(typed)).toBe(read));
  test.each([
    ['2006-6', '2006-06'],
    ['06/2006', undefined],
    ['2006-00', undefined],
    ['2006-06-30', undefined],
  ])('%j as a month is %s', (typed, read) => expect(readMonth(typed)).toBe(read));
  test('what is read is a day, and what is no day is not read', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const read = readDay(typed);
        expect(read === undefined || isDay(read)).toBe(true);
        const asMonth = readMonth(typed);
        expect(asMonth === undefined || isMonth(asMonth)).toBe(true);
      }),
    );
  });
});

describe('the calendar', () => {
  test('has each day of the month once, in whole weeks that begin where they should, one day after the other', () => {
    fc.assert(
      fc.property(month, fc.integer({ min: 0, max: 6 }), (text, firstOfWeek) => {
        const weeks = weeksOf(text, firstOfWeek);
        const days = weeks.flat();
        expect(weeks.every((week) => week.length === 7)).toBe(true);
        expect(new Date(days[0] ?? '').getUTCDay()).toBe(firstOfWeek);
        for (const [at, one] of days.entries()) expect(one).toBe(addDays(days[0] ?? '', at));
        const inside = days.filter((one) => one.startsWith(text));
        expect(inside[0]).toBe(`${text}-01`);
        expect(addDays(inside.at(-1) ?? '', 1)).toBe(`${addMonths(text, 1)}-01`);
        // No week of other months only.
        expect(weeks.every((week) => week.some((one) => one.startsWith(text)))).toBe(true);
      }),
    );
  });
  test('every key leads to a day, and those against each other lead back', () => {
    const pairs = fc.constantFrom(['ArrowLeft', 'ArrowRight'], ['ArrowUp', 'ArrowDown']);
    fc.assert(
      fc.property(day, pairs, fc.integer({ min: 0, max: 6 }), (text, [there = '', back = ''], firstOfWeek) => {
        const next = dayAfterKey(there, text, firstOfWeek) ?? '';
        expect(isDay(next)).toBe(true);
        expect(dayAfterKey(back, next, firstOfWeek)).toBe(text);
      }),
    );
  });
  test('a page is a month and keeps the day, or takes the last of a shorter one', () => {
    expect(dayAfterKey('PageDown', '2026-01-31', 0)).toBe('2026-02-28');
    expect(dayAfterKey('PageUp', '2026-03-31', 0)).toBe('2026-02-28');
    expect(dayAfterKey('Shift+PageDown', '2024-02-29', 0)).toBe('2025-02-28');
    expect(dayAfterKey('Shift+PageUp', '2026-11-24', 0)).toBe('2025-11-24');
    expect(dayInMonth('2026-11-24', '2026-02')).toBe('2026-02-24');
  });
  test('Home and End are the ends of the week', () => {
    expect(dayAfterKey('Home', '2026-11-24', 0)).toBe('2026-11-22');
    expect(dayAfterKey('End', '2026-11-24', 0)).toBe('2026-11-28');
    expect(dayAfterKey('Home', '2026-11-24', 1)).toBe('2026-11-23');
    expect(dayAfterKey('Tab', '2026-11-24', 0)).toBeUndefined();
  });
  test('months go by one, by row, by year', () => {
    expect(monthAfterKey('ArrowRight', '2006-12')).toBe('2007-01');
    expect(monthAfterKey('ArrowUp', '2006-02')).toBe('2005-11');
    expect(monthAfterKey('Home', '2006-06')).toBe('2006-04');
    expect(monthAfterKey('End', '2006-04')).toBe('2006-06');
    expect(monthAfterKey('PageUp', '2006-06')).toBe('2005-06');
    expect(monthAfterKey('Enter', '2006-06')).toBeUndefined();
    fc.assert(
      fc.property(month, fc.integer({ min: -600, max: 600 }), (text, by) => {
        expect(addMonths(addMonths(text, by), -by)).toBe(text);
      }),
    );
  });
});

describe('options', () => {
  const options = fc.array(
    fc.record({
      value: fc.uuid(),
      text: fc.constantFrom('Mérida', 'Montréal', 'Mont Royal', 'Anchorage'),
      detail: fc.constantFrom('MID', 'YUL', 'ANC'),
    }),
    { maxLength: 20 },
  );
  test('exactly those are found that hold every word, and those that begin with it stand first', () => {
    fc.assert(
      fc.property(options, fc.constantFrom('', 'mer', 'MÉR', 'on', 'yul', 'mont  r', 'zz'), (all, typed) => {
        const found = foundOptions(all, typed);
        const words = folded(typed).split(/\s+/).filter(Boolean);
        const holds = ({ text, detail }: { text: string; detail?: string }): boolean =>
          words.every((word) => folded(text).includes(word) || folded(detail ?? '').includes(word));
        expect(new Set(found)).toEqual(new Set(all.filter(holds)));
        expect(found).toHaveLength(all.filter(holds).length);
        const begins = found.map(
          ({ text, detail }) =>
            folded(text).startsWith(folded(typed)) || folded(detail ?? '').startsWith(folded(typed)),
        );
        if (words.length === 1)
          expect(begins.lastIndexOf(true)).toBeLessThan(begins.includes(false) ? begins.indexOf(false) : begins.length);
      }),
    );
  });
  test('down and up go round by way of the field, and come by every option', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (count) => {
        const seen: number[] = [];
        for (
          let at = activeAfter('ArrowDown', undefined, count);
          at !== undefined;
          at = activeAfter('ArrowDown', at, count)
        )
          seen.push(at);
        expect(seen).toEqual(Array.from({ length: count }, (_, at) => at));
        const back: number[] = [];
        for (
          let at = activeAfter('ArrowUp', undefined, count);
          at !== undefined;
          at = activeAfter('ArrowUp', at, count)
        )
          back.push(at);
        expect(back).toEqual([...seen].reverse());
      }),
    );
    expect(activeAfter('ArrowDown', undefined, 0)).toBeUndefined();
    expect(activeAfter('x', 3, 9)).toBe(3);
  });
});
