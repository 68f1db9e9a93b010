/** Letters of a name as it is compared, as numbers: 0 a blank, 1 to 26 the letters, 27 to 36 the digits. */
const letterCount = 37;

/** Trigrams are numbered below this. */
export const trigramSpace = letterCount ** 3;

/** Of a longer word only this many letters have trigrams. */
const longestWord = 64;

/** Room for the trigrams of the longest word. */
export const mostWordTrigrams = longestWord + 1;

/** Two blanks and the first letter of a word: shared by a tenth of all names, and so of no use to find one. */
export const isOpening = (trigram: number): boolean => trigram < letterCount;

/** The number of a letter by its code: A to Z, 0 to 9; anything else counts as a blank. */
function letterOf(code: number): number {
  if (code >= 65 && code <= 90) return code - 64;
  return code >= 48 && code <= 57 ? code - 21 : 0;
}

const trigramOf = (one: number, two: number, three: number): number =>
  (letterOf(one) * letterCount + letterOf(two)) * letterCount + letterOf(three);

/** Writes the trigrams of a word, padded with two blanks before and one after as pg_trgm does, each once; returns how many. */
export function wordTrigrams(word: Uint8Array, into: Int32Array): number {
  const length = Math.min(word.length, longestWord);
  let count = 0;
  for (let at = 0; at <= length; at += 1) {
    const trigram = trigramOf(word[at - 2] ?? 0, word[at - 1] ?? 0, at < length ? (word[at] ?? 0) : 0);
    if (into.subarray(0, count).includes(trigram)) continue;
    into[count] = trigram;
    count += 1;
  }
  return count;
}

/**
 * Writes the trigrams that stand across the border of two words when they are written as one, so that "JSC ARGUMENT" and
 * "JSCARGUMENT" share them too; returns how many.
 */
export function borderTrigrams(one: Uint8Array, other: Uint8Array, into: Int32Array): number {
  let count = 0;
  const last = one.at(-1) ?? 0;
  const first = other[0] ?? 0;
  if (one.length > 1) {
    into[count] = trigramOf(one.at(-2) ?? 0, last, first);
    count += 1;
  }
  if (other.length > 1) {
    into[count] = trigramOf(last, first, other[1] ?? 0);
    count += 1;
  }
  return count;
}
