import type { Finding, Language, Parameters, Part } from '#kernel';
import { languages } from '#kernel';
import { type Speaker, speakerOf } from '#locales';

/** Says texts in three languages: by code and parameters, or a finding. */
export interface Speakers {
  text(language: Language, code: string, parameters?: Parameters): string;
  finding(language: Language, finding: Finding): string;
}

/** Loads the catalogues of the generic rooms and of the domains. */
export async function loadSpeakers(parts: readonly Pick<Part, 'catalogues'>[]): Promise<Speakers> {
  const pairs = await Promise.all(
    languages.map(
      async (language) =>
        [language, await speakerOf(language, ...parts.map((part) => part.catalogues[language]))] as const,
    ),
  );
  const speakers = Object.fromEntries(pairs) as Record<Language, Speaker>;
  return {
    text: (language, code, parameters = {}) => speakers[language](code, parameters),
    finding: (language, { code, parameters }) => speakers[language](code, parameters),
  };
}
