import { expect, test } from 'vitest';
import { bucketsFor, hashText } from './hashing.ts';

test('hashes are never negative, differ for texts that are alike, and fill buckets evenly', () => {
  const hashes = Array.from({ length: 4096 }, (_, at) => hashText(`entry ${at}`));
  expect(Math.min(...hashes)).toBeGreaterThanOrEqual(0);
  expect(new Set(hashes).size).toBeGreaterThan(4090);
  const filled = new Set(hashes.map((hash) => hash & 1023));
  expect(filled.size).toBeGreaterThan(980);
  expect(hashText('AB')).not.toBe(hashText('BA'));
});

test('buckets are the next power of two', () => {
  expect([0, 2, 3, 4, 5, 1000].map(bucketsFor)).toEqual([2, 2, 4, 4, 8, 1024]);
});
