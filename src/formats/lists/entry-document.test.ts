import { expect, test } from 'vitest';
import { readDocument } from './entry-document.ts';

const refused = (value: unknown) => {
  const wrongs: (readonly string[])[] = [];
  const document = readDocument(value, (member, expected) => {
    wrongs.push([member, expected]);
    return '?';
  });
  return { document, wrongs };
};

test.each([
  ['X1234567', { type: 'unknown', number: 'X1234567' }],
  [' P : X1 : mx ', { type: 'P', number: 'X1', issuingState: 'MEX' }],
  ['P:X1', { type: 'P', number: 'X1' }],
  ['P:X1:MEX:9', { type: 'P', number: 'X1', issuingState: 'MEX' }],
  [{ number: 'X1' }, { type: 'unknown', number: 'X1' }],
  [
    { type: ' Passport ', number: ' X1 ', issuingState: 'RUS' },
    { type: 'P', number: 'X1', issuingState: 'RUS' },
  ],
  [
    { type: 'national-id', number: 'X1', issuer: 'ru' },
    { type: 'I', number: 'X1', issuingState: 'RUS' },
  ],
  [
    { type: 'ID', number: 'X1' },
    { type: 'I', number: 'X1' },
  ],
  [
    { type: 'id-card', number: 'X1' },
    { type: 'I', number: 'X1' },
  ],
  [
    { type: 'identity-card', number: 'X1' },
    { type: 'I', number: 'X1' },
  ],
  [
    { type: 'visa', number: 'X1' },
    { type: 'V', number: 'X1' },
  ],
  [
    { type: 'IMO', number: '9074729', country: 'PA', issuingState: 'MEX' },
    { type: 'IMO', number: '9074729', issuingState: 'PAN' },
  ],
])('%j', (value, document) => {
  expect(refused(value)).toStrictEqual({ document, wrongs: [] });
});

test.each([
  [7, ['documents', 'object']],
  [null, ['documents', 'object']],
  [['P'], ['documents', 'object']],
  [{ type: 'P' }, ['number', 'text']],
  [{ type: 'P', number: ' ' }, ['number', 'text']],
  [{ type: 7, number: 'X' }, ['type', 'text']],
  [{ number: 'X', country: 'Mexico' }, ['issuingState', 'ISO 3166-1']],
  [{ number: 'X', country: 7 }, ['issuingState', 'ISO 3166-1']],
  ['', ['number', 'text']],
])('%j is refused', (value, expected) => {
  expect(refused(value).wrongs).toStrictEqual([expected]);
});
