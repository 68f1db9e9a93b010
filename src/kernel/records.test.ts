import { expect, test } from 'vitest';
import { z } from 'zod';
import { Records } from './records.ts';

const schema = z.object({ text: z.string().transform((text) => text.toUpperCase()) });

test('a record is parsed once, however often it is asked for', () => {
  const records = new Records(schema);
  const written = { text: 'a' };
  const read = records.parse(written);
  expect(read).toEqual({ text: 'A' });
  expect(records.parse(written)).toBe(read);
  expect(records.parse({ text: 'a' })).not.toBe(read);
});

test('what was made here is not parsed at all', () => {
  const records = new Records(schema);
  const made = { text: 'made here' };
  expect(records.made(made)).toBe(made);
  expect(records.parse(made)).toBe(made);
  expect(records.made(undefined)).toBeUndefined();
});

test('what is no object is parsed each time', () => {
  let parsed = 0;
  const records = new Records(
    z.any().transform((value: unknown) => {
      parsed += 1;
      return value;
    }),
  );
  for (const value of [null, 'text', 5, null, 'text', 5]) expect(records.parse(records.made(value))).toBe(value);
  expect(parsed).toBe(6);
  expect(() => new Records(schema).parse(null)).toThrow();
  expect(() => new Records(schema).parse({ text: 5 })).toThrow();
});
