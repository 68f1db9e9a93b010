import { describe, expect, test } from 'vitest';
import { encodeUtf8, type Finding } from '#kernel';
import { readUn } from './un.ts';

const told = (findings: readonly Finding[]) => findings.map(({ code, parameters, at }) => [code, parameters, at]);
const empty = ['LST-0112', {}, undefined];
const un = (inside: string, attributes = ' dateGenerated="2026-02-27T00:00:09.554Z"') =>
  encodeUtf8(`<?xml version="1.0" encoding="UTF-8"?>\n<CONSOLIDATED_LIST${attributes}>${inside}</CONSOLIDATED_LIST>`);
const individual = (inside: string) =>
  `<INDIVIDUALS><INDIVIDUAL><REFERENCE_NUMBER>QDi.1</REFERENCE_NUMBER><FIRST_NAME>LUIS</FIRST_NAME>${inside}</INDIVIDUAL></INDIVIDUALS>`;

describe('UN', () => {
  test('individuals and entities', () => {
    const { list, findings } = readUn(
      un(
        individual(`<SECOND_NAME> MORA </SECOND_NAME><THIRD_NAME/><FOURTH_NAME>PAZ</FOURTH_NAME>
          <UN_LIST_TYPE>Al-Qaida</UN_LIST_TYPE><GENDER>Female</GENDER><NAME_ORIGINAL_SCRIPT>لويس</NAME_ORIGINAL_SCRIPT>
          <NATIONALITY><VALUE>Mexico</VALUE><VALUE/><VALUE>Viet Nam</VALUE></NATIONALITY>
          <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Lucho &amp; Mora</ALIAS_NAME><DATE_OF_BIRTH>1979-12-31</DATE_OF_BIRTH></INDIVIDUAL_ALIAS>
          <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Lu</ALIAS_NAME></INDIVIDUAL_ALIAS>
          <INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>
          <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1970-01-02</DATE></INDIVIDUAL_DATE_OF_BIRTH>
          <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><YEAR>1968</YEAR></INDIVIDUAL_DATE_OF_BIRTH>
          <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1973</FROM_YEAR><TO_YEAR>1974</TO_YEAR></INDIVIDUAL_DATE_OF_BIRTH>
          <INDIVIDUAL_DATE_OF_BIRTH><FROM_YEAR>1973</FROM_YEAR></INDIVIDUAL_DATE_OF_BIRTH>
          <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE/></INDIVIDUAL_DATE_OF_BIRTH>
          <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT>
            <NUMBER>A 0139243</NUMBER><ISSUING_COUNTRY>Tunisia</ISSUING_COUNTRY></INDIVIDUAL_DOCUMENT>
          <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT2>National Identification Number</TYPE_OF_DOCUMENT2>
            <NUMBER>French national identity card number 101127200129 (Expired 25 Jan. 2016)</NUMBER></INDIVIDUAL_DOCUMENT>
          <INDIVIDUAL_DOCUMENT/>`) +
          '<ENTITIES><ENTITY><REFERENCE_NUMBER>QDe.1</REFERENCE_NUMBER><FIRST_NAME>ACME</FIRST_NAME>' +
          '<ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME>ACE</ALIAS_NAME></ENTITY_ALIAS></ENTITY></ENTITIES>',
      ),
    );
    expect(findings).toStrictEqual([]);
    expect(list).toStrictEqual({
      name: 'un-consolidated',
      version: '2026-02-27',
      purpose: 'sanctions',
      entries: [
        {
          entry: 'QDi.1',
          kind: 'person',
          names: [
            { whole: 'LUIS MORA PAZ', quality: 'primary' },
            { whole: 'لويس', quality: 'alias' },
            { whole: 'Lucho & Mora', quality: 'alias' },
            { whole: 'Lu', quality: 'weak' },
          ],
          datesOfBirth: [
            { year: 1970, month: 1, day: 2 },
            { year: 1967, untilYear: 1969 },
            { year: 1973, untilYear: 1974 },
            { year: 1973, untilYear: 1973 },
            { year: 1979, month: 12, day: 31 },
          ],
          sex: 'F',
          nationalities: ['MEX', 'VNM'],
          documents: [
            { type: 'P', number: 'A 0139243', issuingState: 'TUN' },
            { type: 'I', number: '101127200129' },
          ],
          programme: 'Al-Qaida',
        },
        {
          entry: 'QDe.1',
          kind: 'organisation',
          names: [
            { whole: 'ACME', quality: 'primary' },
            { whole: 'ACE', quality: 'alias' },
          ],
          datesOfBirth: [],
          nationalities: [],
          documents: [],
        },
      ],
    });
  });

  test('what cannot be read is told with its path', () => {
    const { findings } = readUn(
      un(
        `${individual(`<NATIONALITY><VALUE>Atlantis</VALUE></NATIONALITY>
        <INDIVIDUAL_DATE_OF_BIRTH><DATE>soon</DATE></INDIVIDUAL_DATE_OF_BIRTH>
        <INDIVIDUAL_ALIAS><ALIAS_NAME>X</ALIAS_NAME><DATE_OF_BIRTH>later</DATE_OF_BIRTH></INDIVIDUAL_ALIAS>
        <INDIVIDUAL_DOCUMENT><NUMBER>between 12345 and 67890</NUMBER></INDIVIDUAL_DOCUMENT>
        <INDIVIDUAL_DOCUMENT><NUMBER>12345</NUMBER><COUNTRY_OF_ISSUE>Mu</COUNTRY_OF_ISSUE></INDIVIDUAL_DOCUMENT>`)}
        <INDIVIDUAL><FIRST_NAME>X</FIRST_NAME></INDIVIDUAL>`,
        '',
      ),
    );
    const path = (rest: string) => ({ path: `INDIVIDUAL[1]/${rest}` });
    expect(told(findings)).toStrictEqual([
      ['LST-0104', { entry: 'QDi.1', text: 'soon' }, path('INDIVIDUAL_DATE_OF_BIRTH')],
      ['LST-0104', { entry: 'QDi.1', text: 'later' }, path('INDIVIDUAL_ALIAS')],
      ['LST-0105', { entry: 'QDi.1', text: 'Atlantis' }, path('NATIONALITY')],
      ['LST-0115', { entry: 'QDi.1', text: 'between 12345 and 67890' }, path('INDIVIDUAL_DOCUMENT')],
      ['LST-0105', { entry: 'QDi.1', text: 'Mu' }, path('INDIVIDUAL_DOCUMENT')],
      ['LST-0102', {}, { path: 'INDIVIDUAL[2]' }],
    ]);
  });

  test('text that breaks off keeps what came before, and names the line', () => {
    const whole = new TextDecoder().decode(un(individual('')));
    const broken = encodeUtf8(whole.replace('</CONSOLIDATED_LIST>', '\n<ENTITIES></WRONG>'));
    const { list, findings } = readUn(broken, { version: 'v' });
    expect(list.entries).toHaveLength(1);
    expect(list.version).toBe('v');
    expect(told(findings)).toStrictEqual([['LST-0108', {}, { path: 'line 3' }]]);
    expect(told(readUn(encodeUtf8('')).findings)).toStrictEqual([['LST-0108', {}, { path: 'line 1' }], empty]);
  });

  test('characters that lie across pieces stay whole', () => {
    const many = Array.from({ length: 3000 }, (_, at) =>
      individual(`<SECOND_NAME>${'é'.repeat(9)}€</SECOND_NAME>`).replaceAll('QDi.1', `Q${at}`),
    );
    const { list } = readUn(un(many.join('')));
    expect(list.entries).toHaveLength(3000);
    expect(list.entries.every(({ names }) => names[0]?.whole === `LUIS ${'é'.repeat(9)}€`)).toBe(true);
  });
});

const document = (number: string, kind = '') =>
  readUn(un(individual(`<INDIVIDUAL_DOCUMENT>${kind}<NUMBER>${number}</NUMBER></INDIVIDUAL_DOCUMENT>`))).list.entries[0]
    ?.documents;

test.each([
  ['44103-5251752-5', '44103-5251752-5'],
  ['A 0139243', 'A 0139243'],
  ['12/34.5 B', '12/34.5 B'],
  ['7', '7'],
  ['number A 0139243 (expired 2016)', 'A 0139243'],
  ['number OA296623, issued', 'OA296623'],
])('the number of a document: %s', (text, number) => {
  expect(document(text)).toStrictEqual([{ type: 'I', number }]);
});

test.each(['unknown', 'between 12345 and 67890', 'number 12'])('no number: %s', (text) => {
  expect(document(text)).toStrictEqual([]);
});

test.each([
  ['<TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT>', 'P'],
  ['<TYPE_OF_DOCUMENT2>passeport</TYPE_OF_DOCUMENT2>', 'P'],
  ['<TYPE_OF_DOCUMENT>ID</TYPE_OF_DOCUMENT>', 'I'],
])('%s', (kind, type) => {
  expect(document('7', kind)).toStrictEqual([{ type, number: '7' }]);
});

test('sex, a list without a date, a subject without a name', () => {
  const man = readUn(un(individual('<GENDER>Male</GENDER><NATIONALITY><VALUE> Mexico </VALUE></NATIONALITY>'), ''));
  expect(man.list).toMatchObject({ version: 'undated', entries: [{ sex: 'M', nationalities: ['MEX'] }] });
  expect(Object.keys(man.list.entries[0] ?? {})).not.toContain('programme');
  const nameless = '<INDIVIDUAL><REFERENCE_NUMBER>QDi.9</REFERENCE_NUMBER></INDIVIDUAL>';
  expect(told(readUn(un(nameless)).findings)).toStrictEqual([
    ['LST-0103', { entry: 'QDi.9' }, { path: 'INDIVIDUAL[1]' }],
    empty,
  ]);
});

test('places of birth, days of listing, and whatever else stands there', () => {
  const { list } = readUn(
    un(
      individual(`<LISTED_ON>2005-11-01</LISTED_ON><DATAID>7</DATAID><COMMENTS1> Left. </COMMENTS1><NEW_THING>x</NEW_THING>
        <LAST_DAY_UPDATED><VALUE>2016-10-13</VALUE><VALUE>2018-01-02</VALUE><VALUE>2017-01-02</VALUE></LAST_DAY_UPDATED>
        <DESIGNATION><VALUE>General </VALUE><VALUE>Minister</VALUE></DESIGNATION><TITLE><VALUE/></TITLE>
        <INDIVIDUAL_PLACE_OF_BIRTH><CITY>Goma</CITY><COUNTRY>Congo</COUNTRY></INDIVIDUAL_PLACE_OF_BIRTH>
        <INDIVIDUAL_PLACE_OF_BIRTH><COUNTRY/></INDIVIDUAL_PLACE_OF_BIRTH>
        <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>L</ALIAS_NAME><NOTE>as a boy</NOTE></INDIVIDUAL_ALIAS>
        <INDIVIDUAL_ADDRESS><CITY>Kinshasa</CITY><NOTE>2016</NOTE></INDIVIDUAL_ADDRESS>`),
    ),
  );
  expect(list.entries[0]).toMatchObject({
    placesOfBirth: ['Goma, Congo'],
    listedOn: '2005-11-01',
    updatedOn: '2018-01-02',
    particulars: [
      { name: 'COMMENTS1', text: 'Left.' },
      { name: 'NEW_THING', text: 'x' },
      { name: 'DESIGNATION', text: 'General, Minister' },
      { name: 'NOTE', text: 'as a boy' },
      { name: 'INDIVIDUAL_ADDRESS', text: 'Kinshasa, 2016' },
    ],
  });
  expect(Object.keys(readUn(un(individual(''))).list.entries[0] ?? {})).toStrictEqual([
    ...['entry', 'kind', 'names', 'datesOfBirth', 'nationalities', 'documents'],
  ]);
});
