import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeUtf8 } from '#kernel';
import { type Charset, charsetOf } from './charset.ts';

const set = (identifier: string): Charset => charsetOf(identifier) ?? expect.fail(`${identifier} is not known`);
const known = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'W', 'X', 'Y'].map((letter) => `UNO${letter}`);

describe('a character set by its syntax identifier', () => {
  test.each([...known, 'IATA', 'IATB', 'SIRE'])('%s is known, and is made once', (identifier) => {
    expect(charsetOf(identifier)).toBeDefined();
    expect(charsetOf(identifier)).toBe(charsetOf(identifier));
  });

  test.each(['', 'UNOZ', 'unoa', 'toString', '__proto__'])('%j is not', (identifier) => {
    expect(charsetOf(identifier)).toBeUndefined();
  });

  test('only UNOA has no small letters', () => {
    expect(set('UNOA').lowerCase).toBe(false);
    for (const identifier of known.slice(1)) expect(set(identifier).lowerCase).toBe(true);
  });

  test.each([
    ['UNOC', 'É', [0xc9]],
    ['UNOD', 'Ł', [0xa3]],
    ['UNOE', 'Ж', [0xb6]],
    ['UNOF', 'Ω', [0xd9]],
    ['UNOG', 'Ħ', [0xa1]],
    ['UNOH', 'Ŋ', [0xbd]],
    ['UNOI', 'ب', [0xc8]],
    ['UNOJ', 'א', [0xe0]],
    ['UNOK', 'ğ', [0xf0]],
    ['UNOW', '漢', [0xe6, 0xbc, 0xa2]],
    ['UNOY', 'É', [0xc3, 0x89]],
  ])('%s has %s', (identifier, text, bytes) => {
    const charset = set(identifier);
    expect(charset.encode(text)).toEqual(Uint8Array.from(bytes));
    expect(charset.decode(Uint8Array.from(bytes))).toBe(text);
    expect(charset.allows(Uint8Array.from(bytes))).toBe(true);
  });

  test.each([
    ['UNOA', 'É'],
    ['UNOB', 'É'],
    ['IATA', 'É'],
    ['UNOC', 'Ł'],
    ['UNOE', '漢'],
    ['UNOC', '\ufffd'],
    ['UNOI', '\ufffd'],
  ])('%s lacks %s', (identifier, text) => {
    expect(set(identifier).encode(text)).toBeUndefined();
  });

  test('bytes that a set does not know are told, and read as U+FFFD', () => {
    const bytes = Uint8Array.of(0x41, 0xa1);
    expect(set('UNOI').allows(bytes)).toBe(false);
    expect(set('UNOI').decode(bytes)).toBe('A\ufffd');
    expect(set('UNOY').allows(Uint8Array.of(0xc3))).toBe(false);
    expect(set('UNOA').allows(bytes)).toBe(false);
    expect(set('UNOA').allows(Uint8Array.of(0x41, 0x7f))).toBe(true);
    expect(set('UNOA').allows(Uint8Array.of(0x80))).toBe(false);
  });

  test('more than ASCII in an ASCII set is read as UTF-8 where it is that, else as ISO 8859-1', () => {
    expect(set('UNOA').decode(encodeUtf8('JOSÉ'))).toBe('JOSÉ');
    expect(set('UNOA').decode(Uint8Array.of(0x4a, 0xc9))).toBe('JÉ');
  });

  test('what a set can write it reads again', () => {
    const letters = fc.string({ unit: fc.integer({ min: 0, max: 0x2fff }).map((code) => String.fromCodePoint(code)) });
    fc.assert(
      fc.property(fc.constantFrom(...known), fc.oneof(fc.string(), letters), (identifier, text) => {
        const bytes = set(identifier).encode(text);
        return bytes === undefined || set(identifier).decode(bytes) === text;
      }),
    );
  });
});
