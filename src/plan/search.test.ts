import { expect, test } from 'vitest';
import { type Language, wordsOf } from '#kernel';
import { commitmentSearch } from './search.ts';
import { asks, Desk } from './testing/desk.ts';
import { at, fact, smallRegister, texts } from './testing/small.ts';

const search = commitmentSearch(smallRegister());
const desk = new Desk(at('2026-11-24')).hear(
  fact(
    'adopted',
    { title: texts('Joint drill'), kind: 'exercise', promise: 'exercise', scope: 'all' },
    { milestone: 'BBB-2.1' },
  ),
  fact('commented', { text: 'Joint drill' }),
  fact(
    'adopted',
    { title: texts('Joint nothing'), kind: 'exercise', promise: 'exercise', scope: 'all' },
    { milestone: 'ZZZ-1.1' },
  ),
);
const find = async (text: string, language: Language = 'en') =>
  search.find(wordsOf(text), asks({ language }), desk.access);

test.each([
  ['AAA-1.2', ['AAA-1.2']],
  ['aaa', ['AAA-1.1', 'AAA-1.2', 'AAA-1.3']],
  ['first', ['AAA-1.1', 'AAA-1.2', 'AAA-1.3']],
  ['second', ['BBB-1.1', 'BBB-2.1']],
  ['other initiative', ['BBB-1.1']],
  ['joint', ['BBB-2.1']],
  ['second first', []],
  ['fr', []],
  ['treaty', []],
])('«%s» finds %j', async (text, keys) => {
  expect((await find(text)).map(({ title }) => title)).toEqual(keys);
});

test('what is found is told in the caller’s language, with where it stands', async () => {
  expect(await find('joint', 'es')).toEqual([
    { title: 'BBB-2.1', detail: 'Joint drill (es)', address: '/plan/milestones/BBB-2.1' },
  ]);
  expect((await find('fr', 'fr')).map(({ title }) => title)).toContain('AAA-1.1');
  expect(search.permission).toBe('plan.read');
});
