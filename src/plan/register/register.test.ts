import { describe, expect, test } from 'vitest';
import type { Body } from '../facts/bodies.ts';
import { fact, smallRegister, texts } from '../testing/small.ts';
import { adoptedOf, dueMonth, readRegister } from './register.ts';
import { chapterSchema, dueSchema, milestoneSchema, saidSchema, targetSchema } from './schema.ts';

const register = smallRegister();
const promise = {
  key: 'CCC-1.1',
  title: texts('A promise'),
  scope: 'all',
  kind: 'agree',
  due: [],
  said: { all: { state: 'initiated' } },
  serves: { by: 'policy', reason: texts('A treaty') },
};
const chapterOf = (milestones: readonly unknown[], more: object = {}) => ({
  ...{ code: 'CCC', goal: 2, title: texts('Third') },
  initiatives: [{ key: 'CCC-1', title: texts('Its initiative'), milestones }],
  ...more,
});
const only = (more: object) =>
  readRegister(register.plan, [chapterOf([{ ...promise, ...more }])]).commitments.get('CCC-1.1');

describe('the register is read', () => {
  test('with promises in the order of the plan, each with its chapter, goal and initiative', () => {
    const where = [...register.commitments].map(([name, { key, goal, chapter, initiative }]) => {
      expect(name).toBe(key);
      return [key, goal, chapter, initiative];
    });
    expect(where).toEqual([
      ['AAA-1.1', 1, 'AAA', 'AAA-1'],
      ['AAA-1.2', 1, 'AAA', 'AAA-1'],
      ['AAA-1.3', 1, 'AAA', 'AAA-1'],
      ['BBB-1.1', 2, 'BBB', 'BBB-1'],
    ]);
  });

  test('chapters keep their initiatives without the promises', () => {
    expect(register.chapters[1]).toEqual({
      ...{ code: 'BBB', goal: 2, title: texts('Second') },
      initiatives: [{ key: 'BBB-1', title: texts('Other initiative') }],
    });
  });

  test('what the table leaves out is nothing, and no target stands where there is no measure', () => {
    const read = only({});
    expect(read).toMatchObject({ kind: 'milestone', promise: 'agree', after: [], errata: [], due: [] });
    expect(read).not.toHaveProperty('target');
    expect(only({ measure: { name: 'test.share', 'at-most': 3 } })?.target).toEqual({
      name: 'test.share',
      'at-most': 3,
    });
    expect(only({ after: ['AAA-1.1'], errata: [texts('x')] })).toMatchObject({
      after: ['AAA-1.1'],
      errata: [texts('x')],
    });
  });

  test('what is said of all is said of the pairs that are bound, and of no other', () => {
    const said = { state: 'initiated' };
    expect(only({})?.founding).toEqual({ 'US-CA': said, 'US-MX': said, 'CA-MX': said });
    expect(only({ scope: 'trilateral' })?.founding).toEqual({ 'US-CA': said, 'US-MX': said, 'CA-MX': said });
    expect(only({ scope: 'CA-MX' })?.founding).toEqual({ 'CA-MX': said });
    expect(only({ said: { 'US-MX': said } })?.founding).toEqual({ 'US-MX': said });
  });

  test('a table that does not fit crashes', () => {
    const { plan } = register;
    expect(() => readRegister(plan, [chapterOf([])])).toThrow();
    expect(() => readRegister(plan, [chapterOf([promise], { initiatives: [] })])).toThrow();
    expect(() => readRegister(plan, [chapterOf([promise], { code: 'CC' })])).toThrow();
    expect(() => readRegister({ ...plan, begins: '2005' }, [])).toThrow();
    expect(() => readRegister({ ...plan, date: '2006-02-30' }, [])).toThrow();
  });
});

test.each([
  ['key', 'CCC-1.1', 'CCC-1'],
  ['key', 'CCC-12.123', 'CCC-123.1'],
  ['key', 'CCC-1.123', 'CCC-1.1234'],
  ['key', 'CCC-1.1', 'ccc-1.1'],
  ['key', 'CCC-1.1', 'XCCC-1.1'],
  ['scope', 'trilateral', 'CA-US'],
  ['kind', 'exercise', 'promise'],
  ['title', texts('A'), { en: 'A', fr: 'A' }],
  ['title', texts('A'), { en: 'A', fr: '', es: 'A' }],
  ['said', { 'US-CA': { state: 'delayed' } }, { 'CA-US': { state: 'delayed' } }],
  ['said', { all: { state: 'completed' } }, { all: { state: 'done' } }],
  ['due', [1, 2, 3, 4].map(() => ({ before: '2008-01-01' })), [1, 2, 3, 4, 5].map(() => ({ before: '2008-01-01' }))],
  ['serves', { by: 'later', domain: 'x', note: texts('A') }, { by: 'later', domain: 'x' }],
  ['serves', { by: 'tripoint', links: [{ to: 'page', address: '/x' }] }, { by: 'tripoint', links: [] }],
  [
    'serves',
    { by: 'tripoint', links: [{ to: 'room', name: 'x' }] },
    { by: 'tripoint', links: [{ to: 'page', address: 'x' }] },
  ],
])('a milestone’s %s is not just anything', (name, right, wrong) => {
  expect(milestoneSchema.safeParse({ ...promise, [name]: right }).success).toBe(true);
  expect(milestoneSchema.safeParse({ ...promise, [name]: wrong }).success).toBe(false);
});

test('small tables have their bounds', () => {
  const due = (value: unknown) => dueSchema.safeParse(value).success;
  expect([due({ months: 1, month: '2006-01' }), due({ before: '2006-02-28' })]).toEqual([true, true]);
  expect([due({ months: 0, month: '2006-01' }), due({ months: 1.5, month: '2006-01' })]).toEqual([false, false]);
  expect([due({ months: 1, month: '2006-13' }), due({ before: '2006-02-29' }), due({})]).toEqual([false, false, false]);
  expect(targetSchema.safeParse({ name: 'x' }).success).toBe(false);
  expect(saidSchema.safeParse({ state: 'delayed', qualifier: 'oaks' }).success).toBe(false);
  const span = (text: string) =>
    saidSchema.safeParse({ state: 'delayed', forecast: { from: '2006-09', to: '2006-12', text } }).success;
  expect([span('x'.repeat(80)), span('x'.repeat(81))]).toEqual([true, false]);
  const goal = (number: number) => chapterSchema.safeParse(chapterOf([promise], { goal: number })).success;
  expect([goal(0), goal(1), goal(9), goal(10)]).toEqual([false, true, true, false]);
});

describe('what is adopted', () => {
  const body: Body<'adopted'> = {
    title: texts('New'),
    kind: 'exercise',
    promise: 'operate',
    scope: 'US-MX',
  };
  const adopted = (more: Partial<Body<'adopted'>> = {}, milestone = 'BBB-2.7') =>
    fact('adopted', { ...body, ...more }, { milestone });

  test('is a promise of the chapter that its key names, with no founding report', () => {
    expect(adoptedOf([adopted({ due: '2027-03', after: ['AAA-1.1'] })], register)).toEqual({
      ...{ key: 'BBB-2.7', kind: 'exercise', promise: 'operate', title: texts('New'), scope: 'US-MX' },
      ...{ goal: 2, chapter: 'BBB', initiative: 'BBB-2', after: ['AAA-1.1'], errata: [], founding: {} },
      due: [{ months: 0, month: '2027-03' }],
    });
    expect(adoptedOf([adopted()], register)).toMatchObject({ due: [], after: [] });
  });

  test('is what was said first; later words do not change it', () => {
    const comment = fact('commented', { text: 'x' }, { milestone: 'BBB-2.7' });
    const twice = [comment, adopted({ due: '2027-01' }), adopted({ due: '2030-01', scope: 'all' })];
    expect(adoptedOf(twice, register)).toMatchObject({ scope: 'US-MX', due: [{ month: '2027-01' }] });
  });

  test('is nothing without an adoption, or in a chapter that there is not', () => {
    expect(adoptedOf([], register)).toBeUndefined();
    expect(adoptedOf([fact('commented', { text: 'x' })], register)).toBeUndefined();
    expect(adoptedOf([adopted({}, 'ZZZ-1.1')], register)).toBeUndefined();
  });
});

test.each([
  [{ months: 12, month: '2006-06' }, '2006-06'],
  [{ before: '2008-01-01' }, '2007-12'],
  [{ before: '2008-01-02' }, '2008-01'],
  [{ before: '2008-12-31' }, '2008-12'],
  [{ before: '2008-12-01' }, '2008-11'],
])('%j is due by %s', (due, month) => {
  expect(dueMonth(due)).toBe(month);
});
