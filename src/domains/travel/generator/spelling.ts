import table from '../../../../data/mrz/transliteration.json' with { type: 'json' };

const letters: Readonly<Record<string, string>> = table.letters;
const spellings = ['ascii', 'latin', 'any'] as const;

/** What a carrier's character set can write: capitals of A to Z, of western Europe, or of any script. */
export type Spelling = (typeof spellings)[number];

const spelled: Readonly<Record<string, Spelling>> = { UNOC: 'latin', UNOY: 'any', UNOW: 'any' };

/** The spelling of a syntax identifier, `UNOC:4`. */
export const spellingOf = (syntax: string): Spelling => spelled[syntax.slice(0, 4)] ?? 'ascii';

const writable: Readonly<Record<Spelling, RegExp>> = { ascii: /^[ -~]*$/, latin: /^[ -ÿ]*$/, any: /^/ };

/** A name in capitals, as the carrier's character set can write it; letters beyond it as ICAO 9303-3 section 6 says. */
export function capitals(text: string, spelling: Spelling): string {
  const upper = text.normalize('NFC').toUpperCase();
  if (writable[spelling].test(upper)) return upper;
  return Array.from(upper, (letter) => letters[letter] ?? letter)
    .join('')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}
