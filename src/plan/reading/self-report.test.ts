import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pairsNamed, readSelfReport, type SelfReport } from './self-report.ts';
import { Told } from './tell.ts';

const read = (text: string) => {
  const told = new Told();
  const said = readSelfReport(text, told.of(3));
  return { said, told: told.inOrder().map(({ code, parameters }) => [code, parameters]) };
};
const fall = { text: 'Fall 2006', iso: '2006-Fall' };
const june = { text: 'June 2007', iso: '2007-06' };

/** Every wording of the founding report for one pair or for all, and what it means. */
const wordings = [
  ['On track', { status: 'on-track' }],
  ['Initiated', { status: 'initiated' }],
  [
    'Initiated, Negotiations Completed by Fall 2006',
    { status: 'initiated', forecast: fall, qualifier: 'negotiations' },
  ],
  ['Completed', { status: 'completed' }],
  ['Completed (visits)', { status: 'completed', qualifier: 'visits' }],
  ['Completed / Ongoing', { status: 'completed-ongoing' }],
  ['Partially Completed', { status: 'partially-completed' }],
  ['Partially completed', { status: 'partially-completed' }],
  ['Partially Completed, Finished Fall 2006', { status: 'partially-completed', forecast: fall }],
  ['Partially Completed, Finished in Fall 2006', { status: 'partially-completed', forecast: fall }],
  ['Delayed', { status: 'delayed' }],
  ['Delayed to June 2007', { status: 'delayed', forecast: june }],
  ['Full implementation delayed', { status: 'delayed', qualifier: 'full-implementation' }],
  ['Full implementation delayed to June 2007', { status: 'delayed', forecast: june, qualifier: 'full-implementation' }],
] as const;

describe('what a report says of a promise', () => {
  test.each(wordings)('%s, for all', (text, all) => {
    expect(read(text)).toEqual({ said: { scope: 'all', all }, told: [] });
  });

  test('any two of them, for two pairs, with any spaces', () => {
    const wording = fc.constantFrom(...wordings);
    const space = fc.constantFrom(' ', '  ', '\t');
    fc.assert(
      fc.property(wording, wording, space, ([one, ofOne], [other, ofOther], gap) => {
        const { said, told } = read(`US-CN:${gap}${one}${gap}US-MX :${other}${gap}`);
        expect(said).toEqual({ scope: 'per-pair', 'US-CA': ofOne, 'US-MX': ofOther });
        expect(told).toEqual([]);
      }),
    );
  });

  test('case does not matter, nor a space around the stroke', () => {
    expect(read('ON TRACK').said).toEqual({ scope: 'all', all: { status: 'on-track' } });
    expect(read('completed/ongoing').said).toEqual({ scope: 'all', all: { status: 'completed-ongoing' } });
  });

  test('pairs are named in either order, Canada by either code, the third pair too', () => {
    expect(read('MX-US: Initiated CA-US: Completed MX-CN: Delayed').said).toEqual({
      scope: 'per-pair',
      'US-MX': { status: 'initiated' },
      'US-CA': { status: 'completed' },
      'CA-MX': { status: 'delayed' },
    });
  });

  test('a space in a pair and markup are told', () => {
    expect(read('US- CN: Initiated US-MX: Delayed')).toEqual({
      said: { scope: 'per-pair', 'US-CA': { status: 'initiated' }, 'US-MX': { status: 'delayed' } },
      told: [['PLN-0123', { line: 3, text: 'US- CN:' }]],
    });
    expect(read('<u>Delayed</u>')).toEqual({
      said: { scope: 'all', all: { status: 'delayed' } },
      told: [['PLN-0122', { line: 3, text: '<u> </u>' }]],
    });
    expect(read('<strong>Delayed</strong>').said).toEqual({ scope: 'all', all: { status: 'delayed' } });
    expect(read('<B>Delayed<B>').told).toEqual([['PLN-0122', { line: 3, text: '<B>' }]]);
  });

  test.each([
    '',
    'Nearly done',
    'On tracks',
    'Not on track',
    'Delayed to Winter 2006',
    'Delayed to Juno 2007',
    'Delayed to June 07',
    'Delayed to 1 June 2007',
    'Delayed to June 20071',
    'Completed (visits',
    'Completed visits)',
    '(visits)',
    ' (visits)',
    'Completed (visits) soon',
    'Delayed (',
    'x(Delayed)',
    'Initiated, Negotiations Completed by Fall 2006\u0000',
    'Uncompleted',
    'Completed, ongoing',
    'Reinitiated',
    'Initiated early',
    'Initiated, Negotiations Completed by summer',
    'Do initiated, negotiations completed by Fall 2006',
    'Impartially completed',
    'Partially completed soon',
    'Undelayed',
    'Delayed again',
    'The full implementation delayed',
    'Full implementation delayed again',
    'Almost completed/ongoing',
    'Completed/ongoing again',
    'US-CN:',
    'US-CN: Completed US-CN: Delayed',
    'US-CN: Completed CA-US: Delayed',
    'US-XX: Completed',
    'US-US: Completed',
    'All: Completed US-CN: Delayed',
    'US-CN: Done US-MX: Delayed',
    'US-CN: Delayed Mexico: Completed',
  ])('«%s» is not understood, which is told with its text', (text) => {
    const { said, told } = read(text);
    expect(said).toBeUndefined();
    expect(told).toEqual([['PLN-0108', { line: 3, text }]]);
  });

  test('any text gives an answer', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { said, told } = read(text);
        expect(told.some(([code]) => code === 'PLN-0108')).toBe(said === undefined);
      }),
    );
  });
});

test('the pairs of a report are all of them, or those that it names', () => {
  const state = { status: 'initiated' } as const;
  const said: SelfReport = { scope: 'per-pair', 'US-MX': state, 'CA-MX': state };
  expect(pairsNamed({ scope: 'all', all: state })).toEqual(['US-CA', 'US-MX', 'CA-MX']);
  expect(pairsNamed(said)).toEqual(['US-MX', 'CA-MX']);
});
