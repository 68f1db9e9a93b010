import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeUtf8, encodeUtf8 } from '#kernel';
import { findOpening, otherFormat } from './opening.ts';
import {
  defaultCharacters,
  levelBCharacters,
  readServiceCharacters,
  serviceStringAdvice,
} from './service-characters.ts';

const codes = (six: string) => Array.from(six, (sign) => sign.charCodeAt(0));
const opening = (text: string) => findOpening(encodeUtf8(text), 0, encodeUtf8(text).length);

describe('service characters', () => {
  test.each([":+.? '", ":+.?*'", '-+.? ~', '*:.?  '.replace('  ', " '"), '\u001f\u001d.  \u001c', '|^,\\~!'])(
    '%j',
    (six) => {
      const characters = readServiceCharacters(codes(six)) ?? expect.fail('they cannot separate');
      expect(serviceStringAdvice(characters)).toBe(`UNA${six}`);
    },
  );

  test.each([
    ['a letter separates', "A+.? '"],
    ['a digit separates', ":9.? '"],
    ['a small letter ends', ':+.? z'],
    ['two are equal', "++.? '"],
    ['the terminator is a blank', ':+.?  '],
    ['the repetition is the element', ":+.?+'"],
    ['one is no ASCII', ":+.?\u00e9'"],
    ['a line break ends', ':+.? \n'],
    ['a line break separates', "\r+.? '"],
    ['DEL', ":\u007f.? '"],
  ])('cannot separate: %s', (_title, six) => {
    expect(readServiceCharacters(codes(six))).toBeUndefined();
  });

  test('a decimal mark may be anything, and a blank means that there is none of the other two', () => {
    expect(readServiceCharacters(codes(":++  '"))).toMatchObject({ decimal: 0x2b, release: 0, repetition: 0 });
    expect(readServiceCharacters(codes(":+,?*'"))).toMatchObject({ decimal: 0x2c, release: 0x3f, repetition: 0x2a });
  });
});

describe('where an interchange begins', () => {
  test.each([
    ['a UNB', "UNB+UNOA:4'", { at: 0, segments: 0, characters: defaultCharacters }],
    ['a UNH', "UNH+1+PAXLST'", { at: 0, segments: 0 }],
    ['a UNB of level B', 'UNB\u001dUNOB', { at: 0, characters: levelBCharacters }],
    ['a UNA', "UNA:+.?*'UNB+", { at: 0, segments: 9 }],
    ['a UNA and a line break', "UNA:+.? '\r\nUNB+", { at: 0, segments: 9 }],
    ['a UNA with a line break within', "UNA:+\r\n.? 'UNB+", { at: 0, segments: 11 }],
    ['a UNA of five', "UNA:+? 'UNB+", { at: 0, segments: 8, fault: 'short', characters: defaultCharacters }],
    ['a UNA whose signs are equal', "UNA::.? 'UNB+", { at: 0, segments: 9, fault: 'unusable' }],
    ['a UNA before a group', "UNA:+.? 'UNG+", { segments: 9 }],
    ['a header before it', 'QD CBSA\r\n.AC 241100\r\nUNB+UNOA', { at: 21, segments: 21 }],
    ['a UNB that is no UNB before it', "UNBELIEVABLE UNB UNA UNB+1'", { at: 21 }],
    ['a hard wrap in the tag', "U\r\nN\nB+UNOA:4'", { at: 0, segments: 0 }],
  ])('%s', (_title, text, found) => {
    expect(opening(text)).toMatchObject(found);
  });

  test.each(['', 'UN', 'UNB', 'UNB+', 'UNB:1', 'UNZ+1', 'unb+unoa', "UNA:+.? 'BGM", "UNA:+.? 'UNT", 'UNB++'])(
    'none in %j',
    (text) => {
      expect(opening(text)).toBeUndefined();
    },
  );

  test('no further than asked, and not before', () => {
    const bytes = encodeUtf8("UNB+1'UNB+2'");
    expect(findOpening(bytes, 1, bytes.length)).toMatchObject({ at: 6 });
    expect(findOpening(bytes, 1, 10)).toBeUndefined();
    expect(findOpening(bytes, 7, bytes.length)).toBeUndefined();
  });

  test('any usable signs are found again in their UNA', () => {
    const signs = fc.uniqueArray(fc.constantFrom(...'!"#$%&()*,-./:;<=>?@[]^_{|}~+'), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(signs, ([component, element, release, repetition, end]) => {
        const advice = `UNA${component}${element}.${release}${repetition}${end}`;
        const found = opening(`${advice}UNB${element}1`) ?? expect.fail(advice);
        expect(serviceStringAdvice(found.characters)).toBe(advice);
      }),
    );
  });
});

describe('bytes that are another format', () => {
  test.each([
    ['\ufeff <html>', 'HTML'],
    ['<!DOCTYPE HTML PUBLIC', 'HTML'],
    ['<?xml version="1.0"?>', 'XML'],
    ['\n\t{"a":1}', 'JSON'],
    ['[1]', 'JSON'],
    ['%PDF-1.7', 'PDF'],
    ['PK\u0003\u0004', 'ZIP'],
    ['UNB', undefined],
    ['P', undefined],
    ['', undefined],
    ['  ', undefined],
  ])('%j', (text, format) => {
    expect(otherFormat(encodeUtf8(text))).toBe(format);
    expect(decodeUtf8(encodeUtf8(text))).toBe(text);
  });

  test('GZIP, though its first byte is a control character', () => {
    expect(otherFormat(Uint8Array.of(0x1f, 0x8b, 8))).toBe('GZIP');
    expect(otherFormat(Uint8Array.of(0x1f, 0x8c, 8))).toBeUndefined();
  });
});
