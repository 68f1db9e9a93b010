import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, monthOf } from '../months.ts';
import { readDue } from './due.ts';
import { Told } from './tell.ts';

const read = (text: string, begins = '2005-06') => {
  const told = new Told();
  const due = readDue(text, begins, told.of(7));
  return { due, told: told.inOrder().map(({ code, parameters }) => [code, parameters]) };
};
const dueOf = (text: string) => read(text).due;
const term = (months: number, computed: string, stated: string | null = null) => ({ months, computed, stated });

const words = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

describe('by when a text promises something', () => {
  test('any number of months, from any month, with the right month beside it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 2000 * 12, max: 2050 * 12 }), (months, start) => {
        const begins = monthOf(start);
        const month = addMonths(begins, months);
        const [year = '', inYear = ''] = month.split('-');
        const text = `Do it within ${months} months (${words[Number(inYear) - 1]} ${year}).`;
        expect(read(text, begins)).toEqual({ due: [term(months, month, month)], told: [] });
      }),
    );
  });

  test.each([
    ['Within 1 month (July 2005), do it.', [term(1, '2005-07', '2005-07')]],
    ['within  18\tmonths (December  2006)', [term(18, '2006-12', '2006-12')]],
    ['within 6 months(December 2005)', [term(6, '2005-12', '2005-12')]],
    ['over the next two years', [term(24, '2007-06')]],
    ['within a year, within the next Twelve Months', [term(12, '2006-06')]],
    ['within one month or within 3 years', [term(1, '2005-07'), term(36, '2008-06')]],
    ['Within 6 months (December 2005), within 9 months', [term(6, '2005-12', '2005-12'), term(9, '2006-03')]],
    ['a five-year program; over 20 months; without 3 months; within 24 monthsteries', []],
    ['before January 1, 2008', [{ absolute: 'before 2008-01-01' }]],
    ['by March 15,2009', [{ absolute: 'by 2009-03-15' }]],
    ['Before February 29, 2008', [{ absolute: 'before 2008-02-29' }]],
    ['By June 2007 or by the end of 2010', [{ absolute: 'by 2007-06' }, { absolute: 'by the end of 2010' }]],
    ['by 2008', [{ absolute: 'by 2008' }]],
    ['by 25% of 2008; by 1850; by 20081; in 2010; hereby2008; by Juneteenth 2008', []],
  ])('%s', (text, due) => {
    expect(dueOf(text)).toEqual(due);
  });

  test.each([
    ['Do it.', [['PLN-0132', { line: 7 }]]],
    ['within 6 months', [['PLN-0131', { line: 7, months: 6, computed: '2005-12' }]]],
    ['within 6 months (November 2005)', [['PLN-0112', { line: 7, months: 6, computed: '2005-12', stated: '2005-11' }]]],
    ['within 6 months (December 2005) and by June 2007', [['PLN-0129', { line: 7, count: 2 }]]],
    ['by 2008', [['PLN-0133', { line: 7, text: 'by 2008' }]]],
    ['by the end of 2008', []],
    [
      'by February 30, 2008',
      [
        ['PLN-0113', { line: 7, text: 'by February 30, 2008' }],
        ['PLN-0132', { line: 7 }],
      ],
    ],
    [
      'within 6 months (Dezember 2005)',
      [
        ['PLN-0113', { line: 7, text: 'Dezember 2005' }],
        ['PLN-0131', { line: 7, months: 6, computed: '2005-12' }],
      ],
    ],
  ])('tells of %s', (text, told) => {
    expect(read(text).told).toEqual(told);
  });

  test('numbers may be words, up to twelve', () => {
    const numbers = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
    expect(numbers.map((word) => dueOf(`within ${word} months`))).toEqual(
      numbers.map((_word, at) => [term(at + 1, addMonths('2005-06', at + 1))]),
    );
    expect(dueOf('within thirteen months')).toEqual([]);
  });

  test('a month behind the sentence belongs to the one term that lacks its own', () => {
    expect(read('Within 18 months, do it. (December 2006)')).toEqual({
      due: [term(18, '2006-12', '2006-12')],
      told: [['PLN-0130', { line: 7, text: 'December 2006' }]],
    });
    expect(read('Within 6 months (December 2005) and within 9 months, do it. (March 2006)').due).toEqual([
      term(6, '2005-12', '2005-12'),
      term(9, '2006-03', '2006-03'),
    ]);
    expect(read('Within 6 months, do it (June 2006).').told).toEqual([
      ['PLN-0130', { line: 7, text: 'June 2006' }],
      ['PLN-0112', { line: 7, months: 6, computed: '2005-12', stated: '2006-06' }],
    ]);
  });

  test('a month that could belong to two terms, to none, or is no month, is told and not used', () => {
    expect(read('Within 6 months and within 9 months. (March 2006)')).toEqual({
      due: [term(6, '2005-12'), term(9, '2006-03')],
      told: [
        ['PLN-0114', { line: 7, text: 'March 2006' }],
        ['PLN-0129', { line: 7, count: 2 }],
        ['PLN-0131', { line: 7, months: 6, computed: '2005-12' }],
        ['PLN-0131', { line: 7, months: 9, computed: '2006-03' }],
      ],
    });
    expect(read('Do it. (March 2006)')).toEqual({
      due: [],
      told: [
        ['PLN-0114', { line: 7, text: 'March 2006' }],
        ['PLN-0132', { line: 7 }],
      ],
    });
    expect(read('Within 6 months. (Phase 2006)').told.map(([code]) => code)).toEqual(['PLN-0113', 'PLN-0131']);
  });
});
