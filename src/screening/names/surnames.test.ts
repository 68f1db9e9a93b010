import { describe, expect, it } from 'vitest';
import { draftOf } from './draft.ts';
import { markLastMaternal, markMaternal } from './surnames.ts';

const drafts = (written: string) =>
  written
    .split(' ')
    .map((word) => ({ ...draftOf(word, word), ...(word === 'DE' ? { role: 'particle' as const } : {}) }));

function maternal(written: string, mark: typeof markMaternal): string | undefined {
  const words = drafts(written);
  mark(words);
  const marked = words.filter(({ role }) => role === 'maternal').map(({ text }) => text);
  return marked.length > 1 ? 'several' : marked[0];
}

describe('markMaternal', () => {
  it.each([
    ['GARCIA MARQUEZ', 'MARQUEZ'],
    ['GARCIA DE SMITH', 'SMITH'],
    ['SMITH TORRES', 'TORRES'],
    ['LOPEZ SMITH', 'SMITH'],
    ['SMITH WESSON', undefined],
    ['GARCIA', undefined],
    ['GARCIA LOPEZ TORRES', undefined],
    ['INEZ SMITH', undefined],
    ['BAEZ SMITH', undefined],
    ['EZRA SMITH', undefined],
    ['GARCIA M', undefined],
  ])('finds it in the family name %s', (family, expected) => {
    expect(maternal(family, markMaternal)).toBe(
      expected === undefined && family === 'INEZ SMITH' ? undefined : expected,
    );
  });
});

describe('markLastMaternal', () => {
  it.each([
    ['GABRIEL GARCIA MARQUEZ', 'MARQUEZ'],
    ['J GARCIA MARQUEZ', 'MARQUEZ'],
    ['DE GARCIA MARQUEZ', undefined],
    ['GARCIA', undefined],
    ['GARCIA MARQUEZ', undefined],
    ['GABRIEL SMITH MARQUEZ', undefined],
    ['GABRIEL GARCIA SMITH', undefined],
    ['GABRIEL GARCIA M', undefined],
    ['GABRIEL JOSE GARCIA DE LOPEZ', 'LOPEZ'],
  ])('finds it in %s', (name, expected) => {
    expect(maternal(name, markLastMaternal)).toBe(expected);
  });

  it('leaves a word alone that has another role', () => {
    const words = drafts('GABRIEL GARCIA MARQUEZ LOPEZ');
    const [, , , last] = words;
    if (last !== undefined) last.role = 'honorific';
    markLastMaternal(words);
    expect(words.map(({ role }) => role)).toEqual(['plain', 'plain', 'maternal', 'honorific']);
  });
});
