import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Ints } from './ints.ts';

test('holds what was pushed, in order, and says where it is', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), { maxLength: 300 }), (values) => {
      const ints = new Ints();
      values.forEach((value, place) => {
        expect(ints.push(value)).toBe(place);
      });
      expect(ints.length).toBe(values.length);
      values.forEach((value, place) => {
        expect(ints.at(place)).toBe(value);
      });
    }),
  );
});

test('beyond its end there is -1, within the room that it has and after it', () => {
  const ints = new Ints();
  for (const place of [0, 1, 63, 64, 1000]) expect(ints.at(place)).toBe(-1);
  ints.push(7);
  expect([ints.at(0), ints.at(1), ints.at(-1)]).toEqual([7, -1, -1]);
});
