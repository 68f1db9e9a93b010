import { describe, expect, it } from 'vitest';
import { type Script, scriptOf } from './script.ts';

describe('scriptOf', () => {
  it.each<[first: number, last: number, script: Script]>([
    [0x30, 0x24f, 'latin'],
    [0x370, 0x3ff, 'greek'],
    [0x400, 0x52f, 'cyrillic'],
    [0x590, 0x5ff, 'hebrew'],
    [0x600, 0x6ff, 'arabic'],
    [0x750, 0x77f, 'arabic'],
    [0x8a0, 0x8ff, 'arabic'],
    [0x1e00, 0x1eff, 'latin'],
    [0x1f00, 0x1fff, 'greek'],
    [0x3005, 0x3007, 'han'],
    [0x3040, 0x30ff, 'kana'],
    [0x3400, 0x4dbf, 'han'],
    [0x4e00, 0x9fff, 'han'],
    [0xac00, 0xd7a3, 'hangul'],
    [0xf900, 0xfaff, 'han'],
    [0x20000, 0x323af, 'han'],
  ])('tells U+%i to U+%i', (first, last, script) => {
    expect(scriptOf(first)).toBe(script);
    expect(scriptOf(last)).toBe(script);
    expect(scriptOf(last + 1)).not.toBe(first === 0x1e00 ? 'latin' : script);
  });

  it.each([0x20, 0x2f, 0x250, 0x36f, 0x531, 0x900, 0xa00, 0x2fff, 0xd7a4, 0xffff, 0x323b0])(
    'reads U+%i by no rules of its own',
    (code) => {
      expect(scriptOf(code)).toBe('other');
    },
  );
});
