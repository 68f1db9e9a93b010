import { expect, test } from 'vitest';
import { encodeUtf8, type Finding } from '#kernel';
import { readOfacXml } from './ofac-xml.ts';

const told = (findings: readonly Finding[]) => findings.map(({ code, parameters, at }) => [code, parameters, at]);
const values = `<ReferenceValueSets>
  <AliasTypeValues><AliasType ID="1">A.K.A.</AliasType></AliasTypeValues>
  <AreaCodeValues><AreaCode ID="5" Description="Peru">PE</AreaCode></AreaCodeValues>
  <CountryValues><Country ID="7" ISO2="MX"> Mexico </Country><Country ID="8">undetermined</Country></CountryValues>
  <DetailReferenceValues><DetailReference ID="91">Male</DetailReference></DetailReferenceValues>
  <FeatureTypeValues><FeatureType ID="8">Birthdate</FeatureType><FeatureType ID="9">Place of Birth</FeatureType>
    <FeatureType ID="10">Nationality Country</FeatureType><FeatureType ID="11">Citizenship Country</FeatureType>
    <FeatureType ID="12">Gender</FeatureType><FeatureType ID="13">Title</FeatureType><FeatureType ID="14">Location</FeatureType>
    <FeatureType ID="15">Vessel Call Sign</FeatureType><FeatureType ID="16">Secondary sanctions risk:</FeatureType></FeatureTypeValues>
  <IDRegDocTypeValues><IDRegDocType ID="20">Passport</IDRegDocType><IDRegDocType ID="21">Website</IDRegDocType>
    <IDRegDocType ID="22">Vessel Registration Identification</IDRegDocType></IDRegDocTypeValues>
  <LegalBasisValues><LegalBasis ID="30">Executive Order 1</LegalBasis></LegalBasisValues>
  <ListValues><List ID="40">SDN List</List></ListValues>
  <NamePartTypeValues><NamePartType ID="50">Last Name</NamePartType><NamePartType ID="51">First Name</NamePartType>
    <NamePartType ID="52">Entity Name</NamePartType><NamePartType ID="53">Maiden Name</NamePartType></NamePartTypeValues>
  <PartyTypeValues><PartyType ID="1">Individual</PartyType><PartyType ID="2">Entity</PartyType></PartyTypeValues>
  <PartySubTypeValues><PartySubType ID="1" PartyTypeID="3">Vessel</PartySubType><PartySubType ID="2" PartyTypeID="3">Aircraft</PartySubType>
    <PartySubType ID="3" PartyTypeID="2">Unknown</PartySubType><PartySubType ID="4" PartyTypeID="1"> Unknown </PartySubType>
    <PartySubType ID="5">Robot</PartySubType></PartySubTypeValues>
  <SanctionsTypeValues><SanctionsType ID="1">Program</SanctionsType><SanctionsType ID="2">Block</SanctionsType></SanctionsTypeValues>
</ReferenceValueSets>`;
const places = `<Locations>
  <Location ID="60"><LocationAreaCode AreaCodeID="5"/><LocationCountry CountryID="8"/>
    <LocationPart LocPartTypeID="1"><LocationPartValue><Value>Lima</Value></LocationPartValue></LocationPart></Location>
  <Location ID="61"><LocationCountry CountryID="7"/></Location></Locations>`;
const documents = `<IDRegDocuments>
  <IDRegDocument ID="1" IDRegDocTypeID="20" IdentityID="100" IssuedBy-CountryID="7"><IDRegistrationNo>A1234</IDRegistrationNo></IDRegDocument>
  <IDRegDocument ID="2" IDRegDocTypeID="21" IdentityID="100"><IDRegistrationNo>http://x</IDRegistrationNo></IDRegDocument>
  <IDRegDocument ID="3" IDRegDocTypeID="20" IdentityID="100"/>
  <IDRegDocument ID="4" IDRegDocTypeID="99" IdentityID="100"><IDRegistrationNo>7</IDRegistrationNo></IDRegDocument>
  <IDRegDocument ID="5" IDRegDocTypeID="22" IdentityID="200"><IDRegistrationNo>IMO 9123456</IDRegistrationNo></IDRegDocument>
</IDRegDocuments>`;
const part = (group: string, text: string) =>
  `<DocumentedNamePart><NamePartValue NamePartGroupID="${group}">${text}</NamePartValue></DocumentedNamePart>`;
const alias = (attributes: string, ...names: readonly string[]) =>
  `<Alias AliasTypeID="1" ${attributes}>${names.map((name) => `<DocumentedName>${name}</DocumentedName>`).join('')}</Alias>`;
const groups = (...types: readonly string[]) =>
  `<NamePartGroups>${types.map((type) => `<MasterNamePartGroup><NamePartGroup ID="g${type}" NamePartTypeID="${type}"/></MasterNamePartGroup>`).join('')}</NamePartGroups>`;
const feature = (type: string, inside: string) =>
  `<Feature FeatureTypeID="${type}"><FeatureVersion>${inside}</FeatureVersion></Feature>`;
const point = (tag: string, day: string) => {
  const [year, month, of] = day.split('-');
  return `<${tag}><Year>${year}</Year><Month>${month}</Month><Day>${of}</Day></${tag}>`;
};
const period = (first: string, last: string, approximate = 'false') =>
  `<DatePeriod><Start Approximate="${approximate}">${point('From', first)}${point('To', first)}</Start><End>${point('From', last)}${point('To', last)}</End></DatePeriod>`;
const party = (number: string, type: string, inside: string) =>
  `<DistinctParty FixedRef="${number}"><Profile ID="${number}" PartySubTypeID="${type}">${inside}</Profile></DistinctParty>`;
const advanced = (...parts: readonly string[]) =>
  encodeUtf8(
    `<?xml version="1.0"?>\n<Sanctions xmlns="http://x"><DateOfIssue><Year>2026</Year><Month>5</Month><Day>21</Day></DateOfIssue>${values}${places}${documents}${parts.join('')}</Sanctions>`,
  );

const person = party(
  '7',
  '4',
  `<Identity ID="100">${alias('Primary="true" LowQuality="false"', part('g50', 'MORA') + part('g51', 'Luis'), part('g50', 'Мора') + part('g51', 'Луис'))}
   ${alias('Primary="false" LowQuality="true"', part('g51', 'LUCHO'))}
   ${alias('Primary="false" LowQuality="false"', part('g53', 'PAZ') + part('g51', 'Luis'))}${groups('50', '51', '53')}</Identity>
   ${feature('8', period('1970-2-3', '1970-2-3'))}${feature('8', period('1971-1-1', '1971-12-31'))}
   ${feature('9', '<VersionDetail DetailTypeID="1432">Lima, Peru</VersionDetail>')}${feature('10', '<VersionLocation LocationID="61"/>')}
   ${feature('11', '<VersionDetail>Peru</VersionDetail>')}${feature('12', '<VersionDetail DetailReferenceID="91"/>')}
   ${feature('13', '<VersionDetail>General</VersionDetail>')}${feature('14', '<VersionLocation LocationID="60"/>')}
   ${feature('16', '<Comment>see there</Comment>')}`,
);
const sanctions = `<SanctionsEntries>
  <SanctionsEntry ProfileID="7" ListID="40"><EntryEvent LegalBasisID="30"><Date><Year>2019</Year><Month>1</Month><Day>2</Day></Date></EntryEvent>
    <SanctionsMeasure SanctionsTypeID="1"><Comment>SDGT</Comment></SanctionsMeasure><SanctionsMeasure SanctionsTypeID="2"/></SanctionsEntry>
  <SanctionsEntry ProfileID="99" ListID="40"/></SanctionsEntries>`;

test('a person whose parts stand all over the list', () => {
  expect(readOfacXml(advanced(person, sanctions))).toStrictEqual({
    findings: [],
    list: {
      name: 'ofac-sdn',
      version: '2026-05-21',
      purpose: 'sanctions',
      entries: [
        {
          entry: '7',
          kind: 'person',
          names: [
            { family: 'MORA', given: 'Luis', quality: 'primary' },
            { family: 'Мора', given: 'Луис', quality: 'alias' },
            { family: 'PAZ', given: 'Luis', quality: 'alias' },
            { whole: 'LUCHO', quality: 'weak' },
          ],
          datesOfBirth: [{ year: 1970, month: 2, day: 3 }, { year: 1971 }],
          sex: 'M',
          nationalities: ['MEX', 'PER'],
          documents: [{ type: 'P', number: 'A1234', issuingState: 'MEX' }],
          programme: 'SDGT',
          placesOfBirth: ['Lima, Peru'],
          listedOn: '2019-01-02',
          particulars: [
            { name: 'Website', text: 'http://x' },
            { name: 'IDRegDocument', text: '7' },
            { name: 'Title', text: 'General' },
            { name: 'Location', text: 'Lima, Peru' },
            { name: 'Secondary sanctions risk', text: 'see there' },
            { name: 'list', text: 'SDN List' },
            { name: 'legal basis', text: 'Executive Order 1' },
            { name: 'measure', text: 'Block' },
          ],
        },
      ],
    },
  });
});

test('organisations, vessels and aircraft', () => {
  const named = (identity: string) =>
    `<Identity ID="${identity}">${alias('Primary="true"', part('g52', 'ACME, S.A.'))}${groups('52')}</Identity>`;
  const { list } = readOfacXml(
    advanced(
      `<DistinctParty><Comment>old</Comment><Profile ID="36" PartySubTypeID="3">${named('1')}</Profile></DistinctParty>`,
      party('2', '1', named('200') + feature('15', '<VersionDetail>CALL7</VersionDetail>')),
      party('3', '2', named('3')),
    ),
    { name: 'mine' },
  );
  expect(list).toMatchObject({
    name: 'mine',
    entries: [
      {
        entry: '36',
        kind: 'organisation',
        names: [{ whole: 'ACME, S.A.' }],
        particulars: [{ name: 'comment', text: 'old' }],
      },
      {
        entry: '2',
        kind: 'vessel',
        documents: [
          { type: 'IMO', number: '9123456' },
          { type: 'CALL', number: 'CALL7' },
        ],
      },
      { entry: '3', kind: 'vehicle' },
    ],
  });
});

test('what cannot be read is told with its path', () => {
  const named = `<Identity ID="1">${alias('Primary="true"', part('g52', 'A'))}</Identity>`;
  const { findings } = readOfacXml(
    advanced(
      '<DistinctParty><Profile PartySubTypeID="3"/></DistinctParty>',
      party('2', '5', named),
      party('3', '77', named),
      party('4', '4', named + feature('8', '<DatePeriod><Start><From><Year>0</Year></From></Start></DatePeriod>')),
      party('5', '4', ''),
    ),
  );
  expect(told(findings)).toStrictEqual([
    ['LST-0102', {}, { path: 'DistinctParty[1]' }],
    ['LST-0107', { entry: '2', text: 'Robot' }, { path: 'DistinctParty[2]' }],
    ['LST-0107', { entry: '3', text: '' }, { path: 'DistinctParty[3]' }],
    ['LST-0104', { entry: '4', text: '0' }, { path: 'DistinctParty[4]/Feature' }],
    ['LST-0103', { entry: '5' }, { path: 'DistinctParty[5]' }],
  ]);
  expect(told(readOfacXml(encodeUtf8('<Sanctions>\n</x>')).findings)).toStrictEqual([
    ['LST-0108', {}, { path: 'line 2' }],
    ['LST-0112', {}, undefined],
  ]);
  expect(readOfacXml(encodeUtf8('<Sanctions/>')).list.version).toBe('undated');
  const issued = (parts: string) => encodeUtf8(`<Sanctions><DateOfIssue>${parts}</DateOfIssue></Sanctions>`);
  expect(readOfacXml(issued('<Year>2026</Year>')).list.version).toBe('2026-01-01');
  expect(readOfacXml(issued('<Month>5</Month>')).list.version).toBe('undated');
});

test.each([
  ['1970-2-3', '1970-2-3', 'false', { year: 1970, month: 2, day: 3 }],
  ['1970-2-1', '1970-2-28', 'false', { year: 1970, month: 2 }],
  ['1970-1-1', '1970-12-31', 'false', { year: 1970 }],
  ['1970-1-1', '1972-12-31', 'false', { year: 1970, untilYear: 1972 }],
  ['1970-2-3', '1970-3-3', 'false', { year: 1970 }],
  ['1970-2-3', '1971-2-3', 'false', { year: 1970, untilYear: 1971 }],
  ['1970-2-3', '1970-2-4', 'false', { year: 1970, month: 2 }],
  ['1970-1-1', '1970-12-31', 'true', { year: 1969, untilYear: 1971 }],
])('the period from %s to %s, approximate %s', (first, last, approximate, expected) => {
  const inside = `<Identity ID="1">${alias('Primary="true"', part('x', 'A'))}</Identity>${feature('8', period(first, last, approximate))}`;
  expect(readOfacXml(advanced(party('1', '4', inside))).list.entries[0]?.datesOfBirth).toStrictEqual([expected]);
});

test('places of birth, features and names as they may be', () => {
  const inside = `<Identity ID="100">${alias('Primary="true"', part('g50', ' MORA ') + part('g51', ' Luis ') + part('g50', 'PAZ'))}
    ${alias('Primary="false" LowQuality="true"', part('g51', 'LU'), part('g51', 'ЛУ'))}${groups('50', '51')}</Identity>
    ${feature('8', '<VersionDetail> about 1970 </VersionDetail>')}${feature('13', period('1970-2-3', '1970-2-3'))}
    ${feature('99', '<VersionDetail>x</VersionDetail>')}${feature('14', '<VersionLocation LocationID="77"/>')}
    ${feature('14', '<VersionDetail/><VersionLocation LocationID="61"/>')}${feature('14', '<VersionLocation LocationID="62"/>')}`;
  const more = `<Location ID="62"><LocationAreaCode AreaCodeID="99"/><LocationPart><LocationPartValue><Value>Cuzco</Value></LocationPartValue><LocationPartValue/></LocationPart></Location>`;
  const [entry] = readOfacXml(advanced(more, party('1', '4', inside))).list.entries;
  expect(entry?.names).toStrictEqual([
    { family: 'MORA PAZ', given: 'Luis', quality: 'primary' },
    { whole: 'LU', quality: 'weak' },
    { whole: 'ЛУ', quality: 'weak' },
  ]);
  expect(entry?.datesOfBirth).toStrictEqual([]);
  expect(entry?.particulars?.slice(2)).toStrictEqual([
    { name: 'Birthdate', text: 'about 1970' },
    { name: 'Title', text: '1970 2 3 1970 2 3 1970 2 3 1970 2 3' },
    { name: 'Feature', text: 'x' },
    { name: 'Location', text: 'Mexico' },
    { name: 'Location', text: 'Cuzco' },
  ]);
});

test('a measure of a type that is not known is a programme by its comment; an event may have no day', () => {
  const measures = `<SanctionsEntry ProfileID="7"><EntryEvent/><SanctionsMeasure><Comment>X</Comment></SanctionsMeasure>
    <SanctionsMeasure SanctionsTypeID="1"><Comment>Y</Comment></SanctionsMeasure></SanctionsEntry>`;
  const [entry] = readOfacXml(advanced(person, measures)).list.entries;
  expect(entry?.programme).toBe('X, Y');
  expect(entry?.listedOn).toBeUndefined();
});

test('to whom a party is tied is kept', () => {
  const types = '<RelationType ID="15001">Associate Of</RelationType>';
  const tie = (from: string, type: string) =>
    `<ProfileRelationship ID="1" From-ProfileID="${from}" To-ProfileID="9" RelationTypeID="${type}"/>`;
  const [entry] = readOfacXml(advanced(types, person, tie('7', '15001'), tie('7', '1'), tie('8', '15001'))).list
    .entries;
  expect(entry?.particulars?.slice(-2)).toStrictEqual([
    { name: 'relation', text: 'Associate Of 9' },
    { name: 'relation', text: '9' },
  ]);
});

test('a period without an end', () => {
  const open = (inside: string) =>
    readOfacXml(
      advanced(
        party(
          '1',
          '4',
          `<Identity ID="1">${alias('Primary="true"', part('x', 'A'))}</Identity>${feature('8', `<DatePeriod><Start>${inside}</Start></DatePeriod>`)}`,
        ),
      ),
    ).list.entries[0]?.datesOfBirth;
  expect(open('<From><Year>1970</Year></From>')).toStrictEqual([{ year: 1970 }]);
  expect(open('<From><Year>1970</Year><Month>2</Month></From>')).toStrictEqual([{ year: 1970, month: 2 }]);
  expect(open('')).toStrictEqual([]);
  expect(open('</Start><End><To><Year>1970</Year></To></End><Start>')).toStrictEqual([]);
  expect(open(point('From', '1970-2-3'))).toStrictEqual([{ year: 1970, month: 2, day: 3 }]);
  expect(open(point('From', '1970-1-1') + point('To', '1970-12-31'))).toStrictEqual([{ year: 1970 }]);
});
