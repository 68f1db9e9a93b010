import { type ReactNode, use, useMemo } from 'react';
import type { Catalogue, Language } from '#kernel';
import { HouseProvider, useHouse } from '../house.tsx';
import { createSpeech, type Speech } from '../language/speech.ts';

/** The texts of the component page, which no other page carries. */
const load: Readonly<Record<Language, () => Promise<{ readonly default: Catalogue }>>> = {
  en: () => import('../../locales/en/ui.json'),
  fr: () => import('../../locales/fr/ui.json'),
  es: () => import('../../locales/es/ui.json'),
};

const loaded = new Map<Language, Promise<{ readonly default: Catalogue }>>();
const textsOf = (language: Language): Promise<{ readonly default: Catalogue }> => {
  const known = loaded.get(language) ?? load[language]();
  loaded.set(language, known);
  return known;
};

/** The house of the page, which also knows the texts of the component page. */
export function WithStyleTexts({ children }: { children: ReactNode }) {
  const house = useHouse();
  const { speech, person } = house;
  const { default: catalogue } = use(textsOf(speech.tongue === 'pseudo' ? 'en' : speech.tongue));
  const own = useMemo(
    () => createSpeech({ tongue: speech.tongue, country: person.country, catalogue }),
    [catalogue, person.country, speech.tongue],
  );
  const both = useMemo(() => ({ ...house, speech: joined(own, speech) }), [house, own, speech]);
  return <HouseProvider house={both}>{children}</HouseProvider>;
}

const joined = (first: Speech, other: Speech): Speech => ({
  ...other,
  say: (key, values) => (first.knows(key) ? first.say(key, values) : other.say(key, values)),
  parts: (key, values) => (first.knows(key) ? first.parts(key, values) : other.parts(key, values)),
  knows: (key) => first.knows(key) || other.knows(key),
});
