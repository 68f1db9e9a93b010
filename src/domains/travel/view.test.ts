import { expect, test } from 'vitest';
import { type AggregateId, aggregateId, countryCode, instant, type Recorded } from '#kernel';
import { meaningOf, vectorsOf } from './certification/vectors.ts';
import { allFlights, type Flights, flightIn, flightsView } from './view.ts';

const us = countryCode('US');
const vector = us && vectorsOf(us).find(({ name }) => name === 'infant');
if (us === undefined || vector === undefined) throw new TypeError('a case');
const { reply: _reply, ...record } = meaningOf(vector, us);
const id = (digits: string): AggregateId => {
  const known = aggregateId(digits.padEnd(32, '0'));
  if (known === undefined) throw new TypeError(digits);
  return known;
};
const entry = (aggregate: AggregateId, version: number, kind: string, data: unknown): Recorded => ({
  aggregate,
  version,
  at: instant(1000 * version),
  kind,
  reality: 'live',
  data,
});
const lodged = (aggregate: AggregateId, version = 1) =>
  entry(aggregate, version, 'travel.lodged', { record, findings: [] });
const { fold } = flightsView;
const all = (entries: readonly Recorded[]): Flights => entries.reduce(fold.apply, fold.initial);
const reason = { code: 'TRV-R-CLEAR', class: 'other', row: 'rest', facts: { 'traveller.nationality': 'MEX' } };
const assessed = (aggregate: AggregateId, version: number) =>
  entry(aggregate, version, 'travel.assessed', {
    transaction: record.transaction,
    assessed: [
      {
        subject: 'CERT002',
        decision: { disposition: 'refer', reasons: [reason], by: { table: 'travel/us', version: '1' } },
        facts: { 'traveller.nationality': 'MEX' },
        candidates: [
          {
            list: 'no-fly',
            listVersion: '1',
            entry: '1',
            purpose: 'no-fly',
            listedName: 'PRUEBA DIEGO',
            class: 'strong',
            score: 9,
            evidence: [],
          },
        ],
      },
    ],
  });

test('a journey is on the board from its first list on, and every other aggregate is not', () => {
  const [one, two] = [id('aa'), id('bb')];
  const flights = all([
    lodged(one),
    lodged(two),
    entry(id('cc'), 1, 'casework.referral-opened', {}),
    entry(id('dd'), 1, 'lodgement.received', {}),
  ]);
  expect(
    allFlights(flights)
      .map(([journey]) => journey)
      .toSorted(),
  ).toEqual([one, two]);
  expect(flightIn(flights, one)?.journey?.conveyance).toBe(record.journey.conveyance);
  expect(flightIn(flights, id('ff'))).toBeUndefined();
});

test('nothing personal stands in it: no name, document, birth, seat, locator, fact or candidate', () => {
  const text = JSON.stringify(all([lodged(id('aa')), assessed(id('aa'), 2)]));
  expect(text).toContain('CERT002');
  for (const { family, given = '', dateOfBirth = '', locator = '', documents } of record.travellers) {
    for (const personal of [family, given, dateOfBirth, locator, ...documents.map(({ number }) => number)]) {
      expect(text).not.toContain(personal);
    }
  }
  expect(text).not.toContain('nationality');
  expect(text).not.toContain('no-fly');
});

test('a word, a referral and its settlement are seen', () => {
  const aggregate = id('aa');
  const referred = entry(aggregate, 3, 'casework.referred', {
    referral: id('e1'),
    subject: 'CERT002',
    kind: 'travel.identity',
  });
  const waiting = all([lodged(aggregate), assessed(aggregate, 2), referred]);
  expect(flightIn(waiting, aggregate)?.passengers['CERT002']).toMatchObject({
    dialogue: { word: { disposition: 'refer' } },
    referrals: [{ referral: id('e1'), kind: 'travel.identity', request: record.transaction }],
  });
  const settled = entry(aggregate, 4, 'travel.settled', {
    referral: id('e1'),
    subject: 'CERT002',
    request: record.transaction,
    outcome: 'board',
    own: 'board',
    combined: 'board',
  });
  expect(flightIn(fold.apply(waiting, settled), aggregate)?.passengers['CERT002']).toMatchObject({
    dialogue: { word: { disposition: 'board' } },
    referrals: [],
  });
});

test('an entry copies its own bucket and no other, and one that changes nothing copies none', () => {
  const [one, two] = [id('aa1'), id('bb1')];
  const before = all([lodged(one), lodged(two)]);
  const after = fold.apply(before, assessed(one, 2));
  expect(after.buckets['bb']).toBe(before.buckets['bb']);
  expect(after.buckets['aa']).not.toBe(before.buckets['aa']);
  expect(flightIn(after, one)?.passengers['CERT003']).toBe(flightIn(before, one)?.passengers['CERT003']);
  for (const kind of [
    'travel.presented',
    'travel.settled',
    'casework.referred',
    'travel.certification-attempted',
    'travel.unheard-of',
    'other.kind',
  ]) {
    expect(fold.apply(before, entry(one, 2, kind, { subject: 'NOBODY', referral: id('e1') }))).toBe(before);
  }
});

test('what is told of a booth elsewhere, or of an exercise of certification, opens no journey', () => {
  const flights = all([
    entry(id('aa'), 1, 'travel.presented', { port: 'JFK' }),
    entry(id('bb'), 1, 'travel.certification-attempted', {}),
  ]);
  expect(allFlights(flights)).toEqual([]);
});

test('a journey belongs to the ports of its legs; one that is not on the board to none', () => {
  const flights = all([lodged(id('aa'))]);
  const ports = record.journey.legs.flatMap(({ from, to }) => [from.code, to.code]);
  expect(ports.length).toBeGreaterThan(1);
  expect(flightsView.ports?.(flights, id('aa'))).toEqual(ports);
  expect(flightsView.ports?.(flights, id('bb'))).toEqual([]);
});
