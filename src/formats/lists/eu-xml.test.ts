import { expect, test } from 'vitest';
import { encodeUtf8, type Finding } from '#kernel';
import { readEuXml } from './eu-xml.ts';

const told = (findings: readonly Finding[]) => findings.map(({ code, parameters, at }) => [code, parameters, at]);
const eu = (...entities: readonly string[]) =>
  encodeUtf8(
    `<?xml version="1.0" encoding="UTF-8"?>\n<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2026-06-05T15:51:25.849+02:00">${entities.join('')}</export>`,
  );
const entity = (inside: string, code = 'person', attributes = 'euReferenceNumber="EU.1.1" logicalId="13"') =>
  `<sanctionEntity ${attributes}><subjectType code="${code}" classificationCode="?"/>${inside}</sanctionEntity>`;
const only = (inside: string, code = 'person') => readEuXml(eu(entity(inside, code))).list.entries[0];

const whole = entity(
  `<remark>UNSC RESOLUTION</remark>
  <regulation publicationDate="2003-07-08" numberTitle="1210/2003" programme="IRQ"><publicationUrl>http://x</publicationUrl></regulation>
  <regulation publicationDate="2004-07-08" numberTitle="1/2004" programme="TAQA"/>
  <nameAlias firstName="" middleName="" lastName="" wholeName="Abu Ali" strong="false"/>
  <nameAlias firstName="Luis" middleName="A." lastName="Mora" wholeName="MORA Luis A." gender="M" title="Dr" function="Minister" strong="true"/>
  <nameAlias firstName="" lastName="" wholeName="Lucho" strong="true"/>
  <citizenship countryIso2Code="IQ" countryDescription="IRAQ"/>
  <citizenship countryIso2Code="00" countryDescription="UNKNOWN"/>
  <birthdate circa="false" calendarType="GREGORIAN" city="Lima" birthdate="1937-04-28" year="1937" place="" countryIso2Code="PE" countryDescription="PERU"/>
  <birthdate circa="true" calendarType="GREGORIAN" year="1940" countryIso2Code="00" countryDescription="UNKNOWN"/>
  <birthdate calendarType="ISLAMIC" year="1356"/>
  <identification number="X 12" identificationTypeCode="passport" identificationTypeDescription="National passport"
    countryIso2Code="PE"><remark>expired</remark></identification>
  <identification number="99" identificationTypeCode="other" identificationTypeDescription="Other identification number" countryIso2Code="00"/>
  <identification number="77" identificationTypeCode="id" knownFalse="true"/>
  <identification number="" identificationTypeCode="id"/>
  <address street="1 Main" city="Lima" countryIso2Code="PE" countryDescription="PERU"/>`,
  'person',
  'designationDate="2002-11-21" unitedNationId="QDi.1" designationDetails="by name" euReferenceNumber="EU.1.1" logicalId="13"',
);

test('a person with all that is said of him', () => {
  expect(readEuXml(eu(whole))).toStrictEqual({
    findings: [],
    list: {
      name: 'eu-sanctions',
      version: '2026-06-05',
      purpose: 'sanctions',
      entries: [
        {
          entry: 'EU.1.1',
          kind: 'person',
          names: [
            { family: 'Mora', given: 'Luis A.', quality: 'primary' },
            { whole: 'MORA Luis A.', quality: 'alias' },
            { whole: 'Lucho', quality: 'alias' },
            { whole: 'Abu Ali', quality: 'weak' },
          ],
          datesOfBirth: [
            { year: 1937, month: 4, day: 28 },
            { year: 1939, untilYear: 1941 },
          ],
          sex: 'M',
          nationalities: ['IRQ'],
          documents: [
            { type: 'P', number: 'X 12', issuingState: 'PER' },
            { type: 'I', number: '99' },
          ],
          programme: 'IRQ, TAQA',
          placesOfBirth: ['Lima, PERU'],
          listedOn: '2002-11-21',
          updatedOn: '2004-07-08',
          particulars: [
            { name: 'title', text: 'Dr' },
            { name: 'function', text: 'Minister' },
            { name: 'unitedNationId', text: 'QDi.1' },
            { name: 'designationDetails', text: 'by name' },
            { name: 'remark', text: 'UNSC RESOLUTION' },
            { name: 'regulation', text: '1210/2003' },
            { name: 'regulation', text: '1/2004' },
            { name: 'birthdate', text: '1356 ISLAMIC' },
            { name: 'false identification', text: '77' },
            { name: 'address', text: '1 Main, Lima, PERU' },
          ],
        },
      ],
    },
  });
});

test('names without parts, or without the whole', () => {
  expect(only('<nameAlias wholeName="ACME" strong="true"/>', 'enterprise')).toMatchObject({
    kind: 'organisation',
    names: [{ whole: 'ACME', quality: 'primary' }],
  });
  expect(only('<nameAlias firstName="A" lastName="B" strong="true"/>')?.names).toStrictEqual([
    { family: 'B', given: 'A', quality: 'primary' },
  ]);
  expect(only('<nameAlias firstName="A" middleName="M"/>')?.names).toStrictEqual([
    { whole: 'A M', quality: 'primary' },
  ]);
  expect(only('<nameAlias firstName="A" lastName="B" wholeName="B, A" strong="false"/>')?.names).toStrictEqual([
    { family: 'B', given: 'A', quality: 'weak' },
    { whole: 'B, A', quality: 'weak' },
  ]);
});

test('attributes with blanks, states in words, remarks beside numbers', () => {
  const inside = `<nameAlias wholeName=" A "/>
<identification number=" 7 " identificationTypeCode="x" identificationTypeDescription="National passport" countryDescription="Peru"/>
    <identification number="8" knownFalse="true"><remark>stolen</remark></identification><identification identificationTypeCode="passport"/>`;
  expect(only(inside)).toStrictEqual({
    entry: 'EU.1.1',
    kind: 'person',
    names: [{ whole: 'A', quality: 'primary' }],
    datesOfBirth: [],
    nationalities: [],
    documents: [{ type: 'P', number: '7', issuingState: 'PER' }],
    particulars: [{ name: 'false identification', text: '8, stolen' }],
  });
});

test.each([
  ['code="person"', 'person'],
  ['code="enterprise"', 'organisation'],
  ['code="entity"', 'organisation'],
  ['code="vessel"', 'vessel'],
  ['code="new" classificationCode="P"', 'person'],
  ['classificationCode="E"', 'organisation'],
  ['classificationCode="V"', 'vessel'],
])('a subject of the type %s is of the kind %s', (type, kind) => {
  const subject = `<sanctionEntity logicalId="1"><subjectType ${type}/><nameAlias wholeName="A"/></sanctionEntity>`;
  expect(readEuXml(eu(subject)).list.entries).toMatchObject([{ entry: '1', kind }]);
});

test('what is no number that can be compared is kept', () => {
  const numbers = `<nameAlias wholeName="A"/>
    <identification number="7" identificationTypeCode="x" identificationTypeDescription="Website"/>
    <identification number="8" identificationTypeCode="x"/>
    <identification latinNumber="9" identificationTypeCode="x"><remark>Tax number</remark></identification>`;
  expect(only(numbers)).toMatchObject({
    documents: [{ type: 'TAX', number: '9' }],
    particulars: [
      { name: 'Website', text: '7' },
      { name: 'number', text: '8' },
    ],
  });
});

test('what cannot be read is told with its path', () => {
  const { findings, list } = readEuXml(
    eu(
      entity('<nameAlias wholeName="A"/>', 'person', ''),
      entity('<nameAlias wholeName="A"/>', 'ship'),
      '<sanctionEntity logicalId="7"><nameAlias wholeName="A"/></sanctionEntity>',
      entity(
        '<nameAlias wholeName="A"/><birthdate year="soon"/><citizenship countryDescription="Atlantis"/>',
        'person',
        'logicalId="8"',
      ),
    ),
    { name: 'mine' },
  );
  expect(told(findings)).toStrictEqual([
    ['LST-0102', {}, { path: 'sanctionEntity[1]' }],
    ['LST-0107', { entry: 'EU.1.1', text: 'ship ?' }, { path: 'sanctionEntity[2]' }],
    ['LST-0107', { entry: '7', text: '' }, { path: 'sanctionEntity[3]' }],
    ['LST-0104', { entry: '8', text: 'soon' }, { path: 'sanctionEntity[4]/birthdate' }],
    ['LST-0105', { entry: '8', text: 'Atlantis' }, { path: 'sanctionEntity[4]/citizenship' }],
  ]);
  expect(list).toMatchObject({ name: 'mine', entries: [{ entry: '8' }] });
  expect(told(readEuXml(encodeUtf8('<export>\n</x>')).findings)).toStrictEqual([
    ['LST-0108', {}, { path: 'line 2' }],
    ['LST-0112', {}, undefined],
  ]);
});
