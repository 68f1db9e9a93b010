import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { toBase64Url } from './base64url.ts';
import { cursorAfter, keyOfCursor, page, pageOf, pageQuery } from './page.ts';

/** FNV-1a, 32 bits, of `a` and of `foobar` (draft-eastlake-fnv, test vectors), in front of the key. */
test.each([
  ['a', [0xe4, 0x0c, 0x29, 0x2c]],
  ['foobar', [0xbf, 0x9c, 0xf9, 0x68]],
])('the cursor after %s is its check sum and itself', (key, sum) => {
  expect(cursorAfter(key)).toBe(toBase64Url(Uint8Array.from([...sum, ...new TextEncoder().encode(key)])));
});

test('a key has 512 bytes at most', () => {
  const [longest, longer] = ['x'.repeat(512), 'x'.repeat(513)];
  expect(keyOfCursor(cursorAfter(longest))).toBe(longest);
  expect(keyOfCursor(cursorAfter(longer))).toBeUndefined();
});

test('what nobody made is no cursor', () => {
  const texts = ['', 'A', 'AA', '!', 'AAAA', toBase64Url(Uint8Array.from([1, 2, 3, 4, 0xff]))];
  expect(texts.map(keyOfCursor)).toEqual(texts.map(() => undefined));
});

describe('the query of a list', () => {
  const query = z.object(pageQuery);
  const takes = (asked: object): boolean => query.safeParse(asked).success;

  test('takes a cursor and a limit, and 50 items without one', () => {
    expect(query.parse({})).toEqual({ limit: 50 });
    const cursor = cursorAfter('a');
    expect(query.parse({ cursor, limit: '7' })).toEqual({ cursor, limit: 7 });
  });

  test('refuses a limit outside 1 to 500, and a cursor that nobody made', () => {
    expect(['1', '500', '0', '501', '1.5', 'x'].map((limit) => takes({ limit }))).toEqual([
      ...[true, true],
      ...[false, false, false, false],
    ]);
    expect(takes({ cursor: 'AAAA' })).toBe(false);
  });
});

test('a page holds items of its schema, and perhaps the next cursor', () => {
  const schema = pageOf(z.number());
  expect(schema.parse({ items: [1, 2], next: 'x' })).toEqual({ items: [1, 2], next: 'x' });
  expect(schema.parse({ items: [] })).toEqual({ items: [] });
  expect([{}, { items: ['a'] }, { items: [], next: 5 }].map((one) => schema.safeParse(one).success)).toEqual([
    false,
    false,
    false,
  ]);
});

test('only a page with more behind it has a next one', () => {
  const items = ['a', 'b', 'c', 'd'];
  const of = (limit: number, after?: string) =>
    page(items, { keyOf: (key) => key, limit, cursor: after === undefined ? undefined : cursorAfter(after) });
  expect(of(3)).toEqual({ items: ['a', 'b', 'c'], next: cursorAfter('c') });
  expect(of(4)).toEqual({ items });
  expect(of(2, 'b')).toEqual({ items: ['c', 'd'] });
  expect(of(2, 'a')).toEqual({ items: ['b', 'c'], next: cursorAfter('c') });
  expect(of(2, 'd')).toEqual({ items: [] });
});
