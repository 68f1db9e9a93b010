import type { NamePart, NameToken } from './name.ts';

/** Places for the name in the zone of a TD1 card; of a TD2 card or MRV-B visa; of a TD3 passport or MRV-A visa (ICAO 9303-4 to -7). */
const widths: readonly number[] = [30, 31, 39];
const zoneLetters = /^[A-Z ]+$/;
const filler = 2;

/**
 * Whether a name fills the name field of a machine-readable zone to its last place, family and given name parted by two
 * fillers: then the issuer may have cut it (ICAO 9303-3 section 4.6, truncation).
 */
export function fillsZone(family: string, given: string): boolean {
  return widths.includes(family.length + filler + given.length) && zoneLetters.test(family) && zoneLetters.test(given);
}

/** The tokens with the last of the family and the last of the given name flagged as perhaps cut. Initials are cut already. */
export function markCut(tokens: readonly NameToken[]): readonly NameToken[] {
  const lastOf = (part: NamePart): NameToken | undefined => tokens.findLast((token) => token.part === part);
  const last = [lastOf('family'), lastOf('given')];
  return tokens.map((token) => (last.includes(token) && token.role !== 'initial' ? { ...token, cut: true } : token));
}
