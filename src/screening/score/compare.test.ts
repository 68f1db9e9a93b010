import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readName } from '../names/name.ts';
import { NameComparer } from './compare.ts';
import { explainNames } from './explain.ts';
import { sumOf } from './judge.ts';
import { lexiconOf, shippedModel } from './shipped.ts';

const comparer = new NameComparer(shippedModel, lexiconOf());
const score = (left: string, right: string, kind: 'person' | 'organisation' | 'vessel' = 'person'): number =>
  comparer.score(readName(left, kind), readName(right, kind), kind);
const word = fc.stringMatching(/^[a-z]{1,9}$/);
const name = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));

describe('the score of two names', () => {
  test('does not depend on which is asked for', () => {
    fc.assert(
      fc.property(name, name, (left, right) => {
        expect(score(left, right)).toBe(score(right, left));
      }),
    );
  });

  test('is an integer, the same each time, and the sum of its pieces', () => {
    fc.assert(
      fc.property(name, name, (left, right) => {
        const names = [readName(left, 'person'), readName(right, 'person')] as const;
        const told = explainNames(comparer, names, 'person');
        expect(sumOf(told)).toBe(score(left, right));
        expect(Number.isInteger(sumOf(told))).toBe(true);
        const another = new NameComparer(shippedModel, lexiconOf());
        expect(JSON.stringify(explainNames(another, names, 'person'))).toBe(JSON.stringify(told));
      }),
    );
  });

  test('is nowhere higher than for the name itself', () => {
    fc.assert(
      fc.property(name, name, (left, right) => {
        expect(score(left, right)).toBeLessThanOrEqual(score(left, left));
      }),
    );
  });

  test('does not saturate: rarer and more words tell more', () => {
    expect(score('Li Wei', 'Li Wei')).toBeLessThan(score('Eufemio Zarate', 'Eufemio Zarate'));
    expect(score('Eufemio Zarate', 'Eufemio Zarate')).toBeLessThan(
      score('Eufemio Zarate Quintanilla', 'Eufemio Zarate Quintanilla'),
    );
  });

  test.each([
    ['a typing error', 'Friedrich Lindenberg', 'Fridrich Lindenberg', 'Frank Lindenberg'],
    ['a joined name', 'VladimirPutin', 'Vladimir Putin', 'Valentina Putina'],
    ['a nickname', 'Bill Harrington', 'William Harrington', 'Walter Harrington'],
    ['an initial', 'V. Putin', 'Vladimir Putin', 'Oleg Putin'],
    ['a turned name', 'Putin Vladimir', 'Vladimir Putin', 'Vladimir Pushkin'],
    ['another spelling of a sound', 'Moammar Qaddafi', 'Muammar Gaddafi', 'Muammar Hassan'],
  ])('%s is nearer than another person', (_, asked, same, other) => {
    expect(score(asked, same)).toBeGreaterThan(score(asked, other));
  });

  test('whose son somebody is counts', () => {
    expect(score('Salman bin Muhammad', 'Muhammad bin Salman')).toBeLessThan(
      score('Salman bin Muhammad', 'Salman bin Muhammad') - 100,
    );
  });

  test('numbers tell funds apart, and not people', () => {
    expect(score('Fund II', 'Fund IV', 'organisation')).toBeLessThan(score('Fund II', 'Fund II', 'organisation'));
  });
});

describe('the explanation', () => {
  const told = (left: string, right: string) =>
    explainNames(comparer, [readName(left, 'person'), readName(right, 'person')], 'person').map(
      ({ feature, relation, subject, listed }) => [feature, relation, subject, listed],
    );

  test('stands in the order of the words asked, each side on its own', () => {
    const start = ['name-start', 'absent', undefined, undefined];
    expect(told('Zenon Abel Kowal', 'Kowal Zenon').slice(0, 4)).toEqual([
      start,
      ['name-word', 'same', 'Zenon', 'Zenon'],
      ['name-word', 'only-subject', 'Abel', undefined],
      ['name-word', 'same', 'Kowal', 'Kowal'],
    ]);
    expect(told('Kowal Zenon', 'Zenon Abel Kowal')).toContainEqual(['name-word', 'only-listed', undefined, 'Abel']);
  });

  test('says joined words, initials and spellings', () => {
    expect(told('Anamaria Zenon', 'Ana Maria Zenon')).toContainEqual([
      'joined-words',
      'spelling',
      'Anamaria',
      'Ana Maria',
    ]);
    expect(told('V Kowal', 'Vladimir Kowal')).toContainEqual(['initial', 'short-form', 'V', 'Vladimir']);
    expect(told('Zenon Kowal', 'Zenon Kowall')).toContainEqual(['name-word', 'spelling', 'Kowal', 'Kowall']);
  });
});
