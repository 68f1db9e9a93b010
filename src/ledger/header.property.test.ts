import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AggregateId, instant, type KeyId } from '#kernel';
import { headerBytes, headerLength, readHeader } from './header.ts';
import type { EntryHeader } from './store.ts';

const hex = (bytes: number) =>
  fc.uint8Array({ minLength: bytes, maxLength: bytes }).map((value) => Buffer.from(value).toString('hex'));
const headers: fc.Arbitrary<EntryHeader> = fc
  .record({
    aggregate: hex(16).map((text) => text as AggregateId),
    version: fc.integer({ min: 1, max: 0xffffffff }),
    at: fc.nat(Number.MAX_SAFE_INTEGER).map(instant),
    kind: fc.stringMatching(/^[a-z]{1,20}\.[a-z]{1,20}$/),
    key: hex(16).map((text) => text as KeyId),
    commitment: hex(32),
    reality: fc.constantFrom('live' as const, 'demonstration' as const, 'exercise spring-1' as const),
    alias: fc.option(hex(32), { nil: undefined }),
  })
  .map(({ alias, ...header }) => (alias === undefined ? header : { ...header, alias }));
describe('header', () => {
  test('reads back what was written, and takes the length that it says', () => {
    fc.assert(
      fc.property(headers, (header) => {
        const bytes = headerBytes(header);
        expect(bytes).toHaveLength(headerLength(header));
        expect(readHeader(bytes)).toEqual(header);
        expect(readHeader(bytes.subarray(0, bytes.length - 1))).toBeUndefined();
        expect(readHeader(Uint8Array.from([...bytes, 0]))).toBeUndefined();
        expect(readHeader(Uint8Array.from(bytes, (byte, at) => (at === 0 ? 2 : byte)))).toBeUndefined();
        expect(readHeader(Uint8Array.from(bytes, (byte, at) => (at === 77 ? 2 : byte)))).toBeUndefined();
      }),
    );
  });
  test('two headers that differ have different bytes', () => {
    fc.assert(
      fc.property(headers, headers, (one, two) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(two));
        expect(Buffer.compare(headerBytes(one), headerBytes(two))).not.toBe(0);
      }),
    );
  });
  test('a kind is short and ASCII', () => {
    const [header] = fc.sample(headers, 1) as [EntryHeader];
    expect(() => headerBytes({ ...header, kind: 'é' })).toThrow('ASCII');
    expect(() => headerBytes({ ...header, kind: 'a'.repeat(256) })).toThrow('short');
    expect(readHeader(headerBytes({ ...header, kind: 'a'.repeat(255) }))?.kind).toHaveLength(255);
  });
});
