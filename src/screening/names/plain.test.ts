import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainWords } from './plain.ts';

const texts = (written: string): readonly string[] | undefined => plainWords(written)?.map(({ text }) => text);

describe('plainWords', () => {
  it('parts words at every sign but an apostrophe, and keeps how they were written', () => {
    expect(plainWords("de l'Isle-Adam 3")).toEqual([
      { text: 'DE', written: 'de', role: 'plain' },
      { text: 'LISLE', written: "l'Isle", role: 'plain' },
      { text: 'ADAM', written: 'Adam', role: 'plain' },
      { text: '3', written: '3', role: 'initial' },
    ]);
    expect(texts("O`Brien ' `` 'a'")).toEqual(['OBRIEN', 'A']);
    expect(texts('az AZ 09 @[`{/:')).toEqual(['AZ', 'AZ', '09']);
    expect(texts('A{B}C~D\u007fE')).toEqual(['A', 'B', 'C', 'D', 'E']);
  });

  it('reads ASCII only', () => {
    expect(texts('')).toEqual([]);
    expect(texts('Ana\u0080')).toBeUndefined();
    expect(texts('É')).toBeUndefined();
  });

  it('agrees with a reading by patterns', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), (written) => {
        const expected = written
          .toUpperCase()
          .replace(/['`]/g, '')
          .split(/[^A-Z0-9]+/);
        expect(texts(written)).toEqual(expected.filter((word) => word !== ''));
      }),
    );
  });
});
