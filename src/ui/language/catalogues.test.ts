import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { expect, test } from 'vitest';

/** Every catalogue that the console loads, by its place with the language left open. */
const source = `${import.meta.dirname}/../..`;
const places = [
  ...readdirSync(`${source}/locales/en`).map((file) => `locales/*/${file}`),
  ...readdirSync(`${source}/domains`).flatMap((name) => [
    `domains/${name}/locales/*.json`,
    `domains/${name}/console/locales/*.json`,
  ]),
].filter((place) => existsSync(`${source}/${place.replace('*', 'en')}`));

type Catalogue = Readonly<Record<string, string>>;
const read = (place: string, language: string): Catalogue =>
  JSON.parse(readFileSync(`${source}/${place.replace('*', language)}`, 'utf8'));

interface Element {
  readonly type: number;
  readonly value?: string;
  readonly options?: Readonly<Record<string, { readonly value: readonly Element[] }>>;
}

/** Placeholders by name, and the categories of each plural. */
function shapeOf(text: string): {
  readonly names: readonly string[];
  readonly plurals: readonly (readonly string[])[];
} {
  const names = new Set<string>();
  const plurals: string[][] = [];
  const walk = (elements: readonly Element[]): void => {
    for (const { type, value, options } of elements) {
      if (type !== 0 && type !== 7 && value !== undefined) names.add(value);
      if (type === 6 && options !== undefined) plurals.push(Object.keys(options));
      for (const option of Object.values(options ?? {})) walk(option.value);
    }
  };
  walk(new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).getAst() as unknown as Element[]);
  return { names: [...names].sort(), plurals };
}

test('the catalogues are found where they are loaded from', () => {
  expect(places).toContain('locales/*/console.json');
  expect(places).toContain('domains/travel/console/locales/*.json');
});

test.each(places)('%s: every text stands in three languages with the same placeholders and all plurals', (place) => {
  const en = read(place, 'en');
  for (const language of ['fr', 'es']) {
    const other = read(place, language);
    expect(Object.keys(other)).toEqual(Object.keys(en));
    for (const [key, text] of Object.entries(en)) {
      const [english, its] = [shapeOf(text), shapeOf(other[key] ?? '')];
      expect([key, its.names]).toEqual([key, english.names]);
      for (const categories of its.plurals) {
        expect([key, categories]).toEqual([key, expect.arrayContaining(['one', 'many', 'other'])]);
      }
    }
  }
});

test.each(places)('%s: words that officials do not use stand nowhere', (place) => {
  const texts = (language: string): readonly string[] => Object.values(read(place, language));
  expect(texts('en').filter((text) => /\bblacklist|\bmatch(es)?\b/i.test(text))).toEqual([]);
  expect(texts('fr').filter((text) => /avis de signalement|\s[;!?]/i.test(text))).toEqual([]);
  expect(texts('es').filter((text) => /\blevante\b/i.test(text))).toEqual([]);
});
