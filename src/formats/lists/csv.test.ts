import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeUtf8 } from '#kernel';
import { type CsvRecord, eachRecord } from './csv.ts';

function records(text: string): readonly CsvRecord[] {
  const taken: CsvRecord[] = [];
  eachRecord(encodeUtf8(text), (record) => taken.push(record));
  return taken;
}

test('records with their numbers; blank lines count and are left out', () => {
  expect(records('\uFEFFa,"b ""c"", d"\r\n\r\n \r\n,\r\ne')).toEqual([
    { number: 1, fields: ['a', 'b "c", d'], sound: true },
    { number: 4, fields: ['', ''], sound: true },
    { number: 5, fields: ['e'], sound: true },
  ]);
  expect(records('')).toEqual([]);
});

test('a broken quotation mark takes what follows it into its record', () => {
  expect(records('1,"A\n2,B\n3,C\n')).toMatchObject([{ number: 1, sound: false }]);
  expect(records('1,A\n2,"B" x,C\n')).toMatchObject([{ sound: true }, { number: 2, sound: false }]);
});

test('fields are read as they were written (RFC 4180)', () => {
  const field = fc.string({ unit: fc.constantFrom(...'ab ,"\n\ré漢'), maxLength: 6 });
  const rows = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 });
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  fc.assert(
    fc.property(rows, (written) => {
      const text = written.map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
      expect(records(text).map(({ fields }) => fields)).toEqual(written);
      expect(records(text).every(({ sound }) => sound)).toBe(true);
    }),
  );
});

test('columns may be parted by tabs', () => {
  const taken: CsvRecord[] = [];
  eachRecord(encodeUtf8('"a, b"\tc\n'), (record) => taken.push(record), '\t');
  expect(taken).toEqual([{ number: 1, fields: ['a, b', 'c'], sound: true }]);
});
