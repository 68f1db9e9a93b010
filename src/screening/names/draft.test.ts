import { expect, it } from 'vitest';
import { draftOf, wordRead } from './draft.ts';

it('takes a single letter for an initial', () => {
  expect(draftOf('A', 'a')).toEqual({ text: 'A', written: 'a', role: 'initial' });
  expect(draftOf('AB', 'ab')).toEqual({ text: 'AB', written: 'ab', role: 'plain' });
});

it('leaves out readings that are empty or come again', () => {
  expect(wordRead('x', ['A', '', 'B', 'A', 'B'])).toEqual({ text: 'A', written: 'x', others: ['B'] });
  expect(wordRead('x', ['', 'A', 'A'])).toEqual({ text: 'A', written: 'x' });
  expect(wordRead('x', [])).toEqual({ text: '', written: 'x' });
});
