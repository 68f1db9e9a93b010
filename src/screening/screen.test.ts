import { describe, expect, test } from 'vitest';
import { type HitClass, type ListEntry, type PlainDate, parsePlainDate, type Subject, type SubjectList } from '#kernel';
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
type Rule = readonly [string, Partial<ListEntry>, Partial<Subject>, HitClass, number];

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

  test.each<Rule>([
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
      'exactly enough is strong: a word more, the same birth',
      { datesOfBirth: [{ year: 1970, month: 2, day: 3 }] },
      { names: [{ whole: 'Luis Mora Paz' }], dateOfBirth: born('1970-02-03') },
      'strong',
      90,
    ],
    [
      'exactly enough is to be adjudicated: a word more, another sex',
      { sex: 'M' },
      { names: [{ whole: 'Luis Mora Paz' }], sex: 'F' },
      'adjudicate',
      50,
    ],
    [
      'a document of somebody without a name is strong',
      { documents: [{ type: 'P', number: 'A1234' }] },
      { names: [], documents: [{ type: 'P', number: 'A1234' }] },
      'strong',
      95,
    ],
  ])('%s', (_, listed, asked, expected, score) => {
    expect(only(listed, asked)).toMatchObject({ class: expected, score });
  });

  test('a listed name without a name is told as an empty one', () => {
    const number = { type: 'P', number: 'A1234' };
    expect(only({ names: [], documents: [number] }, { documents: [number] })?.listedName).toBe('');
  });

  test('a listed name of one part is told without a blank beside it', () => {
    const number = { type: 'P', number: 'A1234' };
    const told = only(
      { names: [{ family: 'Mora', quality: 'primary' }], documents: [number] },
      { documents: [number] },
    );
    expect(told?.listedName).toBe('Mora');
  });

  test('kinds do not mix by name, nor hide another entry that is found', () => {
    expect(only({ kind: 'organisation' })).toBeUndefined();
    const found = candidates([entry({ kind: 'organisation', entry: '1' }), entry({ entry: '2' })], subject());
    expect(found.map((one) => one.entry)).toEqual(['2']);
  });

  test('of two names that speak the same, the one that the list gives first is told', () => {
    const names = [
      { whole: 'Luis Mora', quality: 'primary' as const },
      { whole: 'Mora Luis', quality: 'alias' as const },
    ];
    expect(only({ names })?.evidence[0]).toMatchObject({ listed: 'LUIS MORA' });
    expect(only({ names: names.toReversed() })?.evidence[0]).toMatchObject({ listed: 'MORA LUIS' });
  });

  test('a name that was found is told, also where the document leads to the same entry', () => {
    const documents = [{ type: 'P', number: 'A1234' }];
    expect(only({ documents }, { documents })).toMatchObject({
      score: 165,
      evidence: [{ relation: 'same' }, {}, {}, {}, {}],
    });
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
