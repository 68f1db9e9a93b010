import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Access,
  aggregateId,
  countryCode,
  type Draft,
  disposition,
  err,
  type Fold,
  instant,
  lodgementId,
  ok,
  type Recorded,
  type Result,
} from '#kernel';
import { meaningOf, vectorsOf } from './certification/vectors.ts';
import { dispositions, rankOf } from './dispositions.ts';
import { journeyFold } from './entries.ts';
import { due, settle } from './settle.ts';
import { type JourneyState, passengerOf } from './state.ts';

const us = countryCode('US');
const ca = countryCode('CA');
const [vector] = us === undefined ? [] : vectorsOf(us);
const [journey, referral] = [aggregateId('a'.repeat(32)), aggregateId('b'.repeat(32))];
const lodgement = lodgementId('c'.repeat(32));
if (
  us === undefined ||
  ca === undefined ||
  vector === undefined ||
  journey === undefined ||
  referral === undefined ||
  lodgement === undefined
)
  throw new TypeError('ids');
const { reply: _reply, ...record } = { ...meaningOf(vector, us), lodgement };
const subject = 'CERT001';

/** A journey whose one passenger was referred, answered by a partner, and told to the carrier. */
class Journey {
  readonly entries: Recorded[] = [];

  constructor(own: string, partner: string | undefined, told: string | undefined) {
    const by = { table: 'travel/us', version: '1' };
    const reasons = [{ code: 'X', class: 'other', row: 'x', facts: {} }];
    this.put('travel.lodged', { record, findings: [] });
    this.put('travel.assessed', {
      transaction: record.transaction,
      assessed: [{ subject, decision: { disposition: own, reasons, by }, facts: {}, candidates: [] }],
    });
    if (partner !== undefined)
      this.put('travel.partner-answered', {
        transaction: record.transaction,
        late: false,
        answers: [{ subject, partner: { country: ca, disposition: partner, reasonClass: 'other' } }],
      });
    this.put('casework.referred', { referral, subject, kind: 'travel.identity' });
    if (told !== undefined)
      this.put('travel.replied', { transaction: record.transaction, answers: [{ subject, disposition: told }] });
  }

  put(kind: string, data: unknown): void {
    const version = this.entries.length + 1;
    if (journey !== undefined)
      this.entries.push({ aggregate: journey, version, at: instant(version), kind, reality: 'live', data });
  }

  state(): JourneyState {
    return this.entries.reduce(journeyFold.apply, journeyFold.initial);
  }

  passenger() {
    const passenger = passengerOf(this.state(), subject);
    if (passenger === undefined) throw new TypeError(subject);
    return passenger;
  }
}

interface Sent {
  readonly asked: unknown;
  readonly combined: string;
  readonly beside: readonly Draft[];
}

/** A node of one journey. `here`: whether the lodgement that asked is this node's. */
function nodeOf(of: Journey, here: Result<boolean> = ok(true)) {
  const sent: Sent[] = [];
  const access = {
    state: <State>(aggregate: string, fold: Fold<State>) =>
      Promise.resolve(aggregate === journey ? of.entries.reduce(fold.apply, fold.initial) : undefined),
    record: (_aggregate: string, drafts: readonly Draft[]) => {
      for (const { kind, data } of drafts) of.put(kind, data);
      return Promise.resolve(ok(undefined));
    },
    service: () => ({
      correct: (asked: unknown, combined: string, beside: readonly Draft[]) => {
        sent.push({ asked, combined, beside });
        if (here.ok && here.value) for (const { kind, data } of beside) of.put(kind, data);
        return Promise.resolve(here);
      },
    }),
  } as unknown as Access;
  const timer = (outcome: string, more: object = {}) => ({
    key: 'travel.referral-settled',
    dueAt: instant(99),
    action: 'travel.referral-settled',
    data: { about: journey ?? '', subject, kind: 'travel.identity', outcome, ...more },
  });
  return {
    sent,
    fire: (outcome: string, more: object = {}) => due(timer(outcome, more), referral ?? (journey as never), access),
    access,
    timer,
  };
}

const word = fc.constantFrom(...dispositions);

test('what holds is the most restrictive of the officer’s word and the partner’s, whatever the table said', () => {
  fc.assert(
    fc.property(word, fc.option(word, { nil: undefined }), word, (own, partner, said) => {
      const passenger = new Journey(own, partner, own).passenger();
      const [open] = passenger.referrals;
      if (open === undefined) throw new TypeError('a referral');
      const settled = settle(passenger, open, said);
      expect(settled.own).toBe(said);
      expect(rankOf(settled.combined ?? disposition(''))).toBe(
        Math.min(rankOf(said), partner === undefined ? 9 : rankOf(partner)),
      );
    }),
  );
});

test('a milder late answer that is sent on lifts nothing of this country’s own word', () => {
  const passenger = new Journey('board', 'board', 'refer').passenger();
  const [open] = passenger.referrals;
  if (open === undefined) throw new TypeError('a referral');
  expect(settle(passenger, open, 'soften')).toMatchObject({ own: 'board', combined: 'board' });
  expect(settle({ ...passenger, officer: disposition('refuse') }, open, 'soften')).toMatchObject({ own: 'refuse' });
  for (const looked of ['keep', 'noted', 'meet-on-arrival']) {
    expect(settle(passenger, open, looked)).toEqual({
      referral,
      subject,
      request: record.transaction,
      outcome: looked,
    });
  }
});

test('the carrier is told what he does not know yet, together with the entry of it', async () => {
  const of = new Journey('refer', undefined, 'refer');
  const { fire, sent } = nodeOf(of);
  await fire('board');
  expect(sent).toEqual([
    {
      asked: { lodgement, journey, subject },
      combined: 'board',
      beside: [expect.objectContaining({ kind: 'travel.settled' })],
    },
  ]);
  expect(of.passenger()).toMatchObject({
    referrals: [],
    officer: 'board',
    dialogue: { word: { disposition: 'board' } },
  });
});

test('a second firing finds nothing left to do', async () => {
  const of = new Journey('refer', undefined, 'refer');
  const { fire, sent } = nodeOf(of);
  await fire('board');
  const { length } = of.entries;
  await fire('refuse');
  expect(sent).toHaveLength(1);
  expect(of.entries).toHaveLength(length);
});

test.each([
  ['he was told just that', 'refuse', new Journey('refer', undefined, 'refuse')],
  ['he was told nothing yet', 'board', new Journey('refer', undefined, undefined)],
  ['the partner’s word holds anyway', 'board', new Journey('refer', 'refuse', 'refuse')],
  ['the officer only looked', 'noted', new Journey('refer', undefined, 'refer')],
])('the carrier is told nothing when %s, and the referral is settled', async (_why, outcome, of) => {
  const { fire, sent } = nodeOf(of);
  const before = of.passenger().dialogue.word?.disposition;
  await fire(outcome);
  expect(sent).toEqual([]);
  expect(of.passenger().referrals).toEqual([]);
  expect(of.passenger().history.at(-1)?.what).toBe('settled');
  if (outcome === 'noted') expect(of.passenger().dialogue.word?.disposition).toBe(before);
});

test.each([ok(false), err({ code: 'LED-0101', origin: 'node', severity: 'error', parameters: {} } as const)])(
  'where the answer was another node’s, or cannot be corrected, the journey is settled all the same: %o',
  async (here) => {
    const of = new Journey('refer', undefined, 'refer');
    const { fire, sent } = nodeOf(of, here);
    await fire('board');
    expect(sent).toHaveLength(1);
    expect(of.passenger()).toMatchObject({ referrals: [], dialogue: { word: { disposition: 'board' } } });
  },
);

test('an outcome on what was superseded changes no word, and the carrier is told nothing', async () => {
  const of = new Journey('refer', undefined, 'refer');
  of.put('travel.lodged', { record: { ...record, transaction: 'NEWER', function: 'change-passenger' }, findings: [] });
  const { fire, sent } = nodeOf(of);
  const { dialogue } = of.passenger();
  await fire('board');
  expect(sent).toEqual([]);
  expect(of.passenger()).toMatchObject({ dialogue, referrals: [] });
  expect(of.passenger().officer).toBeUndefined();
  expect(of.state().findings.at(-1)?.code).toBe('TRV-0301');
});

test('data that are none, a journey or a passenger that there is not, and another timer do nothing', async () => {
  const of = new Journey('refer', undefined, 'refer');
  const { fire, sent, access, timer } = nodeOf(of);
  const { length } = of.entries;
  await fire('board', { subject: 'NOBODY' });
  await fire('board', { about: 'd'.repeat(32) });
  await fire('board', { about: 'nowhere' });
  await fire('board', { about: 7 });
  expect(await due({ ...timer('board'), action: 'travel.other' }, referral, access)).toEqual({
    drafts: [],
    timers: [],
  });
  expect(await due(timer('board'), journey, access)).toEqual({ drafts: [], timers: [] });
  expect(sent).toEqual([]);
  expect(of.entries).toHaveLength(length);
});
