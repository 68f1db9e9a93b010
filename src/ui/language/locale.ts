import type { Language } from '#kernel';

/** Languages of the console in the order of the switch, each by its own name. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', fr: 'Français', es: 'Español' };

/** The pseudo-language of the tests: English with marks and growth, so that clipped and untranslated texts show. */
export type Tongue = Language | 'pseudo';

const tags: Readonly<Record<Language, string>> = { en: 'en-CA', fr: 'fr-CA', es: 'es-MX' };

/** The full locale tag. English is written as in the country of the seat where that is the United States. */
export function localeOf(tongue: Tongue, country: string): string {
  if (tongue === 'pseudo' || tongue === 'en') return country === 'US' ? 'en-US' : tags.en;
  return tags[tongue];
}

/** The first language that is one of ours, from wishes such as `fr-CA` or `es`; English when none is. */
export function chooseTongue(wishes: readonly (string | null | undefined)[]): Tongue {
  for (const wish of wishes) {
    if (wish === 'pseudo') return wish;
    const language = wish?.slice(0, 2).toLowerCase();
    if (language === 'en' || language === 'fr' || language === 'es') return language;
  }
  return 'en';
}
