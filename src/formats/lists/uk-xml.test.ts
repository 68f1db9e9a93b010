import { expect, test } from 'vitest';
import { encodeUtf8, type Finding } from '#kernel';
import { readUkXml } from './uk-xml.ts';

const told = (findings: readonly Finding[]) => findings.map(({ code, parameters, at }) => [code, parameters, at]);
const uk = (...designations: readonly string[]) =>
  encodeUtf8(
    `<?xml version="1.0"?>\n<Designations><DateGenerated>10/06/2026</DateGenerated>${designations
      .map((one) => `<Designation>${one}</Designation>`)
      .join('')}</Designations>`,
  );
const name = (parts: string, type: string, strength = '') =>
  `<Name>${parts}<NameType>${type}</NameType>${strength}</Name>`;

const person = `<LastUpdated>16/04/2026</LastUpdated><DateDesignated>29/06/2012</DateDesignated><UniqueID>AFG0001</UniqueID>
  <OFSIGroupID>12703</OFSIGroupID><RegimeName>Afghanistan</RegimeName><IndividualEntityShip>Individual</IndividualEntityShip>
  <Names>${name('<Name1>LUIS</Name1><Name2>A.</Name2><Name6>MORA</Name6>', 'Primary Name')}
    ${name('<Name6>LUCHO</Name6>', 'Alias')}${name('<Name6>LU</Name6>', 'Alias', '<AliasStrength>Low</AliasStrength>')}</Names>
  <NonLatinNames><NonLatinName><NameNonLatinScript>لويس</NameNonLatinScript></NonLatinName></NonLatinNames>
  <Addresses><Address><AddressLine1>1 Main</AddressLine1><AddressCountry>Peru</AddressCountry></Address></Addresses>
  <SanctionsImposed>Asset freeze</SanctionsImposed><OtherInformation/>
  <IndividualDetails><Individual><DOBs><DOB>dd/mm/1958</DOB><DOB>01/02/1959</DOB></DOBs>
    <Nationalities><Nationality>Peru</Nationality></Nationalities><Genders><Gender>Male</Gender></Genders>
    <BirthDetails><Location><TownOfBirth>Lima</TownOfBirth><CountryOfBirth>Peru</CountryOfBirth></Location></BirthDetails>
    <PassportDetails><Passport><PassportNumber>A1234</PassportNumber>
      <PassportAdditionalInformation>expired</PassportAdditionalInformation></Passport></PassportDetails>
    <NationalIdentifierDetails><NationalIdentifier><NationalIdentifierNumber>I1234</NationalIdentifierNumber>
      <NationalIdentifierAdditionalInformation>tazkira</NationalIdentifierAdditionalInformation></NationalIdentifier></NationalIdentifierDetails>
    <Positions><Position>Minister</Position></Positions></Individual></IndividualDetails>`;
const entity = `<UniqueID>RUS1</UniqueID><IndividualEntityShip>Entity</IndividualEntityShip>
  <Names>${name('<Name6>ACME</Name6>', 'Primary name')}</Names><EntityDetails><Entity><BusinessRegistrationNumbers>
  <BusinessRegistrationNumber>7701234567</BusinessRegistrationNumber></BusinessRegistrationNumbers></Entity></EntityDetails>`;
const ship = `<UniqueID>RUS2</UniqueID><IndividualEntityShip> Ship </IndividualEntityShip>
  <Names>${name('<Name6>SEA STAR</Name6>', 'Primary name')}</Names><ShipDetails><Ship><IMONumbers>
  <IMONumber>9123456</IMONumber></IMONumbers><TypeOfShipDetails><TypeOfShip>Tanker</TypeOfShip></TypeOfShipDetails></Ship></ShipDetails>`;

test('persons, organisations and ships', () => {
  expect(readUkXml(uk(person, entity, ship))).toStrictEqual({
    findings: [],
    list: {
      name: 'uk-sanctions',
      version: '2026-06-10',
      purpose: 'sanctions',
      entries: [
        {
          entry: 'AFG0001',
          kind: 'person',
          names: [
            { family: 'MORA', given: 'LUIS A.', quality: 'primary' },
            { whole: 'LUCHO', quality: 'alias' },
            { whole: 'لويس', quality: 'alias' },
            { whole: 'LU', quality: 'weak' },
          ],
          datesOfBirth: [{ year: 1958 }, { year: 1959, month: 2, day: 1 }],
          sex: 'M',
          nationalities: ['PER'],
          documents: [
            { type: 'P', number: 'A1234' },
            { type: 'I', number: 'I1234' },
          ],
          programme: 'Afghanistan',
          placesOfBirth: ['Lima, Peru'],
          listedOn: '2012-06-29',
          updatedOn: '2026-04-16',
          particulars: [
            { name: 'PassportAdditionalInformation', text: 'expired' },
            { name: 'NationalIdentifierAdditionalInformation', text: 'tazkira' },
            { name: 'Positions', text: 'Minister' },
            { name: 'address', text: '1 Main, Peru' },
            { name: 'OFSIGroupID', text: '12703' },
            { name: 'SanctionsImposed', text: 'Asset freeze' },
          ],
        },
        {
          entry: 'RUS1',
          kind: 'organisation',
          names: [{ whole: 'ACME', quality: 'primary' }],
          datesOfBirth: [],
          nationalities: [],
          documents: [{ type: 'REG', number: '7701234567' }],
        },
        {
          entry: 'RUS2',
          kind: 'vessel',
          names: [{ whole: 'SEA STAR', quality: 'primary' }],
          datesOfBirth: [],
          nationalities: [],
          documents: [{ type: 'IMO', number: '9123456' }],
          particulars: [{ name: 'TypeOfShipDetails', text: 'Tanker' }],
        },
      ],
    },
  });
});

test('rows of OFSI as elements', () => {
  const target = (inside: string) =>
    `<FinancialSanctionsTarget><GroupID>7</GroupID>${inside}</FinancialSanctionsTarget>`;
  const xml = `<ArrayOfFinancialSanctionsTarget>${target(
    '<GroupTypeDescription>Individual</GroupTypeDescription><Name6>MORA</Name6><name1>Luis</name1><AliasType>Primary name</AliasType><DateListed>2016-08-14T00:00:00</DateListed><Individual_DateOfBirth>28/06/1960</Individual_DateOfBirth><Website i:nil="true"/>',
  )}${target('<GroupTypeDescription>Individual</GroupTypeDescription><Name6>LU</Name6><AliasType>AKA</AliasType><AliasQuality>Low quality</AliasQuality>')}<FinancialSanctionsTarget><Name6>X</Name6></FinancialSanctionsTarget></ArrayOfFinancialSanctionsTarget>`;
  const { list, findings } = readUkXml(encodeUtf8(xml), { version: 'v' });
  expect(told(findings)).toStrictEqual([['LST-0102', {}, { path: 'FinancialSanctionsTarget[3]' }]]);
  expect(list).toMatchObject({
    version: 'v',
    entries: [
      {
        entry: '7',
        names: [
          { family: 'MORA', given: 'Luis', quality: 'primary' },
          { whole: 'LU', quality: 'weak' },
        ],
        datesOfBirth: [{ year: 1960, month: 6, day: 28 }],
        listedOn: '2016-08-14',
      },
    ],
  });
});

test('what cannot be read is told with its path', () => {
  const { findings, list } = readUkXml(
    uk(
      '<Names/>',
      '<UniqueID>2</UniqueID><IndividualEntityShip>Robot</IndividualEntityShip>',
      '<UniqueID>3</UniqueID>',
      entity.replace('7701234567', 'unknown').replace('RUS1', '4'),
    ).map((byte) => byte),
  );
  expect(told(findings)).toStrictEqual([
    ['LST-0102', {}, { path: 'Designation[1]' }],
    ['LST-0107', { entry: '2', text: 'Robot' }, { path: 'Designation[2]' }],
    ['LST-0107', { entry: '3', text: '' }, { path: 'Designation[3]' }],
    ['LST-0115', { entry: '4', text: 'unknown' }, { path: 'Designation[4]' }],
  ]);
  expect(list.entries).toHaveLength(1);
  expect(told(readUkXml(encodeUtf8('<Designations>\n</x>')).findings)).toStrictEqual([
    ['LST-0108', {}, { path: 'line 2' }],
    ['LST-0112', {}, undefined],
  ]);
  expect(readUkXml(encodeUtf8('<Designations/>')).list.version).toBe('undated');
});
