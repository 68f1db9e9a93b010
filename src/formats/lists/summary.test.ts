import { expect, test } from 'vitest';
import type { ListEntry, PlainDate } from '#kernel';
import { scriptsOf, summaryOf, wholeName } from './summary.ts';

test.each([
  ['Luis Mora', ['Latin']],
  ['Владимир', ['Cyrillic']],
  ['لويس', ['Arabic']],
  ['美国', ['Han']],
  ['김철수', ['Hangul']],
  ['やまだ', ['Kana']],
  ['ヤマダ', ['Kana']],
  ['דוד', ['Hebrew']],
  ['Γιώργος', ['Greek']],
  ['Արամ', ['Armenian']],
  ['გიორგი', ['Georgian']],
  ['राम', ['Devanagari']],
  ['สมชาย', ['Thai']],
  ['ПФКИ / PFKI', ['Latin', 'Cyrillic']],
  ['7', ['other']],
  ['', ['other']],
])('%s is written in %j', (name, scripts) => {
  expect(scriptsOf(name)).toEqual(scripts);
});

test('a whole name, or its parts with the given one first', () => {
  expect(wholeName({ whole: 'A B', family: 'X', quality: 'primary' })).toBe('A B');
  expect(wholeName({ family: 'Mora', given: 'Luis', quality: 'primary' })).toBe('Luis Mora');
  expect(wholeName({ family: 'Mora', quality: 'primary' })).toBe('Mora');
});

test('counts', () => {
  const base = { datesOfBirth: [], nationalities: [], documents: [] };
  const day = (text: string) => text as PlainDate;
  const entries: readonly ListEntry[] = [
    {
      ...base,
      entry: '1',
      kind: 'person',
      names: [
        { whole: 'Лу', quality: 'primary' },
        { whole: 'Lu', quality: 'alias' },
        { family: 'Mora', quality: 'alias' },
      ],
      listedOn: day('2020-01-01'),
      updatedOn: day('2019-01-01'),
    },
    { ...base, entry: '2', kind: 'person', names: [], documents: [{ type: 'P', number: '1' }] },
    { ...base, entry: '3', kind: 'vessel', names: [{ whole: 'Sea', quality: 'primary' }] },
  ];
  const list = { name: 'l', version: 'v', purpose: 'p', entries };
  const summary = summaryOf(list);
  expect(summary).toEqual({
    entries: 3,
    names: 4,
    documents: 1,
    kinds: { person: 2, vessel: 1 },
    scripts: { Latin: 3, Cyrillic: 1 },
    newest: '2020-01-01',
  });
  expect(Object.keys(summary.scripts)).toEqual(['Latin', 'Cyrillic']);
  expect(Object.keys(summaryOf({ ...list, entries: [] }))).not.toContain('newest');
});
