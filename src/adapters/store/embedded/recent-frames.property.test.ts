import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RecentFrames } from './recent-frames.ts';

const size = 1000;

/** Writes frames of these lengths, each after a gap, as segments make; each is full of its own number. */
function written(frames: readonly { length: number; gap: number }[]) {
  const recent = new RecentFrames(size);
  const all: { location: number; length: number; number: number }[] = [];
  let location = 0;
  for (const [number, { length, gap }] of frames.entries()) {
    const room = recent.room(length);
    expect(room).toHaveLength(length);
    room.fill((number % 255) + 1);
    location += gap;
    recent.keep(room, location);
    all.push({ location, length, number });
    location += length;
  }
  return { recent, all };
}

const frames = fc.array(fc.record({ length: fc.integer({ min: 1, max: 300 }), gap: fc.nat(5) }), {
  minLength: 1,
  maxLength: 60,
});

test('what is found is what was written there, from its first byte to its last', () => {
  fc.assert(
    fc.property(frames, (lengths) => {
      const { recent, all } = written(lengths);
      for (const { location, length, number } of all) {
        for (const offset of [0, length >> 1, length - 1]) {
          const found = recent.find(location + offset);
          if (found === undefined) continue;
          const rest = found.bytes.subarray(found.at, found.at + length - offset);
          expect(rest.every((byte) => byte === (number % 255) + 1)).toBe(true);
        }
      }
    }),
  );
});

test('the newest are kept, as many as half the ring holds; a large one never is', () => {
  fc.assert(
    fc.property(frames, (lengths) => {
      const { recent, all } = written(lengths);
      let held = 0;
      for (const { location, length } of all.toReversed()) {
        if (length > size / 4) {
          expect(recent.find(location)).toBeUndefined();
          continue;
        }
        held += length;
        if (held > size / 2) break;
        expect(recent.find(location)).toBeDefined();
      }
    }),
  );
});

test('a place between frames, before the first and after the last is not found', () => {
  const { recent } = written([
    { length: 10, gap: 5 },
    { length: 10, gap: 5 },
  ]);
  for (const location of [0, 4, 15, 19, 30, 99]) expect(recent.find(location)).toBeUndefined();
  for (const location of [5, 14, 20, 29]) expect(recent.find(location)).toBeDefined();
});

test('thousands of frames pass without a trace', () => {
  const { recent, all } = written(Array.from({ length: 5000 }, () => ({ length: 7, gap: 0 })));
  expect(recent.find(all[0]?.location ?? -1)).toBeUndefined();
  expect(recent.find(all.at(-1)?.location ?? -1)).toBeDefined();
  expect(recent.find(all.at(-100)?.location ?? -1)).toBeDefined();
});
