/** A writing system that this house reads by its own rules; `other` goes through any-ascii. */
export type Script = 'latin' | 'greek' | 'cyrillic' | 'hebrew' | 'arabic' | 'kana' | 'han' | 'hangul' | 'other';

/** First and last code point of the blocks of each script (Unicode 15, Blocks.txt), in ascending order. */
const blocks: readonly (readonly [first: number, last: number, script: Script])[] = [
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
];

/** The script of one letter or digit, by its Unicode block. Composed forms (NFKC) are expected. */
export function scriptOf(codePoint: number): Script {
  for (const [first, last, script] of blocks) {
    if (codePoint < first) return 'other';
    if (codePoint <= last) return script;
  }
  return 'other';
}
