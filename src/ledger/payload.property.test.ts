import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodePayload, encodePayload } from './payload.ts';

describe('payload', () => {
  test('JSON, bytes and both come back, padded to a multiple of 64', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.uint8Array({ maxLength: 200 }), (json, bytes) => {
        const value = JSON.parse(JSON.stringify(json)) as unknown;
        for (const data of [value, bytes, { kept: value, bytes }]) {
          const plain = encodePayload(data);
          expect(plain.length % 64).toBe(0);
          expect(decodePayload(plain)).toEqual({ value: data });
        }
      }),
    );
  });
  test('text of any letters comes back, as the bytes of its JSON', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 150 }), (letters) => {
        const plain = encodePayload({ letters });
        const text = JSON.stringify({ letters });
        expect(
          Buffer.from(plain)
            .subarray(1, 1 + Buffer.byteLength(text))
            .toString(),
        ).toBe(text);
        expect(plain[1 + Buffer.byteLength(text)]).toBe(0x80);
        expect(decodePayload(plain)).toEqual({ value: { letters } });
      }),
    );
    expect(encodePayload('é'.repeat(40))).toHaveLength(128);
    expect(encodePayload('e'.repeat(40))).toHaveLength(64);
  });
  test('what is absent is null, and a full block is followed by one of padding', () => {
    expect(decodePayload(encodePayload(undefined))).toEqual({ value: null });
    expect(encodePayload(new Uint8Array(62))).toHaveLength(64);
    expect(encodePayload(new Uint8Array(63))).toHaveLength(128);
  });
  test('what was never encoded is not decoded', () => {
    const padded = (...bytes: number[]): Uint8Array => Uint8Array.from([...bytes, 0x80, 0, 0]);
    for (const bytes of [
      new Uint8Array(0),
      new Uint8Array(64),
      Uint8Array.of(3, 1, 1),
      padded(9, 1),
      padded(1, 0x7b),
      padded(1, 0xff),
      padded(2, 0, 0),
      padded(2, 0, 0, 0, 9, 0x7b, 0x7d),
      padded(2, 0, 0, 0, 1, 0x7b),
    ]) {
      expect(decodePayload(bytes)).toBeUndefined();
    }
    expect(decodePayload(padded(2, 0, 0, 0, 2, 0x7b, 0x7d))).toEqual({ value: { bytes: new Uint8Array(0) } });
  });
});
