import { describe, expect, test } from 'vitest';
import type { ListEntry, SubjectName } from '#kernel';
import { Segment, wholeOf } from './segment.ts';

type Named = readonly string[];
const entryOf = (names: Named, numbers: Named, at: number): ListEntry => ({
  entry: String(at),
  kind: 'person',
  names: names.map((whole) => ({ whole, quality: 'primary' })),
  datesOfBirth: [],
  nationalities: [],
  documents: numbers.map((number) => ({ type: 'P', number })),
});
const segmentOf = (...entries: readonly (readonly [names: Named, numbers?: Named])[]): Segment =>
  new Segment(
    entries.map(([names, numbers = []], at) => ({
      list: 'L',
      version: '1',
      purpose: 'no-fly',
      entry: entryOf(names, numbers, at),
    })),
  );
/** Entry and name of what words lead to. */
const found = (segment: Segment, words: string): readonly string[] =>
  segment.findNames(words.split(' ')).map(({ place, listed, name }) => {
    expect(segment.listed[place]).toBe(listed);
    return `${listed.entry.entry} ${name.whole}`;
  });

test.each<readonly [SubjectName, string]>([
  [{ whole: 'Ana Bela', family: 'X' }, 'Ana Bela'],
  [{ family: 'Bela', given: 'Ana' }, 'Ana Bela'],
  [{ family: 'Bela' }, ' Bela'],
  [{ given: 'Ana' }, 'Ana '],
  [{}, ' '],
])('the whole of %j is %j', (name, whole) => {
  expect(wholeOf(name)).toBe(whole);
});

describe('names', () => {
  const segment = segmentOf([['Ana Bela']], [['Ana Bela Carlo', 'Didi']], [['Carlo Ana', 'Bela Ana']], [['Ana']]);

  test('are found by all of their words, whatever the order, in the order of the list', () => {
    expect(found(segment, 'BELA ANA')).toEqual(['0 Ana Bela', '1 Ana Bela Carlo', '2 Bela Ana']);
  });

  test('that have more words, or fewer, but share two', () => {
    expect(found(segment, 'ANA BELA CARLO')).toEqual(['0 Ana Bela', '1 Ana Bela Carlo', '2 Carlo Ana', '2 Bela Ana']);
    expect(found(segment, 'ANA BELA NEW')).toEqual(['0 Ana Bela', '2 Bela Ana']);
  });

  test('of one word are found by that word alone', () => {
    expect(found(segment, 'DIDI')).toEqual(['1 Didi']);
    expect(found(segment, 'ANA')).toEqual(['3 Ana']);
    expect(found(segment, 'DIDI ANA')).toEqual([]);
    expect(found(segment, 'DIDI NEW')).toEqual([]);
  });

  test('of words that nobody bears, or none, are not found', () => {
    expect(found(segment, 'NEW')).toEqual([]);
    expect(found(segment, 'ANA NEW OTHER')).toEqual([]);
    expect(segment.findNames([])).toEqual([]);
    expect(found(segmentOf([['']]), 'ANA')).toEqual([]);
  });

  test('that share a pair but not all of either are passed over', () => {
    expect(found(segmentOf([['Ana Bela Carlo']]), 'ANA BELA DIDI')).toEqual([]);
  });

  test('a name is found once, however many pairs lead to it', () => {
    expect(found(segmentOf([['Ana Bela Carlo Didi']]), 'DIDI CARLO BELA ANA')).toEqual(['0 Ana Bela Carlo Didi']);
  });

  test('the same name of many entries leads to all of them', () => {
    const many = segmentOf(...Array.from({ length: 200 }, () => [['Ana Bela']] as const));
    expect(many.findNames(['ANA', 'BELA']).map(({ place }) => place)).toEqual(
      Array.from({ length: 200 }, (_, at) => at),
    );
  });
});

describe('document numbers', () => {
  const segment = segmentOf([[], ['AB-12 34', '123']], [[], ['ab1234', 'X9999']], [[], ['1234']]);
  const entries = (number: string) =>
    segment.findDocument(number).map(({ place, listed }) => [place, listed.entry.entry]);

  test('lead to every entry that lists them, as they are compared', () => {
    expect(entries('AB1234')).toEqual([
      [0, '0'],
      [1, '1'],
    ]);
    expect(entries('X9999')).toEqual([[1, '1']]);
    expect(entries('1234')).toEqual([[2, '2']]);
  });

  test('of fewer than four signs, or that nobody lists, lead nowhere', () => {
    expect(entries('123')).toEqual([]);
    expect(entries('NONE')).toEqual([]);
  });
});
