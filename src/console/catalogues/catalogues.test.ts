import { IntlMessageFormat } from 'intl-messageformat';
import { expect, test } from 'vitest';
import enTravel from '../../domains/travel/console/locales/en.json' with { type: 'json' };
import esTravel from '../../domains/travel/console/locales/es.json' with { type: 'json' };
import frTravel from '../../domains/travel/console/locales/fr.json' with { type: 'json' };
import enConsole from '../../locales/en/console.json' with { type: 'json' };
import esConsole from '../../locales/es/console.json' with { type: 'json' };
import frConsole from '../../locales/fr/console.json' with { type: 'json' };

type Catalogue = Readonly<Record<string, string>>;
const catalogues: readonly (readonly [string, Catalogue, Catalogue, Catalogue])[] = [
  ['console', enConsole, frConsole, esConsole],
  ['travel', enTravel, frTravel, esTravel],
];

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

test.each(catalogues)(
  '%s: every text stands in three languages with the same placeholders and all plurals',
  (_, en, fr, es) => {
    for (const other of [fr, es]) {
      expect(Object.keys(other)).toEqual(Object.keys(en));
      for (const [key, text] of Object.entries(en)) {
        const [english, its] = [shapeOf(text), shapeOf(other[key] ?? '')];
        expect([key, its.names]).toEqual([key, english.names]);
        expect([key, its.plurals.length]).toEqual([key, english.plurals.length]);
        for (const categories of its.plurals) {
          expect([key, categories]).toEqual([key, expect.arrayContaining(['one', 'many', 'other'])]);
        }
      }
    }
  },
);

test.each(catalogues)('%s: words that officials do not use stand nowhere', (_, en, fr, es) => {
  expect(Object.values(en).filter((text) => /\bblacklist|\bmatch(es)?\b/i.test(text))).toEqual([]);
  expect(Object.values(fr).filter((text) => /avis de signalement|\s[;!?]/i.test(text))).toEqual([]);
  expect(Object.values(es).filter((text) => /\blevante\b/i.test(text))).toEqual([]);
});
