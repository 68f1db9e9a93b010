import { describe, expect, test } from 'vitest';
import { type AggregateId, type Fold, instant, type Recorded } from '#kernel';
import { Jobs, jobFold, jobKinds } from './jobs.ts';

const a = 'a'.repeat(32) as AggregateId;
const b = 'b'.repeat(32) as AggregateId;
let version = 0;
const recorded = (kind: string, data: unknown, aggregate = a, at = 0): Recorded => {
  version += 1;
  return { aggregate, version, at: instant(at), kind, reality: 'live', data };
};
const folded = <State>(fold: Fold<State>, entries: readonly Recorded[]): State =>
  entries.reduce<State>((state, entry) => fold.apply(state, entry), fold.initial);

describe('jobs', () => {
  const start = (id = a) => recorded('job.started', { job: 'reindex', cursor: 0 }, id, 10);
  const advance = (cursor: number, id = a) => recorded('job.advanced', { cursor, progress: cursor / 10 }, id, 20);
  const done = (id = a) => recorded('job.done', { result: 'all' }, id, 30);
  const finding = { code: 'NOD-0001', origin: 'node', severity: 'error', parameters: {} };
  const failed = (id = a) => recorded('job.failed', { finding }, id, 30);

  test('a job runs on from its cursor until it ends, and then stays ended', () => {
    const base = { id: a, job: 'reindex', startedAt: 10 };
    expect(folded(jobFold, [advance(1), done()])).toBeUndefined();
    expect(folded(jobFold, [start()])).toEqual({
      ...base,
      changedAt: 10,
      progress: 0,
      stage: 'running',
      cursor: 0,
    });
    const running = folded(jobFold, [start(), advance(3)]);
    expect(running).toEqual({ ...base, changedAt: 20, progress: 0.3, stage: 'running', cursor: 3 });
    expect(jobFold.apply(running, recorded('other', {}))).toBe(running);
    expect(folded(jobFold, [start(), advance(3), done(), advance(4), failed()])).toEqual({
      ...{ ...base, changedAt: 30, progress: 1 },
      ...{ stage: 'done', result: 'all' },
    });
    expect(folded(jobFold, [start(), advance(3), failed(), done()])).toEqual({
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

test('the data of jobs has the form that folds expect', () => {
  expect(jobKinds.started.schema.parse({ job: 'reindex', cursor: null })).toEqual({ job: 'reindex', cursor: null });
  expect(jobKinds.started.schema.safeParse({ job: 1, cursor: null }).success).toBe(false);
  expect(jobKinds.started.schema.safeParse({ job: 'reindex' }).success).toBe(false);
  expect(jobKinds.advanced.schema.safeParse({ cursor: 1, progress: 0.5 }).success).toBe(true);
  expect(jobKinds.advanced.schema.safeParse({ cursor: 1 }).success).toBe(false);
  expect(jobKinds.done.schema.safeParse({ result: [1] }).success).toBe(true);
  expect(jobKinds.done.schema.safeParse({}).success).toBe(false);
  expect(Object.values(jobKinds).map((kind) => kind.name)).toEqual([
    ...['job.started', 'job.advanced', 'job.done', 'job.failed'],
  ]);
});
