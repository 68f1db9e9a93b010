import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aggregateId, instant, type Recorded } from '#kernel';
import { conformance, registerFold, registerKey } from './register.ts';

const aggregate = aggregateId('a'.repeat(32));
if (aggregate === undefined) throw new TypeError('an aggregate');
const attempt = (
  vector: string,
  passed: number,
  total: number,
  at = 1,
  kind = 'travel.certification-attempted',
): Recorded => ({
  aggregate,
  version: at,
  at: instant(at),
  kind,
  reality: 'live',
  data: { vector, passed, total },
});
const fold = (entries: readonly Recorded[]) => entries.reduce(registerFold.apply, registerFold.initial);

test('the latest attempt of each case counts, better or worse', () => {
  const register = fold([attempt('a', 3, 4), attempt('b', 1, 1, 2), attempt('a', 1, 4, 3)]);
  expect(register).toEqual({
    a: { vector: 'a', passed: 1, total: 4, at: 3 },
    b: { vector: 'b', passed: 1, total: 1, at: 2 },
  });
  expect(fold([attempt('a', 1, 1, 1, 'travel.other')])).toBe(registerFold.initial);
});

test('each case counts the same; one that was not tried counts nothing; only all of it is a hundred', () => {
  const register = fold([attempt('a', 2, 2), attempt('b', 1, 4)]);
  expect(conformance(register, ['a'])).toBe(100);
  expect(conformance(register, ['a', 'b'])).toBe(62);
  expect(conformance(register, ['a', 'b', 'c'])).toBe(41);
  expect(conformance(register, [])).toBe(0);
  expect(conformance(fold([attempt('a', 0, 0)]), ['a'])).toBe(0);
  expect(conformance({}, ['constructor'])).toBe(0);
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(50), fc.nat(50)), { minLength: 1, maxLength: 9 }), (scores) => {
      const tries = scores.map(([one, other], at) =>
        attempt(String(at), Math.min(one, other), Math.max(one, other, 1)),
      );
      const whole = scores.every(([one, other]) => one === other && one > 0);
      const percent = conformance(
        fold(tries),
        scores.map((_, at) => String(at)),
      );
      expect(percent === 100).toBe(whole);
      expect(percent).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('carriers are kept apart', () => {
  expect(registerKey('AC')).not.toBe(registerKey('AM'));
});
