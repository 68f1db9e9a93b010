import { expect, test } from 'vitest';
import { encodeUtf8, type Finding, type ListEntry } from '#kernel';
import { readOwnCsv } from './own-csv.ts';

const told = (findings: readonly Finding[]) => findings.map(({ code, parameters, at }) => [code, parameters, at]);
const full: ListEntry = {
  entry: 'A-1',
  kind: 'person',
  names: [
    { family: 'Mora', given: 'Luis', quality: 'primary' },
    { whole: 'Lucho, Mora', quality: 'alias' },
    { whole: 'Lu', quality: 'weak' },
  ],
  datesOfBirth: [
    { year: 1970, month: 2, day: 3 },
    { year: 1971, untilYear: 1972 },
    { year: 1973, month: 4 },
  ],
  sex: 'M',
  nationalities: ['MEX', 'USA'],
  documents: [
    { type: 'P', number: 'X1234567', issuingState: 'MEX' },
    { type: 'I', number: '99' },
  ],
  programme: 'demo',
};
const list = { name: 'l', version: 'v', purpose: 'no-fly', entries: [full] };

test('CSV holds the same in columns, in any order', () => {
  const csv =
    '\uFEFFprogramme,entry,kind,family,given,name,aliases,weak_aliases,dates_of_birth,sex,nationalities,documents,colour\r\n' +
    'demo,A-1,person,Mora,Luis,,"Lucho, Mora",Lu,1970-02-03|1971/1972|1973-04,M,MEX | USA,P:X1234567:MEX|I:99,red\r\n\r\n';
  const { list: read, findings } = readOwnCsv(encodeUtf8(csv), { name: 'l', version: 'v', purpose: 'no-fly' });
  expect(read).toStrictEqual(list);
  expect(told(findings)).toStrictEqual([['LST-0114', { column: 'colour' }, { segment: 1, element: 13 }]]);
});

test('a whole name, and little else', () => {
  const { list: read } = readOwnCsv(encodeUtf8('entry,name\n1,Luis Mora\n2,\n'));
  expect(read).toMatchObject({ name: 'own', version: 'undated', purpose: 'lookout' });
  expect(read.entries).toStrictEqual([
    {
      entry: '1',
      kind: 'person',
      names: [{ whole: 'Luis Mora', quality: 'primary' }],
      datesOfBirth: [],
      nationalities: [],
      documents: [],
    },
  ]);
});

test('bad rows of CSV are told and left out', () => {
  const { list: read, findings } = readOwnCsv(
    encodeUtf8(
      'entry,name,nationalities,documents\n1,Ana,MEX\n,Bo,,\n3,Cy,Mexico,\n4,,,\n5,Di,,P\n7,Fay,,P:1234:MEX:9\n6,"Ed" x,,\n',
    ),
  );
  expect(told(findings)).toStrictEqual([
    ['LST-0101', { columns: 3, expected: 4 }, { segment: 2 }],
    ['LST-0111', { member: 'entry', expected: 'text' }, { segment: 3 }],
    ['LST-0111', { member: 'nationalities', expected: 'ISO 3166-1' }, { segment: 4 }],
    ['LST-0103', { entry: '4' }, { segment: 5 }],
    ['LST-0111', { member: 'number', expected: 'text' }, { segment: 6 }],
    ['LST-0113', {}, { segment: 8 }],
  ]);
  expect(read.entries.map(({ entry }) => entry)).toStrictEqual(['7']);
});

test('blanks around columns, cells and their parts say nothing', () => {
  const { list: read, findings } = readOwnCsv(
    encodeUtf8(' entry , name ,aliases,documents,kind\n 1 , A ," B | C ", P : X1 : MEX , \n'),
  );
  expect(findings).toStrictEqual([]);
  expect(read.entries).toStrictEqual([
    {
      entry: '1',
      kind: 'person',
      names: [
        { whole: 'A', quality: 'primary' },
        { whole: 'B', quality: 'alias' },
        { whole: 'C', quality: 'alias' },
      ],
      datesOfBirth: [],
      nationalities: [],
      documents: [{ type: 'P', number: 'X1', issuingState: 'MEX' }],
    },
  ]);
});

test('columns in the spelling of JSON lines, and those that few lists have', () => {
  const text = [
    'id,kind,names,dateOfBirth,placeOfBirth,nationality,listedOn,updatedOn',
    '1,organization,A|B,1970|1971,Lima|Cuzco,mx|ru,2020-01-02,2021-01-02',
  ].join('\n');
  const whole = readOwnCsv(encodeUtf8(text));
  expect(whole.findings).toStrictEqual([]);
  expect(whole.list.entries).toStrictEqual([
    {
      entry: '1',
      kind: 'organisation',
      names: [
        { whole: 'A', quality: 'primary' },
        { whole: 'B', quality: 'alias' },
      ],
      datesOfBirth: [{ year: 1970 }, { year: 1971 }],
      nationalities: ['MEX', 'RUS'],
      documents: [],
      placesOfBirth: ['Lima', 'Cuzco'],
      listedOn: '2020-01-02',
      updatedOn: '2021-01-02',
    },
  ]);
  for (const [column, own] of [
    ['date_of_birth', 'dates_of_birth'],
    ['place_of_birth', 'places_of_birth'],
    ['listed_on', 'listedOn'],
    ['updated_on', 'updatedOn'],
  ] as const) {
    const read = (name: string) => readOwnCsv(encodeUtf8(`entry,name,${name}\n1,A,2020-01-02\n`));
    expect(read(column)).toStrictEqual(read(own));
    expect(Object.keys(read(column).list.entries[0] ?? {}).length).toBeGreaterThanOrEqual(6);
    expect(read(column).findings).toStrictEqual([]);
  }
});
