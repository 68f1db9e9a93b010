import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Stretch, shortest, Walk } from './walk.ts';

const posts = fc
  .uniqueArray(fc.integer({ min: 0, max: 40_000 }), { minLength: 1, maxLength: 60 })
  .map((names) => Int32Array.from(names.toSorted((a, b) => a - b)));
const stretch: fc.Arbitrary<Stretch> = fc
  .tuple(posts, fc.integer({ min: 1, max: 900 }), fc.nat(5), fc.nat(5))
  .map(([all, weight, skip, leave]) => {
    const from = Math.min(skip, all.length);
    return { posts: all, from, to: Math.max(from, all.length - leave), weight };
  });

function sumsOf(stretches: readonly Stretch[]): Map<number, number> {
  const sums = new Map<number, number>();
  for (const { posts: all, from, to, weight } of stretches) {
    for (const name of all.subarray(from, to)) sums.set(name, (sums.get(name) ?? 0) + weight);
  }
  return sums;
}

test('where few are walked all are kept that are allowed', () => {
  fc.assert(
    fc.property(fc.array(stretch, { maxLength: 8 }), (stretches) => {
      const all = [...sumsOf(stretches).keys()].toSorted((a, b) => a - b);
      const walk = new Walk(500);
      const best = (allowed: (name: number) => boolean) => [...walk.best(stretches, allowed)].toSorted((a, b) => a - b);
      expect(best(() => true)).toEqual(all);
      expect(best((name) => name % 2 === 0)).toEqual(all.filter((name) => name % 2 === 0));
    }),
  );
});

test('where many are walked the highest sums are kept, give or take an eighth of a weight', () => {
  fc.assert(
    fc.property(
      fc.array(stretch, { minLength: 4, maxLength: 12 }),
      fc.integer({ min: 1, max: 9 }),
      (stretches, keep) => {
        const sums = sumsOf(stretches);
        const kept = [...new Walk(keep).best(stretches, () => true)];
        expect(kept.length).toBeLessThanOrEqual(2 * keep);
        expect(kept.length).toBeGreaterThanOrEqual(Math.min(keep, sums.size));
        const bucketsOf = (values: readonly number[]) =>
          values
            .toSorted((a, b) => b - a)
            .slice(0, keep)
            .map((sum) => sum >> 3);
        expect(bucketsOf(kept.map((name) => sums.get(name) ?? 0))).toEqual(bucketsOf([...sums.values()]));
      },
    ),
  );
});

test('the shortest stretches are walked, up to a bound', () => {
  const of = (length: number): Stretch => ({ posts: new Int32Array(length), from: 0, to: length, weight: 1 });
  const lengths = (all: number[], most: number) => shortest(all.map(of), most).map(({ to }) => to);
  expect(lengths([5, 1, 3], 9)).toEqual([1, 3, 5]);
  expect(lengths([5, 1, 3], 8)).toEqual([1, 3]);
  expect(lengths([5, 4], 4)).toEqual([4]);
  expect(lengths([9, 7], 4)).toEqual([4]);
  expect(lengths([], 4)).toEqual([]);
});
