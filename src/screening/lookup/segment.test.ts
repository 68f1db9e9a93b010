import { expect, test } from 'vitest';
import type { ListEntry } from '#kernel';
import { readName } from '../names/name.ts';
import { sectionsOf } from './builder.ts';
import type { Listed } from './entries.ts';
import { Segment } from './segment.ts';

const of = (list: string, entry: string, more: Partial<ListEntry> = {}): Listed => ({
  list,
  version: '1',
  purpose: 'lookout',
  entry: {
    entry,
    kind: 'person',
    names: [{ whole: `Eufemio Zarate ${entry}`, quality: 'primary' }],
    datesOfBirth: [],
    nationalities: [],
    documents: [],
    ...more,
  },
});
const listed = [
  of('K', '1', { documents: [{ type: 'P', number: 'ab-12 345' }] }),
  of('L', '1', {
    names: [
      { whole: 'Otto', quality: 'alias' },
      { whole: 'Otto Brandt', quality: 'weak' },
    ],
  }),
  of('L', '2', {
    documents: [
      { type: 'P', number: '0000' },
      { type: 'P', number: 'AB12345' },
    ],
    sex: 'F',
  }),
  { ...of('L', '3'), version: '2' },
  { ...of('L', '4'), version: '2', purpose: 'no-fly' },
];
const segment = new Segment(sectionsOf(listed));

test('entries come back as they were put in, with their list', () => {
  expect(segment.size).toBe(5);
  expect(listed.map((_, place) => segment.listed(place))).toEqual(listed);
});

test('an entry is found by its list and number', () => {
  expect(segment.placesOf('K', '1')).toEqual([0]);
  expect(segment.placesOf('L', '1')).toEqual([1]);
  expect(segment.placesOf('K', '2')).toEqual([]);
  expect(new Segment(sectionsOf([])).placesOf('K', '1')).toEqual([]);
});

test('entries are found by a number that says something, however it is written', () => {
  expect(segment.placesWith({ type: 'P', number: 'AB12345' })).toEqual([0, 2]);
  expect(segment.placesWith({ type: 'P', number: '0000' })).toEqual([]);
});

test('of a name it is known which of its entry it is', () => {
  const wanted = { kind: 'person' as const, most: 9, isWithdrawn: () => false };
  const found = segment.find(readName('Brandt Otto', 'person'), wanted);
  expect(found.map((one) => [one.entry, segment.numberOf(one)])).toEqual([
    [1, 1],
    [1, 0],
  ]);
});
