import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cells, flags, type MeasuredShape, type PairShape, pairs, type RowShape } from './shapes.ts';
import { isWanted, queryOf, type Wanted, wantedOf } from './wanted.ts';

const pairOf = (pair: string, cell: PairShape['cell'], raised: PairShape['flags'] = []): PairShape => ({
  ...{ pair, cell, flags: raised, baseline: 0 },
});
const row = (more: Partial<RowShape> = {}): RowShape => ({
  ...{ milestone: 'SEC-1', kind: 'milestone', promise: 'agree', title: 'A promise', goal: 1, chapter: 'SEC' },
  ...{ initiative: 'SEC-A', scope: 'all', flags: [], blockedBy: [], openProposals: 0, comments: 0, followed: false },
  pairs: [pairOf('US-CA', 'done'), pairOf('US-MX', 'late', ['overdue'])],
  ...more,
});
const measured = (verdict: MeasuredShape['verdict']): MeasuredShape => ({
  ...{ name: 'm', title: 'M', unit: 'share', at: 0, target: { name: 'm', 'at-least': 1 }, verdict },
});

const someWanted: fc.Arbitrary<Wanted> = fc.record(
  {
    chapter: fc.stringMatching(/^[A-Z]{3}$/),
    pair: fc.constantFrom(...pairs),
    cell: fc.constantFrom(...cells),
    flag: fc.constantFrom(...flags),
    signing: fc.constant('open' as const),
    measured: fc.constantFrom('any' as const, 'kept' as const, 'not-kept' as const, 'not-yet-measured' as const),
    followed: fc.constant('mine' as const),
  },
  { requiredKeys: [] },
);

describe('what is wanted, in an address', () => {
  test('is read back as it was written', () => {
    fc.assert(
      fc.property(someWanted, (wanted) => {
        expect(wantedOf(new URLSearchParams(queryOf(wanted, new URLSearchParams())))).toEqual(wanted);
      }),
    );
  });
  test.each([
    ['chapter=sec'],
    ['chapter=SECT'],
    ['chapter=XSEC'],
    ['chapter=SE'],
    ['chapter='],
    ['pair=CA-US'],
    ['cell=gone'],
    ['flag=late'],
    ['signing=closed'],
    ['measured=all'],
    ['followed=yours'],
    ['colour=red'],
  ])('%s asks for nothing', (query) => {
    expect(wantedOf(new URLSearchParams(query))).toEqual({});
  });
  test('a word that is not known does not drop the others', () => {
    expect(wantedOf(new URLSearchParams('cell=gone&pair=US-MX&chapter=SEC'))).toEqual({
      pair: 'US-MX',
      chapter: 'SEC',
    });
  });
  test('the moment goes along, whatever else stood in the address does not', () => {
    const before = new URLSearchParams('known=2006-07&act=sign&cell=late&asOf=2006-06');
    expect(queryOf({ flag: 'moved', pair: 'CA-MX' }, before)).toBe('?asOf=2006-06&known=2006-07&pair=CA-MX&flag=moved');
    expect(queryOf({}, before)).toBe('?asOf=2006-06&known=2006-07');
    expect(queryOf({}, new URLSearchParams('cell=late'))).toBe('');
  });
});

describe('which milestones are wanted', () => {
  test('all, when nothing is asked for', () => {
    expect(isWanted(row(), {})).toBe(true);
    expect(isWanted(row({ pairs: [] }), {})).toBe(true);
  });
  test.each<[Wanted, boolean]>([
    [{ chapter: 'SEC' }, true],
    [{ chapter: 'TRV' }, false],
    [{ pair: 'US-CA' }, true],
    [{ pair: 'CA-MX' }, false],
    [{ cell: 'late' }, true],
    [{ cell: 'moving' }, false],
    [{ cell: 'late', pair: 'US-MX' }, true],
    [{ cell: 'late', pair: 'US-CA' }, false],
    [{ cell: 'done', pair: 'US-CA' }, true],
    [{ cell: 'done' }, false],
    [{ flag: 'overdue' }, true],
    [{ flag: 'moved' }, false],
    [{ flag: 'overdue', pair: 'US-MX' }, true],
    [{ flag: 'overdue', pair: 'US-CA' }, false],
    [{ signing: 'open' }, false],
    [{ measured: 'any' }, false],
    [{ followed: 'mine' }, false],
  ])('%o of a promise done by one pair, late and overdue by another: %s', (wanted, holds) => {
    expect(isWanted(row(), wanted)).toBe(holds);
  });
  test('a promise is done only when every pair that it binds is, and it binds one', () => {
    const done = [pairOf('US-CA', 'done'), pairOf('US-MX', 'done')];
    expect(isWanted(row({ pairs: done }), { cell: 'done' })).toBe(true);
    expect(isWanted(row({ pairs: [...done, pairOf('CA-MX', 'not-applicable')] }), { cell: 'done' })).toBe(true);
    expect(isWanted(row({ pairs: [...done, pairOf('CA-MX', 'unknown')] }), { cell: 'done' })).toBe(false);
    expect(isWanted(row({ pairs: [pairOf('CA-MX', 'not-applicable')] }), { cell: 'done' })).toBe(false);
  });
  test('open signatures, verdicts of measuring and what one follows', () => {
    expect(isWanted(row({ openProposals: 1 }), { signing: 'open' })).toBe(true);
    expect(isWanted(row({ followed: true }), { followed: 'mine' })).toBe(true);
    const kept = row({ measured: measured('kept') });
    expect(isWanted(kept, { measured: 'any' })).toBe(true);
    expect(isWanted(kept, { measured: 'kept' })).toBe(true);
    expect(isWanted(kept, { measured: 'not-kept' })).toBe(false);
  });
  test('who asks for more sees no row that he did not see before', () => {
    fc.assert(
      fc.property(someWanted, fc.constantFrom('chapter', 'signing', 'measured', 'followed'), (wanted, name) => {
        const { [name as 'chapter']: _, ...less } = wanted;
        const one = row({ openProposals: 1, measured: measured('kept') });
        if (isWanted(one, wanted)) expect(isWanted(one, less)).toBe(true);
      }),
    );
  });
});
