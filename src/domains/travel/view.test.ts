import { expect, test } from 'vitest';
import { type AggregateId, aggregateId, countryCode, instant, type Recorded } from '#kernel';
import { meaningOf, vectorsOf } from './certification/vectors.ts';
import type { JourneyState } from './state.ts';
import { flightsView } from './view.ts';

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
const flightOf = (entries: readonly Recorded[]): JourneyState | undefined => entries.reduce(fold.apply, fold.initial);
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
  expect(flightOf([lodged(id('aa'))])?.journey?.conveyance).toBe(record.journey.conveyance);
  expect(flightOf([entry(id('cc'), 1, 'casework.referral-opened', {})])).toBeUndefined();
  expect(flightOf([entry(id('dd'), 1, 'lodgement.received', {})])).toBeUndefined();
  const kinds = [
    'travel.lodged',
    'travel.assessed',
    'casework.referred',
    'casework.referral-opened',
    'lodgement.received',
  ];
  expect(kinds.map(flightsView.hears)).toEqual([true, true, true, false, false]);
});

test('nothing personal stands in it: no name, document, birth, seat, locator, fact or candidate', () => {
  const text = JSON.stringify(flightOf([lodged(id('aa')), assessed(id('aa'), 2)]));
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
  const waiting = flightOf([lodged(aggregate), assessed(aggregate, 2), referred]);
  expect(waiting?.passengers['CERT002']).toMatchObject({
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
  expect(fold.apply(waiting, settled)?.passengers['CERT002']).toMatchObject({
    dialogue: { word: { disposition: 'board' } },
    referrals: [],
  });
});

test('an entry leaves the passengers of whom it does not speak as they were, and one that changes nothing everything', () => {
  const one = id('aa1');
  const before = flightOf([lodged(one)]);
  const after = fold.apply(before, assessed(one, 2));
  expect(after?.passengers['CERT002']).not.toBe(before?.passengers['CERT002']);
  expect(after?.passengers['CERT003']).toBe(before?.passengers['CERT003']);
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
  expect(flightOf([entry(id('aa'), 1, 'travel.presented', { port: 'JFK' })])).toBeUndefined();
  expect(flightOf([entry(id('bb'), 1, 'travel.certification-attempted', {})])).toBeUndefined();
});

test('a journey belongs to the ports of its legs', () => {
  const flight = flightOf([lodged(id('aa'))]);
  if (flight === undefined) throw new TypeError('on the board');
  const ports = record.journey.legs.flatMap(({ from, to }) => [from.code, to.code]);
  expect(ports.length).toBeGreaterThan(1);
  expect(flightsView.ports?.(flight)).toEqual(ports);
});
