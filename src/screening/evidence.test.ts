import { describe, expect, test } from 'vitest';
import { type ListEntry, type PlainDate, parsePlainDate, type Subject, type SubjectList } from '#kernel';
import { buildIndex } from './index-of-lists.ts';
import { screen } from './screen.ts';

const entry = (more: Partial<ListEntry> = {}): ListEntry => ({
  entry: '7',
  kind: 'person',
  names: [{ family: 'MORA', given: 'LUIS', quality: 'primary' }],
  datesOfBirth: [],
  nationalities: [],
  documents: [],
  ...more,
});
const list = (entries: readonly ListEntry[], more: Partial<SubjectList> = {}): SubjectList => ({
  name: 'L',
  version: '3',
  purpose: 'no-fly',
  entries,
  ...more,
});
const subject = (more: Partial<Subject> = {}): Subject => ({
  reference: '1',
  kind: 'person',
  names: [{ family: 'Mora', given: 'Luis' }],
  nationalities: [],
  documents: [],
  ...more,
});
/** A day that a test writes down. */
function born(text: string): PlainDate {
  const day = parsePlainDate(text);
  if (day === undefined) throw new TypeError(text);
  return day;
}
const candidates = (entries: readonly ListEntry[], asked: Subject) =>
  screen(buildIndex([list(entries)]), [asked])[0] ?? [];
const only = (listed: Partial<ListEntry>, asked: Partial<Subject> = {}) =>
  candidates([entry(listed)], subject(asked))[0];
/** Feature, relation, contribution. */
const spoken = (listed: Partial<ListEntry>, asked: Partial<Subject> = {}) =>
  only(listed, asked)
    ?.evidence.filter(({ relation }) => relation !== 'absent')
    .map(({ feature, relation, contribution }) => [feature, relation, contribution]);
const name = ['name', 'same', 70];

describe('evidence', () => {
  const surplus = (...parts: readonly unknown[]) => ['other-words', ...parts];
  test('words that one side lacks take away, up to three', () => {
    const asked = (whole: string) => spoken({}, { names: [{ whole }] });
    expect(asked('Luis Mora Paz')).toEqual([name, surplus('only-subject', -5)]);
    expect(asked('Luis Mora a b c d')).toEqual([name, surplus('only-subject', -15)]);
    const listed = { names: [{ whole: 'Luis Mora Gil Paz', quality: 'primary' as const }] };
    expect(spoken(listed)).toEqual([name, surplus('only-listed', -10)]);
    expect(only(listed)?.evidence[1]).toEqual({
      feature: 'other-words',
      relation: 'only-listed',
      listed: 'GIL PAZ',
      contribution: -10,
    });
    expect(only({}, { names: [{ whole: 'Luis Mora Gil' }] })?.evidence[1]).toMatchObject({ subject: 'GIL' });
  });

  test.each([
    ['1970-02-03', [{ year: 1970, month: 2, day: 3 }], 'same', 25, '1970-02-03'],
    ['1970-02-03', [{ year: 1970, month: 2, day: 4 }], 'differs', -40, '1970-02-04'],
    ['1970-02-03', [{ year: 1970, month: 2 }], 'short-form', 10, '1970-02'],
    ['1970-02-03', [{ year: 1970, month: 3 }], 'differs', -40, '1970-03'],
    ['1970-02-03', [{ year: 1970 }], 'short-form', 10, '1970'],
    ['1970-02-03', [{ year: 1971 }], 'differs', -40, '1971'],
    ['1970-02-03', [{ year: 1968, untilYear: 1970 }], 'short-form', 10, '1968/1970'],
    ['1970-02-03', [{ year: 1970, untilYear: 1971 }], 'short-form', 10, '1970/1971'],
    ['1970-02-03', [{ year: 1968, untilYear: 1969 }], 'differs', -40, '1968/1969'],
    ['1970-02-03', [{ year: 1971, untilYear: 1972 }], 'differs', -40, '1971/1972'],
    ['1970-02-03', [{ year: 1971 }, { year: 1970, month: 2, day: 3 }, { year: 1970 }], 'same', 25, '1970-02-03'],
  ])('born %s, listed %o: %s', (day, datesOfBirth, relation, contribution, listed) => {
    const evidence = only({ datesOfBirth }, { dateOfBirth: born(day) })?.evidence;
    expect(evidence?.[2]).toEqual({ feature: 'date-of-birth', relation, subject: day, listed, contribution });
  });

  test('a date on one side only is neutral', () => {
    expect(spoken({ datesOfBirth: [{ year: 1970 }] })).toEqual([name]);
    expect(spoken({}, { dateOfBirth: born('1970-02-03') })).toEqual([name]);
  });

  test('sex: X and what is missing say nothing', () => {
    expect(spoken({ sex: 'M' }, { sex: 'M' })).toEqual([name, ['sex', 'same', 2]]);
    expect(spoken({ sex: 'M' }, { sex: 'F' })).toEqual([name, ['sex', 'differs', -15]]);
    expect(only({ sex: 'M' }, { sex: 'F' })?.evidence[3]).toMatchObject({ subject: 'F', listed: 'M' });
    for (const [listed, asked] of [
      ['X', 'F'],
      ['M', 'X'],
      [undefined, 'F'],
      ['M', undefined],
    ] as const) {
      expect(spoken({ ...(listed && { sex: listed }) }, { ...(asked && { sex: asked }) })).toEqual([name]);
    }
  });

  test('nationality: one in common is enough', () => {
    expect(spoken({ nationalities: ['MEX', 'USA'] }, { nationalities: ['CAN', 'USA'] })).toEqual([
      name,
      ['nationality', 'same', 5],
    ]);
    expect(spoken({ nationalities: ['MEX'] }, { nationalities: ['CAN'] })).toEqual([
      name,
      ['nationality', 'differs', -10],
    ]);
    expect(only({ nationalities: ['MEX', 'USA'] }, { nationalities: ['CAN', 'DEU'] })?.evidence[4]).toMatchObject({
      subject: 'CAN DEU',
      listed: 'MEX USA',
    });
    expect(spoken({ nationalities: ['MEX'] })).toEqual([name]);
    expect(spoken({}, { nationalities: ['MEX'] })).toEqual([name]);
  });

  test('document: the same number, and the same state where both name one', () => {
    const listed = { documents: [{ type: 'P', number: 'A1234', issuingState: 'MEX' }] };
    const held = (number: string, issuingState?: string) => ({
      documents: [{ type: 'P', number, ...(issuingState === undefined ? {} : { issuingState }) }],
    });
    expect(spoken(listed, held('A1234', 'MEX'))).toEqual([name, ['document', 'same', 95]]);
    expect(spoken(listed, held('a 1234'))).toEqual([name, ['document', 'same', 95]]);
    expect(spoken(listed, held('A1234', 'USA'))).toEqual([name]);
    expect(only(listed, { ...held('A1234', 'USA'), names: [] })).toBeUndefined();
    expect(spoken(listed, held('B1234', 'MEX'))).toEqual([name]);
    expect(only(listed, held('a1234'))?.evidence[1]).toMatchObject({ subject: 'a1234', listed: 'A1234 (MEX)' });
    const both = { documents: [...held('B1').documents, ...held('A1234').documents] };
    expect(spoken(listed, both)).toEqual([name, ['document', 'same', 95]]);
  });

  test('a number of fewer than four characters leads nowhere', () => {
    expect(
      only({ documents: [{ type: 'P', number: '123' }] }, { names: [], documents: [{ type: 'P', number: '123' }] }),
    ).toBeUndefined();
    const four = { documents: [{ type: 'P', number: '1234' }] };
    expect(only(four, { names: [], ...four })).toBeDefined();
    expect(candidates([entry(four), entry({ ...four, entry: '8' })], subject({ names: [], ...four }))).toHaveLength(2);
  });

  test('Germany is D in travel documents and DEU on lists', () => {
    expect(spoken({ nationalities: ['DEU'] }, { nationalities: ['D'] })).toEqual([name, ['nationality', 'same', 5]]);
    const listed = { documents: [{ type: 'P', number: 'A1234', issuingState: 'DEU' }] };
    const held = { documents: [{ type: 'P', number: 'A1234', issuingState: 'D' }] };
    expect(spoken(listed, held)).toEqual([name, ['document', 'same', 95]]);
  });
});
