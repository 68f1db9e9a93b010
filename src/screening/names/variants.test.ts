import { describe, expect, it } from 'vitest';
import { variantsOf } from './variants.ts';

describe('variantsOf', () => {
  it('has the best reading first, then one change at a time', () => {
    expect(variantsOf([['B', 'V'], ['A'], ['L', 'R']])).toEqual(['BAL', 'VAL', 'BAR']);
    expect(variantsOf([])).toEqual([]);
    expect(variantsOf([['']])).toEqual([]);
    expect(variantsOf([['', 'K'], ['A']])).toEqual(['A', 'KA']);
    expect(variantsOf([[], ['A']])).toEqual(['A']);
  });

  it('keeps three readings that sound alike, and five that do not, once each', () => {
    expect(variantsOf([['BA', 'BE', 'BI', 'BO']])).toEqual(['BA', 'BE', 'BI']);
    expect(variantsOf([['BA', 'LA', 'LE', 'MA', 'NA', 'RA', 'KA', 'TA']])).toEqual([
      'BA',
      'LA',
      'MA',
      'NA',
      'RA',
      'KA',
    ]);
  });
});
