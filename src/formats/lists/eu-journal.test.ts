import { expect, test } from 'vitest';
import { encodeUtf8, type Finding } from '#kernel';
import { readEuJournal } from './eu-journal.ts';

const told = (findings: readonly Finding[]) => findings.map(({ code, parameters, at }) => [code, parameters, at]);
const columns =
  'celex,annex,recordId,programKey,startDate,schema,name,alias,weakAlias,previousName,country,nationality,birthDate,birthPlace,passportNumber,gender,fatherName,motherName,idNumber,imoNumber,mmsi,flag';
const journal = (...rows: readonly string[]) => encodeUtf8([columns, ...rows].join('\n'));
const row = (record: string, name: string, schema = 'Person') => `32001R2580,II.A,${record},EU-TERR,,${schema},${name}`;

test('a person with all that is said of him', () => {
  const whole =
    '32001R2580,II.A,3,EU-TERR,23.2.2022,Person,MORA Luis,Lucho; El Güero,Lu,Luis Paz,Peru,"Iranian and US",6.3.1955 or 1956,Lima,C2002515 (Iran),male,Juan,,07442833,,,';
  expect(readEuJournal(journal(whole))).toStrictEqual({
    findings: [],
    list: {
      name: 'eu-journal',
      version: 'undated',
      purpose: 'sanctions',
      entries: [
        {
          entry: '32001R2580/II.A/3',
          kind: 'person',
          names: [
            { whole: 'MORA Luis', quality: 'primary' },
            { whole: 'Lucho', quality: 'alias' },
            { whole: 'El Güero', quality: 'alias' },
            { whole: 'Luis Paz', quality: 'alias' },
            { whole: 'Lu', quality: 'weak' },
          ],
          datesOfBirth: [{ year: 1955, month: 3, day: 6 }, { year: 1956 }],
          sex: 'M',
          nationalities: ['IRN', 'USA'],
          documents: [
            { type: 'P', number: 'C2002515', issuingState: 'IRN' },
            { type: 'I', number: '07442833' },
          ],
          programme: 'EU-TERR',
          placesOfBirth: ['Lima'],
          listedOn: '2022-02-23',
          particulars: [
            { name: 'country', text: 'Peru' },
            { name: 'fatherName', text: 'Juan' },
          ],
        },
      ],
    },
  });
});

test.each([
  ['LegalEntity', 'organisation', 'REG'],
  ['Organization', 'organisation', 'REG'],
  ['Company', 'organisation', 'REG'],
  ['Asset', 'organisation', 'REG'],
  ['Vessel', 'vessel', 'REG'],
  ['Vehicle', 'vehicle', 'REG'],
  ['Airplane', 'vehicle', 'REG'],
  ['Person', 'person', 'I'],
])('%s is of the kind %s, its number of the type %s', (schema, kind, type) => {
  const { list } = readEuJournal(journal(`${row('1', 'A', schema)}${','.repeat(12)}12345,9333670,620233000,`));
  expect(list.entries).toMatchObject([
    {
      kind,
      documents: [
        { type, number: '12345' },
        { type: 'IMO', number: '9333670' },
        { type: 'MMSI', number: '620233000' },
      ],
    },
  ]);
});

test('no row stands for another, whatever its record says', () => {
  const rows = [row('1', 'A'), row('1', 'B'), row('', 'C'), row('', 'C'), row('', 'C'), row('1', 'B'), row('2', 'A')];
  const { list, findings } = readEuJournal(journal(...rows), { version: 'v' });
  expect(findings).toStrictEqual([]);
  expect(list.version).toBe('v');
  expect(list.entries.map(({ entry }) => entry.replace('32001R2580/II.A/', ''))).toStrictEqual([
    ...['1', 'B', 'C', 'C#2', 'C#3', 'B#2', '2'],
  ]);
});

test('what cannot be read is told with its row', () => {
  const odd = journal(row('1', 'A', 'Robot'), row('2', ''), `${row('3', 'A')},,,,,Atlantean,soon`);
  expect(told(readEuJournal(odd).findings)).toStrictEqual([
    ['LST-0107', { entry: '32001R2580/II.A/1', text: 'Robot' }, { segment: 2 }],
    ['LST-0103', { entry: '32001R2580/II.A/2' }, { segment: 3 }],
    ['LST-0104', { entry: '32001R2580/II.A/3', text: 'soon' }, { segment: 4 }],
    ['LST-0105', { entry: '32001R2580/II.A/3', text: 'Atlantean' }, { segment: 4 }],
  ]);
});

test.each([
  ['Ummah (UTN)', '', ['primary Ummah', 'alias Ummah (UTN)', 'weak UTN']],
  ['Foundation (Kenya) Ltd', '', ['primary Foundation Ltd', 'alias Foundation (Kenya) Ltd']],
  ['(UTN)', '', ['primary (UTN)']],
  ['A', 'One, (b), Two, (c) Three', ['primary A', 'alias One', 'alias Two', 'alias Three']],
  ['A', 'B (open', ['primary A', 'alias B', 'alias B (open']],
])('names in %j and %j', (name, alias, names) => {
  const [entry] = readEuJournal(journal(`${row('1', `"${name}"`)},"${alias}"`)).list.entries;
  expect(entry?.names.map(({ quality, whole }) => `${quality} ${whole}`)).toStrictEqual(names);
});

test('a weak alias is weak as it is printed too', () => {
  const [entry] = readEuJournal(journal(`${row('1', 'A')},,Lu (formerly)`)).list.entries;
  expect(entry?.names.slice(1)).toStrictEqual([
    { whole: 'Lu', quality: 'weak' },
    { whole: 'Lu (formerly)', quality: 'weak' },
  ]);
});
