import { describe, expect, test } from 'vitest';
import type { ListEntry, Subject, SubjectList } from '#kernel';
import { buildIndex, withList, withoutEntry } from './index-of-lists.ts';
import { screen } from './screen.ts';

const entry = (more: Partial<ListEntry> = {}): ListEntry => ({
  entry: '7',
  kind: 'person',
  names: [{ family: 'MORA', given: 'LUIS', quality: 'primary' }],
  datesOfBirth: [],
  nationalities: [],
  documents: [],
  ...more,
});
const list = (entries: readonly ListEntry[], more: Partial<SubjectList> = {}): SubjectList => ({
  name: 'L',
  version: '3',
  purpose: 'no-fly',
  entries,
  ...more,
});
const subject = (more: Partial<Subject> = {}): Subject => ({
  reference: '1',
  kind: 'person',
  names: [{ family: 'Mora', given: 'Luis' }],
  nationalities: [],
  documents: [],
  ...more,
});

describe('changing lists', () => {
  const other = entry({ entry: '8', names: [{ whole: 'Eva Ruiz', quality: 'primary' }] });
  const eva = subject({ names: [{ whole: 'Ruiz Eva' }] });
  const first = buildIndex([list([entry()])]);

  test('an added entry is found with the version that it came with; the index before is as it was', () => {
    const second = withList(first, list([other], { version: '4' }));
    expect(screen(second, [eva])[0]).toMatchObject([{ entry: '8', listVersion: '4' }]);
    expect(screen(second, [subject()])[0]).toMatchObject([{ entry: '7', listVersion: '3' }]);
    expect(screen(first, [eva])).toEqual([[]]);
    expect([first.size, second.size]).toEqual([1, 2]);
    expect(withList(first, list([]))).toBe(first);
  });

  test('an entry of the same number is replaced in its own list only', () => {
    const renamed = withList(first, list([{ ...other, entry: '7' }]));
    expect(screen(renamed, [subject(), eva]).map((found) => found.length)).toEqual([0, 1]);
    const elsewhere = withList(first, list([{ ...other, entry: '7' }], { name: 'K' }));
    expect(screen(elsewhere, [subject(), eva]).map((found) => found.length)).toEqual([1, 1]);
  });

  test('a withdrawn entry is gone, by name and by document', () => {
    const number = { type: 'P', number: 'A1234' };
    const index = buildIndex([list([entry({ documents: [number] }), other])]);
    const without = withoutEntry(index, 'L', '7');
    expect(screen(without, [subject({ documents: [number] }), eva]).map((found) => found.length)).toEqual([0, 1]);
    expect(without.size).toBe(1);
    expect(withoutEntry(index, 'K', '7').size).toBe(2);
    expect(withoutEntry(withoutEntry(index, 'L', '7'), 'L', '7').size).toBe(1);
  });

  test('of two entries with one number the later one stands', () => {
    const index = buildIndex([list([entry(), { ...other, entry: '7' }])]);
    expect(index.size).toBe(1);
    expect(screen(index, [subject(), eva]).map((found) => found.length)).toEqual([0, 1]);
  });

  test('many small additions make few layers, the large one stays', () => {
    const many = Array.from({ length: 100 }, (_, at) => entry({ entry: `m${at}` }));
    let index = buildIndex([list(many)]);
    const [large] = index.layers;
    for (let at = 0; at < 40; at += 1) index = withList(index, list([entry({ entry: `n${at}` })]));
    expect(index.size).toBe(140);
    expect(index.layers.length).toBeLessThanOrEqual(7);
    expect(index.layers[0]).toBe(large);
    expect(screen(index, [subject()])[0]).toHaveLength(20);
  });
});
