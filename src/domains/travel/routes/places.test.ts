import { describe, expect, test } from 'vitest';
import { type Access, type AggregateId, aggregateId, instant, parsePlainDateTime, type RouteRequest } from '#kernel';
import { placeOf } from '../places.ts';
import { positionOf } from '../positions.ts';
import type { Leg } from '../record.ts';
import { emptyJourney, type JourneyState } from '../state.ts';
import { placesRoute } from './places.ts';
import { placesShape } from './shapes.ts';

const hour = 3_600_000;
const at = Date.UTC(2026, 10, 24, 12);
const local = parsePlainDateTime('2026-11-24T12:00') ?? expect.fail('a time');
const id = (number: number): AggregateId => aggregateId(String(number).padStart(32, '0')) ?? expect.fail('an id');

const leg = (from: string, to: string, hours: number): Leg => ({
  ...{ stage: 'main', carrier: 'AC', conveyance: 'AC991', from: placeOf(from), to: placeOf(to) },
  departure: { local, instant: instant(at + hours * hour) },
  arrival: { local, instant: instant(at + (hours + 4) * hour) },
  ...{ departureQualifier: '125', arrivalQualifier: '87' },
});
const flight = (legs: readonly Leg[], more: Partial<JourneyState> = {}): JourneyState => ({
  ...emptyJourney,
  journey: { carrier: 'AC', conveyance: 'AC991', mode: 'air', origin: legs[0]?.from.code ?? '', legs },
  ...more,
});

async function told(flights: readonly JourneyState[], more: Partial<RouteRequest> = {}) {
  const state = new Map(flights.map((one, number) => [id(number), one]));
  const access = { now: () => instant(at), view: () => ({ state, asOf: instant(7) }) } as unknown as Access;
  const request: RouteRequest = {
    ...{ actor: { name: 'A', roles: [], ports: [] }, path: {}, query: {}, body: undefined },
    ...{ scope: { kind: 'country' }, language: 'en', reality: 'live' },
    ...more,
  };
  const answer = await placesRoute.handle(request, access);
  return answer.ok ? placesShape.parse(answer.value) : expect.fail(answer.error.code);
}
const codesOf = async (flights: readonly JourneyState[], more: Partial<RouteRequest> = {}) =>
  (await told(flights, more)).places.map(({ code }) => code).toSorted();

test('names nobody, so that no purpose is asked for; read by those who read flights', () => {
  const { method, pattern, permission, personal } = placesRoute;
  expect(`${method} ${pattern} ${permission} ${personal}`).toBe('GET /travel/places travel.flights.read false');
});

test('without journeys there are no places', async () => {
  expect(await told([])).toEqual({ asOf: 7, places: [], underWay: [] });
});

test('each place comes with its country, its position where the table has it, and what it counts', async () => {
  const { places, underWay } = await told([flight([leg('YYZ', 'QQQ', -0.5)])]);
  const toronto = places.find(({ code }) => code === 'YYZ');
  expect(toronto).toMatchObject({ country: 'CA', arrivals: 0, departures: 1, travellers: 0, need: 'none', needing: 0 });
  expect(toronto?.position).toEqual(positionOf('YYZ'));
  expect(toronto?.position).toBeDefined();
  const unknown = places.find(({ code }) => code === 'QQQ');
  expect(unknown).toMatchObject({ arrivals: 1, departures: 0, why: [] });
  expect(unknown).not.toHaveProperty('position');
  expect(underWay).toEqual([{ journey: id(0), conveyance: 'AC991', from: 'YYZ', to: 'QQQ' }]);
});

describe('only journeys', () => {
  const all = [
    flight([leg('YVR', 'LAX', -1)]),
    flight([leg('YUL', 'JFK', -1.01)]),
    flight([leg('YYZ', 'MEX', 24)]),
    flight([leg('YOW', 'CUN', 24.01)]),
  ];

  test('of the last hour and of the window, a day where it is not said', async () => {
    expect(await codesOf(all)).toEqual(['LAX', 'MEX', 'YVR', 'YYZ']);
    expect(await codesOf(all, { query: { window: '25h' } })).toEqual(['CUN', 'LAX', 'MEX', 'YOW', 'YVR', 'YYZ']);
    expect(await codesOf(all, { query: { window: '23h' } })).toEqual(['LAX', 'YVR']);
  });

  test('of the caller’s ports or organisation: the far end of his journey is shown, another journey is not', async () => {
    const limited = (ports: readonly string[], organisation?: string): Partial<RouteRequest> => ({
      scope: { kind: 'limited', ports, ...(organisation === undefined ? {} : { organisation }) },
    });
    expect(await codesOf(all, limited(['MEX']))).toEqual(['MEX', 'YYZ']);
    expect(await codesOf(all, limited(['CUN']))).toEqual([]);
    expect(await codesOf(all, limited([], 'AC'))).toEqual(['LAX', 'MEX', 'YVR', 'YYZ']);
    expect(await codesOf(all, limited([], 'AM'))).toEqual([]);
    expect((await told(all, limited(['MEX']))).underWay).toEqual([]);
  });

  test('that are under way stand between their places, and a cancelled one nowhere', async () => {
    expect((await told(all)).underWay.map(({ journey }) => journey)).toEqual([id(0)]);
    expect(await told([flight([leg('YVR', 'LAX', -1)], { status: 'cancelled' })])).toMatchObject({
      places: [],
      underWay: [],
    });
  });
});
