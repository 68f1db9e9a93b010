import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AggregateId, aggregateId, invariant } from '#kernel';
import { Listings } from './listings.ts';

const named = (number: number): AggregateId => {
  const found = aggregateId(number.toString(16).padStart(32, '0'));
  invariant(found !== undefined, 'an aggregate of the test');
  return found;
};
const [one, two] = [named(1), named(2)];

test('a slot of which nothing was heard is empty', () => {
  const listings = new Listings();
  expect([listings.of('live queue').size, listings.size, listings.unkept]).toEqual([0, 0, 0]);
  expect([listings.all(), listings.news()]).toEqual([[], []]);
});

test('states stand by slot and aggregate; the last one counts, and none takes it off', () => {
  const listings = new Listings();
  listings.put('a', one, 1);
  listings.put('a', two, 2);
  listings.put('b', one, 3);
  listings.put('a', one, 4);
  expect([...listings.of('a')]).toEqual([
    [one, 4],
    [two, 2],
  ]);
  expect([listings.size, listings.unkept]).toEqual([3, 3]);
  listings.put('a', one, undefined);
  expect(listings.of('a').has(one)).toBe(false);
  expect([listings.size, listings.unkept]).toEqual([2, 3]);
});

test('false, nought and the empty text are states like others', () => {
  const listings = new Listings();
  for (const [at, state] of [false, 0, ''].entries()) listings.put('a', named(at), state);
  expect([...listings.of('a').values()]).toEqual([false, 0, '']);
  expect(listings.news().map(([, , state]) => state)).toEqual([false, 0, '']);
});

test('news are told once, and tell what is listed no more as null', () => {
  const listings = new Listings();
  listings.put('a', one, 1);
  listings.put('a', two, 2);
  listings.put('a', two, undefined);
  expect(listings.news()).toEqual([
    ['a', one, 1],
    ['a', two, null],
  ]);
  expect([listings.unkept, listings.news()]).toEqual([0, []]);
  listings.put('b', one, 5);
  expect(listings.news()).toEqual([['b', one, 5]]);
});

test('what all are told is news no more; what a snapshot brings never was', () => {
  const listings = new Listings();
  listings.put('a', one, 1);
  expect(listings.all()).toEqual([['a', one, 1]]);
  expect(listings.news()).toEqual([]);
  listings.load([
    ['a', one, null],
    ['a', two, 7],
  ]);
  expect([...listings.of('a')]).toEqual([[two, 7]]);
  expect(listings.unkept).toBe(0);
});

test('slots are found by their end alone', () => {
  const listings = new Listings();
  for (const slot of ['live timers', 'exercise timers', 'timers live']) listings.put(slot, one, slot);
  expect(listings.ending(' timers').map((states) => states.get(one))).toEqual(['live timers', 'exercise timers']);
  expect(listings.ending('none')).toEqual([]);
});

test('a snapshot and the news after it, wherever it is cut, hold what the listings hold', () => {
  const puts = fc.array(
    fc.tuple(fc.constantFrom('a', 'b'), fc.nat(4).map(named), fc.option(fc.nat(9), { nil: undefined })),
  );
  const plain = (listings: Listings) =>
    ['a', 'b'].map((slot) => [...listings.of(slot)].toSorted(([first], [second]) => (first < second ? -1 : 1)));
  fc.assert(
    fc.property(puts, puts, (before, after) => {
      const [listings, restored] = [new Listings(), new Listings()];
      for (const put of before) listings.put(...put);
      restored.load(listings.all());
      for (const put of after) listings.put(...put);
      restored.load(listings.news());
      expect(plain(restored)).toEqual(plain(listings));
      expect(restored.size).toBe(listings.size);
    }),
  );
});
