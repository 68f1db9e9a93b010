import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Chance, Deck, Weighted } from './chance.ts';

/** Two to the power of 32: how many states there are, so that `below` of it gives back the number as it was drawn. */
const states = 2 ** 32;

describe('the numbers of a seed', () => {
  test('are those of the published generator, to the last bit', () => {
    // mulberry32 begins with these from 1: 0.6270739405881613 and 0.002735721180215478 of all states.
    const chance = new Chance(1);
    expect([chance.below(states), chance.below(states)]).toEqual([
      Math.round(0.6270739405881613 * states),
      Math.round(0.002735721180215478 * states),
    ]);
  });

  test('depend on its last 32 bits only, the sign among them', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        expect(new Chance(seed).below(states)).toBe(new Chance(seed + states).below(states));
      }),
    );
  });

  test('one draw a question, whatever is asked', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const asks: readonly ((chance: Chance) => unknown)[] = [
          (chance) => chance.below(3),
          (chance) => chance.between(4, 9),
          (chance) => chance.percent(0),
          (chance) => chance.perThousand(1000),
          (chance) => chance.pick(['a', 'b']),
          (chance) => chance.shuffled(['alone']),
        ];
        const plain = new Chance(seed);
        plain.below(1);
        const second = plain.below(states);
        for (const ask of asks) {
          const chance = new Chance(seed);
          ask(chance);
          expect(chance.below(states)).toBe(second);
        }
      }),
    );
  });
});

describe('what is made of a number', () => {
  test('between has both of its ends, and is the number below moved up', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: -50, max: 50 }), fc.nat(40), (seed, least, span) => {
        expect(new Chance(seed).between(least, least + span)).toBe(least + new Chance(seed).below(span + 1));
      }),
    );
    const chance = new Chance(3);
    expect(new Set(Array.from({ length: 200 }, () => chance.between(5, 7)))).toEqual(new Set([5, 6, 7]));
    expect(chance.between(9, 9)).toBe(9);
  });

  test('a share is kept below its number: of a hundred, and of a thousand', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: -1, max: 101 }), (seed, share) => {
        expect(new Chance(seed).percent(share)).toBe(new Chance(seed).below(100) < share);
        expect(new Chance(seed).perThousand(share * 10)).toBe(new Chance(seed).below(1000) < share * 10);
      }),
    );
  });

  test('a choice of nothing is a bug', () => {
    expect(() => new Chance(1).pick([])).toThrow('something to choose from');
    expect(() => new Weighted([]).pick(new Chance(1))).toThrow('something to choose from');
    expect(() => new Weighted([{ item: 'x', weight: 0 }]).pick(new Chance(1))).toThrow('something to choose from');
  });

  test('shuffling loses and adds nothing, and leaves what it was given as it was', () => {
    fc.assert(
      fc.property(fc.integer(), fc.array(fc.nat(9)), (seed, items) => {
        const before = [...items];
        const shuffled = new Chance(seed).shuffled(items);
        expect(shuffled.toSorted()).toEqual(items.toSorted());
        expect(items).toEqual(before);
      }),
    );
    const orders = new Set(
      Array.from({ length: 200 }, (_, seed) => new Chance(seed).shuffled(['a', 'b', 'c']).join('')),
    );
    expect(orders.size).toBe(6);
  });

  test('a weighted choice is the item in whose stretch the number falls', () => {
    const rows = fc.array(fc.record({ item: fc.string(), weight: fc.nat(9) }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.integer(), rows, (seed, weighted) => {
        const stretch = weighted.flatMap(({ item, weight }) => Array<string>(weight).fill(item));
        fc.pre(stretch.length > 0);
        expect(new Weighted(weighted).pick(new Chance(seed))).toBe(stretch[new Chance(seed).below(stretch.length)]);
      }),
    );
  });

  test('a deck is shuffled anew each time it is empty, and one of a single card always gives it', () => {
    const deck = new Deck([1, 2, 3, 4, 5, 6], new Chance(11));
    const rounds = Array.from({ length: 4 }, () => Array.from({ length: 6 }, () => deck.draw()).join(''));
    expect(new Set(rounds).size).toBeGreaterThan(1);
    const single = new Deck(['x'], new Chance(1));
    expect([single.draw(), single.draw()]).toEqual(['x', 'x']);
  });
});
