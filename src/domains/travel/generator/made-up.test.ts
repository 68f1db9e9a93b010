import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stateCode } from '#kernel';
import { Chance, Deck, Weighted } from './chance.ts';
import { numberOf } from './documents.ts';
import { familyOf, NameBook, nameOf } from './names.ts';
import { capitals, spellingOf } from './spelling.ts';
import { generatorTables } from './tables.ts';

const tables = generatorTables();

describe('chance', () => {
  test('stays within its bounds, and is the same for an equal seed', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 1_000_000 }), (seed, limit) => {
        const [one, other] = [new Chance(seed), new Chance(seed)];
        for (let at = 0; at < 20; at += 1) {
          const value = one.below(limit);
          expect(value).toBe(other.below(limit));
          expect(value >= 0 && value < limit && Number.isInteger(value)).toBe(true);
        }
      }),
    );
  });

  test('is even: of 10,000 throws of a die each side is up some 1,667 times', () => {
    const chance = new Chance(1);
    const dice = Array.from({ length: 10_000 }, () => chance.between(1, 6));
    for (let side = 1; side <= 6; side += 1) {
      expect(Math.abs(dice.filter((up) => up === side).length - 1667)).toBeLessThan(150);
    }
  });

  test('percent and per thousand: never at 0, always at the whole', () => {
    const chance = new Chance(5);
    const hundred = Array.from({ length: 300 });
    expect(hundred.some(() => chance.percent(0) || chance.perThousand(0))).toBe(false);
    expect(hundred.every(() => chance.percent(100) && chance.perThousand(1000))).toBe(true);
  });

  test('a deck hands out every card before one comes again', () => {
    fc.assert(
      fc.property(fc.integer(), fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 12 }), (seed, cards) => {
        const deck = new Deck(cards, new Chance(seed));
        for (let round = 0; round < 3; round += 1) {
          expect(new Set(cards.map(() => deck.draw()))).toEqual(new Set(cards));
        }
      }),
    );
    expect(new Deck([], new Chance(1)).draw()).toBeUndefined();
  });

  test('what weighs nothing is never picked, what weighs thrice comes thrice as often', () => {
    const items = new Weighted([
      { item: 'none', weight: 0 },
      { item: 'one', weight: 1 },
      { item: 'three', weight: 3 },
    ]);
    const chance = new Chance(9);
    const picked = Array.from({ length: 4000 }, () => items.pick(chance));
    expect(picked).not.toContain('none');
    expect(Math.abs(picked.filter((item) => item === 'three').length - 3000)).toBeLessThan(120);
  });
});

describe('names', () => {
  test.each([
    ['Guðvaldsson', 'ascii', 'GUDVALDSSON'],
    ['Møller Öztürk', 'ascii', 'MOELLER OEZTUERK'],
    ['Nguyễn Đào', 'ascii', 'NGUYEN DAO'],
    ["D'Amours-Côté", 'ascii', "D'AMOURS-COTE"],
    ['Núñez Weiß', 'latin', 'NÚÑEZ WEISS'],
    ['Łukasik', 'latin', 'LUKASIK'],
    ['Łukasik', 'any', 'ŁUKASIK'],
  ] as const)('%s is written in %s as %s', (name, spelling, written) => {
    expect(capitals(name, spelling)).toBe(written);
  });

  test('every name of the table can be written in plain capitals', () => {
    for (const { families, male, female } of tables.cultures) {
      for (const name of [...families.flatMap((one) => one.split('/')), ...male, ...female]) {
        expect(capitals(name, 'ascii'), name).toMatch(/^[A-Z][A-Z' -]*$|^'T [A-Z]+$/);
      }
    }
  });

  test('a syntax identifier says what its carrier can write', () => {
    expect(['UNOA:4', 'UNOC:3', 'UNOY:4', 'IATA:1'].map(spellingOf)).toEqual(['ascii', 'latin', 'any', 'ascii']);
  });

  test('two family names, one, or the form of one’s sex, as the culture has it', () => {
    const chance = new Chance(3);
    const cultureOf = (name: string) => {
      const culture = tables.cultures.find((one) => one.culture === name);
      if (culture === undefined) throw new TypeError(name);
      return culture;
    };
    expect(familyOf(chance, cultureOf('mexican')).split(' ')).toHaveLength(2);
    expect(familyOf(chance, cultureOf('korean')).split(' ')).toHaveLength(1);
    const polish = cultureOf('polish');
    expect(nameOf(chance, polish, 'Kowalski/Kowalska', 'F').family).toBe('Kowalska');
    expect(nameOf(chance, polish, 'Kowalski/Kowalska', 'M').family).toBe('Kowalski');
    const alone = Array.from({ length: 200 }, () => nameOf(chance, cultureOf('indonesian'), 'Wijaya', 'M'));
    const single = alone.filter(({ given }) => given === undefined).length;
    expect(single).toBeGreaterThan(50);
    expect(single).toBeLessThan(150);
  });

  test('every state of the book is a state code and has a culture', () => {
    const book = new NameBook(tables.cultures);
    const chance = new Chance(4);
    for (const name of new Set(tables.cultures.flatMap(({ states }) => Object.keys(states)))) {
      const state = stateCode(name);
      expect(state, name).toBeDefined();
      if (state !== undefined) expect(book.culture(chance, state)?.states[name]).toBeGreaterThan(0);
    }
    const utopia = stateCode('UTO');
    if (utopia !== undefined) expect(book.culture(chance, utopia)).toBeUndefined();
  });
});

test('document numbers have the form of their state, without the letters O and I', () => {
  const chance = new Chance(2);
  for (const { forms } of tables.documents.numbers) {
    for (const form of forms) {
      const shape = new RegExp(`^${form.replace(/A/g, '[A-HJ-NP-Z]').replace(/9/g, '[0-9]')}$`);
      for (let at = 0; at < 20; at += 1) expect(numberOf(chance, form)).toMatch(shape);
    }
  }
});
