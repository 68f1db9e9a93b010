import { describe, expect, test } from 'vitest';
import { aggregateId, countryCode, Decision, disposition, instant, type Outcome, type PartnerOutcome } from '#kernel';
import { answered, corrected, current } from './answered.ts';
import { meaningOf, vectorsOf } from './certification/vectors.ts';
import { journeyFold } from './entries.ts';
import { emptyJourney } from './state.ts';

const us = countryCode('US');
const ca = countryCode('CA');
const journey = aggregateId('a'.repeat(32));
const vector = us && vectorsOf(us).find(({ name }) => name === 'infant');
if (us === undefined || ca === undefined || journey === undefined || vector === undefined) throw new TypeError('US');
const { reply: _reply, ...record } = meaningOf(vector, us);
const own = Decision.because(disposition('board'), [{ code: 'X', class: 'other', row: 'x', facts: {} }], {
  table: 't',
  version: '1',
});
const partner: PartnerOutcome = { country: ca, disposition: disposition('refer'), reasonClass: 'other' };
const outcome = (subject: string, more: Partial<Outcome> = {}): Outcome => ({
  subject,
  own,
  partners: [partner],
  combined: disposition('refer'),
  ...more,
});

describe('entries of an answer', () => {
  test('what partners said, then what the carrier was told', () => {
    expect(answered(record, [outcome('A'), outcome('B', { partners: [] })])).toEqual([
      {
        kind: 'travel.partner-answered',
        data: { transaction: record.transaction, late: false, answers: [{ subject: 'A', partner }] },
      },
      {
        kind: 'travel.replied',
        data: {
          transaction: record.transaction,
          answers: [
            { subject: 'A', disposition: 'refer' },
            { subject: 'B', disposition: 'refer' },
          ],
        },
      },
    ]);
  });

  test('nothing of partners where none was asked, and nothing at all of nobody', () => {
    expect(answered(record, [outcome('A', { partners: [] })]).map(({ kind }) => kind)).toEqual(['travel.replied']);
    expect(answered(record, [])).toEqual([]);
  });

  test('those on whom this country has no word are not its travellers', () => {
    const [said, told] = answered(record, [
      outcome('A'),
      outcome('B', { own: undefined, partners: [partner, partner] }),
    ]);
    expect(said?.data).toMatchObject({ answers: [{ subject: 'A' }] });
    expect(told?.data).toMatchObject({ answers: [{ subject: 'A' }] });
    expect(JSON.stringify([said, told])).not.toContain('"B"');
  });

  test('a word that came late is recorded as such, and tells the carrier nothing by itself', () => {
    const late = outcome('A', { own: undefined });
    expect(answered(record, [late])).toEqual([
      {
        kind: 'travel.partner-answered',
        data: { transaction: record.transaction, late: true, answers: [{ subject: 'A', partner }] },
      },
    ]);
    expect(answered(record, [late, outcome('B')])[0]?.data).toMatchObject({ late: false });
  });
});

test('a correction is recorded by its request', () => {
  expect(corrected(record, [outcome('A')])).toEqual([
    {
      kind: 'travel.corrected',
      data: { transaction: record.transaction, answers: [{ subject: 'A', disposition: 'refer' }] },
    },
  ]);
});

test('a late word counts while the state rests on what it answers, or nothing is known of the journey', () => {
  const lodged = {
    aggregate: journey,
    version: 1,
    at: instant(1),
    kind: 'travel.lodged',
    reality: 'live' as const,
    data: { record, findings: [] },
  };
  const state = journeyFold.apply(emptyJourney, lodged);
  expect(current(state, record, 'CERT002')).toBe(true);
  expect(current(state, { ...record, transaction: 'OLDER' }, 'CERT002')).toBe(false);
  expect(current(state, record, 'NOBODY')).toBe(false);
  expect(current(emptyJourney, record, 'NOBODY')).toBe(true);
});
