import { expect, test } from 'vitest';
import type { Fact } from '../facts/fact.ts';
import { shippedRegister } from '../register/shipped.ts';
import { at, fact, smallRegister } from '../testing/small.ts';
import { countsOf } from './counts.ts';
import { standingsOf } from './standing.ts';

const asOf = at('2006-09-30');

/** The small plan at the end of September 2006. */
const counted = (facts: readonly Fact[] = [], value?: number) =>
  countsOf(
    standingsOf({
      register: smallRegister(),
      said: [...new Set(facts.map(({ milestone }) => milestone))].map((milestone) => ({
        milestone,
        facts: facts.filter((one) => one.milestone === milestone),
      })),
      moment: { asOf, known: asOf },
      gauge: (name) => (value === undefined ? undefined : { name, at: asOf, value }),
    }),
  );

const none = { milestones: 4, done: 0, late: 2, contradicts: 1, moved: 1, stale: 0, measured: 0 };
const says = (nation: string, pair: 'US-CA' | 'US-MX', state: 'initiated' | 'completed', milestone = 'AAA-1.1') =>
  fact('self-reported', { pair, said: { state }, asOf: '2006-09' }, { nation, milestone });

test('promises are counted, and not pairs', () => expect(counted()).toEqual(none));

test('judged by a measure counts once it has counted something, whatever it says', () => {
  expect(counted([], 1)).toEqual({ ...none, measured: 1 });
  expect(counted([], 0)).toEqual({ ...none, measured: 1 });
});

test('where one pair reports otherwise, the promise as a whole does not contradict itself; its other pairs still do', () => {
  expect(counted([says('US', 'US-CA', 'initiated')])).toEqual({ ...none, contradicts: 0 });
});

test('done is done for every pair that the promise binds, in the word of both its countries', () => {
  const both = [says('US', 'US-CA', 'completed', 'AAA-1.3'), says('CA', 'US-CA', 'completed', 'AAA-1.3')];
  expect(counted(both)).toEqual({ ...none, done: 1 });
  expect(counted(both.slice(1))).toEqual(none);
});

test('the founding report as of August 2006: 106 promises, 13 of which contradict their own month', () => {
  const founded = at('2006-08-31T12:00Z');
  const moment = { asOf: founded, known: founded };
  const standings = standingsOf({ register: shippedRegister(), said: [], moment, gauge: () => undefined });
  expect(countsOf(standings)).toEqual({
    ...{ milestones: 106, done: 12, late: 41, contradicts: 13 },
    ...{ moved: 9, stale: 0, measured: 0 },
  });
  // Two more say so for one pair, whose line tells it.
  const partly = standings.filter(
    ({ flags, pairs }) => !flags.includes('contradicts') && pairs.some((pair) => pair.flags.includes('contradicts')),
  );
  expect(partly.map(({ commitment }) => commitment.key)).toEqual(['PPR-2.3', 'PPR-2.5']);
});
