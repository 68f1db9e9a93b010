import { describe, expect, test } from 'vitest';
import { type AggregateId, instant, type Recorded } from '#kernel';
import { combineFolds, foldEntries } from './folds.ts';
import { Jobs, jobFold } from './jobs.ts';
import { OpenTimers, timersFold } from './timers.ts';

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

describe('folds', () => {
  const count = { initial: 0, apply: (state: number) => state + 1 };
  const kinds = { initial: '', apply: (state: string, entry: Recorded) => state + entry.kind };
  test('from the beginning, or on from a state', () => {
    const entries = [recorded('x', 1), recorded('y', 1)];
    expect(foldEntries(kinds, entries)).toBe('xy');
    expect(foldEntries(kinds, entries, 'w')).toBe('wxy');
  });
  test('several walk together', () => {
    const both = combineFolds<{ count: number; kinds: string }>({ count, kinds });
    expect(both.initial).toEqual({ count: 0, kinds: '' });
    expect(foldEntries(both, [recorded('x', 1), recorded('y', 1)])).toEqual({ count: 2, kinds: 'xy' });
  });
});

describe('timers', () => {
  test('of one aggregate: set, replaced, fired, cancelled; anything else leaves the state as it is', () => {
    const keys = (entries: Recorded[]) =>
      [...foldEntries(timersFold, entries).values()].map((one) => [one.key, one.dueAt]);
    expect(keys([set('k', 5), set('l', 6)])).toEqual([
      ['k', 5],
      ['l', 6],
    ]);
    expect(keys([set('k', 5), set('k', 7)])).toEqual([['k', 7]]);
    expect(keys([set('k', 5), fired('k')])).toEqual([]);
    expect(keys([set('k', 5), set('l', 5), cancelled('k')])).toEqual([['l', 5]]);
    const state = foldEntries(timersFold, [set('k', 5)]);
    expect(timersFold.apply(state, recorded('other', { key: 'k' }))).toBe(state);
    expect(timersFold.apply(state, fired('none'))).toBe(state);
    expect(state.get('k')).toMatchObject({ aggregate: a, part: 'travel', action: 'late', data: { key: 'k' } });
  });

  test('of all aggregates: the earliest first, equal ones by aggregate and key, open until closed', () => {
    const timers = new OpenTimers();
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
    const timers = new OpenTimers();
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

describe('jobs', () => {
  const start = (id = a) => recorded('job.started', { job: 'reindex', cursor: 0 }, id, 10);
  const advance = (cursor: number, id = a) => recorded('job.advanced', { cursor, progress: cursor / 10 }, id, 20);
  const done = (id = a) => recorded('job.done', { result: 'all' }, id, 30);
  const finding = { code: 'NOD-0001', origin: 'node', severity: 'error', parameters: {} };
  const failed = (id = a) => recorded('job.failed', { finding }, id, 30);

  test('a job runs on from its cursor until it ends, and then stays ended', () => {
    const base = { id: a, job: 'reindex', startedAt: 10 };
    expect(foldEntries(jobFold, [advance(1), done()])).toBeUndefined();
    expect(foldEntries(jobFold, [start()])).toEqual({
      ...base,
      changedAt: 10,
      progress: 0,
      stage: 'running',
      cursor: 0,
    });
    const running = foldEntries(jobFold, [start(), advance(3)]);
    expect(running).toEqual({ ...base, changedAt: 20, progress: 0.3, stage: 'running', cursor: 3 });
    expect(jobFold.apply(running, recorded('other', {}))).toBe(running);
    expect(foldEntries(jobFold, [start(), advance(3), done(), advance(4), failed()])).toEqual({
      ...{ ...base, changedAt: 30, progress: 1 },
      ...{ stage: 'done', result: 'all' },
    });
    expect(foldEntries(jobFold, [start(), advance(3), failed(), done()])).toEqual({
      ...{ ...base, changedAt: 30, progress: 0.3 },
      ...{ stage: 'failed', finding },
    });
  });

  test('all of them, and those that are to be carried on', () => {
    const jobs = new Jobs();
    for (const entry of [start(b), start(), advance(2), done(b), recorded('other', {}, a)]) jobs.apply(entry);
    expect(jobs.all().map((job) => [job.id[0], job.stage])).toEqual([
      ['b', 'done'],
      ['a', 'running'],
    ]);
    expect(jobs.running().map((job) => job.id)).toEqual([a]);
  });
});
