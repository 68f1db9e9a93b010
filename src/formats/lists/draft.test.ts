import { describe, expect, test } from 'vitest';
import { EntryDraft } from './draft.ts';
import { Fields } from './fields.ts';
import { Gathering } from './reading.ts';

function made() {
  const into = new Gathering();
  return { into, draft: new EntryDraft(into, { segment: 7 }, { entry: '1', kind: 'person' }) };
}
const told = ({ findings }: Gathering) => findings.map(({ code, parameters, at }) => [code, parameters['text'], at]);

describe('an entry while it is read', () => {
  test('that says nothing is bare', () => {
    const { draft, into } = made();
    draft.name(undefined, 'primary');
    draft.name(' ', 'primary');
    draft.name({}, 'primary');
    draft.born(undefined);
    draft.national(undefined);
    draft.documents(undefined, 'P');
    draft.sex(undefined);
    draft.bornAt(undefined);
    draft.bornAt(' ');
    draft.programme(undefined);
    draft.programme(' ');
    draft.listed(undefined);
    draft.updated(' ');
    draft.also('x', undefined);
    draft.also('x', ' ');
    draft.rest(new Fields([]));
    const bare = { entry: '1', kind: 'person', names: [], datesOfBirth: [], nationalities: [], documents: [] };
    const read = draft.read();
    expect(read).toStrictEqual(bare);
    expect(Object.keys(read)).toStrictEqual(Object.keys(bare));
    expect(into.findings).toStrictEqual([]);
  });

  test('names once, each in its best quality, the better ones first', () => {
    const { draft } = made();
    draft.name('Lu', 'weak');
    draft.name('Lucho', 'alias');
    draft.name(' Luis Mora ', 'primary');
    draft.name({ given: 'Luis', family: 'Mora' }, 'alias');
    draft.name('Lucho', 'weak');
    draft.name('Lu', 'alias');
    expect(draft.read().names).toStrictEqual([
      { whole: 'Luis Mora', quality: 'primary' },
      { whole: 'Lu', quality: 'alias' },
      { whole: 'Lucho', quality: 'alias' },
    ]);
  });

  test('everything else once too', () => {
    const { draft, into } = made();
    for (const _ of [1, 2]) {
      draft.born('1970; 1971');
      draft.born({ year: 1972 });
      draft.national('Mexican, US');
      draft.documents('A1234 (Mexico); B1234', 'P');
      draft.document({ type: 'I', number: '9' });
      draft.sex('female');
      draft.bornAt(' Lima ');
      draft.programme(' X ');
      draft.also('title', ' Captain ');
      draft.rest(new Fields([['city', 'Lima']]));
    }
    draft.programme('Y');
    draft.kind = 'vessel';
    expect(draft.read()).toStrictEqual({
      entry: '1',
      kind: 'vessel',
      names: [],
      datesOfBirth: [{ year: 1970 }, { year: 1971 }, { year: 1972 }],
      sex: 'F',
      nationalities: ['MEX', 'USA'],
      documents: [
        { type: 'P', number: 'A1234', issuingState: 'MEX' },
        { type: 'P', number: 'B1234' },
        { type: 'I', number: '9' },
      ],
      programme: 'X, Y',
      placesOfBirth: ['Lima'],
      particulars: [
        { name: 'title', text: 'Captain' },
        { name: 'city', text: 'Lima' },
      ],
    });
    expect(into.findings).toStrictEqual([]);
  });

  test('the first day of listing and the last of change', () => {
    const { draft } = made();
    for (const day of ['02.01.2020', '01.01.2020', '03.01.2020']) {
      draft.listed(day);
      draft.updated(day);
    }
    expect(draft.read()).toMatchObject({ listedOn: '2020-01-01', updatedOn: '2020-01-03' });
    const other = made().draft;
    other.listed('02/01/2020', 'month-first');
    other.updated('02/01/2020', 'month-first');
    expect(other.read()).toMatchObject({ listedOn: '2020-02-01', updatedOn: '2020-02-01' });
  });

  test('a sex that is neither is kept as it stands', () => {
    const { draft } = made();
    draft.sex('M');
    draft.sex('Unknown');
    expect(draft.read()).toMatchObject({ sex: 'M', particulars: [{ name: 'sex', text: 'Unknown' }] });
  });

  test('what cannot be read is told with its place', () => {
    const { draft, into } = made();
    draft.born('soon', { element: 3 });
    draft.national('Atlantis', { path: 'x' });
    draft.at({ segment: 8 });
    draft.documents('none', 'P', { element: 4 });
    draft.listed('soon');
    draft.updated(' later ');
    expect(told(into)).toStrictEqual([
      ['LST-0104', 'soon', { segment: 7, element: 3 }],
      ['LST-0105', 'Atlantis', { segment: 7, path: 'x' }],
      ['LST-0115', 'none', { segment: 8, element: 4 }],
      ['LST-0116', 'soon', { segment: 8 }],
      ['LST-0116', 'later', { segment: 8 }],
    ]);
    expect(into.findings[0]?.parameters['entry']).toBe('1');
  });

  test('is kept with its place, or told that it can never be found', () => {
    const { draft, into } = made();
    draft.keep();
    expect(into.findings).toMatchObject([{ code: 'LST-0103', at: { segment: 7 } }]);
    draft.name('A', 'primary');
    draft.keep();
    expect(into.get('1')).toStrictEqual(draft.read());
  });
});
