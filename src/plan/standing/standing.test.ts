import { describe, expect, test } from 'vitest';
import type { Fact } from '../facts/fact.ts';
import { at, fact, smallRegister, texts } from '../testing/small.ts';
import { matrixOf } from './matrix.ts';
import { type Standing, standingsOf } from './standing.ts';
import type { Gauge } from './verdict.ts';

const register = smallRegister();
const founded = '2006-08-31';

interface Look {
  readonly facts?: readonly Fact[];
  readonly asOf?: string;
  readonly known?: string;
  readonly gauge?: (name: string) => Gauge | undefined;
}

function standings({ facts = [], asOf = founded, known = '2030-01-01', gauge = () => undefined }: Look = {}) {
  const milestones = [...new Set(facts.map(({ milestone }) => milestone))];
  const said = milestones.map((milestone) => ({
    milestone,
    facts: facts.filter((one) => one.milestone === milestone),
  }));
  return standingsOf({ register, said, moment: { asOf: at(asOf), known: at(known) }, gauge });
}

const of = (key: string, look: Look = {}): Standing =>
  standings(look).find(({ commitment }) => commitment.key === key) ?? expect.fail(key);
const cellsOf = (key: string, look: Look = {}): string =>
  of(key, look)
    .pairs.map(({ cell }) => cell)
    .join(' ');
const flagsOf = (key: string, look: Look = {}): string => of(key, look).flags.join(' ');
const pair = (key: string, name: string, look: Look = {}) =>
  of(key, look).pairs.find((one) => one.pair === name) ?? expect.fail(name);

describe('what the founding report says', () => {
  test('holds for each pair that it names, is unknown for one that it does not, and not applicable where nothing was promised', () => {
    expect(cellsOf('AAA-1.1')).toBe('late late late');
    expect(cellsOf('AAA-1.2')).toBe('done late unknown');
    expect(cellsOf('AAA-1.3')).toBe('moving not-applicable not-applicable');
    expect(cellsOf('BBB-1.1')).toBe('partly partly partly');
  });

  test('contradicts itself where it says "on track" past the month, and goes on doing so', () => {
    expect(flagsOf('AAA-1.1')).toBe('overdue contradicts');
    expect(flagsOf('AAA-1.1', { asOf: '2006-11-15' })).toBe('overdue contradicts');
    expect(flagsOf('AAA-1.3')).toBe('');
  });

  test('is stale ninety days after the month that it speaks of, and not a day before', () => {
    expect(flagsOf('AAA-1.3', { asOf: '2006-11-29' })).toBe('');
    expect(flagsOf('AAA-1.3', { asOf: '2006-11-30' })).toBe('stale');
    expect(pair('AAA-1.2', 'US-CA', { asOf: '2009-01-01' }).flags).toEqual([]);
  });

  test('is late from the first moment after the month, by the first of several until a part is done', () => {
    expect(flagsOf('AAA-1.3', { asOf: '2007-12-31T23:59:59Z' })).toBe('stale');
    expect(flagsOf('AAA-1.3', { asOf: '2008-01-01T00:00:00Z' })).toBe('overdue stale');
    expect(pair('AAA-1.2', 'US-MX').flags).toContain('overdue');
    const partly = fact(
      'self-reported',
      { pair: 'US-MX', said: { state: 'partially-completed' }, asOf: '2006-09' },
      { milestone: 'AAA-1.2', nation: 'MX' },
    );
    const both = [partly, { ...partly, name: 'US-AAA-1.2-9', by: { nation: 'US', person: 'Ann' } }];
    expect(pair('AAA-1.2', 'US-MX', { facts: both, asOf: '2006-09-30' }).flags).toEqual(['blocked']);
    expect(pair('AAA-1.2', 'US-MX', { facts: both, asOf: '2007-01-01' }).flags).toEqual([
      'overdue',
      'stale',
      'blocked',
    ]);
  });

  test('is moved in silence where it expects a later month than promised and nobody proposed it', () => {
    expect(pair('AAA-1.2', 'US-MX').flags).toEqual(['overdue', 'moved', 'blocked']);
    const proposal = fact(
      'proposed',
      { pairs: ['US-MX'], month: '2007-06', reason: 'late law' },
      { milestone: 'AAA-1.2' },
    );
    expect(pair('AAA-1.2', 'US-MX', { facts: [proposal], asOf: '2006-10-01' }).flags).toEqual(['overdue', 'blocked']);
    const sooner = fact(
      'forecast',
      { pair: 'US-MX', span: { from: '2006-12', to: '2006-12' }, reason: 'going well' },
      { milestone: 'AAA-1.2' },
    );
    expect(pair('AAA-1.2', 'US-MX', { facts: [sooner], asOf: '2006-10-01' }).flags).toEqual(['overdue', 'blocked']);
    expect(pair('AAA-1.2', 'US-MX', { facts: [sooner], asOf: '2006-10-01' }).expected).toMatchObject({
      by: 'US',
      saidIn: '2006-09',
    });
  });

  test('is blocked while what it waits for is not done in that pair', () => {
    expect(of('AAA-1.2').blockedBy).toEqual(['AAA-1.1']);
    const done = ['US', 'MX'].map((nation) =>
      fact('self-reported', { pair: 'US-MX', said: { state: 'completed' }, asOf: '2006-09' }, { nation }),
    );
    const look = { facts: done, asOf: '2006-10-01' };
    expect(pair('AAA-1.2', 'US-MX', look).flags).toEqual(['overdue', 'moved']);
    expect(pair('AAA-1.2', 'CA-MX', look).flags).toEqual(['overdue', 'blocked']);
    expect(of('BBB-1.1').blockedBy).toEqual([]);
  });
});

describe('what countries say since', () => {
  const says = (nation: string, state: 'completed' | 'delayed' | 'on-track', asOf = '2006-10') =>
    fact('self-reported', { pair: 'US-CA', said: { state }, asOf }, { nation, madeAt: '2006-11-02' });

  test('the lesser of two accounts is shown, and that they differ', () => {
    const look = { facts: [says('US', 'completed'), says('CA', 'delayed')], asOf: '2006-11-30' };
    expect(pair('AAA-1.1', 'US-CA', look)).toMatchObject({
      cell: 'late',
      account: { report: { by: 'CA' }, differ: true },
    });
    expect(pair('AAA-1.1', 'US-CA', look).flags).toContain('differs');
    const agreed = { facts: [says('US', 'completed'), says('CA', 'completed')], asOf: '2006-11-30' };
    expect(pair('AAA-1.1', 'US-CA', agreed)).toMatchObject({ cell: 'done', flags: [] });
  });

  test('one country alone does not make it done: for the other the leaders’ word still stands', () => {
    const look = { facts: [says('US', 'completed')], asOf: '2006-11-30' };
    expect(pair('AAA-1.1', 'US-CA', look).account).toMatchObject({ report: { by: 'report' }, differ: true });
    expect(pair('AAA-1.1', 'US-MX', look).account).toMatchObject({ report: { by: 'report' }, differ: false });
  });

  test('the last month that was spoken of counts, whenever it was said', () => {
    const later = [
      says('US', 'completed', '2006-10'),
      says('US', 'on-track', '2006-09'),
      says('CA', 'completed', '2006-10'),
    ];
    expect(pair('AAA-1.1', 'US-CA', { facts: later, asOf: '2006-11-30' }).cell).toBe('done');
    // Seen from September, October has not been.
    expect(pair('AAA-1.1', 'US-CA', { facts: later, asOf: '2006-09-30' }).cell).toBe('late');
    // And what was not yet said then is not known.
    expect(pair('AAA-1.1', 'US-CA', { facts: later, asOf: '2006-11-30', known: '2006-10-01' }).cell).toBe('late');
  });

  test('a verdict stands beside the report and never in its place', () => {
    const verdict = fact('assessed', {
      pair: 'US-CA',
      verdict: 'no-evidence',
      asOf: '2006-09',
      reason: 'nothing was shown',
    });
    const look = {
      facts: [says('US', 'completed', '2006-09'), says('CA', 'completed', '2006-09'), verdict],
      asOf: '2006-11-30',
    };
    expect(pair('AAA-1.1', 'US-CA', look)).toMatchObject({
      cell: 'done',
      assessed: { body: { verdict: 'no-evidence' } },
    });
    expect(pair('AAA-1.1', 'US-MX', look).assessed).toBeUndefined();
  });
});

describe('two signatures make a baseline', () => {
  const proposal = fact(
    'proposed',
    { pairs: ['US-CA', 'US-MX'], month: '2007-03', reason: 'the law came late' },
    { name: 'US-AAA-1.1-1' },
  );
  const signs = (nation: string, madeAt: string, month = '2007-03') =>
    fact(
      'approved',
      { proposal: 'US-AAA-1.1-1', pairs: ['US-MX', 'US-CA'], month },
      { nation, person: `${nation} minister`, madeAt },
    );

  test('for each pair both of whose countries have signed, from the second signature on', () => {
    const two = [proposal, signs('CA', '2006-10-01'), signs('US', '2006-10-05')];
    expect(pair('AAA-1.1', 'US-CA', { facts: two })).toMatchObject({
      baseline: { number: 1, month: '2007-03', reason: 'the law came late', since: at('2006-10-05') },
    });
    expect(pair('AAA-1.1', 'US-CA', { facts: two }).baseline.approvers.map(({ nation }) => nation)).toEqual([
      'US',
      'CA',
    ]);
    expect(pair('AAA-1.1', 'US-MX', { facts: two }).baseline).toMatchObject({ number: 0, month: '2006-06' });
    expect(of('AAA-1.1', { facts: two }).proposals[0]?.state).toBe('open');
    expect(of('AAA-1.1', { facts: [...two, signs('MX', '2006-10-06')] }).proposals[0]?.state).toBe('agreed');
  });

  test('the old one is never taken away, and the new one is what is late by', () => {
    const two = { facts: [proposal, signs('CA', '2006-10-01'), signs('US', '2006-10-05')], asOf: '2006-10-31' };
    expect(pair('AAA-1.1', 'US-CA', two).baselines.map(({ number, month }) => `${number} ${month}`)).toEqual([
      '0 2006-06',
      '1 2007-03',
    ]);
    expect(pair('AAA-1.1', 'US-CA', two)).toMatchObject({ cell: 'moving', flags: [] });
  });

  test('a signature under other terms is none', () => {
    const other = [proposal, signs('CA', '2006-10-01'), signs('US', '2006-10-05', '2007-04')];
    expect(pair('AAA-1.1', 'US-CA', { facts: other }).baseline.number).toBe(0);
  });

  test('a refusal by a country that is asked ends it, one by another changes nothing, and after the last signature it is too late', () => {
    const no = (nation: string, madeAt: string) =>
      fact('refused', { proposal: 'US-AAA-1.1-1', reason: 'no' }, { nation, madeAt });
    const state = (...facts: readonly Fact[]) => of('AAA-1.1', { facts: [proposal, ...facts] }).proposals[0]?.state;
    expect(state(no('MX', '2006-10-01'))).toBe('refused');
    expect(state(signs('US', '2006-10-01'), signs('CA', '2006-10-01'), no('MX', '2006-10-02'))).toBe('refused');
    expect(
      pair('AAA-1.1', 'US-CA', {
        facts: [proposal, signs('US', '2006-10-01'), signs('CA', '2006-10-01'), no('MX', '2006-10-02')],
      }).baseline.number,
    ).toBe(0);
    const all = ['US', 'CA', 'MX'].map((nation) => signs(nation, '2006-10-03'));
    expect(state(...all, no('MX', '2006-10-04'))).toBe('agreed');
    expect(state(...all, no('MX', '2006-10-02'))).toBe('refused');
    expect(state(fact('withdrawn', { proposal: 'US-AAA-1.1-1', reason: 'no' }, { nation: 'CA' }))).toBe('open');
    expect(state(fact('withdrawn', { proposal: 'US-AAA-1.1-1', reason: 'no' }))).toBe('withdrawn');
    const two = fact(
      'proposed',
      { pairs: ['CA-MX'], month: '2007-03', reason: 'x' },
      { name: 'CA-AAA-1.1-1', nation: 'CA' },
    );
    const us = fact('refused', { proposal: 'CA-AAA-1.1-1', reason: 'no' }, { nation: 'US' });
    expect(of('AAA-1.1', { facts: [two, us] }).proposals[0]?.state).toBe('open');
  });
});

describe('a verdict that is measured', () => {
  const gauge =
    (value?: number) =>
    (name: string): Gauge => ({ name, at: at(founded), ...(value === undefined ? {} : { value, of: 10 }) });

  test('follows the measure, and proves nothing before anything was counted', () => {
    expect(of('BBB-1.1').measured?.verdict).toBe('not-yet-measured');
    expect(of('BBB-1.1', { gauge: gauge() }).measured?.verdict).toBe('not-yet-measured');
    expect(of('BBB-1.1', { gauge: gauge(0.9) }).measured).toMatchObject({ verdict: 'kept', value: 0.9, of: 10 });
    expect(of('BBB-1.1', { gauge: gauge(0.89) }).measured?.verdict).toBe('not-kept');
    expect(of('AAA-1.1', { gauge: gauge(1) }).measured).toBeUndefined();
  });

  test('may be tied to another target, or to none', () => {
    const tie = (target?: { name: string; 'at-most': number }) =>
      fact(
        'targeted',
        { reason: 'agreed in session', ...(target === undefined ? {} : { target }) },
        { milestone: 'BBB-1.1' },
      );
    const looser = [tie({ name: 'test.share', 'at-most': 0.5 })];
    expect(of('BBB-1.1', { gauge: gauge(0.4), facts: looser }).measured?.verdict).toBe('kept');
    expect(of('BBB-1.1', { gauge: gauge(0.6), facts: looser }).measured?.verdict).toBe('not-kept');
    expect(of('BBB-1.1', { gauge: gauge(0.6), facts: [...looser, tie()] }).measured).toBeUndefined();
  });
});

test('what was adopted later stands after what was shipped, in its chapter, and one of an unknown chapter nowhere', () => {
  const adopt = (milestone: string, due?: string) =>
    fact(
      'adopted',
      {
        title: texts('A joint exercise'),
        kind: 'exercise',
        promise: 'exercise',
        scope: 'CA-MX',
        ...(due === undefined ? {} : { due }),
      },
      { milestone, madeAt: '2026-01-05' },
    );
  const all = standings({
    facts: [adopt('BBB-9.2'), adopt('BBB-9.1', '2027-05'), adopt('ZZZ-1.1')],
    asOf: '2026-11-24',
  });
  expect(all.map(({ commitment }) => commitment.key)).toEqual([
    'AAA-1.1',
    'AAA-1.2',
    'AAA-1.3',
    'BBB-1.1',
    'BBB-9.1',
    'BBB-9.2',
  ]);
  const own = all.find(({ commitment }) => commitment.key === 'BBB-9.1');
  expect(own?.commitment).toMatchObject({ chapter: 'BBB', goal: 2, initiative: 'BBB-9', kind: 'exercise' });
  expect(own?.pairs.map(({ cell, baseline }) => `${cell} ${baseline.month ?? '-'}`)).toEqual([
    'not-applicable 2027-05',
    'not-applicable 2027-05',
    'unknown 2027-05',
  ]);
});

test('the matrix counts every promise of a chapter once for each pair', () => {
  const matrix = matrixOf(standings());
  expect(matrix.map(({ chapter, pair: name }) => `${chapter} ${name}`)).toEqual([
    'AAA US-CA',
    'AAA US-MX',
    'AAA CA-MX',
    'BBB US-CA',
    'BBB US-MX',
    'BBB CA-MX',
  ]);
  for (const { chapter, counts } of matrix) {
    const sum = Object.values(counts).reduce((total, count) => total + count, 0);
    expect(sum).toBe(chapter === 'AAA' ? 3 : 1);
  }
  expect(matrix[0]).toEqual({
    chapter: 'AAA',
    pair: 'US-CA',
    counts: { done: 1, partly: 0, moving: 1, late: 1, unknown: 0, 'not-applicable': 0 },
    contradicts: 1,
  });
});
