import { expect, test } from 'vitest';
import { piecesOf } from './pieces.ts';

test.each([
  ['one', ['one']],
  ['one; two;', ['one', 'two']],
  ['(a) one, (b) two', ['one', 'two']],
  ['(a) one (b) two', ['one', 'two']],
  ['a) one, b) two', ['one', 'two']],
  ['(1) one (2) two', ['one', 'two']],
  ['"(a) one; (b) two"', ['one', 'two']],
  ['one, two', ['one, two']],
  ['one (two) three', ['one (two) three']],
  ['plan(b) x', ['plan(b) x']],
  ['(b)eta', ['(b)eta']],
  ['', []],
  [' ; ', []],
])('%j', (text, pieces) => {
  expect(piecesOf(text)).toEqual(pieces);
});
