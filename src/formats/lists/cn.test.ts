import { expect, test } from 'vitest';
import { encodeUtf8, type Finding } from '#kernel';
import { readCn } from './cn.ts';

const told = (findings: readonly Finding[]) => findings.map(({ code, parameters, at }) => [code, parameters, at]);
const columns =
  'Type,QID,Name,Alias,Chinese name,Country,Topics,Summary,Chinese summary,Body,List,Date,End date,Source URL,Address';
const table = (...rows: readonly string[]) => encodeUtf8([columns, ...rows].join('\n'));

test('the measures against one name are one entry', () => {
  const rows = [
    'Person,Q1,Marco Mora,MM;Mora,马尔科,US,sanction,US Senator,,MFA,,13.07.20,,http://x,',
    'Company,,Edge LLC,,边缘,US,sanction,,,MOFCOM,UEL,10.04.2025,,,1 Main',
    'Person,Q1,Marco Mora,,马尔科,US,sanction,US Senator,,MFA,AFSL,10.08.20,,http://x,',
    'Organization,,,,人权,Japan,sanction,,,MOFCOM,,,,,',
  ];
  expect(readCn(table(...rows))).toStrictEqual({
    findings: [],
    list: {
      name: 'cn-countermeasures',
      version: 'undated',
      purpose: 'sanctions',
      entries: [
        {
          entry: 'Marco Mora',
          kind: 'person',
          names: [
            { whole: 'Marco Mora', quality: 'primary' },
            { whole: '马尔科', quality: 'alias' },
            { whole: 'MM', quality: 'alias' },
            { whole: 'Mora', quality: 'alias' },
          ],
          datesOfBirth: [],
          nationalities: ['USA'],
          documents: [],
          programme: 'MFA, AFSL',
          listedOn: '2020-07-13',
          particulars: [
            { name: 'QID', text: 'Q1' },
            { name: 'Topics', text: 'sanction' },
            { name: 'Summary', text: 'US Senator' },
            { name: 'Source URL', text: 'http://x' },
            { name: 'Body', text: 'MFA' },
          ],
        },
        {
          entry: 'Edge LLC',
          kind: 'organisation',
          names: [
            { whole: 'Edge LLC', quality: 'primary' },
            { whole: '边缘', quality: 'alias' },
          ],
          datesOfBirth: [],
          nationalities: [],
          documents: [],
          programme: 'UEL',
          listedOn: '2025-04-10',
          particulars: [
            { name: 'Country', text: 'US' },
            { name: 'Topics', text: 'sanction' },
            { name: 'Body', text: 'MOFCOM' },
            { name: 'Address', text: '1 Main' },
          ],
        },
        {
          entry: '人权',
          kind: 'organisation',
          names: [{ whole: '人权', quality: 'alias' }],
          datesOfBirth: [],
          nationalities: [],
          documents: [],
          programme: 'MOFCOM',
          particulars: [
            { name: 'Country', text: 'Japan' },
            { name: 'Topics', text: 'sanction' },
          ],
        },
      ],
    },
  });
});

test('one name of two kinds is two things', () => {
  const { list, findings } = readCn(table('Person,,Ford', 'Company,,Ford', 'Company,,Ford'), { name: 'mine' });
  expect(list).toMatchObject({
    name: 'mine',
    entries: [
      { entry: 'Ford', kind: 'person' },
      { entry: 'Ford (Company)', kind: 'organisation' },
    ],
  });
  expect(findings).toStrictEqual([]);
});

test('what cannot be read is told with its row', () => {
  const { findings } = readCn(
    table('Person,Q1', 'Robot,,A', 'Person,,B,,,Atlantis,,,,,,soon', 'Person,,B,,,,,,,,,then'),
  );
  expect(told(findings)).toStrictEqual([
    ['LST-0102', {}, { segment: 2 }],
    ['LST-0107', { entry: 'A', text: 'Robot' }, { segment: 3 }],
    ['LST-0105', { entry: 'B', text: 'Atlantis' }, { segment: 4 }],
    ['LST-0116', { entry: 'B', text: 'soon' }, { segment: 4 }],
    ['LST-0116', { entry: 'B', text: 'then' }, { segment: 5 }],
  ]);
});
