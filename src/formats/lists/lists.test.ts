import { describe, expect, test } from 'vitest';
import { encodeUtf8, type Finding, type ListEntry } from '#kernel';
import { readIsoDate, readOfacDate } from './dates.ts';
import { importList } from './import-list.ts';
import { readJsonLines, readListDocument, writeJsonLines } from './json-lines.ts';
import { readOfac } from './ofac.ts';
import { readOwnCsv } from './own-csv.ts';
import { readUn } from './un.ts';

const told = (findings: readonly Finding[]) => findings.map(({ code, parameters, at }) => [code, parameters, at]);
const empty = ['LST-0112', {}, undefined];
const sdnRow = (entry: string, name: string, type: string, remarks: string) =>
  `${entry},"${name}",${type},"SDGT] [SYRIA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,${remarks}`;
const sdn = (...rows: readonly string[]) => encodeUtf8(`${rows.join('\n')}\n\u001A`);
const person = (remarks: string) => readOfac({ sdn: sdn(sdnRow('1', 'MORA, Luis', '"individual"', `"${remarks}"`)) });

describe('dates', () => {
  test.each([
    ['19 Jun 1951', { year: 1951, month: 6, day: 19 }],
    ['9 Jan 1951', { year: 1951, month: 1, day: 9 }],
    ['Dec 1951', { year: 1951, month: 12 }],
    ['1951', { year: 1951 }],
    ['circa 1951', { year: 1950, untilYear: 1952 }],
    ['circa 01 Jan 1951', { year: 1950, untilYear: 1952 }],
    ['1961 to 1965', { year: 1961, untilYear: 1965 }],
    ['circa 1961-1965', { year: 1961, untilYear: 1965 }],
    ['01 Jan 1961 to 31 Dec 1962', { year: 1961, untilYear: 1962 }],
    ['1965 to 1961', undefined],
    ['31 Jun 1951', undefined],
    ['0 Jun 1951', undefined],
    ['19 Juni 1951', undefined],
    ['19 Foo 1951', undefined],
    ['1951 to soon', undefined],
    ['0951', undefined],
    ['', undefined],
  ])('OFAC: %s', (text, expected) => {
    expect(readOfacDate(text)).toEqual(expected);
  });

  test.each([
    ['1951-06-19', { year: 1951, month: 6, day: 19 }],
    ['1951-06', { year: 1951, month: 6 }],
    ['1951', { year: 1951 }],
    ['1951/1953', { year: 1951, untilYear: 1953 }],
    ['1951/1951', { year: 1951, untilYear: 1951 }],
    ['1953/1951', undefined],
    ['1951-02-29', undefined],
    ['1951-13', undefined],
    ['1951-6-1', undefined],
    ['x1951', undefined],
    ['1951x', undefined],
  ])('ours: %s', (text, expected) => {
    expect(readIsoDate(text)).toEqual(expected);
  });
});

describe('OFAC', () => {
  test('a person with remarks, and its aliases from the other file', () => {
    const remarks =
      "DOB 19 Jun 1951; alt. DOB circa 1953; POB Giza, Egypt; nationality Egypt; citizen Egypt; alt. nationality Mexico; Gender Male; Passport 1084010 (Egypt); alt. Passport RL 19820215 (Lebanon) expires 10 May 2023; National ID No. X-1 2; a.k.a. 'LUCHO'; Linked To: NOBODY.";
    const { list, findings } = readOfac(
      {
        sdn: sdn(sdnRow('7', 'MORA, Luis', '"individual"', `"${remarks}"`)),
        alt: encodeUtf8('7,1,"aka","MORA PAZ, Lucho",-0- \n7,2,"fka","EL LUCHO",-0- \n'),
      },
      { version: '2026-11-24' },
    );
    expect(findings).toEqual([]);
    expect(list).toEqual({
      name: 'ofac-sdn',
      version: '2026-11-24',
      purpose: 'sanctions',
      entries: [
        {
          entry: '7',
          kind: 'person',
          names: [
            { family: 'MORA', given: 'Luis', quality: 'primary' },
            { whole: 'LUCHO', quality: 'weak' },
            { family: 'MORA PAZ', given: 'Lucho', quality: 'alias' },
            { whole: 'EL LUCHO', quality: 'alias' },
          ],
          datesOfBirth: [
            { year: 1951, month: 6, day: 19 },
            { year: 1952, untilYear: 1954 },
          ],
          sex: 'M',
          nationalities: ['EGY', 'MEX'],
          documents: [
            { type: 'P', number: '1084010', issuingState: 'EGY' },
            { type: 'P', number: 'RL 19820215', issuingState: 'LBN' },
            { type: 'I', number: 'X-1' },
          ],
          programme: 'SDGT, SYRIA',
        },
      ],
    });
  });

  test('what stands for other kinds, and a null where a name should be', () => {
    const { list, findings } = readOfac({
      sdn: sdn(
        sdnRow('1', 'ACME, INC.', '-0- ', '"Passport 12345."'),
        sdnRow('2', 'SEA, STAR', '"vessel"', '"Vessel Registration Identification IMO 9187629; MMSI 572469210."'),
        sdnRow('3', 'N123', '"aircraft"', '-0- '),
        '4,-0- ,"individual",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ',
        sdnRow('5', 'WOMAN, A', '"individual"', '"Gender Female."'),
      ),
    });
    expect(list.entries.map(({ entry, kind, documents }) => [entry, kind, documents])).toEqual([
      ['1', 'organisation', []],
      [
        '2',
        'vessel',
        [
          { type: 'IMO', number: '9187629' },
          { type: 'MMSI', number: '572469210' },
        ],
      ],
      ['3', 'vehicle', []],
      ['5', 'person', []],
    ]);
    expect(list.entries[0]?.names).toEqual([{ whole: 'ACME, INC.', quality: 'primary' }]);
    expect(list.entries[3]?.sex).toBe('F');
    expect(told(findings)).toEqual([['LST-0103', { entry: '4' }, { segment: 4 }]]);
    expect(list.version).toBe('undated');
  });

  test('bad rows are findings with their place, and the rest is read', () => {
    const { list, findings } = readOfac({
      sdn: sdn(
        sdnRow('1', 'MORA, Luis', '"individual"', '-0- '),
        '',
        '2,"SHORT",-0- ',
        sdnRow('-0- ', 'NOBODY', '-0- ', '-0- '),
        sdnRow('3', 'ODD', '"robot"', '-0- '),
        sdnRow('1', 'MORA, Luisa', '"individual"', '-0- '),
      ),
      alt: encodeUtf8('9,1,"aka","GHOST",-0- \n1,2,"aka",-0- ,-0- \n1,2\n'),
    });
    expect(told(findings)).toEqual([
      ['LST-0101', { columns: 3, expected: 12 }, { segment: 3 }],
      ['LST-0102', {}, { segment: 4, element: 1 }],
      ['LST-0107', { entry: '3', text: 'robot' }, { segment: 5, element: 3 }],
      ['LST-0110', { entry: '1' }, { segment: 6 }],
      ['LST-0106', { entry: '9' }, { segment: 1, path: 'alt' }],
      ['LST-0106', { entry: '1' }, { segment: 2, path: 'alt' }],
      ['LST-0101', { columns: 2, expected: 5 }, { segment: 3 }],
    ]);
    expect(list.entries.map(({ names }) => names[0]?.given)).toEqual(['Luisa']);
  });

  test('clauses that cannot be read are told', () => {
    const { findings, list } = person(
      'DOB soon; nationality Atlantis; Passport issued in Sarajevo; Passport 12345 (Atlantis).',
    );
    const at = { segment: 1, element: 12 };
    expect(told(findings)).toEqual([
      ['LST-0104', { entry: '1', text: 'soon' }, at],
      ['LST-0105', { entry: '1', text: 'Atlantis' }, at],
      ['LST-0115', { entry: '1', text: 'Passport issued in Sarajevo' }, at],
      ['LST-0105', { entry: '1', text: 'Atlantis' }, at],
    ]);
    expect(list.entries[0]?.documents).toEqual([{ type: 'P', number: '12345' }]);
  });

  test('a quotation mark that never ends, an empty file', () => {
    expect(told(readOfac({ sdn: encodeUtf8('1,"MORA, Luis') }).findings)).toEqual([
      ['LST-0113', {}, { segment: 1 }],
      empty,
    ]);
    expect(told(readOfac({ sdn: encodeUtf8('') }).findings)).toEqual([empty]);
  });
});

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
          <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>A 0139243</NUMBER><ISSUING_COUNTRY>Tunisia</ISSUING_COUNTRY></INDIVIDUAL_DOCUMENT>
          <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT2>National Identification Number</TYPE_OF_DOCUMENT2><NUMBER>French national identity card number 101127200129 (Expired 25 Jan. 2016)</NUMBER></INDIVIDUAL_DOCUMENT>
          <INDIVIDUAL_DOCUMENT/>`) +
          '<ENTITIES><ENTITY><REFERENCE_NUMBER>QDe.1</REFERENCE_NUMBER><FIRST_NAME>ACME</FIRST_NAME><ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME>ACE</ALIAS_NAME></ENTITY_ALIAS></ENTITY></ENTITIES>',
      ),
    );
    expect(findings).toEqual([]);
    expect(list).toEqual({
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
        <INDIVIDUAL_DOCUMENT><NUMBER>12345</NUMBER><COUNTRY_OF_ISSUE>Mu</COUNTRY_OF_ISSUE></INDIVIDUAL_DOCUMENT>`)}<INDIVIDUAL><FIRST_NAME>X</FIRST_NAME></INDIVIDUAL>`,
        '',
      ),
    );
    const path = (rest: string) => ({ path: `INDIVIDUAL[1]/${rest}` });
    expect(told(findings)).toEqual([
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
    expect(told(findings)).toEqual([['LST-0108', {}, { path: 'line 3' }]]);
    expect(told(readUn(encodeUtf8('')).findings)).toEqual([['LST-0108', {}, { path: 'line 1' }], empty]);
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

describe('our own forms', () => {
  test('JSON lines are read as they were written', () => {
    expect(readJsonLines(writeJsonLines(list))).toEqual({ list, findings: [] });
    expect(readJsonLines(writeJsonLines(list), { name: 'other' }).list.name).toBe('other');
  });

  test('CSV holds the same in columns, in any order', () => {
    const csv =
      '\uFEFFprogramme,entry,kind,family,given,name,aliases,weak_aliases,dates_of_birth,sex,nationalities,documents,colour\r\n' +
      'demo,A-1,person,Mora,Luis,,"Lucho, Mora",Lu,1970-02-03|1971/1972|1973-04,M,MEX | USA,P:X1234567:MEX|I:99,red\r\n\r\n';
    const { list: read, findings } = readOwnCsv(encodeUtf8(csv), { name: 'l', version: 'v', purpose: 'no-fly' });
    expect(read).toEqual(list);
    expect(told(findings)).toEqual([['LST-0114', { column: 'colour' }, { segment: 1, element: 13 }]]);
  });

  test('a whole name, and little else', () => {
    const { list: read } = readOwnCsv(encodeUtf8('entry,name\n1,Luis Mora\n2,\n'));
    expect(read).toMatchObject({ name: 'own', version: 'undated', purpose: 'lookout' });
    expect(read.entries).toEqual([
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
    expect(told(findings)).toEqual([
      ['LST-0101', { columns: 3, expected: 4 }, { segment: 2 }],
      ['LST-0111', { member: 'entry', expected: 'text' }, { segment: 3 }],
      ['LST-0111', { member: 'nationalities', expected: 'ISO 3166-1 alpha-3' }, { segment: 4 }],
      ['LST-0103', { entry: '4' }, { segment: 5 }],
      ['LST-0111', { member: 'number', expected: 'text' }, { segment: 6 }],
      ['LST-0113', {}, { segment: 8 }],
    ]);
    expect(read.entries.map(({ entry }) => entry)).toEqual(['7']);
  });

  const line = (json: unknown) => readJsonLines(encodeUtf8(`${JSON.stringify(json)}\n`));
  test.each([
    [[], '', 'object'],
    [{ names: ['A B'] }, 'entry', 'text'],
    [{ entry: ' ', names: ['A B'] }, 'entry', 'text'],
    [{ entry: '1', kind: 'robot', names: ['A'] }, 'kind', 'person, organisation, vessel, vehicle'],
    [{ entry: '1', names: 'A' }, 'names', 'list'],
    [{ entry: '1', names: [1] }, 'names', 'text'],
    [{ entry: '1', names: [{}] }, 'names', 'family, given, whole'],
    [{ entry: '1', names: [{ whole: 1 }] }, 'whole', 'text'],
    [{ entry: '1', names: [{ whole: 'A', quality: 'good' }] }, 'quality', 'primary, alias, weak'],
    [{ entry: '1', names: ['A'], datesOfBirth: [1970] }, 'datesOfBirth', 'date'],
    [{ entry: '1', names: ['A'], datesOfBirth: ['1970-02-30'] }, 'datesOfBirth', 'date'],
    [{ entry: '1', names: ['A'], sex: 'W' }, 'sex', 'M, F, X'],
    [{ entry: '1', names: ['A'], nationalities: ['mx'] }, 'nationalities', 'ISO 3166-1 alpha-3'],
    [{ entry: '1', names: ['A'], nationalities: [1] }, 'nationalities', 'ISO 3166-1 alpha-3'],
    [{ entry: '1', names: ['A'], documents: ['P1'] }, 'documents', 'object'],
    [
      { entry: '1', documents: [{ type: 'P', number: 'X', issuingState: 'MEXI' }] },
      'nationalities',
      'ISO 3166-1 alpha-3',
    ],
    [{ entry: '1', names: ['A'], programme: 1 }, 'programme', 'text'],
  ])('%j is refused', (json, member, expected) => {
    const { findings, list: read } = line(json);
    expect(told(findings)).toContainEqual(['LST-0111', { member, expected }, { segment: 1 }]);
    expect(read.entries).toEqual([]);
  });

  test('names may be texts; the first is the primary one', () => {
    expect(line({ entry: '1', names: ['A B', 'C D', { given: 'E', quality: 'weak' }] }).list.entries[0]?.names).toEqual(
      [
        { whole: 'A B', quality: 'primary' },
        { whole: 'C D', quality: 'alias' },
        { given: 'E', quality: 'weak' },
      ],
    );
  });

  test('lines that are no JSON are told; a heading stands in the first line only', () => {
    const { findings, list: read } = readJsonLines(
      encodeUtf8('{"list":"n","version":"","purpose":7}\n\n{broken\r\n{"entry":"1","names":["A"]}\n{"list":"m"}\n'),
    );
    expect(told(findings)).toEqual([
      ['LST-0109', {}, { segment: 3 }],
      ['LST-0111', { member: 'entry', expected: 'text' }, { segment: 5 }],
    ]);
    expect(read).toMatchObject({ name: 'n', version: 'undated', purpose: 'lookout', entries: [{ entry: '1' }] });
  });

  test('one JSON document', () => {
    const { list: read, findings } = readListDocument({
      name: 'n',
      version: '3',
      purpose: 'no-fly',
      entries: [{ entry: '1', names: ['A'] }, 5],
    });
    expect(read).toMatchObject({ name: 'n', version: '3', purpose: 'no-fly', entries: [{ entry: '1' }] });
    expect(findings[0]?.at).toEqual({ path: 'entries[2]' });
    expect(told(readListDocument(null).findings)).toEqual([empty]);
  });
});

describe('importing', () => {
  test('each form is known by its beginning', () => {
    expect(importList(un(individual(''))).list.name).toBe('un-consolidated');
    expect(importList(encodeUtf8('\uFEFF  <?xml version="1.0"?><A/>')).list.name).toBe('un-consolidated');
    expect(importList(writeJsonLines(list)).list.name).toBe('l');
    expect(importList(encodeUtf8('name,"entry"\nA B,1\n')).list.entries).toHaveLength(1);
    expect(importList(sdn(sdnRow('1', 'A', '-0- ', '-0- '))).list.name).toBe('ofac-sdn');
    expect(importList(encodeUtf8('')).list.name).toBe('ofac-sdn');
  });

  test('a form that is named is taken, and a name and purpose that are given', () => {
    const { list: read } = importList(encodeUtf8('{}'), { format: 'csv', name: 'mine', purpose: 'no-fly' });
    expect(read).toEqual({ name: 'mine', version: 'undated', purpose: 'no-fly', entries: [] });
  });

  test('bytes that are no UTF-8 are taken as ISO 8859-1', () => {
    const bytes = Uint8Array.from('entry,name\n1,Jos\u00e9 Mora\n', (letter) => letter.charCodeAt(0));
    expect(importList(bytes).list.entries[0]?.names[0]?.whole).toBe('José Mora');
  });
});
