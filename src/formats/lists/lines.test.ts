import { expect, test } from 'vitest';
import { encodeUtf8 } from '#kernel';
import { eachLine, parse } from './lines.ts';

function lines(bytes: Uint8Array) {
  const taken: (readonly [number, string])[] = [];
  eachLine(bytes, (line, segment) => taken.push([segment, line]));
  return taken;
}

test.each([
  ['', []],
  ['\n', []],
  ['a', [[1, 'a']]],
  ['a\n', [[1, 'a']]],
  [
    '\uFEFFa\r\n\r\n \n b \n\uFEFFc',
    [
      [1, 'a'],
      [4, 'b'],
      [5, 'c'],
    ],
  ],
])('lines of %j', (text, expected) => {
  expect(lines(encodeUtf8(text))).toEqual(expected);
});

test('bytes that are no UTF-8 are ISO 8859-1', () => {
  expect(lines(new Uint8Array([0x4a, 0xe9, 0x0a, 0x41]))).toEqual([
    [1, 'Jé'],
    [2, 'A'],
  ]);
});

test('JSON, and what is none', () => {
  expect(parse('{"a":[1]}')).toEqual({ a: [1] });
  expect(parse('null')).toBeNull();
  expect(parse('{')).toBeUndefined();
});
