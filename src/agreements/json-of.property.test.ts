import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonOf } from './json-of.ts';

const tricky = fc.string({ unit: fc.constantFrom('[', ']', '{', '}', '"', '\\', 'a'), maxLength: 100 });
const value = fc.jsonValue({ stringUnit: fc.constantFrom('[', '{', '"', '\\', ']', 'a'), maxDepth: 5 });

test('reads what JSON holds, whatever stands in its texts', () => {
  fc.assert(
    fc.property(value, (whole) => {
      expect(jsonOf(JSON.stringify(whole))).toEqual(JSON.parse(JSON.stringify(whole)));
    }),
  );
});

test('counts nesting outside of texts only, 64 at most, and again after what was closed', () => {
  fc.assert(
    fc.property(tricky, fc.integer({ min: 60, max: 70 }), fc.boolean(), (text, depth, named) => {
      let inner: unknown = text;
      for (let at = 0; at < depth; at += 1) inner = named && at % 2 === 0 ? { [text]: inner } : [text, inner];
      const written = JSON.stringify(inner);
      expect(jsonOf(written) !== undefined).toBe(depth <= 64);
      expect(jsonOf(`[${Array.from({ length: 70 }, () => '[]').join(',')},${JSON.stringify(text)}]`)).toBeDefined();
    }),
  );
});

test.each(['', '{', '"', '"\\', ']', '[[]', 'x'])('%j is none', (text) => {
  expect(jsonOf(text)).toBeUndefined();
});
