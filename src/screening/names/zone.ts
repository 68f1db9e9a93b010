import { readArabic } from './arabic.ts';
import { spellingsOf } from './draft.ts';
import type { NamePart, NameToken } from './token.ts';
import { arabicOfZone } from './zone-arabic.ts';

/** Places for the name in the zone of a TD1 card; of a TD2 card or MRV-B visa; of a TD3 passport or MRV-A visa (ICAO 9303-4 to -7). */
const widths: readonly number[] = [30, 31, 39];
const zoneLetters = /^[A-Z ]+$/;
const filler = 2;

/**
 * Whether a name fills the name field of a machine-readable zone to its last place, family and given name parted by two
 * fillers: then the issuer may have cut it (ICAO 9303-3 section 4.6, truncation).
 */
const fillsZone = (family: string, given: string): boolean => widths.includes(family.length + filler + given.length);

/** The tokens with the last of the family and the last of the given name flagged as perhaps cut. Initials are cut already. */
function markCut(tokens: readonly NameToken[]): readonly NameToken[] {
  const lastOf = (part: NamePart): NameToken | undefined => tokens.findLast((token) => token.part === part);
  const last = [lastOf('family'), lastOf('given')];
  return tokens.map((token) => (last.includes(token) && token.role !== 'initial' ? { ...token, cut: true } : token));
}

/** How a word that the zone has in Arabic letters is spelt by other means; the article is one word with its name there. */
function readingsOf(arabic: string): readonly string[] {
  const words = readArabic(arabic);
  const article = words.length > 1 ? 'AL' : '';
  return words.slice(-1).flatMap((word) => spellingsOf(word).map((text) => article + text));
}

/** The tokens with readings of their Arabic letters, if all of the name is written so and one letter at least begins with X. */
function markArabic(tokens: readonly NameToken[]): readonly NameToken[] {
  if (!tokens.some(({ text }) => text.includes('X'))) return tokens;
  const arabic = tokens.map(({ text }) => arabicOfZone(text));
  if (arabic.includes(undefined)) return tokens;
  return tokens.map((token, at) => ({ ...token, others: readingsOf(arabic[at] ?? '') }));
}

/**
 * The tokens of a person's name that may have been read from a machine-readable zone, with what follows from that: `cut` where
 * the issuer may have cut the name, and readings of Arabic letters that are transliterated letter by letter.
 */
export function asInZone(tokens: readonly NameToken[], family: string, given: string): readonly NameToken[] {
  if (!zoneLetters.test(family) || !zoneLetters.test(given)) return tokens;
  const read = markArabic(tokens);
  return fillsZone(family, given) ? markCut(read) : read;
}
