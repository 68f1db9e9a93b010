import { expect, test } from 'vitest';
import { encodeUtf8 } from '#kernel';
import { formatOf, isListFormat, isOfacAliases, listFormats } from './sniff.ts';

test.each([
  ['<CONSOLIDATED_LIST/>', 'un'],
  ['\uFEFF \n{"id":"1"}', 'jsonl'],
  ['name,"entry"\nA,1\n', 'csv'],
  ['name\tentry\n', 'csv'],
  ['1,"A",-0- ,X\n', 'ofac'],
  ['', 'ofac'],
])('%j is of the form %s', (text, format) => {
  expect(formatOf(encodeUtf8(text))).toBe(format);
});

test('names of forms', () => {
  expect(listFormats.every(isListFormat)).toBe(true);
  expect(isListFormat('pdf')).toBe(false);
});

test.each([
  ['36,12,"aka","AERO",-0- ', true],
  ['36,12,"fka","AERO",-0- ', true],
  ['36,12,"nka","AERO",-0- ', true],
  ['36,12,"xka","AERO",-0- ', false],
  ['36,"AERO",-0- ,"CUBA"', false],
  ['x36,12,"aka","AERO",-0- ', false],
])('aliases of OFAC in %j: %s', (text, expected) => {
  expect(isOfacAliases(encodeUtf8(text))).toBe(expected);
});
