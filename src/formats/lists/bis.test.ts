import { expect, test } from 'vitest';
import { encodeUtf8, type Finding } from '#kernel';
import { readBis } from './bis.ts';

const told = (findings: readonly Finding[]) => findings.map(({ code, parameters, at }) => [code, parameters, at]);
const columns =
  'Name\tStreet_Address\tCity\tState\tCountry\tPostal_Code\tEffective_Date\tExpiration_Date\tStandard_Order\tLast_Update\tAction\tFR_Citation';
const table = (...rows: readonly string[]) =>
  encodeUtf8(
    [columns, ...rows]
      .map((row) =>
        row
          .split('\t')
          .map((cell) => `"${cell}"`)
          .join('\t'),
      )
      .join('\n'),
  );

test('the addresses of one name are one entry', () => {
  const rows = [
    ' LUIS  MORA\t1 MAIN\tEL PASO\tTX\tUS\t79905\t08/24/2022\t01/14/2026\tY\t2022-08-29\tADDED\t87 F.R. 1',
    'ACME TRADING LTD\t\tLIMA\t\tPE\t\t10/03/2003',
    'LUIS MORA\t2 HIGH\tLIMA\t\tPE\t\t08/25/2022\t01/14/2026\tY\t2023-08-29\tADDED\t87 F.R. 1',
  ];
  expect(readBis(table(...rows))).toStrictEqual({
    findings: [],
    list: {
      name: 'us-bis-denied-persons',
      version: 'undated',
      purpose: 'sanctions',
      entries: [
        {
          entry: 'LUIS MORA',
          kind: 'person',
          names: [{ whole: 'LUIS MORA', quality: 'primary' }],
          datesOfBirth: [],
          nationalities: [],
          documents: [],
          programme: 'BIS DPL',
          listedOn: '2022-08-24',
          updatedOn: '2023-08-29',
          particulars: [
            { name: 'address', text: '1 MAIN, EL PASO, TX, 79905, US' },
            { name: 'Expiration_Date', text: '01/14/2026' },
            { name: 'Standard_Order', text: 'Y' },
            { name: 'Action', text: 'ADDED' },
            { name: 'FR_Citation', text: '87 F.R. 1' },
            { name: 'address', text: '2 HIGH, LIMA, PE' },
          ],
        },
        {
          entry: 'ACME TRADING LTD',
          kind: 'organisation',
          names: [{ whole: 'ACME TRADING LTD', quality: 'primary' }],
          datesOfBirth: [],
          nationalities: [],
          documents: [],
          programme: 'BIS DPL',
          listedOn: '2003-10-03',
          particulars: [{ name: 'address', text: 'LIMA, PE' }],
        },
      ],
    },
  });
});

test('what cannot be read is told with its row', () => {
  const { findings, list } = readBis(table('\t1 MAIN', 'LU\t\t\t\t\t\t24/08/2022', 'LU\t\t\t\t\t\t\t\t\tsoon'), {
    name: 'mine',
  });
  expect(told(findings)).toStrictEqual([
    ['LST-0102', {}, { segment: 2 }],
    ['LST-0116', { entry: 'LU', text: '24/08/2022' }, { segment: 3 }],
    ['LST-0116', { entry: 'LU', text: 'soon' }, { segment: 4 }],
  ]);
  expect(list.name).toBe('mine');
});
