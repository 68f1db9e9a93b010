import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byteAt, wordAt } from './at.ts';
import { Bug } from './bug.ts';
import { canonicalJson, isSameJson } from './json.ts';
import {
  decodeLatin1,
  decodeStrictUtf8,
  decodeUtf8,
  encodeUtf8,
  fromHex,
  oneByteCharacters,
  putAscii,
  toHex,
} from './text.ts';

const bytes = fc.uint8Array({ maxLength: 300 });

test('UTF-8 reads what it writes, a byte order mark included', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(decodeUtf8(encodeUtf8(text))).toBe(text);
      expect(decodeStrictUtf8(encodeUtf8(text))).toBe(text);
    }),
  );
  expect(decodeUtf8(encodeUtf8('\uFEFFUNB'))).toBe('\uFEFFUNB');
  expect(decodeStrictUtf8(encodeUtf8('\uFEFFUNB'))).toBe('\uFEFFUNB');
});

test('a wrong sequence is marked, or refused when it must be right', () => {
  const wrong = Uint8Array.of(0x41, 0xff, 0x42);
  expect(decodeUtf8(wrong)).toBe('A\uFFFDB');
  expect(decodeStrictUtf8(wrong)).toBeUndefined();
});

test('Latin-1 loses no byte, however many there are', () => {
  fc.assert(
    fc.property(bytes, (some) => {
      expect(decodeLatin1(some)).toBe(Buffer.from(some).toString('latin1'));
    }),
  );
  const many = Uint8Array.from({ length: 10_000 }, (_, at) => at % 256);
  expect(decodeLatin1(many)).toBe(Buffer.from(many).toString('latin1'));
  expect(decodeLatin1(many, 4000, 9000)).toBe(Buffer.from(many.subarray(4000, 9000)).toString('latin1'));
});

test('hexadecimal reads what it writes, in either case', () => {
  fc.assert(
    fc.property(bytes, (some) => {
      const text = toHex(some);
      expect(text).toBe(Buffer.from(some).toString('hex'));
      expect(fromHex(text)).toEqual(some);
      expect(fromHex(text.toUpperCase())).toEqual(some);
    }),
  );
});

test.each(['0', 'abc', 'g0', '0g', ' 00', '00 ', '0x00'])('"%s" is no hexadecimal', (text) => {
  expect(fromHex(text)).toBeUndefined();
});

test('the characters of a one-byte set, and none of one that the platform does not know', () => {
  const cyrillic = oneByteCharacters('iso-8859-5');
  expect(cyrillic).toHaveLength(256);
  expect(cyrillic?.[0xb0]).toBe('\u0410');
  expect(cyrillic?.[0x41]).toBe('A');
  expect(oneByteCharacters('iso-8859-99')).toBeUndefined();
});

test('a read inside gives what stands there', () => {
  expect(byteAt(Uint8Array.of(7, 8), 1)).toBe(8);
  expect(wordAt(Int32Array.of(-7, 8), 0)).toBe(-7);
});

const jsonValue = fc.jsonValue({ noUnicodeString: false });

test('canonical JSON says the same as JSON, and has one text for one value', () => {
  fc.assert(
    fc.property(jsonValue, (value) => {
      const text = canonicalJson(value);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(JSON.parse(text))).toBe(text);
    }),
  );
});

test('canonical JSON does not depend on the order in which members came', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), jsonValue), (value) => {
      const turned = Object.fromEntries(Object.entries(value).toReversed());
      expect(canonicalJson(turned)).toBe(canonicalJson(value));
    }),
  );
});

test('values are the same when their canonical texts are', () => {
  const few = fc.oneof(
    fc.constantFrom(null, 0, 1, '', 'a', true, undefined),
    fc.dictionary(fc.constantFrom('a', '__proto__'), fc.integer({ min: 0, max: 1 })),
  );
  const small = fc.oneof(
    fc.array(few, { maxLength: 2 }),
    fc.record({ a: few, b: few, constructor: few }, { requiredKeys: [] }),
    few,
  );
  const textOf = (value: unknown) => canonicalJson({ value: JSON.parse(JSON.stringify({ value })) });
  fc.assert(
    fc.property(small, small, (one, other) => {
      fc.pre(![one, other].some((value) => Array.isArray(value) && value.includes(undefined)));
      expect(isSameJson(one, other)).toBe(textOf(one) === textOf(other));
    }),
    { numRuns: 2000 },
  );
  fc.assert(
    fc.property(jsonValue, (value) => {
      expect(isSameJson(value, JSON.parse(JSON.stringify(value)))).toBe(true);
    }),
  );
  expect(isSameJson({ length: 0 }, [])).toBe(false);
  expect(isSameJson([], { length: 0 })).toBe(false);
});

test('members stand by code unit; what is undefined is left out', () => {
  // RFC 8785 section 3.2.3: sorted by UTF-16 code unit, so the surrogate pair of U+1F600 stands before U+FB33.
  const members = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 };
  expect(canonicalJson(members)).toBe('{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}');
  expect(canonicalJson({ b: undefined, a: [null, true, 'x'] })).toBe('{"a":[null,true,"x"]}');
  expect(canonicalJson(-0)).toBe('0');
});

test.each([
  [Number.NaN, 'canonical JSON holds no NaN'],
  [Number.POSITIVE_INFINITY, 'canonical JSON holds no Infinity'],
  [undefined, 'canonical JSON holds no undefined'],
  [1n, 'canonical JSON holds no bigint'],
])('JSON cannot hold %s', (value, text) => {
  expect(() => canonicalJson([value])).toThrow(new Bug(text));
});

test('ASCII is written where it belongs, and anything else is said not to be', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      const into = new Uint8Array(50).fill(0xee);
      const ascii = Array.from(text).every((letter) => letter.charCodeAt(0) < 128);
      expect(putAscii(text, into)).toBe(ascii);
      if (ascii) expect(decodeUtf8(into.subarray(0, text.length))).toBe(text);
      expect(into.subarray(text.length).every((byte) => byte === 0xee)).toBe(true);
    }),
  );
  expect(putAscii('', new Uint8Array(0))).toBe(true);
  expect(putAscii('é', new Uint8Array(9))).toBe(false);
});
