import { expect, test } from 'vitest';
import { instant } from '#kernel';
import { idempotencyKeyShape, memoryIdempotency, type Remembered } from './idempotency.ts';

const hour = 3_600_000;
function clockAt(start = 0) {
  let now = start;
  return { now: () => instant(now), move: (milliseconds: number) => (now += milliseconds) };
}
const remembered = (length: number, digest = 'd'): Remembered => ({
  digest,
  reply: { status: 200, mediaType: 'text/plain', body: new Uint8Array(length) },
});

test('what was put is given back until its hours are over', async () => {
  const clock = clockAt();
  const store = memoryIdempotency(clock, { hours: 2, bytes: 10_000 });
  expect(await store.get('a')).toBeUndefined();
  await store.put('a', remembered(1));
  expect(await store.get('a')).toMatchObject(remembered(1));
  clock.move(2 * hour - 1);
  expect(await store.get('a')).toBeDefined();
  clock.move(1);
  expect(await store.get('a')).toBeUndefined();
});

test('by default a day and 32 MiB', async () => {
  const clock = clockAt();
  const store = memoryIdempotency(clock);
  await store.put('a', remembered((32 << 20) - 512));
  clock.move(24 * hour - 1);
  expect(await store.get('a')).toBeDefined();
  await store.put('b', remembered(0));
  expect(await store.get('a')).toBeUndefined();
  clock.move(1);
  expect(await store.get('b')).toBeDefined();
});

test('the oldest go when there is no room, the expired first; the last one stays however long', async () => {
  const clock = clockAt();
  const store = memoryIdempotency(clock, { hours: 1, bytes: 3 * 612 });
  for (const key of ['a', 'b', 'c']) await store.put(key, remembered(100));
  expect(await store.get('a')).toBeDefined();
  await store.put('d', remembered(100));
  expect([await store.get('a'), (await store.get('b')) === undefined]).toEqual([undefined, false]);
  // The same key again takes no second place.
  await store.put('d', remembered(100, 'other'));
  expect((await store.get('b'))?.digest).toBe('d');
  expect((await store.get('d'))?.digest).toBe('other');
  clock.move(hour);
  await store.put('e', remembered(100));
  for (const key of ['b', 'c', 'd']) expect(await store.get(key)).toBeUndefined();
  await store.put('f', remembered(5000));
  expect([await store.get('e'), await store.get('f')]).toEqual([undefined, undefined]);
});

test('keys are 1 to 128 visible characters', () => {
  for (const key of ['a', '"quoted"', '!', '~', 'x'.repeat(128)]) expect(key).toMatch(idempotencyKeyShape);
  for (const key of ['', ' ', 'a b', 'é', 'x'.repeat(129), 'a\n', '\u007f'])
    expect(key).not.toMatch(idempotencyKeyShape);
});
