import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fits } from './filters.tsx';
import { complete, shown } from './mrz.ts';
import { byClosing, byNeed } from './need.ts';
import { placeIn } from './place-in-message.ts';
import type { FlightItem } from './shapes.ts';
import { flightName, strictness } from './words.tsx';

const flights: fc.Arbitrary<FlightItem> = fc.record({
  journey: fc.string(),
  conveyance: fc.constantFrom('AC991', 'DL4021', 'WS2214', 'QUEEN OF THE NORTH'),
  mode: fc.constantFrom('air', 'sea', 'land'),
  from: fc.constant({ code: 'YUL', name: 'Montréal Trudeau' }),
  to: fc.constant('MEX'),
  closesAt: fc.option(fc.nat(), { nil: undefined }),
  aboard: fc.constant({ listed: 1, crew: 0 }),
  answers: fc.constant({ answered: 1, waiting: 0 }),
  dispositions: fc.constant({}),
  referralsOpen: fc.constant(0),
  partners: fc.constant([]),
  need: fc.constantFrom('now', 'soon', 'none'),
  why: fc.constant([]),
}) as fc.Arbitrary<FlightItem>;

test('the board is in one order, whatever order its rows came in', () => {
  fc.assert(
    fc.property(fc.array(flights), (items) => {
      const place = (one: FlightItem): string => `${one.need} ${one.closesAt}`;
      const there = [...items].sort(byNeed).map(place);
      expect([...items].reverse().sort(byNeed).map(place)).toEqual(there);
    }),
  );
});

test('who needs someone stands before who does not, and who closes first before who closes later', () => {
  const rank = { now: 0, soon: 1, none: 2 };
  fc.assert(
    fc.property(fc.array(flights, { minLength: 2 }), (items) => {
      const sorted = [...items].sort(byNeed);
      for (const [at, one] of sorted.slice(1).entries()) {
        const before = sorted[at] ?? one;
        expect(rank[before.need]).toBeLessThanOrEqual(rank[one.need]);
        if (before.need === one.need) expect(byClosing(before, one)).toBeLessThanOrEqual(0);
      }
    }),
  );
});

test('two whose closing is not known are equal, and come last', () => {
  expect(byClosing({}, {})).toBe(0);
  expect(byClosing({ closesAt: 5 }, {})).toBeLessThan(0);
  expect(byClosing({ closesAt: '2026-11-24T00:00:00Z' }, { closesAt: 0 })).toBeGreaterThan(0);
});

test('a flight is found by its number and its places, accents, case and blanks aside', () => {
  fc.assert(
    fc.property(flights, fc.constantFrom('montreal', 'YUL', 'mex', 'Trudeau', ''), (flight, find) => {
      expect(fits(flight, { find, mode: 'all' })).toBe(true);
      expect(fits(flight, { find, mode: flight.mode })).toBe(true);
      expect(fits(flight, { find: `${find}§`, mode: 'all' })).toBe(false);
      expect(fits(flight, { find: flightName(flight.conveyance), mode: 'all' })).toBe(true);
    }),
  );
});

test('a flight number gets one blank, what is no flight number none', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(flightName(text).replace(' ', '')).toBe(text.replace(' ', ''));
    }),
  );
  expect(['AC991', 'ACA991', 'W32214A', 'QUEEN', '8HZ221'].map(flightName)).toEqual([
    'AC 991',
    'ACA 991',
    'W3 2214A',
    'QUEEN',
    '8HZ221',
  ]);
});

test('the order of dispositions is that of the law', () => {
  const order = ['refuse', 'insufficient-data', 'refer', 'board-after-document-check', 'board'] as const;
  expect(order.map(strictness)).toEqual([0, 1, 2, 3, 4]);
  expect(strictness(undefined)).toBe(-1);
});

const widths: readonly (readonly [lines: number, width: number])[] = [
  [3, 30],
  [2, 36],
  [2, 44],
];
const zones = fc.constantFrom(...widths).chain(([lines, width]) =>
  fc.array(
    fc
      .array(fc.constantFrom(...'ABCXYZ0123456789<'), { minLength: width, maxLength: width })
      .map((letters) => letters.join('')),
    { minLength: lines, maxLength: lines },
  ),
);

test('every form of a zone is complete with its lines, and only then', () => {
  fc.assert(
    fc.property(zones, (lines) => {
      const zone = lines.join('\n');
      expect(complete(zone)).toBe(zone);
      expect(complete(`${zone}\n`)).toBe(zone);
      expect(complete(lines.slice(1).join('\n'))).toBeUndefined();
      expect(complete(`${zone}<`)).toBeUndefined();
    }),
  );
});

test('what is shown of a scan is shown again the same, and is of the zone’s letters only', () => {
  fc.assert(
    fc.property(fc.string(), (scan) => {
      expect(shown(shown(scan))).toBe(shown(scan));
      expect(shown(scan)).toMatch(/^[A-Z0-9<\n]*$/);
    }),
  );
});

test('the place of a person begins at a NAD and holds no other person', () => {
  const tags = fc.array(fc.constantFrom('UNH', 'BGM', 'NAD', 'ATT', 'DOC', 'UNT'), { maxLength: 40 });
  fc.assert(
    fc.property(tags, fc.integer({ min: 1, max: 20 }), (list, segment) => {
      const segments = list.map((tag, at) => ({ number: at + 1, tag, text: `${tag}+FL+++MORENO:ANA` }));
      const found = placeIn(segments, segment, 'MORENO, ANA');
      if (found === undefined) return;
      expect(segments[found.from - 1]?.tag).toBe('NAD');
      const inside = segments.slice(found.from, found.until).map(({ tag }) => tag);
      expect(inside).not.toContain('NAD');
      expect(inside).not.toContain('UNT');
    }),
  );
});
