import { expect, test } from 'vitest';
import { documentTypeOf } from './document-types.ts';

test.each([
  ['Diplomatic Passport', 'P'],
  ['passport', 'P'],
  ['SWIFT/BIC', 'BIC'],
  ['Legal Entity Identifier', 'LEI'],
  ['Vessel Registration Identification', 'IMO'],
  ['MMSI', 'MMSI'],
  ['Vessel Call Sign', 'CALL'],
  ['Tax ID No.', 'TAX'],
  ['NIT #', 'TAX'],
  ['Registration ID', 'REG'],
  ['Matricula Mercantil No', 'REG'],
  ['Commercial Registry Number', 'REG'],
  ['Travel Document Number', 'T'],
  ['Visa Number ID', 'V'],
  ['National ID No.', 'I'],
  ['Cedula No.', 'I'],
  ['Tazkira National ID Card', 'I'],
  ['Website', undefined],
  ['Email Address', undefined],
  ['Former Vessel Flag', undefined],
  ['Additional Sanctions Information -', undefined],
  ['Executive Order 13662 Directive Determination -', undefined],
  ['', undefined],
])('%s is of the type %s', (label, type) => {
  expect(documentTypeOf(label)).toBe(type);
});
