import { expect, test } from 'vitest';
import { encodeUtf8, type Finding } from '#kernel';
import { readFtm } from './ftm.ts';

const told = (findings: readonly Finding[]) => findings.map(({ code, parameters, at }) => [code, parameters, at]);
const lines = (...objects: readonly unknown[]) =>
  encodeUtf8(objects.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n'));
const thing = (id: string, schema: string, properties: object, more: object = {}) => ({
  id,
  schema,
  properties,
  ...more,
});

const person = thing(
  'NK-1',
  'Person',
  {
    name: ['Luis Mora', 'Луис Мора'],
    alias: ['Lucho'],
    previousName: ['L. Paz'],
    weakAlias: ['Lu'],
    birthDate: ['1970-02-03', '1971'],
    birthPlace: ['Lima'],
    nationality: ['mx'],
    citizenship: ['us', 'Peru'],
    gender: ['male'],
    programId: ['MX-1'],
    passportNumber: ['A1234'],
    idNumber: ['I1'],
    socialSecurityNumber: ['S1'],
    taxNumber: ['T1'],
    createdAt: ['2020-01-02'],
    modifiedAt: ['2023-01-02'],
    topics: ['sanction'],
    position: 'Minister',
  },
  { caption: 'Luis MORA', first_seen: '2020-05-01T00:00:00', last_change: '2022-05-01T00:00:00', datasets: ['x'] },
);

test('a person, with what hangs on him in other lines, before and after', () => {
  const read = readFtm(
    lines(
      thing('s-1', 'Sanction', {
        entity: ['NK-1', 'NK-9'],
        program: ['EO 1'],
        listingDate: ['2019-01-02'],
        reason: ['why'],
        country: ['us'],
      }),
      person,
      '',
      thing('p-1', 'Passport', { holder: ['NK-1'], number: ['B1234'], country: ['pe'] }),
      thing('p-2', 'Identification', { holder: ['NK-1'], number: ['C1'], type: ['National ID'] }),
      thing('p-3', 'Identification', {
        holder: ['NK-1'],
        passportNumber: ['D1'],
        type: ['Passport'],
        country: ['Peru'],
      }),
      thing('a-1', 'Address', { full: ['1 Main'] }),
      thing('o-1', 'Ownership', {}),
      thing('a-2', 'Address', { full: ['2 Main'] }),
    ),
  );
  expect(told(read.findings)).toEqual([
    ['LST-0117', { schema: 'Address', count: 2 }, { segment: 7 }],
    ['LST-0117', { schema: 'Ownership', count: 1 }, { segment: 8 }],
  ]);
  expect(read).toStrictEqual({
    findings: read.findings,
    list: {
      name: 'opensanctions',
      version: 'undated',
      purpose: 'sanctions',
      entries: [
        {
          entry: 'NK-1',
          kind: 'person',
          names: [
            { whole: 'Luis MORA', quality: 'primary' },
            { whole: 'Luis Mora', quality: 'alias' },
            { whole: 'Луис Мора', quality: 'alias' },
            { whole: 'Lucho', quality: 'alias' },
            { whole: 'L. Paz', quality: 'alias' },
            { whole: 'Lu', quality: 'weak' },
          ],
          datesOfBirth: [{ year: 1970, month: 2, day: 3 }, { year: 1971 }],
          sex: 'M',
          nationalities: ['MEX', 'USA', 'PER'],
          documents: [
            { type: 'P', number: 'A1234' },
            { type: 'I', number: 'I1' },
            { type: 'I', number: 'S1' },
            { type: 'TAX', number: 'T1' },
            { type: 'P', number: 'B1234', issuingState: 'PER' },
            { type: 'I', number: 'C1' },
            { type: 'P', number: 'D1', issuingState: 'PER' },
          ],
          programme: 'MX-1, EO 1',
          placesOfBirth: ['Lima'],
          listedOn: '2019-01-02',
          updatedOn: '2023-01-02',
          particulars: [
            { name: 'topics', text: 'sanction' },
            { name: 'position', text: 'Minister' },
            { name: 'reason', text: 'why' },
          ],
        },
      ],
    },
  });
});

test.each([
  ['Organization', 'organisation'],
  ['Company', 'organisation'],
  ['PublicBody', 'organisation'],
  ['LegalEntity', 'organisation'],
  ['Vessel', 'vessel'],
  ['Vehicle', 'vehicle'],
  ['Airplane', 'vehicle'],
])('%s is of the kind %s', (schema, kind) => {
  expect(readFtm(lines(thing('1', schema, { name: ['A'] }))).list.entries).toMatchObject([
    { kind, names: [{ whole: 'A', quality: 'primary' }] },
  ]);
});

test('numbers of organisations and vessels', () => {
  const properties = {
    ...{ name: ['A'], innCode: ['1'], vatCode: ['2'], registrationNumber: ['3'], ogrnCode: ['4'], leiCode: ['5'] },
    ...{ swiftBic: ['6'], imoNumber: ['7'], mmsi: ['8'], callSign: ['9'] },
  };
  const [entry] = readFtm(lines(thing('1', 'Company', properties))).list.entries;
  expect(entry?.documents.map(({ type, number }) => `${type} ${number}`)).toStrictEqual([
    ...['TAX 1', 'TAX 2', 'REG 3', 'REG 4', 'LEI 5', 'BIC 6', 'IMO 7', 'MMSI 8', 'CALL 9'],
  ]);
});

test('nested things are read where they stand', () => {
  const nested = thing('1', 'Person', {
    name: ['A'],
    sanctions: [thing('s', 'Sanction', { program: ['X'], startDate: ['2020-01-01'] }, { caption: 'X' })],
    passports: thing('p', 'Passport', { number: ['P1'] }),
    family: [thing('f', 'Person', { name: ['B'] }, { caption: 'B' }), { id: 'g' }, {}],
  });
  expect(readFtm(lines(nested)).list.entries).toMatchObject([
    {
      programme: 'X',
      listedOn: '2020-01-01',
      documents: [{ type: 'P', number: 'P1' }],
      particulars: [
        { name: 'sanctions', text: 'X' },
        { name: 'passports', text: 'p' },
        { name: 'family', text: 'B' },
        { name: 'family', text: 'g' },
      ],
    },
  ]);
});

test('what cannot be read is told with its line', () => {
  const { findings, list } = readFtm(
    lines(
      'not JSON',
      { id: '1' },
      7,
      { schema: 'Person', properties: { name: ['A'] } },
      thing('5', 'Person', { name: ['A'], birthDate: ['soon'], nationality: ['Atlantis'] }),
      thing('6', 'Person', {}),
      { id: '7', schema: 'Person' },
    ),
    { name: 'mine' },
  );
  expect(told(findings)).toStrictEqual([
    ['LST-0109', {}, { segment: 1 }],
    ['LST-0111', { member: 'schema', expected: 'text' }, { segment: 2 }],
    ['LST-0111', { member: 'schema', expected: 'text' }, { segment: 3 }],
    ['LST-0102', {}, { segment: 4 }],
    ['LST-0104', { entry: '5', text: 'soon' }, { segment: 5, path: 'birthDate' }],
    ['LST-0105', { entry: '5', text: 'Atlantis' }, { segment: 5, path: 'nationality' }],
    ['LST-0103', { entry: '6' }, { segment: 6 }],
    ['LST-0103', { entry: '7' }, { segment: 7 }],
  ]);
  expect(list).toMatchObject({ name: 'mine', entries: [{ entry: '5' }] });
});
