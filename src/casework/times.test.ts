import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Access, aggregateId, instant, languages, type Recorded } from '#kernel';
import { settledInTime, type Times, timesView } from './times.ts';

const referral = aggregateId('b'.repeat(32)) ?? expect.fail('an id');
const opened = { kind: 'test.hit', domain: 'test', about: 'a'.repeat(32), subject: 's1', ports: [], openedBy: 'timer' };
const decided = { by: 'A', outcome: 'cleared', reason: 'Looked.' };

const entry = (version: number, at: number, kind: string, data: unknown): Recorded => ({
  ...{ aggregate: referral, version, at: instant(at), kind, reality: 'live', data },
});
const opening = (dueAt: number, version = 1) => entry(version, 10, 'casework.referral-opened', { ...opened, dueAt });
const deciding = (at: number, version = 2) => entry(version, at, 'casework.decided', decided);
const fold = (entries: readonly Recorded[]) => entries.reduce(timesView.fold.apply, timesView.fold.initial);

const read = (all: readonly (readonly [dueAt: number, settledAt?: number | undefined])[], now = 100) => {
  const times = all.map(([dueAt, settledAt], at): readonly [string, Times] => [
    String(at),
    { dueAt: instant(dueAt), ...(settledAt === undefined ? {} : { settledAt: instant(settledAt) }) },
  ]);
  const view = (name: string) => {
    expect(name).toBe('casework.times');
    return { state: new Map(times), asOf: instant(1) };
  };
  return settledInTime.read({ now: () => instant(now), view } as unknown as Access);
};

describe('the two times of a referral', () => {
  test('when it had to be settled, and when it was', () => {
    expect(fold([])).toBeUndefined();
    expect(fold([opening(50)])).toEqual({ dueAt: 50 });
    expect(fold([opening(50), deciding(40)])).toEqual({ dueAt: 50, settledAt: 40 });
  });

  test('the first opening and the first settlement hold', () => {
    expect(fold([opening(50), opening(90, 2)])).toEqual({ dueAt: 50 });
    expect(fold([opening(50), deciding(40), deciding(60, 3)])).toEqual({ dueAt: 50, settledAt: 40 });
    expect(fold([opening(50), deciding(0), deciding(60, 3)])).toEqual({ dueAt: 50, settledAt: 0 });
  });

  test('what was never opened is not settled, nor opened by a later entry', () => {
    expect(fold([deciding(40)])).toBeUndefined();
    expect(fold([opening(50, 2)])).toBeUndefined();
  });

  test('a step between changes neither', () => {
    const steps = ['casework.claimed', 'casework.released'].map((kind) => entry(2, 20, kind, { by: 'A' }));
    expect(fold([opening(50), ...steps, entry(4, 51, 'casework.escalated', {})])).toEqual({ dueAt: 50 });
  });

  test('the view hears of openings and settlements only', () => {
    const kinds = ['referral-opened', 'decided', 'claimed', 'released', 'escalated', 'referred'];
    expect(kinds.filter((kind) => timesView.hears(`casework.${kind}`))).toEqual(['referral-opened', 'decided']);
    expect(timesView.hears('decided')).toBe(false);
    expect(timesView.name).toBe('casework.times');
  });
});

describe('settled within the target time', () => {
  test('is a share, shown with the referrals, and said in three languages', () => {
    const { name, unit, page, title } = settledInTime;
    expect([name, unit, page]).toEqual(['casework.settled-in-time', 'share', '/referrals']);
    expect(new Set(languages.map((language) => title[language])).size).toBe(3);
  });

  test('says nothing while nothing is ripe', async () => {
    expect(await read([])).toBeUndefined();
    expect(await read([[101]])).toBeUndefined();
  });

  test('one that is due now and not settled counts against it; a millisecond before it does not count', async () => {
    expect(await read([[100]])).toEqual({ value: 0, of: 1 });
    expect(await read([[100]], 99)).toBeUndefined();
  });

  test('settled in the millisecond when it is due is in time; one later is not', async () => {
    expect(await read([[50, 49]])).toEqual({ value: 1, of: 1 });
    expect(await read([[50, 50]])).toEqual({ value: 1, of: 1 });
    expect(await read([[50, 51]])).toEqual({ value: 0, of: 1 });
  });

  test('settled before it is due counts at once', async () => {
    expect(await read([[1000, 20]])).toEqual({ value: 1, of: 1 });
    expect(await read([[1000, 20], [1000]])).toEqual({ value: 1, of: 1 });
  });

  test('is what was kept of what is ripe', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(fc.integer({ min: 0, max: 200 }), fc.option(fc.integer({ min: 0, max: 200 }), { nil: undefined })),
        ),
        async (all) => {
          const [kept, broken] = [
            all.filter(([dueAt, settledAt = 201]) => settledAt <= dueAt).length,
            all.filter(([dueAt, settledAt]) => (settledAt === undefined ? dueAt <= 100 : settledAt > dueAt)).length,
          ];
          const of = kept + broken;
          expect(await read(all)).toEqual(of === 0 ? undefined : { value: kept / of, of });
        },
      ),
    ));
});
