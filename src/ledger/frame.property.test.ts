import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AggregateId, instant, type KeyId } from '#kernel';
import { findFrame, frameLength, headerBytesAt, putFrame, readEntry, readFrameBody, readFrameHead } from './frame.ts';
import { headerBytes } from './header.ts';
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
describe('frame', () => {
  const entries = fc.array(fc.record({ header: headers, payload: fc.uint8Array({ maxLength: 100 }) }), {
    maxLength: 4,
  });
  const slots = fc.array(fc.record({ slot: fc.nat(), id: hex(16).map((text) => text as KeyId) }), { maxLength: 3 });
  const frames = fc.record({ number: fc.integer({ min: 1, max: 2 ** 40 }), entries, keys: slots, forgotten: slots });

  test('reads back what was written, behind anything, and finds itself', () => {
    fc.assert(
      fc.property(frames, fc.nat(50), (frame, before) => {
        const own = new Uint8Array(frameLength(frame));
        const written = putFrame(own, frame);
        expect(written.at(-1)).toBe(own.length);
        const bytes = new Uint8Array(before + own.length + 9);
        bytes.set(own, before);
        const head = readFrameHead(bytes, before);
        expect(head).toMatchObject({ number: frame.number, length: own.length, entries: frame.entries.length });
        const body = head && readFrameBody(bytes, before, head);
        expect(body?.keys).toEqual(frame.keys);
        expect(body?.forgotten).toEqual(frame.forgotten);
        frame.entries.forEach((entry, index) => {
          const at = body?.starts[index] ?? 0;
          expect(at).toBe((written[index] ?? 0) + before);
          const length = (body?.starts[index + 1] ?? 0) - at;
          expect(readEntry(bytes, at, length)).toEqual(entry);
          expect(readEntry(bytes, at, length - 1)).toBeUndefined();
          expect(Buffer.compare(headerBytesAt(bytes, at), headerBytes(entry.header))).toBe(0);
        });
        expect(findFrame(bytes, 0)).toBe(before);
        expect(findFrame(bytes, before + 1)).toBeUndefined();
        expect(readFrameHead(bytes, bytes.length - 10)).toBeUndefined();
      }),
    );
  });

  test('a flipped bit anywhere, and a missing end, are found', () => {
    fc.assert(
      fc.property(frames, fc.nat(), fc.nat(7), (frame, place, bit) => {
        const bytes = new Uint8Array(frameLength(frame));
        putFrame(bytes, frame);
        const whole = readFrameHead(bytes, 0);
        const cut = bytes.subarray(0, bytes.length - 1);
        expect(whole && readFrameBody(cut, 0, whole)).toBeUndefined();
        bytes[place % bytes.length] = (bytes[place % bytes.length] ?? 0) ^ (1 << bit);
        const head = readFrameHead(bytes, 0);
        expect(head && readFrameBody(bytes, 0, head)).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });
});
