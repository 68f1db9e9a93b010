import { describe, expect, test } from 'vitest';
import type { Finding, PlainDate } from '#kernel';
import { readMrz } from './read.ts';

const receivedOn = '2010-06-15' as PlainDate;
const read = (...lines: readonly string[]) => readMrz(lines.join('\n'), receivedOn);
const told = (findings: readonly Finding[]) =>
  findings.map(({ code, parameters, at }) => [code, parameters, at?.segment, at?.element]);

/** The specimens that ICAO 9303 parts 4 to 7 print. */
const passport = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
const card = ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'];
const longCard = ['I<UTOD23145890<7349<<<<<<<<<<<', '3407127M9507122UTO<<<<<<<<<<<2', 'STEVENSON<<PETER<JOHN<<<<<<<<<'];
const td2 = ['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159<<<<<<<6'];
const visa = ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L8988901C4XXX4009078F96121096ZE184226B<<<<<<'];
const smallVisa = ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'L8988901C4XXX4009078F9612109<<<<<<<<'];

const anna = { family: 'ERIKSSON', given: 'ANNA MARIA', issuingState: 'UTO', nationality: 'UTO', sex: 'F' };
const born = { text: '740812', year: 1974, month: 8, day: 12, date: '1974-08-12' };
const until = { text: '120415', year: 2012, month: 4, day: 15, date: '2012-04-15' };

describe('specimens', () => {
  const ofVisa = {
    documentCode: 'V',
    documentNumber: 'L8988901C',
    ...anna,
    nationality: 'XXX',
    dateOfBirth: { text: '400907', year: 1940, month: 9, day: 7, date: '1940-09-07' },
    expiry: { text: '961210', year: 1996, month: 12, day: 10, date: '1996-12-10' },
  };
  test.each([
    ['TD3', passport, { documentCode: 'P', documentNumber: 'L898902C3', ...anna, optional: 'ZE184226B' }],
    ['TD1', card, { documentCode: 'I', documentNumber: 'D23145890', ...anna, optional: '', optional2: '' }],
    ['TD2', td2, { documentCode: 'I', documentNumber: 'D23145890', ...anna, optional: '' }],
    ['MRV-A', visa, { ...ofVisa, optional: '6ZE184226B' }],
    ['MRV-B', smallVisa, { ...ofVisa, optional: '' }],
  ])('%s', (format, lines, fields) => {
    expect(read(...lines)).toEqual({
      fields: { format, dateOfBirth: born, expiry: until, ...fields },
      findings: [],
    });
  });

  test('a document number of more than nine characters goes on in the optional data', () => {
    const { fields, findings } = read(...longCard);
    expect(findings).toEqual([]);
    expect(fields).toMatchObject({ documentNumber: 'D23145890734', optional: '', family: 'STEVENSON' });
  });
});

describe('the lines', () => {
  test('run together, in small letters, with blanks and line breaks of any kind', () => {
    const whole = read(...passport);
    expect(read(passport.join(''))).toEqual(whole);
    expect(read(passport.join('\r\n\r\n').toLowerCase())).toEqual(whole);
    expect(read(...passport.map((line) => ` ${line.replaceAll('<<', '< <')}\t`))).toEqual(whole);
    expect(read(card.join(''))).toEqual(read(...card));
    expect(read(td2.join(''))).toEqual(read(...td2));
  });

  test.each([
    ['', 'MRZ-0101', {}],
    [' \r\n\t', 'MRZ-0101', {}],
    ['P<UTO', 'MRZ-0102', { lines: 1, widths: '5' }],
    ['A'.repeat(60), 'MRZ-0102', { lines: 2, widths: '30, 30' }],
    [card.slice(0, 2).join('\n'), 'MRZ-0102', { lines: 2, widths: '30, 30' }],
    [`${passport[0]}\n${td2[1]}`, 'MRZ-0102', { lines: 2, widths: '44, 36' }],
    [[...card, 'X'].join('\n'), 'MRZ-0102', { lines: 4, widths: '30, 30, 30, 1' }],
    ['<'.repeat(132), 'MRZ-0102', { lines: 1, widths: '132' }],
  ])('%j is no zone', (text, code, parameters) => {
    expect(readMrz(text, receivedOn)).toEqual({
      findings: [{ code, origin: 'sender', severity: 'error', parameters, at: { segment: 1, element: 1 } }],
    });
  });

  test.each([
    ['two too few', [`${passport[0]}`.slice(0, -2), `${passport[1]}`], 1, 44],
    ['two too many', [`${passport[0]}<<`, `${passport[1]}`], 1, 44],
    ['on the third line of a card', [...card.slice(0, 2), `${card[2]}<`], 3, 30],
    ['on a small document', [`${td2[0]}`.slice(0, -1), `${td2[1]}`], 1, 36],
  ])('fillers at the end of a name are mended: %s', (_title, lines, line, width) => {
    const { fields, findings } = read(...lines);
    expect(told(findings)).toEqual([['MRZ-0111', { line, width }, line, width]]);
    expect(fields).toMatchObject({ family: 'ERIKSSON', given: 'ANNA MARIA' });
  });

  test('a line that lacks three fillers, or that does not end in two, is not mended', () => {
    expect(read(`${passport[0]}`.slice(0, -3), `${passport[1]}`).fields).toBeUndefined();
    expect(read(`${passport[0]}<<<`, `${passport[1]}`).fields).toBeUndefined();
    expect(read(`${passport[0]}`, `${passport[1]}`.slice(0, -1)).fields).toBeUndefined();
    expect(read('P<UTO'.padEnd(43, 'A'), `${passport[1]}`).fields).toBeUndefined();
    expect(read(`${'P<UTO'.padEnd(45, 'A')}<`, `${passport[1]}`).fields).toBeUndefined();
  });
});

/** A zone of which one stretch is printed otherwise. */
function changed(lines: readonly string[], line: number, first: number, text: string) {
  return read(
    ...lines.map((one, index) =>
      index + 1 === line ? one.slice(0, first - 1) + text + one.slice(first - 1 + text.length) : one,
    ),
  );
}

describe('check digits', () => {
  test.each([
    ['documentNumber', passport, 2, 10, '7', '6'],
    ['dateOfBirth', passport, 2, 20, '3', '2'],
    ['expiry', passport, 2, 28, '8', '9'],
    ['optional', passport, 2, 43, '2', '1'],
    ['documentNumber', card, 1, 15, '8', '7'],
    ['dateOfBirth', card, 2, 7, '3', '2'],
    ['expiry', card, 2, 15, '8', '9'],
    ['documentNumber', td2, 2, 10, '8', '7'],
    ['documentNumber', longCard, 1, 19, '8', '9'],
    ['documentNumber', visa, 2, 10, '5', '4'],
    ['dateOfBirth', smallVisa, 2, 20, '9', '8'],
  ])('of %s', (field, lines, line, at, printed, computed) => {
    const { findings } = changed(lines, line, at, printed);
    expect(told(findings)[0]).toEqual(['MRZ-0104', { field, printed, computed: Number(computed) }, line, at]);
    const composite = lines[0]?.startsWith('V') === true ? 0 : 1;
    expect(findings).toHaveLength(1 + composite);
  });

  test.each([
    [passport, 2, 44, '0'],
    [card, 2, 30, '6'],
    [td2, 2, 36, '6'],
  ])('over the whole', (lines, line, at, computed) => {
    for (const printed of ['5', '<']) {
      expect(told(changed(lines, line, at, printed).findings)).toEqual([
        ['MRZ-0104', { field: 'composite', printed, computed: Number(computed) }, line, at],
      ]);
    }
  });

  test('a filler stands for the digit of an empty field only', () => {
    expect(changed(passport, 2, 29, `${'<'.repeat(15)}8`).findings).toEqual([]);
    expect(changed(passport, 2, 29, `${'<'.repeat(14)}08`).findings).toEqual([]);
    const found = changed(passport, 2, 43, '<').findings;
    expect(told(found)[0]).toEqual(['MRZ-0104', { field: 'optional', printed: '<', computed: 1 }, 2, 43]);
  });

  test('Belgium counts the filler in the tenth place of a long number, and also does not', () => {
    const belgian = (digit: number) => [
      `IDBEL000590240<601${digit}<<<<<<<<<<<`,
      '8512017F0901015BEL<<<<<<<<<<<8',
      'RODRIGUEZ<<LEA<<<<<<<<<<<<<<<<',
    ];
    const of = (lines: readonly string[]) =>
      told(read(...lines).findings).filter(([, parameters]) => JSON.stringify(parameters).includes('documentNumber'));
    const digits = Array.from({ length: 10 }, (_, digit) => digit);
    expect(digits.filter((digit) => of(belgian(digit)).length === 0)).toEqual([1, 3]);
    const elsewhere = (digit: number) => belgian(digit).map((line) => line.replace('BEL', 'UTO'));
    expect(digits.filter((digit) => of(elsewhere(digit)).length === 0)).toEqual([1]);
  });

  test('a passport has no long number, whatever stands in its optional data', () => {
    const { fields } = changed(passport, 2, 10, '<');
    expect(fields?.documentNumber).toBe('L898902C3');
    expect(fields?.optional).toBe('ZE184226B');
  });
});

describe('fields', () => {
  const code = (reading: ReturnType<typeof read>, wanted: string) =>
    told(reading.findings).filter(([found]) => found === wanted);

  test('characters that no zone has', () => {
    expect(code(changed(passport, 1, 10, '#é'), 'MRZ-0103')).toEqual([
      ['MRZ-0103', { field: 'zone', character: '#' }, 1, 10],
      ['MRZ-0103', { field: 'zone', character: 'É' }, 1, 11],
    ]);
    expect(code(changed(card, 3, 30, '!'), 'MRZ-0103')).toEqual([
      ['MRZ-0103', { field: 'zone', character: '!' }, 3, 30],
    ]);
  });

  test('a digit in a name or a state', () => {
    expect(code(changed(passport, 1, 8, '1K5'), 'MRZ-0103')).toEqual([
      ['MRZ-0103', { field: 'names', character: '1' }, 1, 8],
    ]);
    expect(code(changed(passport, 1, 3, 'UT0'), 'MRZ-0103')).toEqual([
      ['MRZ-0103', { field: 'issuingState', character: '0' }, 1, 3],
    ]);
    expect(code(changed(passport, 2, 11, '<<<'), 'MRZ-0103')).toEqual([
      ['MRZ-0103', { field: 'nationality', character: '<' }, 2, 11],
    ]);
    expect(code(changed(passport, 2, 11, 'U<O'), 'MRZ-0103')).toEqual([
      ['MRZ-0103', { field: 'nationality', character: '<' }, 2, 11],
    ]);
    expect(changed(passport, 2, 11, 'D<<').fields?.nationality).toBe('D');
  });

  test('dates that do not exist, and dates of which a part is unknown', () => {
    const wrong = changed(passport, 2, 14, '741312');
    expect(code(wrong, 'MRZ-0105')).toEqual([['MRZ-0105', { field: 'dateOfBirth', text: '741312' }, 2, 14]]);
    expect(wrong.fields?.dateOfBirth).toEqual({ text: '741312' });
    const unknown = changed(passport, 2, 22, '12<<<<');
    expect(code(unknown, 'MRZ-0106')).toEqual([['MRZ-0106', { field: 'expiry', text: '12<<<<' }, 2, 22]]);
    expect(unknown.fields?.expiry).toEqual({ text: '12<<<<', year: 2012 });
  });

  test('each date by its own rule of the century', () => {
    expect(changed(passport, 2, 14, '400101').fields?.dateOfBirth.year).toBe(1940);
    expect(changed(passport, 2, 22, '400101').fields?.expiry.year).toBe(2040);
  });

  test.each([
    ['M', 'M', 0],
    ['F', 'F', 0],
    ['<', 'X', 0],
    ['X', 'X', 1],
    ['0', 'X', 1],
  ])('the sex %s', (printed, sex, findings) => {
    const reading = changed(passport, 2, 21, printed);
    expect(reading.fields?.sex).toBe(sex);
    expect(code(reading, 'MRZ-0107')).toEqual(Array(findings).fill(['MRZ-0107', { character: printed }, 2, 21]));
  });

  test.each([
    [passport, ['P', 'PO', 'PM'], ['I', 'A', '<<'], 'TD3'],
    [card, ['I', 'ID', 'A', 'AC', 'C', 'CR'], ['P', 'V', 'X'], 'TD1'],
    [td2, ['I', 'A', 'C', 'P'], ['X', '<'], 'TD2'],
    [visa, ['V', 'VA'], [], 'MRV-A'],
    [smallVisa, ['V', 'VB'], [], 'MRV-B'],
  ])('document codes', (lines, good, bad, format) => {
    for (const text of good) {
      const reading = changed(lines, 1, 1, text.padEnd(2, '<'));
      expect(code(reading, 'MRZ-0108')).toEqual([]);
      expect(reading.fields).toMatchObject({ documentCode: text, format });
    }
    for (const text of bad) {
      const documentCode = text.replace(/<+$/, '');
      const reading = changed(lines, 1, 1, text.padEnd(2, '<'));
      expect(code(reading, 'MRZ-0108')).toEqual([['MRZ-0108', { code: documentCode, format }, 1, 1]]);
    }
  });

  test('names: none, one only, cut, several parts', () => {
    const named = (text: string) => changed(passport, 1, 6, text.padEnd(39, '<'));
    const { fields, findings } = named('');
    expect(fields).toMatchObject({ family: '', given: '' });
    expect(told(findings)).toEqual([['MRZ-0109', {}, 1, 6]]);
    expect(findings[0]?.severity).toBe('warning');
    expect(named('SUKARNO').fields).toMatchObject({ family: 'SUKARNO', given: '' });
    expect(named('SUKARNO').findings).toEqual([]);
    expect(named('VAN<DER<BERG<<JAN').fields).toMatchObject({ family: 'VAN DER BERG', given: 'JAN' });
    expect(named('A<<B<<C').fields).toMatchObject({ family: 'A', given: 'B C' });
    expect(named('<<ANNA').fields).toMatchObject({ family: '', given: 'ANNA' });
    const cut = named('A'.repeat(39));
    expect(told(cut.findings)).toEqual([['MRZ-0110', {}, 1, 6]]);
    expect(cut.findings[0]?.severity).toBe('note');
  });
});
