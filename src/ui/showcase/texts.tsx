import { type ReactNode, use, useMemo } from 'react';
import type { Catalogue, Language } from '#kernel';
import { styleTexts } from '#locales/styles';
import { HouseProvider, useHouse } from '../house.tsx';
import { createSpeech, type Speech } from '../language/speech.ts';

/** The texts of the component page, which no other page carries; each language is read once. */
const loaded = new Map<Language, Promise<Catalogue>>();
const textsOf = (language: Language): Promise<Catalogue> => {
  const known = loaded.get(language) ?? styleTexts(language);
  loaded.set(language, known);
  return known;
};

/** The house of the page, which also knows the texts of the component page. */
export function WithStyleTexts({ children }: { children: ReactNode }) {
  const house = useHouse();
  const { speech, person } = house;
  const catalogue = use(textsOf(speech.tongue === 'pseudo' ? 'en' : speech.tongue));
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
