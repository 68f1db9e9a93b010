import { expect, test } from 'vitest';
import { encodeUtf8 } from '#kernel';
import { GrowingBytes, GrowingInts } from './growing.ts';

test('numbers grow and stay', () => {
  const ints = new GrowingInts();
  const all = Array.from({ length: 1000 }, (_, at) => at * at - 5);
  for (const value of all) ints.push(value);
  expect([...ints.pushed()]).toEqual(all);
  expect(ints.length).toBe(1000);
});

test('bytes and texts of any script grow and stay', () => {
  const bytes = new GrowingBytes();
  const parts = ['plain', 'Zárate', '', 'محمد'.repeat(400), 'x'.repeat(5000)];
  for (const part of parts) {
    bytes.write(part);
    bytes.push(10);
  }
  const all = encodeUtf8(parts.map((part) => `${part}\n`).join(''));
  expect([...bytes.written()]).toEqual([...all]);
  expect(bytes.length).toBe(all.length);
});
