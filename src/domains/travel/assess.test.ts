import { describe, expect, test } from 'vitest';
import {
  aggregateId,
  type Candidate,
  countryCode,
  Decision,
  disposition,
  type FactValues,
  instant,
  type Means,
  type ReasonClass,
  type Recorded,
  type Subject,
} from '#kernel';
import { assess, referralOf, subjectOf } from './assess.ts';
import { meaningOf, vectorsOf } from './certification/vectors.ts';
import { journeyFold } from './entries.ts';
import { placeOf } from './places.ts';
import type { PassengerList } from './record.ts';
import { emptyJourney, type JourneyState } from './state.ts';

const us = countryCode('US');
const journey = aggregateId('a'.repeat(32));
if (us === undefined || journey === undefined) throw new TypeError('US');
const named = (name: string): PassengerList => {
  const vector = vectorsOf(us).find((one) => one.name === name);
  if (vector === undefined) throw new TypeError(name);
  return meaningOf(vector, us);
};
const record = named('infant');
const decision = (what: string, reasonClass: ReasonClass = 'other'): Decision =>
  Decision.because(disposition(what), [{ code: 'X', class: reasonClass, row: 'x', facts: {} }], {
    table: 'travel/us',
    version: '1',
  });
const hit: Candidate = {
  list: 'no-fly',
  listVersion: '1',
  entry: 'N',
  purpose: 'no-fly',
  listedName: 'X',
  class: 'strong',
  score: 1,
  evidence: [],
};

/** Means that remember what was asked of them. */
function meansOf(word: Decision) {
  const screened: (readonly Subject[])[] = [];
  const decided: FactValues[] = [];
  const means: Means = {
    country: us ?? ('US' as never),
    at: instant(Date.parse('2027-06-12T12:00:00Z')),
    screen: (subjects) => {
      screened.push(subjects);
      return subjects.map((_, at) => (at === 0 ? [hit] : []));
    },
    decide: (_table, facts) => {
      decided.push(facts);
      return word;
    },
    table: () => undefined,
  };
  return { means, screened, decided };
}
const folded = (state: JourneyState, drafts: readonly { kind: string; data: unknown }[]): JourneyState =>
  drafts.reduce(
    (now, { kind, data }, at) =>
      journeyFold.apply(now, {
        aggregate: journey,
        version: at + 1,
        at: instant(1),
        kind,
        reality: 'live',
        data,
      } satisfies Recorded),
    state,
  );

test('a traveller is looked for by all that his list says of him, and by nothing that it does not say', () => {
  const [adult] = record.travellers;
  if (adult === undefined) throw new TypeError('a traveller');
  expect(subjectOf(adult)).toEqual({
    reference: 'CERT002',
    kind: 'person',
    names: [{ family: 'PRUEBA', given: 'DIEGO' }],
    dateOfBirth: '1990-11-23',
    sex: 'M',
    nationalities: ['MEX'],
    documents: [{ type: 'P', number: adult.documents[0]?.number, issuingState: 'MEX' }],
  });
  const { given: _g, dateOfBirth: _d, sex: _s, nationality: _n, ...bare } = adult;
  expect(subjectOf({ ...bare, documents: [{ type: 'I', number: '7' }] })).toEqual({
    reference: 'CERT002',
    kind: 'person',
    names: [{ family: 'PRUEBA' }],
    nationalities: [],
    documents: [{ type: 'I', number: '7' }],
  });
  expect(subjectOf({ ...adult, second: 'JOSE' }).names).toEqual([{ family: 'PRUEBA', given: 'DIEGO JOSE' }]);
  expect(subjectOf({ ...adult, given: '' }).names).toEqual([{ family: 'PRUEBA' }]);
});

test('only a referral waits for an officer, by the class of its reason', () => {
  expect(referralOf(decision('refer'))).toBe('travel.identity');
  expect(referralOf(decision('refer', 'security'))).toBe('travel.identity');
  expect(referralOf(decision('refer', 'document'))).toBe('travel.document');
  for (const other of ['board', 'refuse', 'insufficient-data', 'board-after-document-check'])
    expect(referralOf(decision(other, 'document'))).toBeUndefined();
});

describe('a list that asks', () => {
  test('is screened once, decided for each, and recorded with what was found', () => {
    const { means, screened, decided } = meansOf(decision('board'));
    const { assessed, drafts, referrals, timers } = assess(record, emptyJourney, means);
    expect(screened).toHaveLength(1);
    expect(decided).toHaveLength(2);
    expect(decided[0]).toMatchObject({ 'list.no-fly': 'strong', 'traveller.infant': false });
    expect(decided[1]).toMatchObject({ 'list.no-fly': 'none', 'traveller.infant': true });
    expect(assessed.map(({ subject, candidates }) => [subject, candidates.length])).toEqual([
      ['CERT002', 1],
      ['CERT003', 0],
    ]);
    expect(drafts.map(({ kind }) => kind)).toEqual(['travel.lodged', 'travel.assessed']);
    expect(drafts[0]?.data).not.toHaveProperty('record.reply');
    expect(drafts[0]?.data).toMatchObject({ closesAt: Date.parse('2027-06-14T15:15:00Z') });
    expect({ referrals, timers }).toEqual({ referrals: [], timers: [] });
  });

  test('the same question about the same data is answered as before, without a new decision', () => {
    const first = meansOf(decision('refer'));
    const once = assess(record, emptyJourney, first.means);
    const state = folded(emptyJourney, once.drafts);
    const second = meansOf(decision('board'));
    const again = assess(record, state, second.means);
    expect(second.decided).toEqual([]);
    expect(again.drafts).toEqual([]);
    expect(again.referrals).toEqual([]);
    expect(again.assessed.map((one) => [one.subject, one.decision.disposition])).toEqual(
      once.assessed.map((one) => [one.subject, 'refer']),
    );
    expect(again.assessed[0]?.facts).toEqual(once.assessed[0]?.facts);
    expect(again.assessed[0]?.candidates).toEqual([hit]);
    expect(again.assessed[0]?.decision.reasons).toEqual(once.assessed[0]?.decision.reasons);
  });

  test('a new request, or other data under the same one, is decided anew', () => {
    const state = folded(emptyJourney, assess(record, emptyJourney, meansOf(decision('refer')).means).drafts);
    const newer = meansOf(decision('board'));
    expect(assess({ ...record, transaction: 'NEW' }, state, newer.means).assessed[0]?.decision.disposition).toBe(
      'board',
    );
    expect(newer.decided).toHaveLength(2);
    const changed = meansOf(decision('board'));
    const travellers = record.travellers.map((one, at) => (at === 0 ? { ...one, family: 'OTHER' } : one));
    const mixed = assess({ ...record, travellers }, state, changed.means);
    expect(changed.screened[0]?.map(({ reference }) => reference)).toEqual(['CERT002']);
    expect(mixed.assessed.map(({ subject, decision: { disposition: what } }) => [subject, what])).toEqual([
      ['CERT002', 'board'],
      ['CERT003', 'refer'],
    ]);
  });

  test('each who is referred is put before the officers of his ports in this country', () => {
    const { referrals } = assess(record, emptyJourney, meansOf(decision('refer', 'document')).means);
    expect(referrals).toEqual([
      { subject: 'CERT002', kind: 'travel.document', ports: ['JFK'] },
      { subject: 'CERT003', kind: 'travel.document', ports: ['JFK'] },
    ]);
  });

  test('a place that no table knows is one referral, the first time only', () => {
    const legs = record.journey.legs.map((leg) => ({ ...leg, from: placeOf('QQQ') }));
    const strange = { ...record, journey: { ...record.journey, legs } };
    const first = assess(strange, emptyJourney, meansOf(decision('board')).means);
    expect(first.referrals).toEqual([{ subject: 'CERT002', kind: 'travel.place', ports: ['JFK'] }]);
    const state = folded(emptyJourney, first.drafts);
    expect(assess({ ...strange, transaction: 'NEXT' }, state, meansOf(decision('board')).means).referrals).toEqual([]);
    expect(assess({ ...strange, travellers: [] }, emptyJourney, meansOf(decision('board')).means)).toMatchObject({
      referrals: [],
      drafts: [],
    });
  });
});

describe('a list that asks nothing', () => {
  const board = meansOf(decision('board'));
  const state = folded(emptyJourney, [
    ...assess(record, emptyJourney, board.means).drafts,
    {
      kind: 'travel.replied',
      data: { transaction: record.transaction, answers: [{ subject: 'CERT002', disposition: 'board' }] },
    },
  ]);

  test.each([
    'close',
    'change-flight',
    'close-on-board',
    'close-not-on-board',
    'cancel-reservation',
    'reduction',
    'cancel-flight',
    'acknowledgement',
  ] as const)('%s is recorded and decides nothing', (asked) => {
    const { means, decided, screened } = meansOf(decision('board'));
    const { assessed, drafts } = assess({ ...record, function: asked }, state, means);
    expect({ assessed, decided, screened }).toEqual({ assessed: [], decided: [], screened: [] });
    expect(drafts[0]?.kind).toBe('travel.lodged');
  });

  test('somebody on board without leave is put before the officers of the ports', () => {
    const stranger = record.travellers.map((one) => ({ ...one, subject: 'STRANGER' })).slice(0, 1);
    const { referrals, drafts } = assess(
      { ...record, function: 'close-on-board', travellers: stranger },
      state,
      board.means,
    );
    expect(referrals).toEqual([{ subject: 'STRANGER', kind: 'travel.boarded-uncleared', ports: ['JFK'] }]);
    expect(drafts[1]?.data).toMatchObject({ onBoard: ['STRANGER'], notOnBoard: ['CERT002', 'CERT003'] });
  });
});
