import { describe, expect, test } from 'vitest';
import { encodeUtf8, type Finding } from '#kernel';
import { readOfac } from './ofac.ts';

const told = (findings: readonly Finding[]) => findings.map(({ code, parameters, at }) => [code, parameters, at]);
const empty = ['LST-0112', {}, undefined];
const sdnRow = (entry: string, name: string, type: string, remarks: string) =>
  `${entry},"${name}",${type},"SDGT] [SYRIA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,${remarks}`;
const sdn = (...rows: readonly string[]) => encodeUtf8(`${rows.join('\n')}\n\u001A`);
const person = (remarks: string) => readOfac({ sdn: sdn(sdnRow('1', 'MORA, Luis', '"individual"', `"${remarks}"`)) });

describe('OFAC', () => {
  test('a person with remarks, and its aliases from the other file', () => {
    const remarks = [
      'DOB 19 Jun 1951; alt. DOB circa 1953; POB Giza, Egypt; nationality Egypt; citizen Egypt; alt. nationality Mexico',
      'Gender Male; Passport 1084010 (Egypt); alt. Passport RL 19820215 (Lebanon) expires 10 May 2023',
      "National ID No. X-1 2; a.k.a. 'LUCHO'; Linked To: NOBODY.",
    ].join('; ');
    const { list, findings } = readOfac(
      {
        sdn: sdn(sdnRow('7', 'MORA, Luis', '"individual"', `"${remarks}"`)),
        alt: encodeUtf8('7,1,"aka","MORA PAZ, Lucho",-0- \n7,2,"fka","EL LUCHO",-0- \n'),
      },
      { version: '2026-11-24' },
    );
    expect(findings).toStrictEqual([]);
    expect(list).toStrictEqual({
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
          placesOfBirth: ['Giza, Egypt'],
          particulars: [{ name: 'remarks', text: 'Linked To: NOBODY' }],
        },
      ],
    });
  });

  test('the other columns are kept under their names, a call sign as a number', () => {
    const row = '1,"SEA STAR","vessel","IRAN","Captain","CALL7","Tanker","99","88","Iran","ACME","Linked To: X."\n';
    expect(readOfac({ sdn: encodeUtf8(row) }).list.entries[0]).toMatchObject({
      documents: [{ type: 'CALL', number: 'CALL7' }],
      particulars: [
        { name: 'title', text: 'Captain' },
        { name: 'vessel type', text: 'Tanker' },
        { name: 'tonnage', text: '99' },
        { name: 'gross registered tonnage', text: '88' },
        { name: 'vessel flag', text: 'Iran' },
        { name: 'vessel owner', text: 'ACME' },
        { name: 'remarks', text: 'Linked To: X' },
      ],
    });
    const bare = readOfac({ sdn: sdn(sdnRow('1', 'A', '-0- ', '-0- ')) }).list.entries[0];
    expect(Object.keys(bare ?? {})).not.toContain('particulars');
    expect(Object.keys(bare ?? {})).not.toContain('placesOfBirth');
    expect(Object.keys(bare ?? {})).not.toContain('sex');
  });

  test('addresses from a file of their own are kept', () => {
    const { list, findings } = readOfac({
      sdn: sdn(sdnRow('7', 'A', '-0- ', '"Linked To: X."'), sdnRow('8', 'B', '-0- ', '-0- ')),
      add: encodeUtf8(
        '7,1,"1 Main","Lima","Peru",-0- \n8,2,-0- ,-0- ,-0- ,-0- \n7,3,-0- ,"Quito","Ecuador","since 2019"\n9,4,-0- ,-0- ,"Peru",-0- \n7,5\n',
      ),
    });
    expect(list.entries.map(({ particulars }) => particulars)).toStrictEqual([
      [
        { name: 'remarks', text: 'Linked To: X' },
        { name: 'address', text: '1 Main, Lima, Peru' },
        { name: 'address', text: 'Quito, Ecuador, since 2019' },
      ],
      undefined,
    ]);
    expect(told(findings)).toStrictEqual([
      ['LST-0106', { entry: '9' }, { segment: 4, path: 'add' }],
      ['LST-0101', { columns: 2, expected: 6 }, { segment: 5 }],
    ]);
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
    expect(list.entries.map(({ entry, kind, documents }) => [entry, kind, documents])).toStrictEqual([
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
    expect(list.entries[0]?.names).toStrictEqual([{ whole: 'ACME, INC.', quality: 'primary' }]);
    expect(list.entries[3]?.sex).toBe('F');
    expect(told(findings)).toStrictEqual([['LST-0103', { entry: '4' }, { segment: 4 }]]);
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
    expect(told(findings)).toStrictEqual([
      ['LST-0101', { columns: 3, expected: 12 }, { segment: 3 }],
      ['LST-0102', {}, { segment: 4, element: 1 }],
      ['LST-0107', { entry: '3', text: 'robot' }, { segment: 5, element: 3 }],
      ['LST-0110', { entry: '1' }, { segment: 6 }],
      ['LST-0106', { entry: '9' }, { segment: 1, path: 'alt' }],
      ['LST-0106', { entry: '1' }, { segment: 2, path: 'alt' }],
      ['LST-0101', { columns: 2, expected: 5 }, { segment: 3 }],
    ]);
    expect(list.entries.map(({ names }) => names[0]?.given)).toStrictEqual(['Luisa']);
  });

  test('clauses that cannot be read are told', () => {
    const { findings, list } = person(
      'DOB soon; nationality Atlantis; Passport issued in Sarajevo; Passport 12345 (Atlantis).',
    );
    const at = { segment: 1, element: 12 };
    expect(told(findings)).toStrictEqual([
      ['LST-0104', { entry: '1', text: 'soon' }, at],
      ['LST-0105', { entry: '1', text: 'Atlantis' }, at],
      ['LST-0115', { entry: '1', text: 'Passport issued in Sarajevo' }, at],
      ['LST-0105', { entry: '1', text: 'Atlantis' }, at],
    ]);
    expect(list.entries[0]?.documents).toStrictEqual([{ type: 'P', number: '12345' }]);
  });

  test('a row of one column is no end mark, and an end mark may have blanks around it', () => {
    const one = readOfac({ sdn: encodeUtf8('x\n \u001A \n') });
    expect(told(one.findings)).toEqual([['LST-0101', { columns: 1, expected: 12 }, { segment: 1 }], empty]);
    const empties = sdn('1,"A", ,"",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ');
    expect(Object.keys(readOfac({ sdn: empties }).list.entries[0] ?? {})).not.toContain('programme');
  });

  test('a quotation mark that never ends, an empty file', () => {
    expect(told(readOfac({ sdn: encodeUtf8('1,"MORA, Luis') }).findings)).toStrictEqual([
      ['LST-0113', {}, { segment: 1 }],
      empty,
    ]);
    expect(told(readOfac({ sdn: encodeUtf8('') }).findings)).toStrictEqual([empty]);
  });
});
