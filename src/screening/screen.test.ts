import { describe, expect, test } from 'vitest';
import type { Candidate, ListEntry, PlainDate, Subject } from '#kernel';
import { buildIndex } from './index-of-lists.ts';
import { rank, screen } from './screen.ts';

const entry = (more: Partial<ListEntry> = {}): ListEntry => ({
  entry: '7',
  kind: 'person',
  names: [{ family: 'ZARATE', given: 'EUFEMIO', quality: 'primary' }],
  datesOfBirth: [{ year: 1961, month: 4, day: 9 }],
  nationalities: [],
  documents: [],
  ...more,
});
const subject = (more: Partial<Subject> = {}): Subject => ({
  reference: '1',
  kind: 'person',
  names: [{ family: 'Zárate', given: 'Eufemio' }],
  nationalities: [],
  documents: [],
  ...more,
});
const born = (text: string) => ({ dateOfBirth: text as PlainDate });
const indexOf = (...entries: readonly ListEntry[]) =>
  buildIndex([{ name: 'L', version: '3', purpose: 'no-fly', entries }]);
const only = (listed: Partial<ListEntry> = {}, asked: Partial<Subject> = {}): Candidate | undefined =>
  screen(indexOf(entry(listed)), [subject(asked)])[0]?.[0];
const sumOf = ({ evidence }: Candidate): number => evidence.reduce((sum, { contribution }) => sum + contribution, 0);

describe('candidates', () => {
  test('a name finds its entry, with its list, its version and the evidence that the score is the sum of', () => {
    const found = only();
    expect(found).toMatchObject({ list: 'L', listVersion: '3', entry: '7', purpose: 'no-fly' });
    expect(found?.listedName).toBe('EUFEMIO ZARATE');
    expect(found?.class).toBe('adjudicate');
    expect(found && sumOf(found)).toBe(found?.score);
    expect(found?.evidence.find(({ listed }) => listed === 'ZARATE')).toMatchObject({ relation: 'same' });
  });

  test('a day of birth makes it as good as certain; another one clears it and is still told', () => {
    expect(only({}, born('1961-04-09'))?.class).toBe('strong');
    const cleared = only({}, born('1988-04-09'));
    expect(cleared?.class).toBe('no-hit');
    expect(cleared && sumOf(cleared)).toBe(cleared?.score);
  });

  test('a date of birth leads to nobody', () => {
    expect(only({}, { names: [{ whole: 'Ingrid Holm' }], ...born('1961-04-09') })).toBeUndefined();
  });

  test('a number leads to its entry whatever the name, and to no entry of another state or kind', () => {
    const documents = [{ type: 'P', number: 'K 553-120', issuingState: 'MEX' }];
    const asked = {
      names: [{ whole: 'Ingrid Holm' }],
      documents: [{ type: 'P', number: 'k553120', issuingState: 'MEX' }],
    };
    const found = only({ documents }, asked);
    expect(found?.evidence.find(({ feature }) => feature === 'document')).toMatchObject({ relation: 'same' });
    expect(found?.evidence[0]).toMatchObject({ feature: 'name', relation: 'differs', subject: 'Ingrid Holm' });
    expect(found?.class).not.toBe('no-hit');
    expect(only({ documents, kind: 'vessel' }, asked)).toBeUndefined();
    const elsewhere = [{ type: 'P', number: 'K553120', issuingState: 'CAN' }];
    expect(only({ documents }, { ...asked, documents: elsewhere })).toBeUndefined();
  });

  test('an entry without a name is found by its number, a subject without a name too', () => {
    const documents = [{ type: 'P', number: 'K553120' }];
    expect(only({ names: [], documents }, { documents })).toMatchObject({ listedName: '', entry: '7' });
    expect(only({ documents }, { names: [], documents })?.evidence[0]).toMatchObject({ relation: 'absent' });
    expect(only({}, { names: [] })).toBeUndefined();
    expect(only({ names: [{ whole: '', quality: 'primary' }] }, { names: [{ whole: '' }] })).toBeUndefined();
  });

  test('a weak alias says less than an alias of the same words', () => {
    const weak = { whole: 'Eufemio Zarate', quality: 'weak' as const };
    const alias = { ...weak, quality: 'alias' as const };
    const known = born('1961-04-09');
    const [less, more] = [only({ names: [weak] }, known), only({ names: [alias] }, known)];
    expect(less?.score).toBeLessThan(more?.score ?? 0);
    expect(less?.evidence.some(({ feature }) => feature === 'weak-alias')).toBe(true);
    expect(less && sumOf(less)).toBe(less?.score);
  });

  test('of several names of both sides the most alike pair counts, wherever it stands', () => {
    const other = { whole: 'Rosalba Quiñones', quality: 'alias' as const };
    const own = { whole: 'Eufemio Zarate', quality: 'alias' as const };
    const asked = { names: [{ whole: 'Otto Brandt' }, { whole: 'Eufemio Zarate' }] };
    for (const names of [
      [other, own],
      [own, other],
    ]) {
      expect(only({ names }, asked)?.listedName).toBe('Eufemio Zarate');
      expect(only({ names }, asked)?.score).toBe(only({ names: [own] }, asked)?.score);
    }
  });

  test('subjects are answered in their order, each with the highest score first', () => {
    const index = indexOf(entry({ entry: '8', datesOfBirth: [{ year: 1988 }] }), entry());
    const asked = [subject({ names: [{ whole: 'Ingrid Holm' }] }), subject(born('1961-04-09'))];
    const [nobody, found] = screen(index, asked);
    expect(nobody).toEqual([]);
    expect(found?.map((one) => one.entry)).toEqual(['7', '8']);
  });

  test('the entries most like a subject are ranked whatever their class, no more than were asked for', () => {
    const index = indexOf(entry(), entry({ entry: '8' }), entry({ entry: '9', datesOfBirth: [] }));
    const ranked = rank(index, subject(born('1988-01-01')), 2);
    expect(ranked.map((one) => one.entry)).toEqual(['9', '7']);
    expect(rank(index, subject(), 10)).toHaveLength(3);
  });
});
