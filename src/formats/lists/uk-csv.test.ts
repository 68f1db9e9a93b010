import { expect, test } from 'vitest';
import { encodeUtf8, type Finding } from '#kernel';
import { readUkCsv } from './uk-csv.ts';

const told = (findings: readonly Finding[]) => findings.map(({ code, parameters, at }) => [code, parameters, at]);
const table = (columns: readonly string[], ...rows: readonly (readonly string[])[]) =>
  [columns, ...rows].map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n');
const names = ['Name 6', 'Name 1', 'Name 2', 'Name 3', 'Name 4', 'Name 5'];

const sanctions = [
  ...['Last Updated', 'Unique ID', 'OFSI Group ID', ...names, 'Name type', 'Alias strength', 'Name non-latin script'],
  ...['Regime Name', 'Designation Type', 'Address Line 1', 'Address Postal Code', 'Address Country', 'Date Designated'],
  ...['D.O.B', 'Nationality(/ies)', 'National Identifier number', 'Passport number', 'Gender', 'Town of birth'],
  ...['Country of birth', 'Business registration number (s)', 'IMO number', 'Position'],
];
const one = ['04/08/2026', 'AFG0001', '12703', 'MORA', 'LUIS', '', 'ALBERTO', '', '', 'Primary Name', '', 'لويس'];
const more = ['Afghanistan', 'Individual', '1 Main', '125009', 'Peru', '29/06/2012', '00/00/1970', '(1) Peru (2) Iran'];
const numbers = ['I1234', 'A1234 (Peru)', 'Male', 'Lima', 'Peru', '', '', 'Minister'];
const alias = [...one.slice(0, 3), 'MORA', 'LU', '', '', '', '', 'Alias', 'Low quality', ''];
const ship = ['09/05/2025', 'RUS2001', '', 'SEA STAR', '', '', '', '', '', 'Primary Name', '', '', 'Russia', 'Ship'];

test('the UK Sanctions List: rows of one number are one entry', () => {
  const blank = Array.from({ length: 14 }, () => '');
  const text = table(
    sanctions,
    [...one, ...more, ...numbers],
    [...ship, ...blank.slice(0, 12), '9123456'],
    [...alias, 'Afghanistan', 'Individual', '2 High', ...blank.slice(0, 13)],
  );
  expect(readUkCsv(encodeUtf8(`Report Date: 13-Feb-2026\n${text}\n`))).toStrictEqual({
    findings: [],
    list: {
      name: 'uk-sanctions',
      version: '2026-02-13',
      purpose: 'sanctions',
      entries: [
        {
          entry: 'AFG0001',
          kind: 'person',
          names: [
            { family: 'MORA', given: 'LUIS ALBERTO', quality: 'primary' },
            { whole: 'لويس', quality: 'alias' },
            { family: 'MORA', given: 'LU', quality: 'weak' },
          ],
          datesOfBirth: [{ year: 1970 }],
          sex: 'M',
          nationalities: ['PER', 'IRN'],
          documents: [
            { type: 'P', number: 'A1234', issuingState: 'PER' },
            { type: 'I', number: 'I1234' },
          ],
          programme: 'Afghanistan',
          placesOfBirth: ['Lima, Peru'],
          listedOn: '2012-06-29',
          updatedOn: '2026-08-04',
          particulars: [
            { name: 'address', text: '1 Main, 125009, Peru' },
            { name: 'OFSI Group ID', text: '12703' },
            { name: 'Position', text: 'Minister' },
            { name: 'address', text: '2 High' },
          ],
        },
        {
          entry: 'RUS2001',
          kind: 'vessel',
          names: [{ whole: 'SEA STAR', quality: 'primary' }],
          datesOfBirth: [],
          nationalities: [],
          documents: [{ type: 'IMO', number: '9123456' }],
          programme: 'Russia',
          updatedOn: '2025-05-09',
        },
      ],
    },
  });
});

test('the list of OFSI, under its own column names', () => {
  const columns = [
    ...[...names, 'Name Non-Latin Script', 'DOB', 'Town of Birth', 'Country of Birth', 'Nationality'],
    ...['Passport Number', 'National Identification Number', 'Address 1', 'Address 6', 'Post/Zip Code', 'Country'],
    ...['Group Type', 'Alias Type', 'Alias Quality', 'Regime', 'Listed On', 'UK Sanctions List Date Designated'],
    ...['Last Updated', 'Group ID'],
  ];
  const row = [
    'MORA',
    'Luis',
    '',
    '',
    '',
    '',
    'Луис',
    '28/06/1960',
    'Lima',
    'Peru',
    'Peru',
    'A1234',
    'I1234',
    '1 Main',
  ];
  const rest = ['Lima', 'X1', 'Peru', 'Individual', 'AKA', 'Good quality', 'Russia', '14/08/2016', '13/08/2016'];
  const text = table(columns, [...row, ...rest, '15/08/2016', '13720']);
  const { list } = readUkCsv(encodeUtf8(`Last Updated,15/07/2025\n${text}\n`), { name: 'ofsi' });
  expect(list).toMatchObject({ name: 'ofsi', version: '2025-07-15' });
  expect(list.entries).toStrictEqual([
    {
      entry: '13720',
      kind: 'person',
      names: [
        { family: 'MORA', given: 'Luis', quality: 'alias' },
        { whole: 'Луис', quality: 'alias' },
      ],
      datesOfBirth: [{ year: 1960, month: 6, day: 28 }],
      nationalities: ['PER'],
      documents: [
        { type: 'P', number: 'A1234' },
        { type: 'I', number: 'I1234' },
      ],
      programme: 'Russia',
      placesOfBirth: ['Lima, Peru'],
      listedOn: '2016-08-13',
      updatedOn: '2016-08-15',
      particulars: [{ name: 'address', text: '1 Main, Lima, X1, Peru' }],
    },
  ]);
});

test('numbers of an organisation, under the other names that a column may have', () => {
  const columns = ['Name 6', 'Group ID', 'Group Type', 'Entity_BusinessRegNumber', 'NI Number', 'Ship_IMONumber'];
  const text = table(columns, ['ACME', '1', 'entity', '7701234567', 'I1234', '9123456']);
  expect(readUkCsv(encodeUtf8(text)).list.entries[0]).toMatchObject({
    kind: 'organisation',
    documents: [
      { type: 'I', number: 'I1234' },
      { type: 'REG', number: '7701234567' },
      { type: 'IMO', number: '9123456' },
    ],
  });
});

test('what cannot be read is told with its row', () => {
  const text = table(
    ['Name 6', 'Unique ID', 'Designation Type', 'D.O.B'],
    ['A', '', 'Ship', ''],
    ['A', '1', 'Robot', ''],
    ['A', '2', '', ''],
    ['A', '3', 'Individual', 'x'],
    ['B', '3', 'Individual', 'soon'],
  );
  const { findings, list } = readUkCsv(encodeUtf8(text));
  expect(told(findings)).toStrictEqual([
    ['LST-0102', {}, { segment: 2 }],
    ['LST-0107', { entry: '1', text: 'Robot' }, { segment: 3 }],
    ['LST-0107', { entry: '2', text: '' }, { segment: 4 }],
    ['LST-0104', { entry: '3', text: 'x' }, { segment: 5 }],
    ['LST-0104', { entry: '3', text: 'soon' }, { segment: 6 }],
  ]);
  expect(list.version).toBe('undated');
});

test('the rows of OFSI as its XML names them, and how good a name is', () => {
  const columns = [
    'Name6',
    'name1',
    'name2',
    'name3',
    'name4',
    'name5',
    'Name 6',
    'AliasType',
    'AliasQuality',
    'NameNonLatinScript',
    'GroupID',
  ];
  const more = [
    'GroupTypeDescription',
    'Individual_DateOfBirth',
    'Individual_TownOfBirth',
    'Individual_CountryOfBirth',
    'Individual_Nationality',
    'Individual_Gender',
  ];
  const numbers = [
    'Individual_PassportNumber',
    'Individual_NINumber',
    'Address1',
    'Address6',
    'PostCode',
    'Country',
    'RegimeName',
    'DateListed',
    'DateDesignated',
    'LastUpdated',
  ];
  const named = (name: string, type: string, quality: string) => [
    name,
    '',
    '',
    '',
    '',
    '',
    '',
    type,
    quality,
    '',
    '7',
    'Individual',
  ];
  const text = table(
    [...columns, ...more, ...numbers],
    [
      'MORA',
      'Luis',
      'B',
      'C',
      'D',
      'E',
      '',
      'primary name',
      '',
      'Мора',
      '7',
      'Individual',
      '1960',
      'Lima',
      'Peru',
      'Peru',
      'Female',
      'A1234',
      'I1234',
      '1 Main',
      'Lima',
      'X1',
      'Peru',
      'Russia',
      '14/08/2016',
      '13/08/2016',
      '15/08/2016',
    ],
    named('LU', 'not the primary name', 'weak'),
    named('LA', 'primary name variation', ''),
    named('LI', '', ''),
  );
  expect(readUkCsv(encodeUtf8(text)).list.entries).toStrictEqual([
    {
      entry: '7',
      kind: 'person',
      names: [
        { family: 'MORA', given: 'Luis B C D E', quality: 'primary' },
        { whole: 'Мора', quality: 'alias' },
        { whole: 'LA', quality: 'alias' },
        { whole: 'LI', quality: 'alias' },
        { whole: 'LU', quality: 'weak' },
      ],
      datesOfBirth: [{ year: 1960 }],
      sex: 'F',
      nationalities: ['PER'],
      documents: [
        { type: 'P', number: 'A1234' },
        { type: 'I', number: 'I1234' },
      ],
      programme: 'Russia',
      placesOfBirth: ['Lima, Peru'],
      listedOn: '2016-08-13',
      updatedOn: '2016-08-15',
      particulars: [{ name: 'address', text: '1 Main, Lima, X1, Peru' }],
    },
  ]);
});
