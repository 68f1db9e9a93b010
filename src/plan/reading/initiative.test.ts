import { describe, expect, test } from 'vitest';
import { carriesOn, initiativeOf } from './initiative.ts';
import { Told } from './tell.ts';

test.each([
  ['Plant oaks in the', 'Garden.', true],
  ['Plant oaks.', 'and ash.', true],
  ['Plant oaks.', 'Plant ash.', false],
  ['Plant oaks!', 'Plant ash.', false],
  ['Plant oaks?', 'Plant ash.', false],
  ['Plant oaks (by hand.)', 'Plant ash.', false],
  ['Plant “oaks.”', 'Plant ash.', false],
  ['Plant "oaks."', 'Plant ash.', false],
  ['Plant oaks;', 'Plant ash.', true],
  ['Plant oaks. And', 'Plant ash.', true],
  ['', 'plant ash.', false],
])('«%s» is carried on by «%s»: %s', (above, cell, on) => {
  expect(carriesOn(above, cell)).toBe(on);
});

describe('a title', () => {
  const read = (...cells: readonly string[]) => {
    const told = new Told();
    const all = cells.map((text, at) => ({ line: 4 + 2 * at, text }));
    const { title, key, cells: kept } = initiativeOf('TRV-9', all, told);
    expect([key, kept]).toEqual(['TRV-9', all]);
    return [title, ...told.inOrder().map(({ code, parameters }) => [code, parameters])];
  };
  const goesOn = (line: number) => ['PLN-0124', { line, initiative: 'TRV-9', first: 4 }];
  const twice = (line: number, text: string) => ['PLN-0125', { line, text }];

  test('stands in one cell, in several, or in none', () => {
    expect(read('Plant oaks.')).toEqual(['Plant oaks.']);
    expect(read('Plant oaks', 'and ash', 'now.')).toEqual(['Plant oaks and ash now.', goesOn(6), goesOn(8)]);
    expect(read()).toEqual(['']);
  });

  test('has words once that were printed twice, whatever their case', () => {
    expect(read('Plant oaks and ensure that North', 'And ensure that North trees grow.')).toEqual([
      'Plant oaks and ensure that North trees grow.',
      goesOn(6),
      twice(6, 'And ensure that North'),
    ]);
    expect(read('Plant oaks and ash.', 'oaks and ash.')).toEqual([
      'Plant oaks and ash.',
      goesOn(6),
      twice(6, 'oaks and ash.'),
    ]);
    expect(read('Plant oaks', 'plant oaks')).toEqual(['Plant oaks', goesOn(6), twice(6, 'plant oaks')]);
  });

  test('keeps a single word that is there twice', () => {
    expect(read('Plant oaks and', 'and ash.')).toEqual(['Plant oaks and and ash.', goesOn(6)]);
    expect(read('Plant oaks and', 'oaks or ash.')).toEqual(['Plant oaks and oaks or ash.', goesOn(6)]);
  });

  test('is not lost from sight behind a cell that was printed twice', () => {
    expect(read('Plant oaks and', 'oaks and', 'oaks and ash.')).toEqual([
      'Plant oaks and ash.',
      goesOn(6),
      twice(6, 'oaks and'),
      goesOn(8),
      twice(8, 'oaks and'),
    ]);
  });

  test('is repaired, each cell with its own line', () => {
    expect(read('Plant long- lived', 'U.SCanada oaks.')).toEqual([
      'Plant long-lived U.S.-Canada oaks.',
      ['PLN-0121', { line: 4, text: 'long- lived' }],
      ['PLN-0121', { line: 6, text: 'U.SCanada oaks.' }],
      goesOn(6),
    ]);
  });

  test('is searched for repetitions of up to 40 words', () => {
    const words = (count: number) => Array.from({ length: count }, (_, at) => `w${at}`).join(' ');
    expect(read(words(40), words(40))).toEqual([words(40), goesOn(6), twice(6, words(40))]);
    expect(read(words(41), words(41))).toEqual([`${words(41)} ${words(41)}`, goesOn(6)]);
  });
});
