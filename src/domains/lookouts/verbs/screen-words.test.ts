import { expect, test } from 'vitest';
import { screenWords } from './screen-words.ts';

test.each([
  ['--list a b --queries q', { lists: ['a', 'b'], queries: 'q', top: 10 }],
  ['--queries q --top 1 --list a', { lists: ['a'], queries: 'q', top: 1 }],
  ['--list=a=b --list c --queries=q --top=100', { lists: ['a=b', 'c'], queries: 'q', top: 100 }],
])('%s', (words, read) => {
  expect(screenWords(words.split(' '))).toEqual(read);
});

test.each([
  '',
  'a --list a --queries q',
  '--list a',
  '--queries q',
  '--list --queries q',
  '--list a --queries q r',
  '--list a --queries q --top 0',
  '--list a --queries q --top 101',
  '--list a --queries q --top 1.5',
  '--list a --queries q --top 1 2',
  '--list a --queries q --colour',
])('"%s" is no call', (words) => {
  expect(screenWords(words.split(' ').filter((word) => word !== ''))).toBeUndefined();
});
