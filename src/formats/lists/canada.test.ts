import { expect, test } from 'vitest';
import { encodeUtf8, type Finding } from '#kernel';
import { readCanada } from './canada.ts';

const told = (findings: readonly Finding[]) => findings.map(({ code, parameters, at }) => [code, parameters, at]);
const canada = (...records: readonly string[]) =>
  encodeUtf8(`<?xml version="1.0"?>\n<data-set>${records.map((one) => `<record>${one}</record>`).join('')}</data-set>`);
const person = `<Country>Belarus / Bélarus</Country><LastName>Mora</LastName><GivenName>Luis Alberto</GivenName>
  <DateOfBirthOrShipBuildDate>1965-04-29</DateOfBirthOrShipBuildDate><Aliases>Lucho Mora; El Güero, L. M.</Aliases>
  <Schedule>1, Part 1</Schedule><Item>1</Item><DateOfListing>2020-09-28</DateOfListing><TitleOrShip>Minister</TitleOrShip>`;
const firm = `<Country>Russia / Russie</Country><EntityOrShip>Acme OOO</EntityOrShip><Schedule>1, Part 2</Schedule>
  <Item>7</Item><DateOfListing>2022-03-15</DateOfListing><DateOfBirth>1999</DateOfBirth>`;
const vessel = `<Country>Russia</Country><EntityOrShip>Sea Star</EntityOrShip><ShipIMONumber>9123456</ShipIMONumber>`;

const entries = [
  {
    entry: 'Belarus/1, Part 1/1/Luis Alberto Mora',
    kind: 'person',
    names: [
      { family: 'Mora', given: 'Luis Alberto', quality: 'primary' },
      { whole: 'Lucho Mora', quality: 'alias' },
      { whole: 'El Güero', quality: 'alias' },
      { whole: 'L. M.', quality: 'alias' },
    ],
    datesOfBirth: [{ year: 1965, month: 4, day: 29 }],
    nationalities: [],
    documents: [],
    programme: 'Belarus / Bélarus',
    listedOn: '2020-09-28',
    particulars: [{ name: 'TitleOrShip', text: 'Minister' }],
  },
  {
    entry: 'Russia/1, Part 2/7/Acme OOO',
    kind: 'organisation',
    names: [{ whole: 'Acme OOO', quality: 'primary' }],
    datesOfBirth: [],
    nationalities: [],
    documents: [],
    programme: 'Russia / Russie',
    listedOn: '2022-03-15',
    particulars: [{ name: 'build date', text: '1999' }],
  },
  {
    entry: 'Russia/Sea Star',
    kind: 'vessel',
    names: [{ whole: 'Sea Star', quality: 'primary' }],
    datesOfBirth: [],
    nationalities: [],
    documents: [{ type: 'IMO', number: '9123456' }],
    programme: 'Russia',
  },
];

test('persons, organisations and vessels', () => {
  expect(readCanada(canada(person, firm, vessel))).toStrictEqual({
    list: { name: 'ca-autonomous', version: 'undated', purpose: 'sanctions', entries },
    findings: [],
  });
});

test('the names that elements have since August 2026 are the same ones', () => {
  const french: Readonly<Record<string, string>> = { LastName: 'NomDeFamille', GivenName: 'Prenom', Country: 'Pays' };
  const renamed = [person, firm, vessel].map((one) =>
    one.replace(/(<\/?)(\w+)>/g, (_, start, tag) => `${start}${tag}-${french[tag] ?? 'Autre'}>`),
  );
  expect(readCanada(canada(...renamed)).list.entries).toStrictEqual(entries);
});

test('a person with one name; a person who has another name besides', () => {
  const { list } = readCanada(
    canada('<LastName>Mora</LastName><Country/>', '<GivenName>L</GivenName><LastName>M</LastName><Entity>Em</Entity>'),
    { version: 'v' },
  );
  expect(list.version).toBe('v');
  expect(list.entries).toMatchObject([
    { entry: '/Mora', kind: 'person', names: [{ whole: 'Mora', quality: 'primary' }] },
    { entry: '/L M', kind: 'person', names: [{ given: 'L' }, { whole: 'Em', quality: 'alias' }] },
  ]);
});

test('what cannot be read is told with its path', () => {
  const odd = canada(`<Item>3</Item>`, person.replace('1965-04-29', 'soon').replace('2020-09-28', 'then'));
  expect(told(readCanada(odd).findings)).toStrictEqual([
    ['LST-0102', {}, { path: 'record[1]' }],
    ['LST-0104', { entry: entries[0]?.entry, text: 'soon' }, { path: 'record[2]' }],
    ['LST-0116', { entry: entries[0]?.entry, text: 'then' }, { path: 'record[2]' }],
  ]);
  expect(told(readCanada(encodeUtf8('<data-set>\n<a></x>')).findings)).toStrictEqual([
    ['LST-0108', {}, { path: 'line 2' }],
    ['LST-0112', {}, undefined],
  ]);
});
