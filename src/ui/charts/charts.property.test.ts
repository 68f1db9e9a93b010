import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Lanes, steppedPoint } from './lanes.ts';
import { csvOf, type FigureValue } from './numbers.ts';
import { slipOf, type TimelineRow, timelineFigures, timelineScale } from './timeline-rows.ts';
import { monthsApart, placeOf, timeTicks } from './when.ts';

const month = fc
  .tuple(fc.integer({ min: 1990, max: 2060 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, inYear]) => `${year}-${String(inYear).padStart(2, '0')}`);
const dayMs = 86_400_000;

describe('dates on a line of time', () => {
  test('a month stands in its middle: after its first day, before the next month', () => {
    fc.assert(
      fc.property(month, (text) => {
        const place = placeOf(text) ?? Number.NaN;
        expect(new Date(place).toISOString().slice(0, 7)).toBe(text);
        expect(place - Date.parse(text)).toBeGreaterThanOrEqual(13 * dayMs);
        expect(place - Date.parse(text)).toBeLessThanOrEqual(16 * dayMs);
      }),
    );
  });
  test.each([
    ['2026-11-24', Date.UTC(2026, 10, 24, 12)],
    ['2026-11-24T19:05:09Z', Date.UTC(2026, 10, 24, 19, 5, 9)],
    ['2006-02', Date.UTC(2006, 1, 15)],
    ['soon', undefined],
    ['2006-13', undefined],
  ])('%s stands at %s', (when, place) => expect(placeOf(when)).toBe(place));
  test('months apart turn their sign when turned about, and agree with the order', () => {
    fc.assert(
      fc.property(month, month, (one, other) => {
        expect(monthsApart(one, other) + monthsApart(other, one)).toBe(0);
        expect(Math.sign(monthsApart(one, other))).toBe(one === other ? 0 : one < other ? 1 : -1);
      }),
    );
    expect(monthsApart('2006-12', '2008-03')).toBe(15);
  });
  test('lines across are few, inside, in order, and begin what they say', () => {
    const span = fc.tuple(fc.integer({ min: 0, max: 2e9 }), fc.integer({ min: 1, max: 40_000 }));
    fc.assert(
      fc.property(span, fc.integer({ min: 4, max: 14 }), ([from, days], most) => {
        const [start, end] = [from * 1000, from * 1000 + days * dayMs];
        const ticks = timeTicks(start, end, most);
        expect(ticks.length).toBeLessThanOrEqual(most + 1);
        for (const [order, { at, begins }] of ticks.entries()) {
          expect(at).toBeGreaterThanOrEqual(start);
          expect(at).toBeLessThanOrEqual(end);
          expect(at).toBeGreaterThan(ticks[order - 1]?.at ?? Number.NEGATIVE_INFINITY);
          expect(at).toBe(Date.parse(begins));
        }
        if (days > 62) expect(ticks.length).toBeGreaterThan(0);
      }),
    );
  });
  test.each([
    ['2005-06', '2008-03', 4, ['2006', '2007', '2008']],
    [
      '2026-01',
      '2026-09',
      12,
      ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09'],
    ],
    ['2026-11-01', '2026-11-09', 5, ['2026-11-01', '2026-11-03', '2026-11-05', '2026-11-07', '2026-11-09']],
  ])('from %s to %s with at most %d lines', (from, to, most, begins) => {
    expect(timeTicks(Date.parse(from), Date.parse(to), most).map((tick) => tick.begins)).toEqual(begins);
  });
});

const row: fc.Arbitrary<TimelineRow> = fc.record(
  { key: fc.uuid(), label: fc.string(), baseline: month, forecast: month, done: month, half: month, mostly: month },
  { requiredKeys: ['key', 'label'] },
);
const words = {
  label: 'What',
  standing: 'Stands',
  baseline: 'First',
  forecast: 'Now',
  slip: 'Slip',
  done: 'Done',
  half: 'Half',
  mostly: 'Mostly',
};

describe('a timeline', () => {
  test('its table holds every date that is given, and no column that nothing fills', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const { columns, rows: lines } = timelineFigures(rows, words);
        const at = (key: string): number => columns.findIndex((column) => column.key === key);
        for (const key of ['baseline', 'forecast', 'done', 'half', 'mostly'] as const) {
          const given = rows.map((one) => one[key]);
          if (given.every((value) => value === undefined)) expect(at(key)).toBe(-1);
          else expect(lines.map(({ values }) => values[at(key)])).toEqual(given);
        }
        for (const [order, one] of rows.entries()) {
          if (at('slip') >= 0) expect(lines[order]?.values[at('slip')]).toBe(slipOf(one));
        }
      }),
    );
  });
  test('what is done slips to when it was done, not to when it was said to be', () => {
    const both = { key: 'a', label: 'A', baseline: '2006-06', forecast: '2007-06', done: '2006-09' };
    expect(slipOf(both)).toBe(3);
    expect(slipOf({ key: 'a', label: 'A', baseline: '2006-06', forecast: '2007-06' })).toBe(12);
    expect(slipOf({ key: 'a', label: 'A', baseline: '2006-06' })).toBeUndefined();
    expect(slipOf({ key: 'a', label: 'A', done: '2006-06' })).toBeUndefined();
  });
  test('all dates and today stand inside, in the order of time and in proportion to it', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), month, (rows, today) => {
        const { x, ticks } = timelineScale(rows, today, 10);
        const whens = rows.flatMap(({ baseline, forecast }) => [baseline, forecast]).filter((one) => one !== undefined);
        for (const when of [...whens, today]) {
          expect(x(when)).toBeGreaterThan(0);
          expect(x(when)).toBeLessThan(1);
        }
        for (const tick of ticks) {
          for (const when of whens) expect((x(when) ?? 0) > tick.x).toBe((placeOf(when) ?? 0) > tick.at);
        }
      }),
    );
  });
});

describe('walking among points', () => {
  const lanesOf: fc.Arbitrary<Lanes> = fc.array(fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 6 }), {
    minLength: 1,
    maxLength: 5,
  });
  const keys = fc.constantFrom('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End');
  test('every key leads from a point to a point', () => {
    fc.assert(
      fc.property(lanesOf, fc.array(keys, { maxLength: 20 }), (lanes, presses) => {
        const lane = lanes.findIndex((points) => points.length > 0);
        fc.pre(lane >= 0);
        let at = { lane, point: 0 };
        for (const key of presses) at = steppedPoint(key, at, lanes) ?? at;
        expect(lanes[at.lane]?.[at.point]).toBeDefined();
      }),
    );
  });
  test('up and down reach every lane that has points, at the nearest of them', () => {
    const lanes = [[0, 50, 100], [], [40, 90]];
    expect(steppedPoint('ArrowDown', { lane: 0, point: 1 }, lanes)).toEqual({ lane: 2, point: 0 });
    expect(steppedPoint('ArrowDown', { lane: 0, point: 2 }, lanes)).toEqual({ lane: 2, point: 1 });
    expect(steppedPoint('ArrowUp', { lane: 2, point: 1 }, lanes)).toEqual({ lane: 0, point: 2 });
    expect(steppedPoint('ArrowUp', { lane: 0, point: 1 }, lanes)).toEqual({ lane: 0, point: 1 });
    expect(steppedPoint('ArrowRight', { lane: 0, point: 2 }, lanes)).toEqual({ lane: 0, point: 2 });
    expect(steppedPoint('ArrowLeft', { lane: 0, point: 2 }, lanes)).toEqual({ lane: 0, point: 1 });
    expect(steppedPoint('End', { lane: 0, point: 0 }, lanes)).toEqual({ lane: 0, point: 2 });
    expect(steppedPoint('Home', { lane: 2, point: 1 }, lanes)).toEqual({ lane: 2, point: 0 });
    expect(steppedPoint('Enter', { lane: 0, point: 1 }, lanes)).toBeUndefined();
  });
});

describe('the copy for a spreadsheet', () => {
  /** Reads what RFC 4180 writes; a reader of our own would forgive our own mistakes, so it is written from the grammar. */
  const read = (text: string): string[][] =>
    text
      .slice(0, -2)
      .split(/\r\n(?=(?:[^"]*"[^"]*")*[^"]*$)/)
      .map((line) =>
        [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)].map(
          ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
        ),
      );
  const text = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', '\r', ' ') }).map((one) => `x${one}`);
  const value: fc.Arbitrary<FigureValue> = fc.oneof(text, fc.double({ noNaN: true }), fc.constant(undefined));
  test('is read back as it was written', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(text, value), { minLength: 1, maxLength: 8 }), (pairs) => {
        const columns = [
          { key: 'a', title: 'A "quoted", title' },
          { key: 'b', title: 'B' },
        ];
        const csv = csvOf({ columns, rows: pairs.map((values, at) => ({ key: String(at), values })) });
        expect(read(csv)).toEqual([
          columns.map(({ title }) => title),
          ...pairs.map(([one, other]) => [one, other === undefined ? '' : String(other)]),
        ]);
      }),
    );
  });
  test.each(['=1+1', '+1', '-1', '@a', '\ta'])('%j is no formula in a spreadsheet; a number keeps its sign', (text) => {
    const csv = csvOf({
      columns: [{ key: 'a', title: 'A' }],
      rows: [
        { key: '1', values: [text] },
        { key: '2', values: [-1.5] },
      ],
    });
    expect(csv).toBe(`A\r\n'${text}\r\n-1.5\r\n`);
  });
});
