import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Binding, matchPress, pressName } from './matcher.ts';

const letter = fc.constantFrom('a', 'b', 'c', 'g', 'Enter', 'Escape', '1');
const keys = fc.oneof(
  letter,
  fc.tuple(letter, letter).map((two) => two.join(' ')),
);
const bindings = fc.array(
  keys.map((one): Binding => ({ keys: one, text: one, act: () => undefined })),
  { maxLength: 12 },
);

test('what acts has exactly the keys that were pressed, and is the last that has them', () => {
  fc.assert(
    fc.property(bindings, fc.constantFrom('', 'g', 'a'), letter, (all, prefix, press) => {
      const pressed = prefix === '' ? press : `${prefix} ${press}`;
      const meaning = matchPress(all, prefix, press);
      const fitting = all.filter((one) => one.keys === pressed);
      if (fitting.length > 0) expect(meaning).toEqual({ kind: 'act', binding: fitting.at(-1) });
      else expect(meaning.kind).not.toBe('act');
    }),
  );
});

test('a press waits only where a longer sequence begins with it', () => {
  fc.assert(
    fc.property(bindings, letter, (all, press) => {
      const meaning = matchPress(all, '', press);
      const longer = all.some((one) => one.keys.startsWith(`${press} `));
      const exact = all.some((one) => one.keys === press);
      expect(meaning.kind === 'wait').toBe(longer && !exact);
    }),
  );
});

test('the name of a press tells Alt and, for keys without a form of their own, Shift', () => {
  fc.assert(
    fc.property(letter, fc.boolean(), fc.boolean(), (key, altKey, shiftKey) => {
      const name = pressName({ key, altKey, shiftKey, ctrlKey: false, metaKey: false });
      expect(name.startsWith('Alt+')).toBe(altKey);
      expect(name.includes('Shift+')).toBe(shiftKey && key.length > 1);
      expect(name.endsWith(key)).toBe(true);
    }),
  );
});
