import { describe, expect, test } from 'vitest';
import type { ListEntry, PlainDate, Subject, SubjectList } from '#kernel';
import { buildIndex, withList, withoutEntry } from './index-of-lists.ts';
import { normalise, normaliseNumber, wordsOf } from './normalise.ts';
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
const born = (text: string) => text as PlainDate;
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

describe('normalising', () => {
  test.each([
    ['Müller', 'MULLER'],
    ['Łukasz Ðorđe Œuvre', 'LUKASZ DORDE OEUVRE'],
    ['Ærø Straße İlkılıç', 'AERO STRASSE ILKILIC'],
    ['Þór Ħal Ŧir Ŋum Ŀl', 'THOR HAL TIR NUM LL'],
    ["O'Brien d’Arc ʻAli", 'OBRIEN DARC ALI'],
    ['AL-ZAWAHIRI, Dr. Ayman', 'AL ZAWAHIRI DR AYMAN'],
    ['ﬁne №1', 'FINE NO1'],
    ['محمد', 'محمد'],
  ])('%s', (from, to) => {
    expect(normalise(from)).toBe(to);
  });

  test('words are distinct; numbers hold letters and digits', () => {
    expect(wordsOf(' Ana  Ana-Bela ')).toEqual(['ANA', 'BELA']);
    expect(wordsOf('...')).toEqual([]);
    expect(normaliseNumber('ab-12 34/x')).toBe('AB1234X');
  });
});

describe('candidates', () => {
  test('say which entry of which list, and why', () => {
    expect(only({ datesOfBirth: [{ year: 1970, month: 2, day: 3 }] }, { dateOfBirth: born('1970-02-03') })).toEqual({
      list: 'L',
      listVersion: '3',
      entry: '7',
      purpose: 'no-fly',
      listedName: 'LUIS MORA',
      class: 'strong',
      score: 95,
      evidence: [
        { feature: 'name', relation: 'same', subject: 'LUIS MORA', listed: 'LUIS MORA', contribution: 70 },
        { feature: 'document', relation: 'absent', contribution: 0 },
        { feature: 'date-of-birth', relation: 'same', subject: '1970-02-03', listed: '1970-02-03', contribution: 25 },
        { feature: 'sex', relation: 'absent', contribution: 0 },
        { feature: 'nationality', relation: 'absent', contribution: 0 },
      ],
    });
  });

  test('are given per subject, in the order asked', () => {
    const index = buildIndex([list([entry()])]);
    const nobody = subject({ names: [{ whole: 'Nobody Here' }] });
    expect(screen(index, [nobody, subject(), nobody]).map((found) => found.length)).toEqual([0, 1, 0]);
    expect(screen(index, [])).toEqual([]);
    expect(screen(buildIndex([]), [subject()])).toEqual([[]]);
  });

  test('stand with the highest score first, equal ones by list and number', () => {
    const a = entry({ entry: 'b' });
    const index = buildIndex([
      list([entry({ entry: 'weak', names: [{ whole: 'Luis Mora', quality: 'weak' }] }), a, entry({ entry: 'a' })]),
      list([entry({ entry: 'z' })], { name: 'K', purpose: 'lookout' }),
    ]);
    expect(screen(index, [subject()])[0]?.map((one) => `${one.list} ${one.entry}`)).toEqual([
      'K z',
      'L a',
      'L b',
      'L weak',
    ]);
  });

  test.each([
    ['a name alone is to be adjudicated', {}, {}, 'adjudicate', 70],
    ['a weak alias alone is no hit', { names: [{ whole: 'Luis Mora', quality: 'weak' }] }, {}, 'no-hit', 40],
    [
      'a name of one word alone is no hit',
      { names: [{ whole: 'Mora', quality: 'alias' }] },
      { names: [{ whole: 'MORA' }] },
      'no-hit',
      40,
    ],
    [
      'another date of birth clears',
      { datesOfBirth: [{ year: 1970 }] },
      { dateOfBirth: born('1971-01-01') },
      'no-hit',
      30,
    ],
    [
      'a document alone is strong where the list gives no name',
      { names: [], documents: [{ type: 'P', number: 'A1234' }] },
      { documents: [{ type: 'P', number: 'A1234' }] },
      'strong',
      95,
    ],
    [
      'a document under another name is to be adjudicated',
      { documents: [{ type: 'P', number: 'A1234' }] },
      { names: [{ whole: 'Eva Ruiz' }], documents: [{ type: 'P', number: 'a-1234' }] },
      'adjudicate',
      65,
    ],
    [
      'a document of somebody without a name is strong',
      { documents: [{ type: 'P', number: 'A1234' }] },
      { names: [], documents: [{ type: 'P', number: 'A1234' }] },
      'strong',
      95,
    ],
  ] as const)('%s', (_, listed, asked, expected, score) => {
    expect(only(listed as Partial<ListEntry>, asked as Partial<Subject>)).toMatchObject({ class: expected, score });
  });

  test('a listed name without a name is told as an empty one', () => {
    const number = { type: 'P', number: 'A1234' };
    expect(only({ names: [], documents: [number] }, { documents: [number] })?.listedName).toBe('');
  });

  test('kinds do not mix by name', () => {
    expect(only({ kind: 'organisation' })).toBeUndefined();
  });

  test('of several names the one that speaks most counts, whichever comes first', () => {
    const weak = { whole: 'Luis Mora', quality: 'weak' as const };
    const full = { whole: 'Mora Luis', quality: 'alias' as const };
    expect(only({ names: [weak, full] })?.score).toBe(70);
    expect(only({ names: [full, weak] })?.score).toBe(70);
    expect(only({ names: [full, weak] })?.listedName).toBe('Mora Luis');
    const asked = { names: [{ whole: 'Luis Mora Paz' }, { whole: 'Luis Mora' }] };
    expect(only({ names: [full] }, asked)?.score).toBe(70);
  });

  test('names that share one word only, or one word beside others, are no candidates', () => {
    expect(only({}, { names: [{ whole: 'Luis' }] })).toBeUndefined();
    expect(only({}, { names: [{ whole: 'Luis Paz' }] })).toBeUndefined();
    expect(only({}, { names: [{ whole: '' }] })).toBeUndefined();
    expect(only({ names: [{ whole: '', quality: 'primary' }] }, { names: [{ whole: '' }] })).toBeUndefined();
    expect(
      only({ names: [{ whole: 'Luis Mora Gil', quality: 'primary' }] }, { names: [{ whole: 'Luis Mora Paz' }] }),
    ).toBeUndefined();
    expect(only({ names: [{ whole: 'Mora', quality: 'primary' }] })).toBeUndefined();
  });
});

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

describe('changing lists', () => {
  const other = entry({ entry: '8', names: [{ whole: 'Eva Ruiz', quality: 'primary' }] });
  const eva = subject({ names: [{ whole: 'Ruiz Eva' }] });
  const first = buildIndex([list([entry()])]);

  test('an added entry is found with the version that it came with; the index before is as it was', () => {
    const second = withList(first, list([other], { version: '4' }));
    expect(screen(second, [eva])[0]).toMatchObject([{ entry: '8', listVersion: '4' }]);
    expect(screen(second, [subject()])[0]).toMatchObject([{ entry: '7', listVersion: '3' }]);
    expect(screen(first, [eva])).toEqual([[]]);
    expect([first.size, second.size]).toEqual([1, 2]);
    expect(withList(first, list([]))).toBe(first);
  });

  test('an entry of the same number is replaced in its own list only', () => {
    const renamed = withList(first, list([{ ...other, entry: '7' }]));
    expect(screen(renamed, [subject(), eva]).map((found) => found.length)).toEqual([0, 1]);
    const elsewhere = withList(first, list([{ ...other, entry: '7' }], { name: 'K' }));
    expect(screen(elsewhere, [subject(), eva]).map((found) => found.length)).toEqual([1, 1]);
  });

  test('a withdrawn entry is gone, by name and by document', () => {
    const number = { type: 'P', number: 'A1234' };
    const index = buildIndex([list([entry({ documents: [number] }), other])]);
    const without = withoutEntry(index, 'L', '7');
    expect(screen(without, [subject({ documents: [number] }), eva]).map((found) => found.length)).toEqual([0, 1]);
    expect(without.size).toBe(1);
    expect(withoutEntry(index, 'K', '7').size).toBe(2);
    expect(withoutEntry(withoutEntry(index, 'L', '7'), 'L', '7').size).toBe(1);
  });

  test('of two entries with one number the later one stands', () => {
    const index = buildIndex([list([entry(), { ...other, entry: '7' }])]);
    expect(index.size).toBe(1);
    expect(screen(index, [subject(), eva]).map((found) => found.length)).toEqual([0, 1]);
  });

  test('many small additions make few layers, the large one stays', () => {
    const many = Array.from({ length: 100 }, (_, at) => entry({ entry: `m${at}` }));
    let index = buildIndex([list(many)]);
    const [large] = index.layers;
    for (let at = 0; at < 40; at += 1) index = withList(index, list([entry({ entry: `n${at}` })]));
    expect(index.size).toBe(140);
    expect(index.layers.length).toBeLessThanOrEqual(7);
    expect(index.layers[0]).toBe(large);
    expect(screen(index, [subject()])[0]).toHaveLength(140);
  });
});
