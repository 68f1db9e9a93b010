import { expect, test } from 'vitest';
import { aggregateId, instant, parsePlainDateTime } from '#kernel';
import places from '../../../data/travel/places.json' with { type: 'json' };
import positions from '../../../data/travel/positions.json' with { type: 'json' };
import { placesToday, underWayOf } from './by-place.ts';
import { placeOf } from './places.ts';
import { positionOf } from './positions.ts';
import type { Leg } from './record.ts';
import { emptyJourney, type JourneyState, type PassengerState } from './state.ts';

const at = instant(Date.UTC(2026, 10, 24, 12));
const hour = 3_600_000;

/** A time of a leg, so many hours from now. */
function moment(hours: number) {
  const local = parsePlainDateTime('2026-11-24T12:00') ?? expect.fail('a time');
  return { local, instant: instant(at + hours * hour) };
}
const leg = (from: string, to: string, hours: number, stage: Leg['stage'] = 'main'): Leg => ({
  ...{ stage, carrier: 'AC', conveyance: 'AC991', from: placeOf(from), to: placeOf(to) },
  ...{ departure: moment(hours), arrival: moment(hours + 4), departureQualifier: '125', arrivalQualifier: '87' },
});

function flight(number: number, legs: readonly Leg[], more: Partial<JourneyState> = {}) {
  const id = aggregateId(String(number).padStart(32, '0')) ?? expect.fail('an id');
  const [first] = legs;
  const journey = {
    carrier: 'AC',
    conveyance: `AC${number}`,
    mode: 'air',
    origin: first?.from.code ?? '',
    legs,
  } as const;
  return [id, { ...emptyJourney, journey, ...more }] as const;
}

test('a place counts what arrives and departs there; a journey with two legs counts once for its travellers', () => {
  const [toronto, mexico, cancun] = ['YYZ', 'MEX', 'CUN'].map((code) =>
    placesToday([flight(1, [leg('YYZ', 'MEX', 1), leg('MEX', 'CUN', 6)]), flight(2, [leg('YYZ', 'MEX', 2)])], at).find(
      ({ place }) => place.code === code,
    ),
  );
  expect(toronto).toMatchObject({ departures: 2, arrivals: 0, travellers: 0, need: 'none', needing: 0, why: [] });
  expect(mexico).toMatchObject({ departures: 1, arrivals: 2 });
  expect(cancun).toMatchObject({ departures: 0, arrivals: 1 });
});

test('what presses stands first, then what has more travellers; a cancelled journey and a country flown over do not count', () => {
  const open = { status: 'open', closesAt: instant(at + hour), expected: 5 } as const;
  const found = placesToday(
    [
      flight(1, [leg('YVR', 'LAX', 3)]),
      flight(2, [leg('YYZ', 'MEX', 3)], open),
      flight(3, [leg('YUL', 'CDG', 3)], { status: 'cancelled' }),
      flight(4, [leg('YOW', 'BOS', 1, 'overflight'), leg('YHZ', 'PHL', 1)]),
    ],
    at,
  );
  expect(found.map(({ place, need }) => `${place.code} ${need}`)).toEqual([
    ...['MEX soon', 'YYZ soon'],
    ...['LAX none', 'PHL none', 'YHZ none', 'YVR none'],
  ]);
  expect(found[0]).toMatchObject({ needing: 1, why: [{ code: 'list-incomplete', count: 5 }] });
});

/** So many passengers, of whom one is crew and one will not come. */
const aboard = (count: number): Pick<JourneyState, 'passengers'> => {
  const one = (subject: string, role: 'passenger' | 'crew', presence: 'expected' | 'cancelled'): PassengerState => ({
    traveller: { subject, referenced: true, role, family: 'X', infant: false, documents: [], segment: 1 },
    dialogue: { request: 'T', open: false, superseded: [], presence, unacknowledged: false },
    ...{ referrals: [], partners: [], history: [], updatedAt: at },
  });
  const travelling = Array.from({ length: count }, (_, number) => one(`P${number}`, 'passenger', 'expected'));
  const all = [...travelling, one('C', 'crew', 'expected'), one('N', 'passenger', 'cancelled')];
  return { passengers: Object.fromEntries(all.map((passenger) => [passenger.traveller.subject, passenger])) };
};

test('travellers are those who come as passengers; with the same need, the place with more of them stands first', () => {
  const found = placesToday(
    [
      flight(1, [leg('YVR', 'LAX', 30)], aboard(3)),
      flight(2, [leg('YVR', 'SEA', 30)], aboard(4)),
      flight(3, [leg('YYZ', 'BOS', 30)], aboard(5)),
      flight(4, []),
      [aggregateId('9'.repeat(32)) ?? expect.fail('an id'), emptyJourney],
    ],
    at,
  );
  expect(found.map(({ place, travellers }) => `${place.code} ${travellers}`)).toEqual([
    ...['YVR 7', 'BOS 5', 'YYZ 5', 'SEA 4', 'LAX 3'],
  ]);
  expect(underWayOf([[aggregateId('9'.repeat(32)) ?? expect.fail('an id'), emptyJourney]], at)).toEqual([]);
});

test('the causes of a place are those of its most pressing journeys, each counted together', () => {
  const waiting = (count: number, closes: number) => ({
    ...aboard(count),
    ...({ status: 'open', closesAt: instant(at + closes * hour), expected: count + 2 } as const),
  });
  const found = placesToday(
    [
      flight(1, [leg('YVR', 'LAX', 3)], { status: 'open', closesAt: instant(at + 2 * hour), expected: 4 }),
      flight(2, [leg('YVR', 'SEA', 3)], waiting(1, 0.5)),
      flight(3, [leg('YVR', 'PDX', 3)], waiting(2, 0.5)),
      flight(4, [leg('YVR', 'DEN', 30)]),
    ],
    at,
  );
  const [first] = found;
  expect(first).toMatchObject({ place: { code: 'YVR' }, need: 'now', needing: 3 });
  expect(first?.why).toContainEqual({ code: 'list-incomplete', count: 4 });
  expect(found.map(({ place, need }) => `${place.code} ${need}`)).toEqual([
    ...['YVR now', 'PDX now', 'SEA now', 'LAX soon', 'DEN none'],
  ]);
});

test('a leg without a time, and one that the conveyance does not make, is not under way', () => {
  const { departure: _, ...noDeparture } = leg('YYZ', 'MEX', -1);
  const { arrival: __, ...noArrival } = leg('YYZ', 'CUN', -1);
  const legs = [
    noDeparture,
    noArrival,
    leg('YYZ', 'LAX', -1, 'overflight'),
    leg('YYZ', 'BOS', -4),
    leg('YYZ', 'JFK', -3),
  ];
  expect(underWayOf([flight(1, legs)], at).map(({ to }) => to)).toEqual(['JFK']);
});

test('under way is what has departed and not arrived', () => {
  const legs = [leg('YYZ', 'MEX', -1), leg('YYZ', 'CUN', -4), leg('YYZ', 'LAX', 1), leg('YYZ', 'BOS', 0)];
  const found = underWayOf(
    [...legs.map((one, number) => flight(number, [one])), flight(9, legs, { status: 'cancelled' })],
    at,
  );
  expect(found.map(({ to }) => to)).toEqual(['MEX', 'BOS']);
});

test('every place of the table has a position, to a tenth of a degree, and those of the three countries lie there', () => {
  expect(positions.positions.map(([code]) => code)).toEqual(places.places.map(([code]) => code));
  const boxes: Readonly<Record<string, readonly number[]>> = {
    CA: [41, 84, -142, -52],
    US: [13, 72, -180, 146],
    MX: [14, 33, -119, -86],
  };
  for (const [code = '', , country = ''] of places.places) {
    const { latitude, longitude } = positionOf(code) ?? expect.fail(code);
    for (const degrees of [latitude, longitude])
      expect(Math.abs(degrees * 10 - Math.round(degrees * 10))).toBeLessThan(1e-6);
    const [south = -90, north = 90, west = -180, east = 180] = boxes[country] ?? [];
    expect([code, latitude >= south && latitude <= north && longitude >= west && longitude <= east]).toEqual([
      code,
      true,
    ]);
  }
  expect(positionOf('XXX')).toBeUndefined();
});
