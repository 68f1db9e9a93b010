import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importList, type ListFormat, writeJsonLines } from '#formats/lists';
import { encodeUtf8, type SubjectList } from '#kernel';
import { listSamples } from './list-samples.ts';
import { type Alphabet, rounds, tryAll } from './mutations.ts';

const list: SubjectList = {
  name: 'own',
  version: '1',
  purpose: 'lookout',
  entries: [
    {
      entry: 'A-1',
      kind: 'person',
      names: [
        { family: 'Mora', given: 'Luis', quality: 'primary' },
        { whole: 'Lucho "el Güero", Mora', quality: 'alias' },
      ],
      datesOfBirth: [
        { year: 1970, month: 2, day: 3 },
        { year: 1971, untilYear: 1972 },
      ],
      sex: 'M',
      nationalities: ['MEX'],
      documents: [{ type: 'P', number: 'X1234567', issuingState: 'MEX' }],
    },
  ],
};
const csv = `entry,kind,name,aliases,dates_of_birth,nationalities,documents
1,person,"Mora, Luis",Lucho|Lu,1970-02-03|1971/1972,MEX,P:X1:MEX
2,vessel,"SEA ""STAR""",,,,I:99
`;
const un = `<?xml version="1.0" encoding="UTF-8"?><CONSOLIDATED_LIST dateGenerated="2026-02-27T00:00:09Z"><INDIVIDUALS><INDIVIDUAL>
<REFERENCE_NUMBER>QDi.1</REFERENCE_NUMBER><FIRST_NAME>LUIS</FIRST_NAME><SECOND_NAME>MORA</SECOND_NAME><GENDER>Male</GENDER>
<NATIONALITY><VALUE>Mexico</VALUE></NATIONALITY><INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>L &amp; M</ALIAS_NAME></INDIVIDUAL_ALIAS>
<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1970-02-03</DATE></INDIVIDUAL_DATE_OF_BIRTH>
<INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>A 0139243</NUMBER></INDIVIDUAL_DOCUMENT>
</INDIVIDUAL></INDIVIDUALS></CONSOLIDATED_LIST>`;
const none = '-0- ,';
const ofac = `306,"MORA, Luis",individual,"CUBA] [SDGT",${none.repeat(7)}"DOB 19 Jun 1951; alt. DOB 1952; POB X; Passport A1 (Mexico); a.k.a. 'LU'."
36,"ACME, S.A.",-0- ,CUBA,${none.repeat(7)}-0-
`;

const folder = join(process.env['TRIPOINT_DATA'] ?? '../shared/data', 'screening/lists');
/** The beginning of a real list, cut where a row ends. */
function beginningOf(file: string, after: string): readonly Uint8Array[] {
  if (!existsSync(join(folder, file))) return [];
  const text = readFileSync(join(folder, file), 'latin1').slice(0, 6000);
  return [Uint8Array.from(text.slice(0, text.lastIndexOf(after) + after.length), (sign) => sign.charCodeAt(0))];
}

const realLists: Readonly<Record<string, readonly Uint8Array[]>> = {
  'eu-journal': beginningOf('eu_journal_consolidated.csv', '\n'),
  'csl-csv': beginningOf('us_csl_sample.csv', '\n'),
  bis: beginningOf('bis_dpl.txt', '\n'),
  cn: beginningOf('cn_countermeasures.csv', '\n'),
};

const alphabet: Alphabet = {
  signs: encodeUtf8('",;:|<>/&\'(){}[]\n\r \u001a-09aZé'),
  pieces: [
    ...[
      '"',
      '""',
      '<',
      '</',
      '&',
      '&#0;',
      '<!--',
      ']]>',
      '<![CDATA[',
      '{',
      '}',
      '[',
      '\\u',
      'null',
      ',',
      '\n',
      '\u001a',
    ],
    ...[
      '\uFEFF',
      'DOB ',
      'circa ',
      'Passport ',
      '<INDIVIDUAL>',
      '</INDIVIDUAL>',
      '"names":',
      '-0- ',
      '9999-99-99',
      '(b) ',
      ' and ',
      '\t',
      'Name 6',
      '"schema":',
    ],
  ].map((text) => encodeUtf8(text)),
};

const codes = new Set<string>();
const forms = 4 + Object.keys(listSamples).length;
const each = Math.ceil(rounds / 10 / forms);

test.each<readonly [ListFormat, readonly Uint8Array[]]>([
  ['jsonl', [writeJsonLines(list)]],
  ['csv', [encodeUtf8(csv)]],
  ['un', [encodeUtf8(un)]],
  ['ofac', [encodeUtf8(ofac), ...beginningOf('ofac_sdn.csv', '\n')]],
  ...Object.entries(listSamples).map(
    ([format, text]) => [format as ListFormat, [encodeUtf8(text), ...(realLists[format] ?? [])]] as const,
  ),
])(
  `${each} mutated lists of the form %s: an answer to each, each finding located, 1 ms a KB at most`,
  (format, samples) => {
    const { whole, slowest } = tryAll({
      samples,
      alphabet,
      seed: 1267,
      count: each,
      read: (bytes, round) => importList(bytes, round % 2 === 0 ? { format } : {}),
      check: ({ list: read, findings }, bytes) => {
        for (const { code, at } of findings) {
          codes.add(code);
          // What the list as a whole lacks has no place.
          const located = code === 'LST-0112' || at?.path !== undefined || (at?.segment ?? 0) >= 1;
          if (!located || (at?.segment ?? 0) > bytes.length + 1) throw new Error(`${code} at ${JSON.stringify(at)}`);
        }
        for (const { entry, names, documents } of read.entries) {
          if (entry === '' || names.length + documents.length === 0)
            throw new Error('an entry that can never be found');
        }
        if (read.entries.length === 0 && findings.length === 0) throw new Error('nothing read and nothing told');
      },
    });
    process.stdout.write(`lists, ${format}: ${whole.toFixed(3)} ms a KB, the slowest batch ${slowest.toFixed(3)}\n`);
    expect(whole).toBeLessThan(1);
  },
);

test('the mutations reach every finding of a list', () => {
  const all = Array.from({ length: 17 }, (_, at) => `LST-01${String(at + 1).padStart(2, '0')}`);
  // An alias whose entry is missing stands in a file of its own.
  expect([...codes].sort()).toEqual(all.filter((code) => code !== 'LST-0106'));
});
