import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  type CountryCode,
  countryCode,
  dateOf,
  dayOf,
  formatInstant,
  instant,
  parsePlainDateTime,
} from '#kernel';
import table from '../../../data/travel/deadlines.json' with { type: 'json' };
import { meaningOf, vectorsOf } from './certification/vectors.ts';
import { closesAt, isLate } from './deadlines.ts';
import { modeOf, momentAt, placeOf } from './places.ts';
import type { Leg, PassengerList } from './record.ts';

const country = (code: string): CountryCode => {
  const known = countryCode(code);
  if (known === undefined) throw new TypeError(code);
  return known;
};
const time = (text: string) => {
  const read = parsePlainDateTime(text);
  if (read === undefined) throw new TypeError(text);
  return read;
};
const someDay = dayOf(instant(0));
const [vector] = vectorsOf(country('US'));
if (vector === undefined) throw new TypeError('a case');
const example = meaningOf(vector, country('US'));

function leg(from: string, to: string, departs: string, arrives: string): Leg {
  const [start, end] = [placeOf(from), placeOf(to)];
  const [first] = example.journey.legs;
  if (first === undefined) throw new TypeError('a leg');
  return {
    ...first,
    from: start,
    to: end,
    departure: momentAt(time(departs), start),
    arrival: momentAt(time(arrives), end),
  };
}
function list(legs: readonly Leg[], more: Partial<PassengerList> = {}): PassengerList {
  const [first] = legs;
  const mode = first === undefined ? 'air' : modeOf(first.from.code);
  const departs = first?.departure?.local;
  const journey = { ...example.journey, mode, legs, ...(departs === undefined ? {} : { date: dateOf(departs) }) };
  return { ...example, journey, ...more };
}
const closes = (record: PassengerList, of: string): string | undefined => {
  const at = closesAt(record, country(of));
  return at === undefined ? undefined : formatInstant(at);
};

// Toronto stands at -5 in winter and -4 in summer, New York the same, Mexico City at -6 all year since 2022.
const winter = leg('YYZ', 'JFK', '2027-01-10T09:00', '2027-01-10T10:30');
const summer = leg('YYZ', 'JFK', '2027-07-10T09:00', '2027-07-10T10:30');
const south = leg('YYZ', 'MEX', '2027-01-10T09:00', '2027-01-10T13:30');

describe('each profile has its own hour', () => {
  test.each([
    ['US', 'a batch list of passengers', { interactive: false, crew: false }, '2027-01-10T13:30:00.000Z'],
    ['US', 'an interactive list of passengers', { interactive: true, crew: false }, '2027-01-10T14:00:00.000Z'],
    ['US', 'a crew list', { interactive: false, crew: true }, '2027-01-10T13:00:00.000Z'],
    ['US', 'an interactive crew list', { interactive: true, crew: true }, '2027-01-10T13:00:00.000Z'],
    ['CA', 'a batch list of passengers', { interactive: false, crew: false }, '2027-01-10T14:00:00.000Z'],
    ['CA', 'a crew list', { interactive: false, crew: true }, '2027-01-10T13:00:00.000Z'],
    ['BR', 'a country of which no table speaks', { interactive: false, crew: false }, '2027-01-10T14:00:00.000Z'],
  ])('%s: %s', (of, _what, more, at) => {
    expect(closes(list([winter], more), of)).toBe(at);
  });

  test('Mexico: two hours for the first list, the departure for the second; before September 2025 one rule for both', () => {
    expect(closes(list([south], { interactive: false }), 'MX')).toBe('2027-01-10T12:00:00.000Z');
    expect(closes(list([south], { interactive: true }), 'MX')).toBe('2027-01-10T14:00:00.000Z');
    const before = leg('YYZ', 'MEX', '2025-09-16T09:00', '2025-09-16T13:30');
    expect(closes(list([before], { interactive: false }), 'MX')).toBe('2025-09-16T13:00:00.000Z');
    const since = leg('YYZ', 'MEX', '2025-09-17T09:00', '2025-09-17T13:30');
    expect(closes(list([since], { interactive: false }), 'MX')).toBe('2025-09-17T11:00:00.000Z');
  });

  const byAir = table.rows.filter(({ mode, country: of }) => mode === 'air' && of !== 'MX');
  test.each(byAir)('$country $who $exchange: $minutes minutes by $basis', (row) => {
    const to = { ...placeOf('JFK'), country: country(row.country) };
    const one = { ...leg('MAD', 'JFK', `${row.since}T12:00`, `${row.since}T20:00`), to };
    const record = list([one], { crew: row.who === 'crew', interactive: row.exchange === 'interactive' });
    const departs = one.departure?.instant ?? 0;
    expect(departs - (closesAt(record, country(row.country)) ?? 0)).toBe(row.minutes * 60_000);
    const dayBefore = addDays(record.journey.date ?? someDay, -1);
    const general = { ...record, journey: { ...record.journey, date: dayBefore } };
    // On the day before, the row is not in force yet: the general one holds, which began in 2008, or none.
    expect(closesAt(general, country(row.country))).toBe(dayBefore < '2008-01-01' ? undefined : departs);
  });
});

describe('summer time', () => {
  test('the same wall clock is another instant in summer', () => {
    expect(closes(list([summer], { interactive: true }), 'US')).toBe('2027-07-10T13:00:00.000Z');
    expect(closes(list([winter], { interactive: true }), 'US')).toBe('2027-01-10T14:00:00.000Z');
  });

  test('in the night when clocks go back, the hour that happens twice means its first time', () => {
    const twice = leg('YYZ', 'JFK', '2027-11-07T01:30', '2027-11-07T03:00');
    expect(closes(list([twice], { interactive: true }), 'US')).toBe('2027-11-07T05:30:00.000Z');
    expect(closes(list([twice], { interactive: false, crew: true }), 'US')).toBe('2027-11-07T04:30:00.000Z');
  });

  test('in the night when clocks go forward, the hour that does not happen moves on by the gap', () => {
    const never = leg('YYZ', 'JFK', '2027-03-14T02:30', '2027-03-14T05:00');
    expect(closes(list([never], { interactive: true }), 'US')).toBe('2027-03-14T07:30:00.000Z');
  });

  test('a deadline counts minutes that pass, not hours on a wall', () => {
    const after = leg('YYZ', 'MEX', '2027-03-14T03:30', '2027-03-14T08:00');
    // Two hours before 03:30 EDT is 00:30 EST: the wall clock shows three hours less.
    expect(closes(list([after], { interactive: false }), 'MX')).toBe('2027-03-14T05:30:00.000Z');
  });
});

describe('which leg', () => {
  const first = leg('YYZ', 'JFK', '2027-01-10T09:00', '2027-01-10T10:30');
  const second = leg('JFK', 'MEX', '2027-01-10T12:00', '2027-01-10T16:00');

  test('each country closes by the leg that crosses its border', () => {
    const both = list([first, second], { interactive: true });
    expect(closes(both, 'US')).toBe('2027-01-10T14:00:00.000Z');
    expect(closes(both, 'MX')).toBe('2027-01-10T17:00:00.000Z');
    expect(closes(both, 'CA')).toBe('2027-01-10T14:00:00.000Z');
  });

  test('coming in counts before going out, and a country that is only flown over closes by the first leg', () => {
    const round = list([
      leg('JFK', 'YYZ', '2027-01-10T08:00', '2027-01-10T09:00'),
      leg('YYZ', 'JFK', '2027-01-10T11:00', '2027-01-10T12:30'),
    ]);
    expect(closes({ ...round, interactive: true }, 'US')).toBe('2027-01-10T16:00:00.000Z');
    expect(closes(list([south], { interactive: true }), 'US')).toBe('2027-01-10T14:00:00.000Z');
  });

  test('by sea and land the arrival counts where the table says so', () => {
    const { departure: _d, ...noDeparture } = leg('YYZ', 'MEX', '2027-01-10T09:00', '2027-01-10T13:30');
    expect(closes(list([noDeparture]), 'MX')).toBeUndefined();
    const sea: PassengerList = {
      ...list([leg('YYZ', 'MEX', '2027-01-10T09:00', '2027-01-10T13:30')]),
      interactive: false,
    };
    const bySea = { ...sea, journey: { ...sea.journey, mode: 'sea' as const } };
    expect(closes(bySea, 'MX')).toBe('2027-01-09T19:30:00.000Z');
    const byLand = { ...sea, journey: { ...sea.journey, mode: 'land' as const } };
    expect(closes(byLand, 'MX')).toBe('2027-01-10T19:30:00.000Z');
    expect(closes({ ...byLand, journey: { ...byLand.journey, legs: [noDeparture] } }, 'MX')).toBe(
      '2027-01-10T19:30:00.000Z',
    );
  });

  test('without a leg, a time or a known place there is no deadline', () => {
    expect(closes(list([]), 'US')).toBeUndefined();
    expect(closes(list([leg('QQQ', 'JFK', '2027-01-10T09:00', '2027-01-10T10:30')]), 'US')).toBeUndefined();
  });
});

test('one millisecond late is late, and what closes or cancels is never late', () => {
  fc.assert(
    fc.property(fc.integer({ min: -10_000_000, max: 10_000_000 }), fc.constantFrom('US', 'CA', 'MX'), (away, of) => {
      const limit = closesAt(list([winter]), country(of));
      if (limit === undefined) throw new TypeError('a deadline');
      const record = list([winter], { receivedAt: instant(limit + away) });
      expect(isLate(record, country(of))).toBe(away > 0);
      expect(isLate({ ...record, function: 'change-passenger' }, country(of))).toBe(away > 0);
      for (const other of ['close', 'close-on-board', 'cancel-flight', 'acknowledgement'] as const) {
        expect(isLate({ ...record, function: other }, country(of))).toBe(false);
      }
    }),
  );
  expect(isLate(list([], { receivedAt: instant(9e14) }), country('US'))).toBe(false);
});
