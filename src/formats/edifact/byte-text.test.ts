import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeUtf8 } from '#kernel';
import { asciiText, digitsOf, sameBytes, sameText, withoutSigns } from './byte-text.ts';

const ascii = fc.string({
  unit: fc.integer({ min: 0, max: 0x7f }).map((code) => String.fromCharCode(code)),
  maxLength: 40,
});
/** Bytes with others around them, so that a wrong start or end shows. */
const amid = (text: string) => ({ bytes: encodeUtf8(`>>${text}<`), start: 2, end: 2 + text.length });

describe('text of bytes', () => {
  test('is what the bytes say, whatever their number', () => {
    fc.assert(
      fc.property(ascii, (text) => {
        const { bytes, start, end } = amid(text);
        return asciiText(bytes, start, end) === text;
      }),
    );
  });

  test('is told to be the same without being made', () => {
    fc.assert(
      fc.property(ascii, ascii, (text, other) => {
        const { bytes, start, end } = amid(text);
        expect(sameText(bytes, start, end, text)).toBe(true);
        expect(sameText(bytes, start, end, other)).toBe(text === other);
        expect(sameBytes(bytes, start, end, encodeUtf8(text))).toBe(true);
        expect(sameBytes(bytes, start, end, encodeUtf8(other))).toBe(text === other);
      }),
    );
  });

  test('differs where one character does, the first or the last', () => {
    const { bytes, start, end } = amid('ABC');
    for (const other of ['XBC', 'AXC', 'ABX', 'AB', 'ABCD', '']) {
      expect(sameText(bytes, start, end, other)).toBe(false);
      expect(sameBytes(bytes, start, end, encodeUtf8(other))).toBe(false);
    }
  });
});

describe('a number of digits', () => {
  test('up to nine of them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), fc.nat(3), (number, zeros) => {
        const text = '0'.repeat(zeros) + String(number);
        const { bytes, start, end } = amid(text);
        return digitsOf(bytes, start, end) === (text.length > 9 ? -1 : number);
      }),
    );
  });

  test.each(['', '1234567890', '12a', '/1', ':1', '1 ', '-1', '1.5'])('%j is none', (text) => {
    const { bytes, start, end } = amid(text);
    expect(digitsOf(bytes, start, end)).toBe(-1);
  });
});

describe('signs that are no part of the text', () => {
  const question = 0x3f;
  test.each([
    ['A?+B', 'A+B'],
    ['??', '?'],
    ['?', ''],
    ['A\r\nB', 'AB'],
    ['A?\r\n+B', 'A+B'],
    ['A?\n?B', 'A?B'],
    ['\n', ''],
    ['A?\rB\r', 'AB'],
  ])('%j is read as %j', (text, read) => {
    expect(withoutSigns(text, question)).toBe(read);
  });

  test('without a release character only line breaks are taken out', () => {
    expect(withoutSigns('A?+\r\nB\u0000', 0)).toBe('A?+B\u0000');
  });

  test('what is released comes back', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("'", '+', ':', '?', 'A', ' ') }),
        (text) => withoutSigns(text.replace(/['+:?]/g, '?$&'), question) === text,
      ),
    );
  });
});
