import { describe, expect, test } from 'vitest';
import {
  type Access,
  type AggregateId,
  aggregateId,
  countryCode,
  type Fold,
  instant,
  type Language,
  type Recorded,
  type Route,
  type RouteRequest,
  type Scope,
} from '#kernel';
import { meaningOf, vectorsOf } from '../certification/vectors.ts';
import type { PassengerList } from '../record.ts';
import { emptyJourney, type JourneyState } from '../state.ts';
import { flightsView } from '../view.ts';
import { flightRoutes } from './flights.ts';

const us = countryCode('US');
const vector = us && vectorsOf(us).find(({ name }) => name === 'infant');
if (us === undefined || vector === undefined) throw new TypeError('US');
const { reply: _reply, ...record } = { ...meaningOf(vector, us) };
const hour = 3_600_000;
const departs = record.journey.legs[0]?.departure?.instant ?? 0;
const id = (digits: string): AggregateId => {
  const known = aggregateId(digits.padEnd(32, '0'));
  if (known === undefined) throw new TypeError(digits);
  return known;
};
const reason = {
  code: 'TRV-R-CLEAR',
  class: 'other',
  row: 'rest',
  facts: { 'list.no-fly': 'none', 'traveller.dataMissing': [] },
};

const candidate = {
  ...{ list: 'us-no-fly', listVersion: '3', entry: 'E-1', purpose: 'no-fly', listedName: 'DIEGO PRUEBA' },
  ...{ class: 'adjudicate' as const, score: 70 },
  evidence: [{ feature: 'name', relation: 'same' as const, subject: 'A', listed: 'A', contribution: 70 }],
};
const noted = { code: 'TRV-0202', origin: 'sender', severity: 'warning', parameters: { subject: 'CERT002' } };

/** A node that holds these lists, each a journey of its own, and whose clock stands where it is told. */
function nodeOf(lists: readonly PassengerList[], at: number) {
  const entries = lists.flatMap((list, index): Recorded[] => {
    const aggregate = id(`a${index}`);
    const common = { aggregate, at: instant(index + 1), reality: 'live' as const };
    const closesAt = list.journey.legs[0]?.departure?.instant;
    const decision = { disposition: 'refer', reasons: [reason], by: { table: 'travel/us', version: '1' } };
    const assessed = list.travellers
      .slice(0, 1)
      .map(({ subject }) => ({ subject, decision, facts: reason.facts, candidates: [candidate] }));
    const [first] = list.travellers;
    return [
      {
        ...common,
        version: 1,
        kind: 'travel.lodged',
        data: { record: list, findings: [noted], ...(closesAt === undefined ? {} : { closesAt }) },
      },
      { ...common, version: 2, kind: 'travel.assessed', data: { transaction: list.transaction, assessed } },
      {
        ...common,
        version: 3,
        kind: 'casework.referred',
        data: { referral: id('e1'), subject: first?.subject ?? '', kind: 'travel.identity' },
      },
    ];
  });
  const { fold } = flightsView;
  const listed = new Map<AggregateId, JourneyState | undefined>();
  for (const entry of entries) listed.set(entry.aggregate, fold.apply(listed.get(entry.aggregate), entry));
  return {
    country: us,
    now: () => instant(at),
    view: () => ({ state: listed, asOf: instant(7) }),
    state: <State>(aggregate: AggregateId, fold: Fold<State>) => {
      const own = entries.filter((entry) => entry.aggregate === aggregate);
      return Promise.resolve(own.length === 0 ? undefined : own.reduce(fold.apply, fold.initial));
    },
    service:
      (name: string) =>
      (language: Language, { code }: { code: string }) =>
        `${name} ${language} ${code}`,
  } as unknown as Access;
}
const country: Scope = { kind: 'country' };
const request = (more: Partial<RouteRequest> = {}): RouteRequest => ({
  actor: { name: 'A', roles: [], ports: [] },
  path: {},
  query: {},
  body: undefined,
  scope: country,
  language: 'fr',
  reality: 'live',
  ...more,
});
const route = (pattern: string): Route => {
  const found = flightRoutes.find((one) => one.pattern === pattern);
  if (found === undefined) throw new TypeError(pattern);
  return found;
};
/** What leaves the node: what the route returns, by its own schema. */
async function told(pattern: string, access: Access, more: Partial<RouteRequest> = {}) {
  const answer = await route(pattern).handle(request(more), access);
  return answer.ok ? JSON.parse(JSON.stringify(route(pattern).response.parse(answer.value))) : answer.error;
}
const moved = (hours: number, more: Partial<PassengerList> = {}): PassengerList => {
  const legs = record.journey.legs.map((leg) =>
    leg.departure?.instant === undefined
      ? leg
      : { ...leg, departure: { ...leg.departure, instant: instant(leg.departure.instant + hours * hour) } },
  );
  return { ...record, ...more, journey: { ...record.journey, legs, ...more.journey } };
};
const flights = async (access: Access, more: Partial<RouteRequest> = {}): Promise<readonly string[]> => {
  const { items } = await told('/travel/flights', access, more);
  return items.map(({ journey }: { journey: string }) => journey);
};

describe('the board', () => {
  test('shows what departed an hour ago at most, or departs within the window; the first to close on top', async () => {
    const access = nodeOf([moved(24), moved(0), moved(-1), moved(-1.01), moved(24.01), moved(47)], departs);
    expect(await flights(access)).toEqual([id('a2'), id('a1'), id('a0')]);
    expect(await flights(access, { query: { window: '48h' } })).toEqual([
      id('a2'),
      id('a1'),
      id('a0'),
      id('a4'),
      id('a5'),
    ]);
    expect(await flights(access, { query: { window: '1h' } })).toEqual([id('a2'), id('a1')]);
  });

  test('shows a journey whose departure nobody knows, first of all: somebody must look', async () => {
    const [leg] = record.journey.legs;
    if (leg === undefined) throw new TypeError('a leg');
    const { departure: _departure, ...timeless } = leg;
    const access = nodeOf([moved(0), { ...record, journey: { ...record.journey, legs: [timeless] } }], departs);
    expect(await flights(access)).toEqual([id('a1'), id('a0')]);
  });

  test('shows each caller what is of his ports or his organisation, and nothing else', async () => {
    const access = nodeOf([moved(0)], departs);
    const limited = (ports: readonly string[], organisation?: string): Partial<RouteRequest> => ({
      scope: { kind: 'limited', ports, ...(organisation === undefined ? {} : { organisation }) },
    });
    expect(await flights(access, limited(['JFK']))).toHaveLength(1);
    expect(await flights(access, limited(['MEX']))).toHaveLength(1);
    expect(await flights(access, limited(['LAX']))).toEqual([]);
    expect(await flights(access, limited([], 'ZZ'))).toHaveLength(1);
    expect(await flights(access, limited([], 'AC'))).toEqual([]);
    expect(await flights(access, limited([]))).toEqual([]);
  });

  test('comes in pages that together are all of it', async () => {
    const access = nodeOf(
      Array.from({ length: 5 }, (_, at) => moved(at)),
      departs,
    );
    const seen: string[] = [];
    let cursor: string | undefined;
    for (let pages = 0; pages < 5; pages += 1) {
      const { items, next } = await told('/travel/flights', access, { query: { limit: 2, cursor } });
      seen.push(...items.map(({ journey }: { journey: string }) => journey));
      cursor = next;
      if (cursor === undefined) break;
    }
    expect(seen).toEqual(['a0', 'a1', 'a2', 'a3', 'a4'].map(id));
  });

  test('counts who is listed, answered, referred, and by which words', async () => {
    const { items, asOf } = await told('/travel/flights', nodeOf([moved(0)], departs));
    expect(asOf).toBe(7);
    expect(items[0]).toMatchObject({
      conveyance: 'ZZ101',
      mode: 'air',
      from: { code: 'MEX', country: 'MX' },
      to: { code: 'JFK', country: 'US' },
      departure: { local: '2027-06-14T09:15', instant: departs },
      closesAt: departs,
      aboard: { listed: 2, expected: 2, crew: 0 },
      answers: { answered: 1, waiting: 1 },
      dispositions: { refer: 1, board: 0 },
      referralsOpen: 1,
      need: 'now',
    });
    expect(JSON.stringify(items)).not.toContain('PRUEBA');
  });

  test('counts passengers and crew apart', async () => {
    const [one] = record.travellers;
    const crew = ['C1', 'C2', 'C3'].flatMap((subject) => (one ? [{ ...one, subject, role: 'crew' as const }] : []));
    const travellers = [...record.travellers, ...crew];
    const { items } = await told('/travel/flights', nodeOf([moved(0, { travellers })], departs));
    expect(items[0].aboard).toMatchObject({ listed: record.travellers.length, crew: 3 });
  });
});

describe('one journey', () => {
  const pattern = '/travel/flights/:journey';
  const access = nodeOf([moved(0)], departs);

  test('names its travellers, with documents, own words and the referral that waits', async () => {
    const { legs, travellers, messages } = await told(pattern, access, { path: { journey: id('a0') } });
    expect(legs).toHaveLength(1);
    expect(travellers).toHaveLength(2);
    expect(travellers[0]).toMatchObject({
      subject: 'CERT002',
      name: 'PRUEBA, DIEGO',
      document: expect.stringMatching(/^P MEX T\d+$/),
      own: {
        disposition: 'refer',
        reasons: [{ code: 'TRV-R-CLEAR', row: 'rest', facts: reason.facts, text: 'Rien à signaler' }],
        by: { version: '1' },
      },
      combined: 'refer',
      referral: id('e1'),
    });
    expect(travellers[1]).not.toHaveProperty('own');
    expect(travellers[1]).not.toHaveProperty('combined');
    expect(travellers[1]).not.toHaveProperty('referral');
    expect(messages).toMatchObject([{ kind: 'new', receivedAt: record.receivedAt }]);
    expect(messages[0].findings).toEqual([
      {
        ...{ code: 'TRV-0202', severity: 'warning', parameters: { subject: 'CERT002' } },
        text: 'texts fr TRV-0202',
      },
    ]);
  });

  test('beyond the caller’s scope, or that there is not, is told nothing about', async () => {
    const elsewhere: Scope = { kind: 'limited', ports: ['LAX'] };
    for (const more of [
      { path: { journey: id('a0') }, scope: elsewhere },
      { path: { journey: id('ff') } },
      { path: { journey: 'nonsense' } },
      { path: {} },
    ]) {
      const journey = 'journey' in more.path ? more.path.journey : '';
      expect(await told(pattern, access, more)).toMatchObject({ code: 'TRV-0403', parameters: { journey } });
      const traveller = { ...more, path: { ...more.path, subject: 'CERT002' } };
      expect(await told(`${pattern}/travellers/:subject`, access, traveller)).toMatchObject({ code: 'TRV-0403' });
    }
  });

  test('of which only a referral is known is not there, and not on the board', async () => {
    const bare: Access = {
      ...access,
      state: () => Promise.resolve({ ...emptyJourney }),
      view: () => ({ state: new Map([[id('a0'), emptyJourney]]), asOf: instant(7) }),
    } as unknown as Access;
    expect(await told(pattern, bare, { path: { journey: id('a0') } })).toMatchObject({ code: 'TRV-0403' });
    expect(await flights(bare)).toEqual([]);
  });

  test('reads personal data, so that a purpose is asked for and the reading is an entry', () => {
    expect(flightRoutes.map(({ pattern: one, personal }) => [one, personal])).toEqual([
      ['/travel/flights', false],
      [pattern, true],
      [`${pattern}/travellers/:subject`, true],
    ]);
  });
});

describe('one traveller', () => {
  const pattern = '/travel/flights/:journey/travellers/:subject';
  const access = nodeOf([moved(0)], departs);

  test('comes with every fact in the caller’s language, and with what happened to him', async () => {
    const traveller = await told(pattern, access, { path: { journey: id('a0'), subject: 'CERT002' } });
    expect(traveller.facts).toContainEqual({
      name: 'list.no-fly',
      title: 'Occurrence sur une liste d’interdiction de vol',
      value: 'none',
    });
    expect(traveller.facts).toContainEqual(expect.objectContaining({ name: 'traveller.dataMissing', value: [] }));
    expect(traveller.facts).toContainEqual(expect.objectContaining({ name: 'traveller.age', value: null }));
    expect(
      traveller.history.map(({ what, by, entry }: { what: string; by: string; entry: number }) => [what, by, entry]),
    ).toEqual([
      ['new', 'carrier', 1],
      ['assessed', 'own', 2],
    ]);
    expect(traveller).not.toHaveProperty('message');
    expect(traveller.candidates).toEqual([candidate]);
  });

  test('whom nobody assessed yet has facts without a value and no candidates', async () => {
    const subject = record.travellers[1]?.subject ?? expect.fail('a second traveller');
    const { facts, candidates } = await told(pattern, access, { path: { journey: id('a0'), subject } });
    expect(candidates).toEqual([]);
    expect(facts.length).toBeGreaterThan(5);
    expect(facts.every(({ value }: { value: unknown }) => value === null)).toBe(true);
  });

  test('says where his carrier named him, when it was lodged here', async () => {
    const lodged = moved(0, { lodgement: 'c'.repeat(32) as NonNullable<PassengerList['lodgement']> });
    const { message } = await told(pattern, nodeOf([lodged], departs), {
      path: { journey: id('a0'), subject: 'CERT002' },
    });
    expect(message).toEqual({ lodgement: 'c'.repeat(32), segment: record.travellers[0]?.segment });
  });

  test('whom nobody named is not there', async () => {
    for (const subject of ['NOBODY', 'constructor']) {
      expect(await told(pattern, access, { path: { journey: id('a0'), subject } })).toMatchObject({
        code: 'TRV-0404',
        parameters: { subject },
      });
    }
    expect(await told(pattern, access, { path: { journey: id('a0') } })).toMatchObject({
      code: 'TRV-0404',
      parameters: { subject: '' },
    });
  });
});
