import { describe, expect, test } from 'vitest';
import { instantSchema, textAs } from './schemas.ts';
import { parsePlainDate } from './time.ts';

describe('the schema of a text that is read', () => {
  const day = textAs(parsePlainDate, 'a day');

  test('gives what was made of it', () => {
    expect(day.parse('2026-11-24')).toBe('2026-11-24');
    expect(textAs(() => 0).parse('nothing')).toBe(0);
  });

  test('says what it expected', () => {
    expect(day.safeParse('2026-11-31').error?.issues).toMatchObject([{ code: 'custom', message: 'a day' }]);
    expect(textAs(() => undefined).safeParse('x').error?.issues).toMatchObject([{ message: 'another text' }]);
    expect(day.safeParse(5).success).toBe(false);
  });
});

test('an instant lies between 1970 and the last day of ECMAScript', () => {
  const last = 8_640_000_000_000_000;
  expect([0, 1, last].map((at) => instantSchema.parse(at))).toEqual([0, 1, last]);
  expect([-1, last + 1, 1.5, '0'].map((at) => instantSchema.safeParse(at).success)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});
