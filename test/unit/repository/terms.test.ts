import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Term, termsOf, termsPage, termsPageOf } from '../../../tools/terms-page.ts';
import { workingTree } from '../../../tools/tidy/tree.ts';

const languages = ['en', 'fr', 'es'] as const;
type Language = (typeof languages)[number];
interface Told {
  readonly where: string;
  readonly text: string;
}

const tree = workingTree('.');
const { terms, never } = termsOf(tree);

/** Every text below a table's key `en`, `fr` or `es`. */
function* under(value: unknown, language: Language, where: string): Generator<Told> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, one] of Object.entries(value))
    if (key === language && typeof one === 'string') yield { where, text: one };
    else yield* under(one, language, `${where} ${key}`);
}

/** What the house says to people in one language: the catalogues, and the texts that stand in tables. */
const told = (language: Language): readonly Told[] =>
  tree.paths.flatMap((path) => {
    const isCatalogue =
      new RegExp(`^src/locales/${language}/[^/]+\\.json$`).test(path) ||
      new RegExp(`^src/domains/.+/locales/${language}\\.json$`).test(path);
    if (isCatalogue) {
      const catalogue = JSON.parse(tree.text(path)) as Readonly<Record<string, string>>;
      return Object.entries(catalogue).map(([key, text]) => ({ where: `${path} ${key}`, text }));
    }
    const isTable = /^data\/.+\.json$/.test(path) && path !== 'data/terms.json';
    return isTable ? [...under(JSON.parse(tree.text(path)), language, path)] : [];
  });
const texts = { en: told('en'), fr: told('fr'), es: told('es') };

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** The word alone or in its plain plural, never inside another; a typed apostrophe is as good as a straight one. */
const says = (word: string): RegExp =>
  new RegExp(`(?<!\\p{L})${escaped(word).replaceAll('’', "['’]")}(e?s)?(?!\\p{L})`, 'iu');

describe('official words', () => {
  const inUse = terms.filter((term): term is Term & { used: NonNullable<Term['used']> } => term.used !== undefined);

  test('texts of people are found in every language, in catalogues and in tables', () => {
    for (const language of languages) {
      expect(texts[language].filter(({ where }) => where.startsWith('src/domains/travel/')).length).toBeGreaterThan(
        100,
      );
      expect(texts[language].filter(({ where }) => where.startsWith('data/plan/')).length).toBeGreaterThan(200);
    }
  });

  test('each has its key, three languages and two marks', () => {
    expect(new Set(terms.map(({ key }) => key)).size).toBe(terms.length);
    for (const { key, en, fr, es, mark } of terms) {
      expect(key).toMatch(/^[a-z][A-Za-z]+$/);
      expect([en, fr, es].every((word) => word.trim().length > 2)).toBe(true);
      expect(Object.keys(mark)).toEqual(['fr', 'es']);
    }
    expect(inUse.length).toBeGreaterThanOrEqual(12);
  });

  test.each(inUse.map(({ key, ...term }) => [key, term] as const))('%s: what is built says it', (_key, term) => {
    for (const language of languages) {
      const word = term.used[language];
      expect(term[language], language).toMatch(says(word));
      expect(texts[language].filter(({ text }) => says(word).test(text)).length, word).toBeGreaterThan(0);
    }
  });

  test.each(never)('$language: nothing says $word, but $instead', ({ language, word }) => {
    expect(texts[language].filter(({ text }) => says(word).test(text))).toEqual([]);
  });

  test('a word is noticed in capitals, in the plural and with either apostrophe, but not inside another', () => {
    expect(['Blacklists', 'a blacklist.', 'no-blacklist'].every((text) => says('blacklist').test(text))).toBe(true);
    expect(['matchless', 'rematch', 'ématch'].some((text) => says('match').test(text))).toBe(false);
    expect(says('point d’entrée').test("Au point d'entrée")).toBe(true);
    expect(says('a.b').test('acb')).toBe(false);
  });
});

describe('the page', () => {
  test('says what waits for a native reader and what is in use', () => {
    const term: Term = { key: 'x', en: 'e', fr: 'f', es: 's', mark: { fr: 'a law', es: null } };
    const used = { en: 'e', fr: 'f', es: 's' };
    const page = termsPageOf({
      terms: [term, { ...term, mark: { fr: null, es: 'a form' }, used }],
      never: [{ language: 'fr', word: 'non', instead: 'oui' }],
    });
    expect(page).toContain('| e | f | a law | s | to be confirmed | not yet |');
    expect(page).toContain('| e | f | to be confirmed | s | a form | yes |');
    expect(page).toContain('| fr | non | oui |');
  });

  test('is the one printed', () => {
    expect(readFileSync('docs/reference/terms.md', 'utf8')).toBe(termsPage(tree));
  });
});
