import { describe, expect, test } from 'vitest';
import { encodeUtf8, type Finding } from '#kernel';
import { readCslCsv, readCslJson } from './csl.ts';

const told = (findings: readonly Finding[]) => findings.map(({ code, parameters, at }) => [code, parameters, at]);
const person = {
  entry: '8124',
  kind: 'person',
  names: [
    { family: 'MORA', given: 'Luis', quality: 'primary' },
    { family: 'PAZ', given: 'Luis', quality: 'alias' },
    { whole: 'LUCHO', quality: 'alias' },
  ],
  datesOfBirth: [{ year: 1974 }, { year: 1975 }],
  nationalities: ['SYR', 'DZA'],
  documents: [
    { type: 'CALL', number: 'CALL7' },
    { type: 'P', number: 'A 12, B', issuingState: 'MEX' },
    { type: 'IMO', number: '9116412' },
    { type: 'TAX', number: '77' },
  ],
  programme: 'SDN, SDGT, SYRIA',
  placesOfBirth: ['Lima', 'Cuzco'],
  listedOn: '2016-06-21',
};

describe('table', () => {
  const columns =
    'source,entity_number,type,programs,name,start_date,call_sign,federal_register_notice,alt_names,citizenships,dates_of_birth,nationalities,places_of_birth,ids';
  const row =
    'Specially Designated Nationals (SDN) - Treasury Department,8124,Individual,SDGT; SYRIA,"MORA, Luis",2016-06-21,CALL7,81 FR 1,"PAZ, Luis; LUCHO",DZ,1974; 1975,SY,Lima; Cuzco,"MX, A 12, B, Passport; IMO 9116412, Vessel Registration Identification; 77, Tax ID No.; http://x, Website; alone"';
  const csv = (...rows: readonly string[]) => encodeUtf8([columns, ...rows].join('\n'));

  test('a person with all that is said of him', () => {
    expect(readCslCsv(csv(row))).toStrictEqual({
      findings: [],
      list: {
        name: 'us-csl',
        version: 'undated',
        purpose: 'sanctions',
        entries: [
          {
            ...person,
            particulars: [
              { name: 'federal_register_notice', text: '81 FR 1' },
              { name: 'Website', text: 'http://x' },
              { name: 'ids', text: 'alone' },
            ],
          },
        ],
      },
    });
  });

  test('lists that number nobody: the rows of one name are one entry', () => {
    const denied = (name: string, day: string) =>
      `Denied Persons List (DPL) - Bureau of Industry and Security,,,,${name},${day},,,,,,,,`;
    const { list } = readCslCsv(
      csv(
        denied('LUIS MORA', '2017-10-16'),
        denied('ACME LTD', ''),
        denied('LUIS MORA', '2016-01-01'),
        'Odd,,,,A B,,,,,,,,,',
      ),
      { name: 'mine' },
    );
    expect(list).toMatchObject({
      name: 'mine',
      entries: [
        { entry: 'DPL/LUIS MORA', kind: 'person', listedOn: '2016-01-01', programme: 'DPL' },
        { entry: 'DPL/ACME LTD', kind: 'organisation' },
        { entry: 'Odd/A B', programme: 'Odd' },
      ],
    });
  });

  test.each([
    ['7, Passport', { type: 'P', number: '7' }],
    ['MEX, 7, Passport', { type: 'P', number: 'MEX, 7' }],
    ['xMX, 7, Passport', { type: 'P', number: 'xMX, 7' }],
    ['MX, 7, Passport', { type: 'P', number: '7', issuingState: 'MEX' }],
    ['ZZ, 7, Passport', { type: 'P', number: '7' }],
  ])('the number %s', (text, document) => {
    const [entry] = readCslCsv(csv(`X,1,Individual,,A,,,,,,,,,"${text}"`)).list.entries;
    expect(entry?.documents).toStrictEqual([document]);
  });

  test.each([
    ['Entity', 'organisation'],
    ['Vessel', 'vessel'],
    ['Aircraft', 'vehicle'],
  ])('%s is of the kind %s', (type, kind) => {
    const [entry] = readCslCsv(csv(`X,1,${type},,"ACME, S.A.",,,,,,,,,`)).list.entries;
    expect(entry).toMatchObject({ kind, names: [{ whole: 'ACME, S.A.' }] });
  });

  test('what cannot be read is told with its row', () => {
    const odd = csv(
      'X,,,,,,,,,,,,,',
      'X,7,Robot,,A,,,,,,,,,',
      'X,8,Individual,,,,,,,,,,,',
      'X,9,Individual,,A,soon,,,,,then,,,',
    );
    expect(told(readCslCsv(odd).findings)).toStrictEqual([
      ['LST-0102', {}, { segment: 2 }],
      ['LST-0107', { entry: '7', text: 'Robot' }, { segment: 3 }],
      ['LST-0104', { entry: '9', text: 'then' }, { segment: 5 }],
      ['LST-0116', { entry: '9', text: 'soon' }, { segment: 5 }],
      ['LST-0103', { entry: '8' }, { segment: 4 }],
    ]);
  });
});

describe('JSON', () => {
  const record = {
    id: 'f00',
    source: 'Specially Designated Nationals (SDN) - Treasury Department',
    entity_number: 8124,
    type: 'Individual',
    programs: ['SDGT', 'SYRIA'],
    name: 'MORA, Luis',
    title: null,
    addresses: [{ address: '1 Main', city: 'Lima', state: null, country: 'PE' }],
    start_date: '2016-06-21',
    call_sign: 'CALL7',
    alt_names: ['PAZ, Luis', 'LUCHO'],
    citizenships: ['DZ'],
    dates_of_birth: ['1974', '1975'],
    nationalities: ['SY'],
    places_of_birth: ['Lima', 'Cuzco'],
    ids: [
      { type: 'Passport', number: 'A 12, B', country: 'Mexico' },
      { type: 'Vessel Registration Identification', number: 'IMO 9116412', country: null },
      { type: 'Tax ID No.', number: '77' },
      { number: '88' },
      { type: 'Passport' },
      'odd',
    ],
  };
  const json = (value: unknown) => encodeUtf8(`\uFEFF${JSON.stringify(value)}`);

  test('the same person, with his lists as lists', () => {
    const { findings, list } = readCslJson(json({ search_performed_at: '2026-06-09T03:00:01', results: [record] }));
    expect(findings).toStrictEqual([]);
    expect(list).toStrictEqual({
      name: 'us-csl',
      version: '2026-06-09',
      purpose: 'sanctions',
      entries: [
        {
          ...person,
          particulars: [
            { name: 'addresses', text: '1 Main, Lima, PE' },
            { name: 'ids', text: '88' },
          ],
        },
      ],
    });
  });

  test('bytes that are no numbers, and values that are no texts', () => {
    const odd = { name: 'A B', source: 'X', ids: 'none', standard_order: true, tall: 7, none: undefined };
    expect(readCslJson(json([odd])).list.entries[0]).toMatchObject({
      documents: [],
      particulars: [
        { name: 'standard_order', text: 'true' },
        { name: 'tall', text: '7' },
      ],
    });
    expect(readCslJson(encodeUtf8('[{"name":"A\uFEFFB","source":"X"}]')).list.entries[0]?.entry).toBe('X/A\uFEFFB');
  });

  test('results alone', () => {
    expect(readCslJson(json([record]), { name: 'mine' }).list).toMatchObject({
      name: 'mine',
      version: 'undated',
      entries: [{ entry: '8124' }],
    });
  });

  test('what cannot be read is told with its path', () => {
    const { findings, list } = readCslJson(
      json({
        results: [7, {}, { name: 'A B', source: 'X (EL) - Y' }, { name: 'A', entity_number: '7', type: 'Robot' }],
      }),
    );
    expect(told(findings)).toStrictEqual([
      ['LST-0111', { member: 'results', expected: 'object' }, { path: 'results[1]' }],
      ['LST-0102', {}, { path: 'results[2]' }],
      ['LST-0107', { entry: '7', text: 'Robot' }, { path: 'results[4]' }],
    ]);
    expect(list.entries.map(({ entry }) => entry)).toStrictEqual(['EL/A B']);
    expect(told(readCslJson(encodeUtf8('{"results":')).findings)).toStrictEqual([
      ['LST-0109', {}, { path: 'results' }],
      ['LST-0112', {}, undefined],
    ]);
    expect(told(readCslJson(json({ results: {} })).findings)).toStrictEqual([['LST-0112', {}, undefined]]);
  });
});
