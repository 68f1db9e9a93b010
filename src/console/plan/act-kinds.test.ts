import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { actAddress } from './act-address.ts';
import { faultsOf } from './act-faults.ts';
import { actKinds, numberIn, ofProposal, type Values } from './act-kinds.ts';
import { stepFrom } from './matrix.tsx';
import { isPast, momentQuery, renewsPlan } from './moment.ts';
import { isMonth, lastMonth, monthInWords, monthOf, monthsBetween } from './month.tsx';
import type { MilestoneShape } from './shapes.ts';

const story = {
  proposals: [
    { proposal: 'p-0', pairs: ['US-MX'], month: '2007-01', reason: 'other' },
    { proposal: 'p-1', pairs: ['US-CA', 'CA-MX'], month: '2007-06', reason: 'late parts' },
  ],
} as unknown as MilestoneShape;
const kind = (name: string) => {
  const found = actKinds.find((one) => one.name === name);
  if (found === undefined) throw new RangeError(name);
  return found;
};
const said: Values = {
  ...{ pair: 'US-CA', pairs: ' US-CA  CA-MX ', month: ' 2007-06 ', asOf: '2006-12 ', state: 'delayed' },
  ...{ reason: ' it rained ', title: ' A photograph ', note: ' seen ', text: ' well ', verdict: 'limited' },
  ...{ measure: 'travel.x', bound: 'at-most', number: '95 %', proposal: 'p-1' },
};

describe('what is sent', () => {
  test.each<[string, unknown]>([
    ['propose', { pairs: ['US-CA', 'CA-MX'], month: '2007-06', reason: 'it rained' }],
    ['report', { pair: 'US-CA', said: { state: 'delayed' }, asOf: '2006-12' }],
    ['forecast', { pair: 'US-CA', span: { from: '2007-06', to: '2007-06' }, reason: 'it rained' }],
    ['evidence', { title: 'A photograph', note: 'seen' }],
    ['assess', { pair: 'US-CA', verdict: 'limited', asOf: '2006-12', reason: 'it rained' }],
    ['tie', { target: { name: 'travel.x', 'at-most': 0.95 }, reason: 'it rained' }],
    ['comment', { text: 'well' }],
    ['sign', { proposal: 'p-1', pairs: ['US-CA', 'CA-MX'], month: '2007-06' }],
    ['refuse', { proposal: 'p-1', reason: 'it rained' }],
    ['withdraw', { proposal: 'p-1', reason: 'it rained' }],
  ])('to %s', (name, body) => expect(kind(name).bodyOf(said, story)).toEqual(body));
  test('what is optional is sent when it was given', () => {
    const expected = { state: 'delayed', forecast: { from: '2008-01', to: '2008-01' } };
    expect(kind('report').bodyOf({ ...said, expected: ' 2008-01' }, story)).toMatchObject({ said: expected });
    expect(kind('evidence').bodyOf({ ...said, address: ' /a ' }, story)).toMatchObject({ address: '/a' });
    expect(kind('evidence').bodyOf({ ...said, address: '  ' }, story)).not.toHaveProperty('address');
  });
  test('a bound that nobody chose is the least, and an empty form names no pair', () => {
    expect(kind('tie').bodyOf({ measure: 'm', number: '3' }, story)).toMatchObject({
      target: { name: 'm', 'at-least': 3 },
    });
    expect(kind('propose').bodyOf({}, story)).toEqual({ pairs: [], month: '', reason: '' });
  });
  test('names, keys and permissions are each act’s own', () => {
    expect(new Set(actKinds.map(({ name }) => name)).size).toBe(actKinds.length);
    expect(new Set(actKinds.map(({ where }) => where)).size).toBe(actKinds.length);
    const keys = actKinds.flatMap(({ key }) => key ?? []);
    expect(new Set(keys).size).toBe(keys.length);
    expect(actKinds.filter(({ permission }) => permission === 'plan.sign').map(({ name }) => name)).toEqual([
      'sign',
      'refuse',
    ]);
    expect([...ofProposal].every((name) => kind(name).own)).toBe(true);
    expect(actKinds.filter(({ own }) => !own).map(({ name }) => name)).toEqual([
      'evidence',
      'assess',
      'tie',
      'comment',
    ]);
  });
});

describe('numbers as people write them', () => {
  test.each([
    ['95 %', 0.95],
    ['95%', 0.95],
    ['97,5 %', 0.975],
    ['0,5', 0.5],
    ['1 200', 1200],
    ['1\u00A0200', 1200],
    ['-3', -3],
    ['3', 3],
  ])('%j is %d', (written, value) => expect(numberIn(written)).toBeCloseTo(value, 12));
  test.each(['x', '', ' ', '%', ' % ', '1,2,3', '5 % %', '%5'])('%j is none', (written) =>
    expect(numberIn(written)).toBeNaN(),
  );
});

describe('what is missing in a form', () => {
  const speech = { say: (key: string) => key } as Parameters<typeof faultsOf>[2];
  const fields = (name: string, values: Values) => faultsOf(kind(name), values, speech).map(({ text }) => text);
  test('everything that is asked, save what is optional', () => {
    expect(faultsOf(kind('report'), {}, speech)).toEqual([
      { field: 'ask-pair', text: 'plan.ask.pair.missing' },
      { field: 'ask-state', text: 'plan.ask.state.missing' },
      { field: 'ask-asOf', text: 'plan.ask.month.missing' },
    ]);
    expect(fields('sign', {})).toEqual([]);
    expect(fields('report', { ...said, expected: ' ' })).toEqual([]);
    expect(fields('comment', { text: ' \n' })).toEqual(['plan.ask.words.missing']);
  });
  test('a month and a number must be one, also where they are optional', () => {
    expect(fields('report', { ...said, expected: '2006-13' })).toEqual(['plan.ask.month.missing']);
    expect(fields('tie', { ...said, number: 'many' })).toEqual(['plan.ask.number.missing']);
    expect(fields('tie', { ...said, number: '1 %' })).toEqual([]);
  });
});

describe('the address of a form', () => {
  const at = { path: '/plan/milestones/SEC-1', query: new URLSearchParams('pair=US-CA&act=sign&proposal=p-1') };
  test('opens, changes and closes it, and leaves the rest of the address', () => {
    expect(actAddress(at)).toBe('/plan/milestones/SEC-1?pair=US-CA');
    expect(actAddress(at, 'comment')).toBe('/plan/milestones/SEC-1?pair=US-CA&act=comment');
    expect(actAddress(at, 'refuse', 'p 2')).toBe('/plan/milestones/SEC-1?pair=US-CA&act=refuse&proposal=p+2');
    expect(actAddress({ ...at, query: new URLSearchParams('act=sign') })).toBe(at.path);
    expect(at.query.get('act')).toBe('sign');
  });
});

describe('months', () => {
  const month = fc
    .record({ year: fc.integer({ min: 1000, max: 9999 }), month: fc.integer({ min: 1, max: 12 }) })
    .map((one) => `${one.year}-${String(one.month).padStart(2, '0')}`);
  test('the last month that is over lies one month back, every year', () => {
    fc.assert(
      fc.property(month, (one) => {
        expect(isMonth(one)).toBe(true);
        expect(monthsBetween(lastMonth(one), one)).toBe(1);
        expect(monthOf(Date.parse(`${one}-01T00:00:00Z`))).toBe(one);
      }),
    );
    expect(lastMonth('2006-01')).toBe('2005-12');
    expect(monthsBetween('2006-11', '2008-02')).toBe(15);
    expect(monthsBetween('2008-02', '2006-11')).toBe(-15);
  });
  test.each(['2006-00', '2006-13', '2006-6', '2006-06-01', 'x2006-06', ''])('%j is none, and said as it is', (text) => {
    expect(isMonth(text)).toBe(false);
    expect(monthInWords(text, 'en-CA')).toBe(text);
  });
  test('are said in each language', () => {
    expect(['en-CA', 'fr-CA', 'es-MX'].map((locale) => monthInWords('2006-06', locale))).toEqual([
      'June 2006',
      'juin 2006',
      'junio de 2006',
    ]);
  });
});

describe('the moment from which one looks', () => {
  test('goes to the node when it is a month, and is the past', () => {
    expect(momentQuery(new URLSearchParams('known=2006-07&asOf=2006-06&cell=late'))).toBe(
      '?asOf=2006-06&known=2006-07',
    );
    expect(momentQuery(new URLSearchParams('asOf=yesterday&known=2006-07'))).toBe('?known=2006-07');
    expect(isPast(new URLSearchParams('asOf=yesterday'))).toBe(false);
    expect(isPast(new URLSearchParams('asOf=2006-06'))).toBe(true);
  });
  test.each([
    ['plan.register', true],
    ['travel.flights', true],
    ['casework', true],
    ['casework.queue', true],
    ['planet', false],
    ['lodgement.list', false],
  ])('a change of %s renews it: %s', (view, renews) => expect(renewsPlan({ view })).toBe(renews));
});

describe('walking the matrix', () => {
  test.each<[string, readonly [number, number], readonly [number, number] | undefined]>([
    ['ArrowDown', [0, 0], [1, 0]],
    ['ArrowDown', [3, 0], undefined],
    ['ArrowUp', [1, 2], [0, 2]],
    ['ArrowUp', [0, 2], undefined],
    ['ArrowRight', [0, 1], [0, 2]],
    ['ArrowRight', [0, 2], undefined],
    ['ArrowLeft', [2, 1], [2, 0]],
    ['ArrowLeft', [2, 0], undefined],
    ['Enter', [1, 1], undefined],
  ])('%s from %o leads to %o', (key, at, to) => expect(stepFrom(key, at, 4)).toEqual(to));
});
