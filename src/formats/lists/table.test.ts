import { expect, test } from 'vitest';
import { encodeUtf8 } from '#kernel';
import { Gathering } from './reading.ts';
import { eachRow, type TableShape } from './table.ts';

function read(text: string, shape: Partial<TableShape> = {}) {
  const into = new Gathering();
  const rows: unknown[] = [];
  eachRow(encodeUtf8(text), { header: ['Name'], ...shape }, into, (fields, segment) =>
    rows.push([segment, Object.fromEntries(fields.rest())]),
  );
  return { rows, told: into.findings.map(({ code, parameters, at }) => [code, parameters, at]) };
}

test('rows by the names of the header; empty cells are left out', () => {
  expect(read(' Name ,City\nA,\n\n"B, C", Lima \n')).toStrictEqual({
    rows: [
      [2, { Name: 'A' }],
      [4, { Name: 'B, C', City: 'Lima' }],
    ],
    told: [],
  });
});

test('what stands above the header is the preamble', () => {
  const above: unknown[] = [];
  const text = 'Last Updated, 15/07/2026 ,\nOld,City\nName,City\nA,B\n';
  expect(read(text, { preamble: (fields) => above.push(fields) }).rows).toStrictEqual([[4, { Name: 'A', City: 'B' }]]);
  expect(above).toStrictEqual([
    ['Last Updated', '15/07/2026', ''],
    ['Old', 'City'],
  ]);
  expect(read(text).rows).toHaveLength(1);
});

test('a row that is too wide, and one with a stray quotation mark, are told', () => {
  expect(read('Name,City\nA\nB,C, ,D\nE,F, \n"G" x,H\n')).toStrictEqual({
    rows: [
      [2, { Name: 'A' }],
      [4, { Name: 'E', City: 'F' }],
    ],
    told: [
      ['LST-0101', { columns: 4, expected: 2 }, { segment: 3 }],
      ['LST-0113', {}, { segment: 5 }],
    ],
  });
});

test('tabs', () => {
  expect(read('Name\tCity\nA, B\tC\n', { delimiter: '\t' }).rows).toStrictEqual([[2, { Name: 'A, B', City: 'C' }]]);
});
