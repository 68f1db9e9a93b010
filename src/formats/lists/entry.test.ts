import { expect, test } from 'vitest';
import { encodeUtf8, type Finding } from '#kernel';
import { readJsonLines } from './json-lines.ts';

const told = (findings: readonly Finding[]) => findings.map(({ code, parameters, at }) => [code, parameters, at]);
const line = (json: unknown) => readJsonLines(encodeUtf8(`${JSON.stringify(json)}\n`));
test.each([
  [[], '', 'object'],
  [{ names: ['A B'] }, 'entry', 'text'],
  [{ entry: ' ', names: ['A B'] }, 'entry', 'text'],
  [{ entry: '1', kind: 'robot', names: ['A'] }, 'kind', 'person, organisation, vessel, vehicle'],
  [{ entry: '1', names: 'A' }, 'names', 'list'],
  [{ entry: '1', kind: 'organizations', names: ['A'] }, 'kind', 'person, organisation, vessel, vehicle'],
  [{ entry: '1', names: [1] }, 'names', 'text'],
  [{ entry: '1', names: [{}] }, 'names', 'family, given, whole'],
  [{ entry: '1', names: [{ whole: 1 }] }, 'whole', 'text'],
  [{ entry: '1', names: [{ whole: 'A', quality: 'good' }] }, 'quality', 'primary, alias, weak'],
  [{ entry: '1', names: ['A'], datesOfBirth: [1970] }, 'datesOfBirth', 'date'],
  [{ entry: '1', names: ['A'], datesOfBirth: ['1970-02-30'] }, 'datesOfBirth', 'date'],
  [{ entry: '1', names: ['A'], sex: 'W' }, 'sex', 'M, F, X'],
  [{ entry: '1', names: ['A'], nationalities: ['Mexico'] }, 'nationalities', 'ISO 3166-1'],
  [{ entry: '1', names: ['A'], nationalities: [1] }, 'nationalities', 'ISO 3166-1'],
  [{ entry: '1', names: ['A'], documents: [7] }, 'documents', 'object'],
  [{ entry: '1', names: ['A'], documents: {} }, 'documents', 'list'],
  [{ entry: '1', documents: [{ type: 'P', number: 'X', issuingState: 'MEXI' }] }, 'issuingState', 'ISO 3166-1'],
  [{ entry: '1', names: ['A'], placesOfBirth: 'Lima' }, 'placesOfBirth', 'list'],
  [{ entry: '1', names: ['A'], placeOfBirth: 7 }, 'placesOfBirth', 'text'],
  [{ entry: '1', names: ['A'], listedOn: 'soon' }, 'listedOn', 'date'],
  [{ entry: '1', names: ['A'], updatedOn: 20261124 }, 'updatedOn', 'date'],
  [{ entry: '1', names: ['A'], particulars: ['x'] }, 'particulars', 'object'],
  [{ entry: '1', names: ['A'], particulars: [{ name: 'x' }] }, 'text', 'text'],
  [{ entry: '1', names: ['A'], particulars: [{ text: 'x' }] }, 'name', 'text'],
  [{ entry: '1', names: ['A'], programme: 1 }, 'programme', 'text'],
])('%j is refused', (json, member, expected) => {
  const { findings, list: read } = line(json);
  expect(told(findings)).toContainEqual(['LST-0111', { member, expected }, { segment: 1 }]);
  expect(read.entries).toStrictEqual([]);
});

test('names may be texts; the first is the primary one', () => {
  expect(
    line({ entry: '1', names: ['A B', 'C D', { given: 'E', quality: 'weak' }] }).list.entries[0]?.names,
  ).toStrictEqual([
    { whole: 'A B', quality: 'primary' },
    { whole: 'C D', quality: 'alias' },
    { given: 'E', quality: 'weak' },
  ]);
});

test('the spelling of the command’s contract is read as our own', () => {
  const contract = {
    id: ' X-7 ',
    kind: 'organization',
    names: ['Acme'],
    dateOfBirth: '1970',
    nationality: 'mx',
    placeOfBirth: 'Lima',
    documents: ['REG:77:CA', '1234'],
  };
  expect(line(contract)).toMatchObject({
    findings: [],
    list: {
      entries: [
        {
          entry: 'X-7',
          kind: 'organisation',
          datesOfBirth: [{ year: 1970 }],
          nationalities: ['MEX'],
          placesOfBirth: ['Lima'],
          documents: [
            { type: 'REG', number: '77', issuingState: 'CAN' },
            { type: 'unknown', number: '1234' },
          ],
        },
      ],
    },
  });
});

test('several may stand under the name of one, a number may be an entry’s own, and null is nothing', () => {
  const [entry] = line({
    id: 7,
    name: 'A B',
    dateOfBirth: [' 1970-01-02 ', '1971'],
    nationality: ['MEX', 'ru'],
    documents: null,
    placeOfBirth: null,
    note: null,
  }).list.entries;
  expect(entry).toStrictEqual({
    entry: '7',
    kind: 'person',
    names: [{ whole: 'A B', quality: 'primary' }],
    datesOfBirth: [{ year: 1970, month: 1, day: 2 }, { year: 1971 }],
    nationalities: ['MEX', 'RUS'],
    documents: [],
  });
});

test('our own spelling comes first where both stand', () => {
  const both = { entry: '1', id: '2', names: ['A'], name: 'B', nationalities: [], nationality: 'MEX' };
  expect(line(both).list.entries[0]).toMatchObject({
    entry: '1',
    names: [{ whole: 'A', quality: 'primary' }],
    nationalities: [],
  });
});

test('dates of listing, places and particulars are kept; so is what is not known', () => {
  const particulars = [{ name: 'title', text: 'Captain' }];
  const kept = { entry: '1', listedOn: '2020-02-29', updatedOn: '2021-01-01', placesOfBirth: ['Lima', 'Peru'] };
  const [entry] = line({ ...kept, names: ['A'], particulars, eyes: 'green', tall: 190, gone: null }).list.entries;
  expect(entry).toMatchObject({
    ...kept,
    particulars: [...particulars, { name: 'eyes', text: 'green' }, { name: 'tall', text: '190' }],
  });
  expect(Object.keys(line({ entry: '1', names: ['A'] }).list.entries[0] ?? {})).toStrictEqual([
    ...['entry', 'kind', 'names', 'datesOfBirth', 'nationalities', 'documents'],
  ]);
});
