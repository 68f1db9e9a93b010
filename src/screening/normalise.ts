/**
 * Letters that Unicode does not decompose, as ICAO 9303-3 section 6 (transliterations recommended for the
 * machine-readable zone) or common usage writes them in A to Z.
 */
const letters: Readonly<Record<string, string>> = {
  Æ: 'AE',
  Đ: 'D',
  Ð: 'D',
  Ħ: 'H',
  Ł: 'L',
  Ŋ: 'N',
  Œ: 'OE',
  Ø: 'O',
  Þ: 'TH',
  Ŧ: 'T',
  ẞ: 'SS',
};

const plain = /^[A-Z0-9 ]*$/;
const special = /[ÆĐÐĦŁŊŒØÞŦẞ]/gu;
// Marks go with their letter; an apostrophe (ICAO 9303-3 section 4.6) and Catalan's dot join what they stand between.
const dropped = /[\p{M}\p{Cf}'’‘ʼʻʽˈ`´·]/gu;
const separators = /[^\p{L}\p{N}]+/gu;

/**
 * A name as it is compared: compatibility-decomposed (NFKD), upper case, without diacritics and apostrophes, every
 * other sign a blank. Letters of other scripts stay, so that a name never becomes empty that held a letter.
 */
export function normalise(text: string): string {
  const upper = text.toUpperCase();
  if (plain.test(upper)) return upper;
  return upper
    .normalize('NFKD')
    .replace(dropped, '')
    .toUpperCase()
    .replace(special, (letter) => letters[letter] ?? letter)
    .replace(separators, ' ');
}
