import type { Language, Parameters } from '#kernel';
import { languages } from '#kernel';

/** Finds the text of a code in one language and fills in its parameters; handed in by the node. */
export type Texter = (language: Language, code: string, parameters: Parameters) => string;

/** One item of an `Accept…` header and how much it is wanted, 0 to 1 (RFC 9110 section 12.4.2). */
export interface Wanted {
  readonly value: string;
  readonly weight: number;
}

/** Reads an `Accept` or `Accept-Language` header, the most wanted first; what is not wanted at all is left out. */
export function wantedOf(header: string | undefined): readonly Wanted[] {
  if (header === undefined) return [];
  return header
    .slice(0, 1024)
    .split(',')
    .map((item) => {
      const [value = '', ...parameters] = item.split(';').map((part) => part.trim().toLowerCase());
      const weight = parameters.find((parameter) => parameter.startsWith('q='));
      const number = weight === undefined ? 1 : Number(weight.slice(2));
      return { value, weight: number >= 0 && number <= 1 ? number : 0 };
    })
    .filter((item) => item.value !== '' && item.weight > 0)
    .sort((a, b) => b.weight - a.weight);
}

/** The language to answer in: the first wanted one that the node speaks, else English. `fr-CA` is French. */
export function languageOf(header: string | undefined): Language {
  for (const { value } of wantedOf(header)) {
    const found = languages.find((language) => language === value.split('-')[0]);
    if (found !== undefined) return found;
  }
  return 'en';
}

/** True when the header names this media type itself, not only a wildcard. */
export const asksFor = (header: string | undefined, mediaType: string): boolean =>
  wantedOf(header).some((item) => item.value === mediaType);
