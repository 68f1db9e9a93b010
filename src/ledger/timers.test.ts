import { describe, expect, test } from 'vitest';
import { type AggregateId, type Fold, instant, type Recorded } from '#kernel';
import { type OpenTimer, OpenTimers, timerClosedSchema, timerSetSchema, timersFold } from './timers.ts';

const a = 'a'.repeat(32) as AggregateId;
const b = 'b'.repeat(32) as AggregateId;
let version = 0;
const recorded = (kind: string, data: unknown, aggregate = a, at = 0): Recorded => {
  version += 1;
  return { aggregate, version, at: instant(at), kind, reality: 'live', data };
};
const set = (key: string, dueAt: number, aggregate = a): Recorded =>
  recorded('timer.set', { part: 'travel', key, dueAt: instant(dueAt), action: 'late', data: { key } }, aggregate);
const fired = (key: string, aggregate = a): Recorded => recorded('timer.fired', { key }, aggregate);
const cancelled = (key: string, aggregate = a): Recorded => recorded('timer.cancelled', { key }, aggregate);

const folded = <State>(fold: Fold<State>, entries: readonly Recorded[]): State =>
  entries.reduce<State>((state, entry) => fold.apply(state, entry), fold.initial);

/** All open timers, fed entry by entry. */
class Fed extends OpenTimers {
  readonly #states = new Map<AggregateId, readonly OpenTimer[]>();
  apply(entry: Recorded): void {
    const after = timersFold.apply(this.#states.get(entry.aggregate) ?? timersFold.initial, entry);
    this.#states.set(entry.aggregate, after);
    this.put(entry.aggregate, after);
  }
}

describe('timers', () => {
  test('of one aggregate: set, replaced, fired, cancelled; anything else leaves the state as it is', () => {
    const keys = (entries: Recorded[]) => folded(timersFold, entries).map((one) => [one.key, one.dueAt]);
    expect(keys([set('k', 5), set('l', 6)])).toEqual([
      ['k', 5],
      ['l', 6],
    ]);
    expect(keys([set('k', 5), set('k', 7)])).toEqual([['k', 7]]);
    expect(keys([set('k', 5), fired('k')])).toEqual([]);
    expect(keys([set('k', 5), set('l', 5), cancelled('k')])).toEqual([['l', 5]]);
    const state = folded(timersFold, [set('k', 5)]);
    expect(timersFold.apply(state, recorded('other', { key: 'k' }))).toBe(state);
    expect(timersFold.apply(state, fired('none'))).toBe(state);
    expect(state[0]).toMatchObject({ aggregate: a, part: 'travel', action: 'late', data: { key: 'k' } });
  });

  test('of all aggregates: the earliest first, equal ones by aggregate and key, open until closed', () => {
    const timers = new Fed();
    expect([timers.size, timers.nextAt(), timers.due(instant(100), 10)]).toEqual([0, undefined, []]);
    const entries = [set('k', 30), set('l', 10), set('k', 20, b), set('m', 10, b), set('a', 10), recorded('other', {})];
    for (const entry of entries) timers.apply(entry);
    const due = (now: number, limit = 10) =>
      timers.due(instant(now), limit).map((one) => `${one.aggregate[0]} ${one.key}`);
    expect(timers.size).toBe(5);
    expect(timers.nextAt()).toBe(10);
    expect(due(9)).toEqual([]);
    expect(due(10)).toEqual(['a a', 'a l', 'b m']);
    expect(due(10, 2)).toEqual(['a a', 'a l']);
    expect(due(10, 0)).toEqual([]);
    expect(due(100)).toEqual(['a a', 'a l', 'b m', 'b k', 'a k']);
    for (const entry of [fired('a'), cancelled('m', b), set('l', 40)]) timers.apply(entry);
    expect(timers.size).toBe(3);
    expect(timers.nextAt()).toBe(20);
    expect(due(100)).toEqual(['b k', 'a k', 'a l']);
    for (const entry of [fired('k', b), fired('k'), fired('l'), fired('l')]) timers.apply(entry);
    expect([timers.size, timers.nextAt()]).toEqual([0, undefined]);
  });

  test('many, in any order, come out as a sort would give them', () => {
    const timers = new Fed();
    const dues = Array.from({ length: 300 }, (_, index) => (index * 7919) % 101);
    dues.forEach((dueAt, index) => {
      timers.apply(set(`k${String(index).padStart(3, '0')}`, dueAt));
    });
    dues.forEach((_, index) => {
      if (index % 3 === 0) timers.apply(fired(`k${String(index).padStart(3, '0')}`));
    });
    const expected = dues.flatMap((due, index) => (index % 3 === 0 ? [] : [due])).sort((x, y) => x - y);
    expect(timers.due(instant(1000), 1000).map((one) => one.dueAt)).toEqual(expected);
    expect(timers.size).toBe(200);
  });
});

test('the data of timers has the form that folds expect', () => {
  const data = { part: 'travel', key: 'k', dueAt: 5, action: 'late', data: { key: ['k'] } };
  expect(timerSetSchema.parse(data)).toEqual(data);
  for (const name of Object.keys(data)) {
    expect(timerSetSchema.safeParse({ ...data, [name]: undefined }).success).toBe(false);
  }
  expect(timerClosedSchema.parse({ key: 'k' })).toEqual({ key: 'k' });
  expect(timerClosedSchema.safeParse({}).success).toBe(false);
});
