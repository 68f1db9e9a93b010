import { describe, expect, test } from 'vitest';
import { instant, type Measure } from '#kernel';
import { foldedRegister, gaugeOf, momentOf } from './folded.ts';
import { Desk } from './testing/desk.ts';
import { at, fact, smallRegister, texts } from './testing/small.ts';

const register = smallRegister();
const now = at('2006-09-15');
const measure = (name: string, value: number | undefined, reads: string[] = []): Measure => ({
  ...{ name, title: texts(name), unit: 'share' },
  read: () => {
    reads.push(name);
    return Promise.resolve(value === undefined ? undefined : { value, of: 10 });
  },
});
const known = new Desk(now);
const moment = momentOf(known.access, {});

describe('from where one looks', () => {
  test.each([
    [{}, now, now],
    [{ asOf: '2006-08' }, at('2006-09-01') - 1, now],
    [{ known: '2006-08' }, now, at('2006-09-01') - 1],
    [{ asOf: '2006-07', known: '2006-06' }, at('2006-08-01') - 1, at('2006-07-01') - 1],
    [{ asOf: '2006-09', known: '2030-01' }, now, now],
  ])('%j', (asked, asOf, until) => {
    expect(momentOf(known.access, asked)).toEqual({ asOf, known: until });
  });

  test('the last millisecond of a month is still in it', () => {
    const last = instant(at('2006-09-01') - 1);
    expect(momentOf(new Desk(last).access, { asOf: '2006-08' }).asOf).toBe(last);
    expect(momentOf(new Desk(at('2006-09-01')).access, { asOf: '2006-08' }).asOf).toBe(last);
  });
});

test('a gauge has the time at which it was read, and no value while nothing is counted', async () => {
  expect(await gaugeOf(measure('a.b', 0.5), known.access)).toEqual({ name: 'a.b', at: now, value: 0.5, of: 10 });
  expect(await gaugeOf(measure('a.b', undefined), known.access)).toEqual({ name: 'a.b', at: now });
});

describe('the folded register', () => {
  const measuredOf = async (desk: Desk) => {
    const standings = await foldedRegister(desk.access, register, moment);
    return standings.map(({ measured }) => measured && [measured.name, measured.verdict]);
  };

  test('reads the measures that promises are tied to, once each, and no other', async () => {
    const reads: string[] = [];
    const desk = new Desk(now).hear(
      fact('targeted', { target: { name: 'test.hours', 'at-most': 4 }, reason: 'x' }),
      fact('targeted', { target: { name: 'test.hours', 'at-most': 4 }, reason: 'x' }, { milestone: 'AAA-1.2' }),
      fact('targeted', { reason: 'x' }, { milestone: 'AAA-1.3' }),
    );
    for (const [name, value] of [['test.share', 0.9] as const, ['test.hours', 5] as const, ['test.more', 1] as const])
      desk.measures.set(name, measure(name, value, reads));
    expect(await measuredOf(desk)).toEqual([
      ['test.hours', 'not-kept'],
      ['test.hours', 'not-kept'],
      undefined,
      ['test.share', 'kept'],
    ]);
    expect(reads).toEqual(['test.share', 'test.hours']);
  });

  test('a measure that the node lacks, or that counted nothing, proves nothing', async () => {
    const desk = new Desk(now);
    const waits = [undefined, undefined, undefined, ['test.share', 'not-yet-measured']];
    expect(await measuredOf(desk)).toEqual(waits);
    desk.measures.set('test.share', measure('test.share', undefined));
    expect(await measuredOf(desk)).toEqual(waits);
  });

  test('the newest word takes the place of what the view has, for its promise alone', async () => {
    const old = fact('commented', { text: 'old' });
    const other = fact('commented', { text: 'other' }, { milestone: 'AAA-1.2' });
    const fresh = fact('commented', { text: 'new' });
    const desk = new Desk(now).hear(old, other);
    const newest = { milestone: 'AAA-1.1', facts: [fresh] };
    const facts = (await foldedRegister(desk.access, register, momentOf(desk.access, {}), newest)).map(
      (one) => one.facts,
    );
    const late = [[fresh], [other], [], []];
    expect(facts).toEqual(late);
    const before = await foldedRegister(desk.access, register, moment);
    expect(before.map((one) => one.facts)).toEqual([[old], [other], [], []]);
  });
});
