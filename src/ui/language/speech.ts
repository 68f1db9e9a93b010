import { IntlMessageFormat } from 'intl-messageformat';
import type { Catalogue, Language, Texts } from '#kernel';
import { type Formats, formatsOf } from './formats.ts';
import { localeOf, type Tongue } from './locale.ts';
import { pseudo, pseudoMessage } from './pseudo.ts';

/** What a text is told about: numbers and words. */
export type Value = string | number | boolean | Date | null | undefined;
export type Values = Readonly<Record<string, Value>>;
/** The same with parts that are not text. */
export type WithParts<Part> = Readonly<Record<string, Value | Part>>;

/** All that is said to the person, in his language. */
export interface Speech {
  readonly tongue: Tongue;
  readonly locale: string;
  readonly format: Formats;
  /** The text of a key. A key without a text is said as it is, so that nothing is hidden. */
  readonly say: (key: string, values?: Values) => string;
  /** The same with parts that are not text (a link, a time), in the order of the language. */
  readonly parts: <Part>(key: string, values: WithParts<Part>) => readonly (string | Part)[];
  readonly knows: (key: string) => boolean;
  /** One of the three texts that a part brings along. */
  readonly pick: (texts: Texts | string) => string;
}

export interface SpeechOptions {
  readonly tongue: Tongue;
  /** The country of the seat. */
  readonly country: string;
  readonly catalogue: Catalogue;
}

/** Most texts hold neither a value nor a quotation of ICU: nothing in them needs to be parsed before the first page shows. */
const isPlain = (text: string): boolean => !/[{}']/.test(text);

/** Makes the speech of one language from its catalogue. Messages are parsed at their first use. */
export function createSpeech({ tongue, country, catalogue }: SpeechOptions): Speech {
  const locale = localeOf(tongue, country);
  const language: Language = tongue === 'pseudo' ? 'en' : tongue;
  const parsed = new Map<string, IntlMessageFormat>();
  const message = (key: string): IntlMessageFormat | undefined => {
    const text = catalogue[key];
    if (text === undefined) return undefined;
    let known = parsed.get(key);
    if (known === undefined) {
      const plain = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
      known = tongue === 'pseudo' ? new IntlMessageFormat(pseudoMessage(plain.getAst()), locale) : plain;
      parsed.set(key, known);
    }
    return known;
  };
  const parts = <Part>(key: string, values: WithParts<Part>): readonly (string | Part)[] => {
    const text = catalogue[key];
    if (text !== undefined && tongue !== 'pseudo' && isPlain(text)) return [text];
    const found = message(key)?.formatToParts<Part>({ ...values });
    return found?.map((part) => part.value) ?? [key];
  };
  return {
    tongue,
    locale,
    format: tongue === 'pseudo' ? pseudoFormats(formatsOf(locale)) : formatsOf(locale),
    say: (key, values = {}) => parts(key, values).join(''),
    parts,
    knows: (key) => catalogue[key] !== undefined,
    pick: (texts) => {
      if (typeof texts === 'string') return texts;
      return tongue === 'pseudo' ? pseudo(texts.en) : texts[language];
    },
  };
}

const pseudoFormats = (formats: Formats): Formats => ({ ...formats, country: (code) => pseudo(formats.country(code)) });
