import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAsked } from '../pages/referrals.tsx';
import { nextKey } from '../plan/new.tsx';
import { deedsFor } from '../plan/proposals.tsx';
import type { PairShape, ProposalShape, RowShape } from '../plan/shapes.ts';
import { timelineRow } from '../plan/timeline.tsx';
import { purposeOf } from '../session.ts';
import type { ReferralShape } from '../shapes.ts';
import { loadsOf } from './load.tsx';
import { homeOf, homes } from './pick.ts';

const due = Date.UTC(2026, 10, 24, 10);
const referral = (claimedBy?: string, dueAt = '2026-11-24T10:00:00Z'): ReferralShape => ({
  ...{ referral: 'r', kind: 'k', about: 'a', subject: 's', ports: [], openedBy: 'decision', openedAt: dueAt },
  ...{ dueAt, escalated: false },
  ...(claimedBy === undefined ? {} : { claimedBy }),
});

describe('which home somebody has', () => {
  const never = (): boolean => false;
  test('that of the first role that has one', () => {
    for (const home of homes) expect(homeOf(['nobody-knows', home, 'officer'], never)).toBe(home);
    expect(homeOf(['watch-officer'], never)).toBe('supervisor');
    expect(homeOf(['demonstration', 'officer'], () => true)).toBe('everybody');
  });
  test.each([
    [['plan.sign', 'plan.carry'], 'commissioner'],
    [['plan.carry', 'plan.assess'], 'secretariat'],
    [['plan.assess', 'carrier.messages'], 'auditor'],
    [['carrier.messages', 'casework.work'], 'carrier'],
    [['casework.work', 'api.metrics'], 'officer'],
    [['api.metrics', 'plan.read'], 'operator'],
    [['plan.read'], 'everybody'],
  ])('of roles that are a country’s own, %o make it that of the %s', (mayDo, home) => {
    expect(homeOf(['garde'], (permission) => mayDo.includes(permission))).toBe(home);
  });
});

describe('who holds what', () => {
  test('the fullest desk stands first, equal ones by name; what nobody holds counts for none', () => {
    const all = [referral('Roy'), referral('Ito'), referral(), referral('Roy'), referral('Ade')];
    expect(loadsOf(all, due)).toEqual([
      { officer: 'Roy', holds: 2, late: 0 },
      { officer: 'Ade', holds: 1, late: 0 },
      { officer: 'Ito', holds: 1, late: 0 },
    ]);
    expect(loadsOf([referral()], due)).toEqual([]);
  });
  test('one is late when its time is over, not before', () => {
    const late = (now: number) => loadsOf([referral('Roy'), referral('Roy', '2026-11-25T10:00:00Z')], now)[0]?.late;
    expect([late(due - 1), late(due), late(due + 1)]).toEqual([0, 0, 1]);
  });
  test('every held referral is counted once', () => {
    const holder = fc.option(fc.constantFrom('Roy', 'Ito', 'Ade'), { nil: undefined });
    fc.assert(
      fc.property(fc.array(holder), (holders) => {
        const loads = loadsOf(
          holders.map((one) => referral(one)),
          due,
        );
        const sum = loads.reduce((total, { holds }) => total + holds, 0);
        expect(sum).toBe(holders.filter((one) => one !== undefined).length);
        expect(new Set(loads.map(({ officer }) => officer)).size).toBe(loads.length);
      }),
    );
  });
});

describe('which referrals an address asks for', () => {
  const asked = (query: string, one: ReferralShape, now = due) =>
    isAsked(one, new URLSearchParams(query), { person: 'Ruiz', now });
  test.each([
    ['', 'Roy', true],
    ['', undefined, true],
    ['desk=me', 'Ruiz', true],
    ['desk=me', 'Roy', false],
    ['desk=me', undefined, false],
    ['desk=nobody', undefined, true],
    ['desk=nobody', 'Ruiz', false],
    ['desk=Roy', 'Roy', true],
    ['desk=Roy', 'Ruiz', false],
  ])('%j, held by %s: %s', (query, holder, holds) => expect(asked(query, referral(holder))).toBe(holds));
  test('late ones are those whose time is over, of one desk too', () => {
    expect([due - 1, due, due + 1].map((now) => asked('late', referral(), now))).toEqual([false, false, true]);
    expect(asked('late&desk=Roy', referral('Roy'), due + 1)).toBe(true);
    expect(asked('late&desk=Roy', referral('Ito'), due + 1)).toBe(false);
    expect(asked('late&desk=Roy', referral('Roy'), due)).toBe(false);
  });
});

test.each([
  [['carrier'], 'own-lodgement'],
  [['auditor'], 'audit'],
  [['demonstration'], 'demonstration'],
  [['officer', 'auditor', 'carrier'], 'audit'],
  [['officer'], 'border-check'],
  [[], 'border-check'],
])('roles %o name the purpose %s', (roles, purpose) => expect(purposeOf(roles, 'border-check')).toBe(purpose));

describe('what may be done with a proposal', () => {
  const proposal = (more: Partial<ProposalShape> = {}): ProposalShape => ({
    ...{ proposal: 'p', pairs: ['US-CA'], month: '2007-06', reason: 'r', nation: 'US', person: 'Lee', at: 0 },
    ...{ state: 'open', signed: [], missing: ['CA'] },
    ...more,
  });
  const person = (country: string, mayDo = ['plan.sign', 'plan.report'], name = 'Ruiz') => ({
    ...{ country, name, may: (permission: string) => mayDo.includes(permission) },
  });
  test('the country that is asked signs or refuses; the one that proposed withdraws', () => {
    expect(deedsFor(proposal(), person('CA'))).toEqual(['sign', 'refuse']);
    expect(deedsFor(proposal(), person('US'))).toEqual(['withdraw']);
    expect(deedsFor(proposal(), person('MX'))).toEqual([]);
  });
  test('who has signed may still refuse; who may not sign does neither', () => {
    expect(deedsFor(proposal({ missing: [] }), person('CA'))).toEqual(['refuse']);
    expect(deedsFor(proposal(), person('CA', ['plan.report']))).toEqual([]);
    expect(deedsFor(proposal(), person('US', ['plan.sign']))).toEqual([]);
  });
  test('for his own country a second person signs, never who proposed', () => {
    const own = proposal({ missing: ['US', 'CA'] });
    expect(deedsFor(own, person('US'))).toEqual(['sign', 'withdraw']);
    expect(deedsFor(own, person('US', undefined, 'Lee'))).toEqual(['withdraw']);
    expect(deedsFor(own, person('CA', undefined, 'Lee'))).toEqual(['sign', 'refuse']);
  });
  test.each(['agreed', 'refused', 'withdrawn'] as const)('%s, nothing', (state) => {
    expect(deedsFor(proposal({ state }), person('CA'))).toEqual([]);
  });
});

test('the next key of an initiative follows its highest, not those of another', () => {
  expect(nextKey('TRV-1', [])).toBe('TRV-1.1');
  expect(nextKey('TRV-1', ['TRV-1.2', 'TRV-1.10', 'TRV-11.30', 'SEC-1.40'])).toBe('TRV-1.11');
});

describe('a promise on the line of time', () => {
  const pairOf = (pair: string, cell: PairShape['cell'], more: Partial<PairShape> = {}): PairShape => ({
    ...{ pair, cell, flags: [], baseline: 0 },
    ...more,
  });
  const rowOf = (...its: readonly PairShape[]) => {
    const row = { milestone: 'SEC 1', title: 'Agree', pairs: its } as unknown as RowShape;
    return timelineRow(row, '?q=1', { say: (key) => key });
  };
  test('stands as its worst pair, from the first month promised to the last expected', () => {
    const row = rowOf(
      pairOf('US-CA', 'done', { due: '2006-03', reportedFor: '2006-02' }),
      pairOf('US-MX', 'late', { firstDue: '2006-01', due: '2006-09' }),
      pairOf('CA-MX', 'moving', { due: '2006-06', expected: { from: '2007-01', to: '2007-02', by: 'CA' } }),
    );
    expect(row).toMatchObject({ label: 'SEC 1 Agree', to: '/plan/milestones/SEC%201?q=1', baseline: '2006-01' });
    expect(row.forecast).toBe('2007-02');
    expect(row.standing?.word).toBe('plan.cell.late');
    expect(row).not.toHaveProperty('done');
  });
  test('done, it ends with the pair that was done last, and nothing is forecast', () => {
    const row = rowOf(
      pairOf('US-CA', 'done', { due: '2006-03', reportedFor: '2006-05' }),
      pairOf('US-MX', 'done', { due: '2006-06', reportedFor: '2006-04' }),
      pairOf('CA-MX', 'not-applicable', { due: '2001-01' }),
    );
    expect(row).toMatchObject({ baseline: '2006-03', done: '2006-05', standing: { word: 'plan.cell.done' } });
    expect(row).not.toHaveProperty('forecast');
  });
  test('what nobody binds or dates is unknown, and a month that did not move is no forecast', () => {
    expect(rowOf()).toMatchObject({ standing: { word: 'plan.cell.unknown' } });
    expect(rowOf()).not.toHaveProperty('baseline');
    expect(rowOf(pairOf('US-CA', 'moving', { due: '2006-03' }))).not.toHaveProperty('forecast');
  });
});
