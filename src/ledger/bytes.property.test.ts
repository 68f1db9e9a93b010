import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aggregateIdAt, hexAt, keyIdAt, putHex, putU32, putU64, u32At, u64At } from './bytes.ts';

const hex = (bytes: number) =>
  fc.uint8Array({ minLength: bytes, maxLength: bytes }).map((value) => Buffer.from(value).toString('hex'));

describe('bytes', () => {
  test('hexadecimal and numbers come back, and nothing beside them is touched', () => {
    fc.assert(
      fc.property(hex(16), fc.nat(Number.MAX_SAFE_INTEGER), fc.nat(0xffffffff), (text, long, word) => {
        const bytes = new Uint8Array(40).fill(0xee);
        putHex(bytes, 3, text);
        putU64(bytes, 20, long);
        putU32(bytes, 30, word);
        expect(hexAt(bytes, 3, 16)).toBe(text);
        expect(u64At(bytes, 20)).toBe(long);
        expect(u32At(bytes, 30)).toBe(word);
        expect([bytes[2], bytes[19], bytes[28], bytes[29], bytes[34]]).toEqual([0xee, 0xee, 0xee, 0xee, 0xee]);
      }),
    );
  });
  test('numbers are big-endian, and missing bytes are zeros', () => {
    const bytes = new Uint8Array(8);
    putU64(bytes, 0, 0x0102_0304_0506);
    expect([...bytes]).toEqual([0, 0, 1, 2, 3, 4, 5, 6]);
    expect(u32At(bytes, 6)).toBe(0x0506_0000);
    expect(u32At(bytes, 8)).toBe(0);
    putU32(bytes, 0, 0xff00_0001);
    expect(u32At(bytes, 0)).toBe(0xff00_0001);
  });
  test('any 16 bytes are an id', () => {
    fc.assert(
      fc.property(hex(16), (text) => {
        const bytes = new Uint8Array(20);
        putHex(bytes, 4, text);
        expect(aggregateIdAt(bytes, 4)).toBe(text);
        expect(keyIdAt(bytes, 4)).toBe(text);
      }),
    );
  });
  test('what is not hexadecimal is a bug', () => {
    for (const text of ['0g', 'g0', 'AB', '0', 'é0', '0é', '/0', ':0', '`0']) {
      expect(() => putHex(new Uint8Array(4), 0, text)).toThrow('not hexadecimal');
    }
  });
});
