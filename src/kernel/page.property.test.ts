import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase64Url, toBase64Url } from './base64url.ts';
import { cursorAfter, keyOfCursor, page } from './page.ts';
import { within } from './scope.ts';

test('base64url reads what it writes, as the platform does', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      const text = toBase64Url(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('base64url'));
      expect(fromBase64Url(text)).toEqual(bytes);
    }),
  );
});

test('base64url has one text for one value', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), (text) => {
      const bytes = fromBase64Url(text);
      if (bytes !== undefined) expect(toBase64Url(bytes)).toBe(text);
    }),
  );
  expect(fromBase64Url('AB')).toBeUndefined();
});

test('a cursor gives its key back, and a mangled one gives nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.nat(), (key, where) => {
      const cursor = cursorAfter(key);
      expect(keyOfCursor(cursor)).toBe(key);
      const at = where % cursor.length;
      const other = cursor.charAt(at) === 'A' ? 'B' : 'A';
      expect(keyOfCursor(cursor.slice(0, at) + other + cursor.slice(at + 1))).toBeUndefined();
    }),
  );
});

test('walking the pages gives every item once, in order, whatever the limit', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string({ maxLength: 8 }), { maxLength: 60 }),
      fc.integer({ min: 1, max: 20 }),
      (keys, limit) => {
        const items = keys.toSorted((a, b) => (a < b ? -1 : 1));
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const one = page(items, { keyOf: (key) => key, cursor, limit });
          expect(one.items.length).toBeLessThanOrEqual(limit);
          seen.push(...one.items);
          cursor = one.next;
        } while (cursor !== undefined);
        expect(seen).toEqual(items);
      },
    ),
  );
});

test('an item that goes between two pages hides no other', () => {
  const first = page(['a', 'b', 'c', 'd'], { keyOf: (key) => key, limit: 2 });
  expect(page(['a', 'c', 'd'], { keyOf: (key) => key, cursor: first.next, limit: 2 }).items).toEqual(['c', 'd']);
});

test('a limited scope reaches its own ports and organisation, and nothing that belongs to nobody', () => {
  const scope = { kind: 'limited', ports: ['LAX'], organisation: 'BA' } as const;
  expect(within(scope, { ports: ['JFK', 'LAX'] })).toBe(true);
  expect(within(scope, { ports: ['JFK'], organisation: 'BA' })).toBe(true);
  expect(within(scope, { ports: ['JFK'], organisation: 'AF' })).toBe(false);
  expect(within(scope, {})).toBe(false);
  expect(within({ kind: 'limited', ports: [] }, { ports: [] })).toBe(false);
  expect(within({ kind: 'country' }, {})).toBe(true);
});
