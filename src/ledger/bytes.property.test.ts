import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aggregateIdAt, hexAt, keyIdAt, putHex, putU32, putU64, room, u32At, u64At } from './bytes.ts';

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
  test('room is zeros that nobody else has', () => {
    const lengths = fc.array(fc.oneof(fc.nat(3000), fc.nat(100_000)), { minLength: 30, maxLength: 60 });
    fc.assert(
      fc.property(lengths, (wanted) => {
        const rooms = wanted.map((length, index) => {
          const bytes = room(length);
          expect(bytes).toHaveLength(length);
          expect(bytes.every((byte) => byte === 0)).toBe(true);
          return bytes.fill(index + 1);
        });
        rooms.forEach((bytes, index) => {
          expect(bytes.every((byte) => byte === index + 1)).toBe(true);
        });
      }),
      { numRuns: 20 },
    );
  });
  test('small rooms share an array, large ones have their own', () => {
    expect(room(8192).buffer.byteLength).toBe(65_536);
    expect(room(8193).buffer.byteLength).toBe(8193);
  });
});
