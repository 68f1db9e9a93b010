import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { catalogueOf } from '#locales';
import { type House, HouseProvider } from '../house.tsx';
import { KeyboardProvider } from '../keys/keys.tsx';
import { createSpeech } from '../language/speech.ts';

/* Components drawn as text, for tests: no browser is needed for what a component says and how it is marked. */

const catalogues = { en: await catalogueOf('en'), fr: await catalogueOf('fr'), es: await catalogueOf('es') };

/** The time in all tests: 24 November 2026, 14:05:09 in Toronto. */
export const now = Date.UTC(2026, 10, 24, 19, 5, 9);

/** A house around the component, without a node. */
export const houseOf = (language: 'en' | 'fr' | 'es', changed: Partial<House> = {}): House => ({
  speech: createSpeech({ tongue: language, country: 'CA', catalogue: catalogues[language] }),
  ticker: { now: () => now, onTick: () => () => undefined },
  address: { path: '/styles', query: new URLSearchParams(), hash: '', go: () => undefined },
  source: {
    read: () => new Promise(() => undefined),
    send: () => new Promise(() => undefined),
    onChange: () => () => undefined,
    link: () => ({ live: true }),
    onLink: () => () => undefined,
  },
  zone: 'America/Toronto',
  person: { name: 'Ruiz', country: 'CA', ports: ['YYZ'], may: () => true },
  ...changed,
});

export const drawn = (what: ReactNode, house = houseOf('en')): string =>
  renderToStaticMarkup(
    <HouseProvider house={house}>
      <KeyboardProvider on switchTo={() => undefined}>
        {what}
      </KeyboardProvider>
    </HouseProvider>,
  );

/** The words alone, those for the eye and those for the ear. */
export const said = (what: ReactNode, house?: House): string =>
  drawn(what, house)
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&#x27;', '’')
    .replaceAll(/\s+/gu, ' ')
    .trim();
