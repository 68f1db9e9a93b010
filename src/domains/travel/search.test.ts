import { describe, expect, test } from 'vitest';
import {
  type Access,
  type AggregateId,
  aggregateId,
  hitsOfPart,
  instant,
  languages,
  parsePlainDateTime,
  type RouteRequest,
  wordsOf,
} from '#kernel';
import { placeOf } from './places.ts';
import type { Leg } from './record.ts';
import { searches } from './search.ts';
import { emptyJourney, type JourneyState, type PassengerState } from './state.ts';

const id = (number: number): AggregateId => aggregateId(String(number).padStart(32, '0')) ?? expect.fail('an id');

function leg(from: string, to: string, departs?: string, stage: Leg['stage'] = 'main'): Leg {
  const local = departs === undefined ? undefined : (parsePlainDateTime(departs) ?? expect.fail(departs));
  return {
    ...{ stage, carrier: 'AC', conveyance: 'AC991', from: placeOf(from), to: placeOf(to) },
    ...(local === undefined ? {} : { departure: { local, instant: instant(Date.parse(`${departs}:00Z`)) } }),
    ...{ departureQualifier: '125', arrivalQualifier: '87' },
  };
}

const passenger = (subject: string): PassengerState => ({
  traveller: {
    subject,
    referenced: true,
    role: 'passenger',
    family: 'SECRET',
    infant: false,
    documents: [],
    segment: 1,
  },
  dialogue: { request: 'T', open: false, superseded: [], presence: 'expected', unacknowledged: false },
  ...{ referrals: [], partners: [], history: [], updatedAt: instant(1) },
});

const flight = (conveyance: string, legs: readonly Leg[], subjects: readonly string[] = []): JourneyState => ({
  ...emptyJourney,
  journey: { carrier: conveyance.slice(0, 2), conveyance, mode: 'air', origin: legs[0]?.from.code ?? '', legs },
  passengers: Object.fromEntries(subjects.map((subject) => [subject, passenger(subject)])),
});

const everywhere = { kind: 'country' } as const;

async function found(
  name: string,
  query: string,
  { flights, scope = everywhere }: { flights: readonly JourneyState[]; scope?: RouteRequest['scope'] },
) {
  const state = new Map(flights.map((one, at) => [id(at), one]));
  const access = { view: () => ({ state, asOf: instant(1) }) } as unknown as Access;
  const search = searches.find((one) => one.name === name) ?? expect.fail(name);
  const request: RouteRequest = {
    ...{ actor: { name: 'A', roles: [], ports: [] }, path: {}, query: {}, body: undefined },
    ...{ scope, language: 'en', reality: 'live' },
  };
  return search.find(wordsOf(query), request, access);
}

const flights = [
  flight('AC991', [leg('YYZ', 'MEX', '2026-11-24T09:15')], ['CERT001', 'CERT002', 'other9']),
  flight('AM600', [leg('MEX', 'YUL', '2026-11-25T18:40')], ['CERT003']),
  flight('UA12', [leg('JFK', 'YVR', '2026-11-23T07:05'), leg('YVR', 'CUN', '2026-11-23T14:00')], ['A/B']),
];
const titles = async (query: string, scope?: RouteRequest['scope']) =>
  (await found('travel.flights', query, scope === undefined ? { flights } : { flights, scope })).map(
    ({ title }) => title,
  );

test('what may be found, by whom, and how it is said, is a contract', () => {
  expect(searches.map(({ name, permission }) => `${name} ${permission}`)).toEqual([
    'travel.flights travel.flights.read',
    'travel.travellers travel.travellers.read',
  ]);
  for (const texts of searches.flatMap(({ title, by }) => [title, by])) {
    const words = languages.map((language) => texts[language]);
    expect(words.every((text) => text.length > 5)).toBe(true);
    expect(new Set(words).size).toBe(3);
  }
});

describe('a journey', () => {
  test.each([
    ['AC991', ['AC991']],
    ['ac9', ['AC991']],
    ['YYZ MEX', ['AC991']],
    ['yyz > mex', ['AC991']],
    ['MEX', ['AM600', 'AC991']],
    ['montreal', ['AM600']],
    ['Montréal', ['AM600']],
    ['yvr', ['UA12']],
    ['YYZ YUL', []],
    ['nowhere', []],
    ['SECRET', []],
    ['', []],
  ])('%j finds %j', async (query, expected) => {
    expect(await titles(query)).toEqual(expected);
  });

  test('is found by its own reference', async () => {
    expect(await titles(id(2))).toEqual(['UA12']);
  });

  test('is told by its number, its whole route, its local departure, and where it leads', async () => {
    expect(await found('travel.flights', 'ua12', { flights })).toEqual([
      { title: 'UA12', detail: 'JFK → CUN · 2026-11-23 07:05', address: `/flights/${id(2)}` },
    ]);
  });

  test('a leg that is only flown over ends no route; a departure that nobody knows is left out', async () => {
    const over = flight('AC1', [leg('YYZ', 'JFK', undefined, 'overflight'), leg('YYZ', 'MEX')]);
    expect(await found('travel.flights', 'ac1', { flights: [over] })).toEqual([
      { title: 'AC1', detail: 'YYZ → MEX', address: `/flights/${id(0)}` },
    ]);
    expect(
      (await found('travel.flights', 'ac2', { flights: [flight('AC2', [])] })).map(({ detail }) => detail),
    ).toEqual(['']);
  });

  test('the latest departure stands first, and one without any last', async () => {
    const same = ['09:00', '11:00', '10:00'].map((time, at) =>
      flight(`AC10${at}`, [leg('YYZ', 'MEX', `2026-11-24T${time}`)]),
    );
    const all = [flight('AC103', [leg('YYZ', 'MEX')]), ...same];
    const hits = await found('travel.flights', 'yyz', { flights: all });
    expect(hits.map(({ title }) => title)).toEqual(['AC101', 'AC102', 'AC100', 'AC103']);
  });

  test('that nobody has lodged yet is not found', async () => {
    expect(await found('travel.flights', id(0), { flights: [emptyJourney] })).toEqual([]);
    const early = { ...emptyJourney, passengers: { CERT001: passenger('CERT001') } };
    expect(await found('travel.travellers', 'cert', { flights: [early] })).toEqual([]);
  });

  test('is found by those whose ports it touches or whose flight it is, and by nobody else', async () => {
    const limited = (ports: readonly string[], organisation?: string): RouteRequest['scope'] => ({
      ...{ kind: 'limited', ports },
      ...(organisation === undefined ? {} : { organisation }),
    });
    expect(await titles('mex', limited(['YYZ']))).toEqual(['AC991']);
    expect(await titles('mex', limited(['MEX']))).toEqual(['AM600', 'AC991']);
    expect(await titles('mex', limited([], 'AM'))).toEqual(['AM600']);
    expect(await titles('mex', limited(['LAX'], 'ZZ'))).toEqual([]);
    const scope = limited(['YYZ']);
    expect((await found('travel.travellers', 'cert', { flights, scope })).map(({ title }) => title)).toEqual([
      'CERT001',
      'CERT002',
    ]);
  });
});

describe('a traveller', () => {
  const people = async (query: string) =>
    (await found('travel.travellers', query, { flights })).map(({ title }) => title);

  test('is found by the beginning of his reference, never by what stands within it, nor by a name', async () => {
    expect(await people('CERT')).toEqual(['CERT003', 'CERT001', 'CERT002']);
    expect(await people('cert002')).toEqual(['CERT002']);
    expect(await people('Other')).toEqual(['other9']);
    expect(await people('ERT')).toEqual([]);
    expect(await people('CERT0021')).toEqual([]);
    expect(await people('SECRET')).toEqual([]);
  });

  test('by every word of the query', async () => {
    expect(await people('cert cert003')).toEqual(['CERT003']);
    expect(await people('cert001 cert002')).toEqual([]);
  });

  test('leads to his page, whose address bears any reference', async () => {
    const search = searches.find(({ name }) => name === 'travel.travellers') ?? expect.fail('travellers');
    const state = new Map([[id(0), flight('UA12', [leg('JFK', 'CUN')], ['A/B'])]]);
    const access = { view: () => ({ state, asOf: instant(1) }) } as unknown as Access;
    const request: RouteRequest = {
      ...{ actor: { name: 'A', roles: [], ports: [] }, path: {}, query: {}, body: undefined },
      ...{ scope: everywhere, language: 'en', reality: 'live' },
    };
    expect(await search.find(['a/b'], request, access)).toEqual([
      { title: 'A/B', detail: 'UA12', address: `/travellers/${id(0)}/A%2FB` },
    ]);
  });

  test('one more than a part may give is the most, so that one sees that there is more', async () => {
    const many = (count: number) => [
      flight(
        'AC1',
        [leg('YYZ', 'MEX')],
        Array.from({ length: count }, (_, at) => `Z${at}`),
      ),
    ];
    const counts = await Promise.all(
      [hitsOfPart - 1, hitsOfPart, hitsOfPart + 1, hitsOfPart + 5].map(
        async (count) => (await found('travel.travellers', 'z', { flights: many(count) })).length,
      ),
    );
    expect(counts).toEqual([hitsOfPart - 1, hitsOfPart, hitsOfPart + 1, hitsOfPart + 1]);
  });
});
