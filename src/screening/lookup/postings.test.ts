import { expect, test } from 'vitest';
import { byHash, filing, putTexts } from './postings.ts';

test('values are filed by bucket, in their order; buckets may be empty', () => {
  const { start, filed } = filing(4, (each) => {
    for (const [bucket, value] of [
      [2, 7],
      [0, 5],
      [2, 6],
      [3, 9],
    ] as const)
      each(bucket, value);
  });
  expect([...start]).toEqual([0, 1, 1, 3, 4]);
  expect([...filed]).toEqual([5, 7, 6, 9]);
  expect(filing(2, () => undefined)).toEqual({ start: new Int32Array(3), filed: new Int32Array(0) });
});

test('hashes are filed by their low bits', () => {
  const { start, filed } = filing(4, byHash(Int32Array.of(5, 6, 13), Int32Array.of(10, 20, 30), 4));
  expect([...start]).toEqual([0, 0, 2, 3, 3]);
  expect([...filed]).toEqual([10, 30, 20]);
});

test('texts stand one after another', () => {
  const starts = new Int32Array(4);
  const bytes = new Uint8Array(3);
  putTexts(['AB', '', 'C'], starts, bytes);
  expect([...starts]).toEqual([0, 2, 2, 3]);
  expect([...bytes]).toEqual([65, 66, 67]);
});
