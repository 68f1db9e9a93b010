import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ChunkBuffer } from './buffer.ts';
import { Tape } from './tape.ts';

/** Chunks as they come in, and which part of what is at hand is still needed when the next comes (0 all, 1 nothing). */
const arrivals = fc.array(
  fc.record({ chunk: fc.uint8Array({ maxLength: 30 }), given: fc.constantFrom(0, 0.2, 0.7, 1) }),
  { maxLength: 12 },
);

test('what is kept and what comes stand behind each other, and keep their place in the lodgement', () => {
  fc.assert(
    fc.property(arrivals, (chunks) => {
      const tape = new Tape();
      const buffer = new ChunkBuffer(tape);
      const lodged: number[] = [];
      let needed = 0;
      for (const { chunk, given } of chunks) {
        const keep = Math.floor(buffer.length * given);
        needed = buffer.base + keep;
        buffer.append(chunk, keep);
        lodged.push(...chunk);
        expect(buffer.base).toBeLessThanOrEqual(needed);
        expect([...tape.bytes.subarray(0, buffer.length)]).toEqual(lodged.slice(buffer.base));
        expect(buffer.base + buffer.lodged).toBe(lodged.length);
      }
    }),
  );
});

test('a chunk that follows nothing is looked at where it is; what is left of it is moved, and the sender’s bytes stay', () => {
  const tape = new Tape();
  const buffer = new ChunkBuffer(tape);
  const [first, second] = [Uint8Array.of(1, 2, 3), Uint8Array.of(4, 5)];
  buffer.append(first, 0);
  expect(tape.bytes).toBe(first);
  buffer.append(second, 1);
  expect(tape.bytes).not.toBe(first);
  expect([first, second]).toEqual([Uint8Array.of(1, 2, 3), Uint8Array.of(4, 5)]);
  const moved = tape.bytes;
  buffer.append(Uint8Array.of(6), 1);
  expect(tape.bytes).toBe(moved);
  buffer.append(second, buffer.length);
  expect(tape.bytes).toBe(second);
});

test('memory is what is needed, not what went by', () => {
  const tape = new Tape();
  const buffer = new ChunkBuffer(tape);
  const chunk = new Uint8Array(40_000).fill(7);
  const next = (bytes: Uint8Array): void => buffer.append(bytes, Math.max(0, buffer.length - 10));
  next(chunk);
  next(chunk);
  const held = tape.bytes;
  for (let at = 2; at < 50; at += 1) next(chunk);
  next(new Uint8Array(65_526));
  expect(held.length).toBe(65_536);
  expect(tape.bytes === held).toBe(true);
  expect(buffer.base + buffer.length).toBe(50 * 40_000 + 65_526);
});

test('terminators that the reader adds were not lodged', () => {
  const tape = new Tape();
  const buffer = new ChunkBuffer(tape);
  buffer.append(Uint8Array.of(1, 2, 3), 0);
  buffer.terminate(2, 1);
  const { terminator } = tape.characters;
  expect([...tape.bytes.subarray(0, buffer.length)]).toEqual([2, 3, terminator, terminator]);
  expect([buffer.base, buffer.length, buffer.lodged]).toEqual([1, 4, 2]);
});
