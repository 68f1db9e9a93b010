import { expect, test } from 'vitest';
import { readRemarks } from './ofac-remarks.ts';

const empty = {
  aliases: [],
  datesOfBirth: [],
  nationalities: [],
  documents: [],
  placesOfBirth: [],
  others: [],
  unread: [],
};
const read = (remarks: string) => readRemarks(remarks, 'person');

test.each([
  ['Passport A1', 'P', 'A1'],
  ['Passport Booklet A1', 'P', 'A1'],
  ['Passport Booklet: A1', 'P', 'A1'],
  ['Diplomatic Passport A1', 'P', 'A1'],
  ['Service Passport A1', 'P', 'A1'],
  ['Stateless Person Passport A1', 'P', 'A1'],
  ['National ID No. A1', 'I', 'A1'],
  ['National Foreign ID Number A1', 'I', 'A1'],
  ['Cedula No. A1', 'I', 'A1'],
  ['Cedula de Ciudadania A1', 'I', 'A1'],
  ['Identification Number A1', 'I', 'A1'],
  ['Personal ID Card A1', 'I', 'A1'],
  ['Tazkira National ID Card A1', 'I', 'A1'],
  ['Kenyan ID No. A1', 'I', 'A1'],
  ['Turkish Identification Number A1', 'I', 'A1'],
  ['Travel Document Number A1', 'T', 'A1'],
  ['Stateless Person ID Card A1', 'T', 'A1'],
  ['Vessel Registration Identification IMO 9187629', 'IMO', '9187629'],
  ['MMSI 572469210', 'MMSI', '572469210'],
  ['Tax ID No. A1', 'TAX', 'A1'],
  ['NIT # A1', 'TAX', 'A1'],
  ['RUC # A1', 'TAX', 'A1'],
  ['RIF # A1', 'TAX', 'A1'],
  ['R.F.C. A1', 'TAX', 'A1'],
  ['C.U.I.T. A1', 'TAX', 'A1'],
  ['C.U.R.P. A1', 'I', 'A1'],
  ['Registration ID A1', 'REG', 'A1'],
  ['Registration Number A1', 'REG', 'A1'],
  ['Company Number A1', 'REG', 'A1'],
  ['Commercial Registry Number A1', 'REG', 'A1'],
  ['Matricula Mercantil No A1', 'REG', 'A1'],
  ['Matricula Mercantil No. A1', 'REG', 'A1'],
])('%s is a document', (clause, type, number) => {
  expect(read(clause)).toStrictEqual({ ...empty, documents: [{ type, number }] });
  expect(read(`No ${clause}`)).toStrictEqual({ ...empty, others: [`No ${clause}`] });
});

test.each([
  ['DOB 19 Jun 1951', { datesOfBirth: [{ year: 1951, month: 6, day: 19 }] }],
  ['alt. DOB 1951', { datesOfBirth: [{ year: 1951 }] }],
  ['alternate DOB 1951', { datesOfBirth: [{ year: 1951 }] }],
  ['POB Giza, Egypt', { placesOfBirth: ['Giza, Egypt'] }],
  ['nationality Mexico', { nationalities: ['MEX'] }],
  ['citizen Mexico', { nationalities: ['MEX'] }],
  ['nationality Mexico; alt. nationality Mexico', { nationalities: ['MEX'] }],
  ['Gender Male', { sex: 'M' }],
  ['Gender Female. ', { sex: 'F' }],
  ["a.k.a. 'LU'; f.k.a. 'LA'; n.k.a. 'LI'", { aliases: ['LU', 'LA', 'LI'] }],
])('%s', (remarks, members) => {
  expect(read(remarks)).toStrictEqual({ ...empty, ...members });
});

test.each([
  'The POB Giza',
  'His DOB 1951',
  'former citizen Mexico',
  'Gender Malevolent',
  'No Gender Male',
  "also a.k.a. 'LU'",
  "a.k.a. 'LU' of Giza",
  'see alt. DOB 1951',
  'AlternatePassport A1',
])('%s is prose, which is kept', (clause) => {
  expect(read(clause)).toStrictEqual({ ...empty, others: [clause] });
});

test('a document of a state, and what cannot be read', () => {
  expect(read('Passport RL 0962973 (Lebanon) expires 10 May 2023')).toStrictEqual({
    ...empty,
    documents: [{ type: 'P', number: 'RL 0962973', issuingState: 'LBN' }],
  });
  expect(read('Passport 12 (Atlantis); DOB soon; nationality Mu; Passport of Giza')).toStrictEqual({
    ...empty,
    documents: [{ type: 'P', number: '12' }],
    unread: [
      { code: 'LST-0105', text: 'Atlantis' },
      { code: 'LST-0104', text: 'soon' },
      { code: 'LST-0105', text: 'Mu' },
      { code: 'LST-0115', text: 'Passport of Giza' },
    ],
  });
});

test('an organisation has numbers of its own and no document of a person', () => {
  expect(
    readRemarks('Passport A1; nationality Mexico; Tax ID No. 7 (Mexico); ; Registration ID 8.', 'organisation'),
  ).toStrictEqual({
    ...empty,
    nationalities: ['MEX'],
    documents: [
      { type: 'TAX', number: '7', issuingState: 'MEX' },
      { type: 'REG', number: '8' },
    ],
    others: ['Passport A1'],
  });
  expect(readRemarks('MMSI 572469210', 'vessel').documents).toHaveLength(1);
});
