import { expect, test } from 'vitest';
import { documentsIn, numberOf } from './document-text.ts';

test.each([
  ['44103-5251752-5', '44103-5251752-5'],
  ['A 0139243', 'A 0139243'],
  ['12/34.5 B', '12/34.5 B'],
  ['7', '7'],
  ['number A 0139243 (expired 2016)', 'A 0139243'],
  ['number OA296623, issued', 'OA296623'],
  ['number AB 0139243 x', 'AB 0139243'],
  ['xX 0139243', '0139243'],
  ['unknown', undefined],
  ['between 12345 and 67890', undefined],
  ['number 12', undefined],
  ['ABC', undefined],
  ['x7', undefined],
  ['', undefined],
])('the number in %j', (text, number) => {
  expect(numberOf(text)).toBe(number);
});

const passport = (number: string, issuingState?: string) => ({
  type: 'P',
  number,
  ...(issuingState === undefined ? {} : { issuingState }),
});

test.each([
  ['D9016657', [passport('D9016657')]],
  ['4703 680306', [passport('4703 680306')]],
  ['C2002515 (Iran); 477845448 (USA)', [passport('C2002515', 'IRN'), passport('477845448', 'USA')]],
  ['K47201906 (Iran) expires 19.10.2023', [passport('K47201906', 'IRN')]],
  ['Yemen number 05274639, issued on 7.10.2013', [passport('05274639', 'YEM')]],
  [
    '(a) L 191609 (Tunisian passport number issued on 28.2.1996), (b) 04643632',
    [passport('L 191609', 'TUN'), passport('04643632')],
  ],
  ['836420186, issued 28.10.2016 (expires 28.10.2021)', [passport('836420186')]],
  ['108210124 (Expired: 4 June 2023)', [passport('108210124')]],
  ['EC 922162, issued on 20.01.1999 (Ukraine)', [passport('EC 922162', 'UKR')]],
  ['PRE0018440 (Trinidad and Tobago)', [passport('PRE0018440', 'TTO')]],
  ['A1234 on 5 May 2011', [passport('A1234')]],
  ['A1234 (South Sudanese passport)', [passport('A1234', 'SSD')]],
  ['A1234 (Bosnia, and Herzegovina)', [passport('A1234', 'BIH')]],
  ['A1234 , issued in Lima', [passport('A1234')]],
  ['12345 expired', [passport('12345')]],
  ['OB0637580 (valid from 20.5.2014 to 19.5.2019)', [passport('OB0637580')]],
  ['', []],
])('documents in %j', (text, documents) => {
  expect(documentsIn(text, 'P')).toStrictEqual({ documents, unread: [] });
});

test('a piece without a clear number is told, and the others are read', () => {
  expect(documentsIn('under a false name; X1234567', 'P')).toStrictEqual({
    documents: [passport('X1234567')],
    unread: ['under a false name'],
  });
});
