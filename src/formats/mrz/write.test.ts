import { describe, expect, test } from 'vitest';
import type { MrzFields } from './fields.ts';
import { writeMrz } from './write.ts';

const anna: MrzFields = {
  format: 'TD3',
  documentCode: 'P',
  issuingState: 'UTO',
  documentNumber: 'L898902C3',
  family: 'Eriksson',
  given: 'Anna Maria',
  nationality: 'UTO',
  dateOfBirth: { text: '740812' },
  sex: 'F',
  expiry: { text: '120415' },
  optional: 'ZE184226B',
};
const write = (fields: Partial<MrzFields>): readonly string[] => {
  const written = writeMrz({ ...anna, ...fields });
  return written.ok
    ? written.value
    : written.error.map(({ code, parameters, at }) => JSON.stringify([code, parameters, at]));
};
const findings = (fields: Partial<MrzFields>) => write(fields).map((text) => JSON.parse(text));

describe('the specimens of ICAO 9303 are written as they are printed', () => {
  test.each([
    [{}, ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10']],
    [
      { format: 'TD1', documentCode: 'I', documentNumber: 'D23145890', optional: '', optional2: '' },
      ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'],
    ],
    [
      { format: 'TD2', documentCode: 'I', documentNumber: 'D23145890', optional: '' },
      ['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159<<<<<<<6'],
    ],
    [
      { format: 'MRV-A', documentCode: 'V', optional: '6ZE184226B' },
      ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F12041596ZE184226B<<<<<<'],
    ],
    [
      { format: 'MRV-B', documentCode: 'V', optional: '' },
      ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'L898902C36UTO7408122F1204159<<<<<<<<'],
    ],
  ] as const)('%j', (fields, lines) => {
    expect(write(fields)).toEqual(lines);
  });

  test('a long document number, with and without optional data', () => {
    const long = { format: 'TD1', documentCode: 'I', documentNumber: 'D23145890734', optional: '' } as const;
    expect(write(long)[0]).toBe('I<UTOD23145890<7349<<<<<<<<<<<');
    expect(write({ ...long, optional: 'ABC' })[0]).toBe('I<UTOD23145890<7349<ABC<<<<<<<');
  });
});

describe('fields', () => {
  test('a sex that is neither is a filler; a second optional text stands in TD1 only', () => {
    expect(write({ sex: 'X' })[1]?.charAt(20)).toBe('<');
    expect(write({ sex: 'M' })[1]?.charAt(20)).toBe('M');
    const card = { format: 'TD1', documentCode: 'I', optional: 'ONE' } as const;
    expect(write({ ...card, optional2: 'TWO' }).slice(0, 2)).toEqual([
      'I<UTOL898902C36ONE<<<<<<<<<<<<',
      expect.stringMatching(/^7408122F1204159UTOTWO<{8}\d$/),
    ]);
    expect(write(card)[1]).toMatch(/^7408122F1204159UTO<{11}\d$/);
  });

  test('an empty personal number has a filler for its check digit', () => {
    expect(write({ optional: '' })[1]).toBe('L898902C36UTO7408122F1204159<<<<<<<<<<<<<<<8');
  });

  test.each([
    [{ documentNumber: 'L898902C34' }, 'documentNumber', 9, 2, 1],
    [{ optional: 'A'.repeat(15) }, 'optional', 14, 2, 29],
    [{ issuingState: 'UTOP' }, 'issuingState', 3, 1, 3],
    [{ nationality: 'UTOP' }, 'nationality', 3, 2, 11],
    [{ documentCode: 'PAS' }, 'documentCode', 2, 1, 1],
    [{ dateOfBirth: { text: '19740812' } }, 'dateOfBirth', 6, 2, 14],
    [{ expiry: { text: '20120415' } }, 'expiry', 6, 2, 22],
  ])('%j is too long', (fields, field, most, segment, element) => {
    expect(findings(fields)).toEqual([['MRZ-0112', { field, most }, { segment, element }]]);
  });

  test('a card has no room left for what stands beside a long number', () => {
    const card = { format: 'TD1', documentCode: 'I', optional2: 'B'.repeat(12) } as const;
    expect(findings({ ...card, documentNumber: 'A'.repeat(20), optional: 'BBB' })).toEqual([
      ['MRZ-0112', { field: 'optional2', most: 11 }, { segment: 2, element: 19 }],
      ['MRZ-0112', { field: 'optional', most: 15 }, { segment: 1, element: 16 }],
    ]);
  });

  test('a letter that the zone has no way to write', () => {
    expect(findings({ family: 'Ерикссон' })).toEqual([
      ['MRZ-0103', { field: 'names', character: 'Е' }, { segment: 1, element: 6 }],
    ]);
    expect(findings({ documentNumber: 'A/1' })).toEqual([
      ['MRZ-0103', { field: 'documentNumber', character: '/' }, { segment: 2, element: 1 }],
    ]);
  });
});

describe('names', () => {
  const names = (family: string, given: string) => write({ family, given })[0]?.slice(5).replace(/<+$/, '');

  test.each([
    ["O'Connor", 'Seán', 'OCONNOR<<SEAN'],
    ['O’Connor', 'J. P.', 'OCONNOR<<J<P'],
    ['Müller-Lüdenscheidt', 'Jörg', 'MUELLER<LUEDENSCHEIDT<<JOERG'],
    ['Smith - Jones', ' Ann  Lee-', 'SMITH<JONES<<ANN<LEE'],
    ['Ångström', 'Øystein Æ', 'AANGSTROEM<<OEYSTEIN<AE'],
    ['A\u030angstro\u0308m', '', 'AANGSTROEM'],
    ['Weiß', 'Þór', 'WEISS<<THOR'],
    ['Đặng', 'Łukasz', 'DANG<<LUKASZ'],
    ['Yıldız', 'ĳ', 'YILDIZ<<IJ'],
    ['Núñez', '', 'NUNEZ'],
    ['', 'Sukarno', '<<SUKARNO'],
  ])('%s, %s', (family, given, printed) => {
    expect(names(family, given)).toBe(printed);
  });

  test.each([
    // Both fit exactly, and by one too many.
    ['A'.repeat(20), 'B'.repeat(17), `${'A'.repeat(20)}<<${'B'.repeat(17)}`],
    ['A'.repeat(20), 'B'.repeat(18), `${'A'.repeat(19)}<<${'B'.repeat(18)}`],
    ['A'.repeat(30), 'B'.repeat(7), `${'A'.repeat(30)}<<${'B'.repeat(7)}`],
    ['A'.repeat(60), 'B', `${'A'.repeat(36)}<<B`],
    ['A'.repeat(60), 'B'.repeat(60), `${'A'.repeat(18)}<<${'B'.repeat(19)}`],
    ['A'.repeat(60), '', 'A'.repeat(39)],
    ['AB', 'C'.repeat(60), `AB<<${'C'.repeat(35)}`],
  ])('are cut to their field: %s, %s', (family, given, printed) => {
    expect(names(family, given)).toBe(printed);
  });
});
