import zone from '../../../data/mrz/transliteration.json' with { type: 'json' };
import { anyLetters } from './any.ts';
import { type WordRead, wordRead } from './draft.ts';

/**
 * Letters that Unicode does not decompose, as usage outside of their language writes them. Umlauts lose their dots: lists and
 * airlines do so more often than not, and Turkish, Hungarian and Finnish names never have the E. The form of ICAO 9303-3 is
 * kept as the other spelling.
 */
const undecomposed: ReadonlyMap<string, string> = new Map([
  ['Æ', 'AE'],
  ['Đ', 'D'],
  ['Ð', 'D'],
  ['Ħ', 'H'],
  ['Ł', 'L'],
  ['Ŋ', 'N'],
  ['Œ', 'OE'],
  ['Ø', 'O'],
  ['Þ', 'TH'],
  ['Ŧ', 'T'],
  ['ẞ', 'SS'],
  ['ĸ', 'K'],
  ['Ə', 'A'],
  ['Ɨ', 'I'],
  ['Ơ', 'O'],
  ['Ư', 'U'],
]);

const zoneLetters: ReadonlyMap<string, string> = new Map(Object.entries(zone.letters));
const marks = /\p{M}+/gu;
const foreign = /[^A-Z0-9]/;

function letterOf(letter: string): string {
  const known = undecomposed.get(letter);
  if (known !== undefined) return known;
  const bare = letter.normalize('NFKD').replace(marks, '').toUpperCase();
  return foreign.test(bare) ? anyLetters(bare) : bare;
}

/** Each letter of Latin-1, Latin Extended-A and -B and Latin Extended Additional in A to Z, worked out once. */
const letters = new Map<string, string>();
for (const [first, last] of [
  [0xc0, 0x24f],
  [0x1e00, 0x1eff],
] as const) {
  for (let code = first; code <= last; code += 1) {
    const letter = String.fromCharCode(code);
    letters.set(letter, letterOf(letter));
  }
}

/**
 * Reads a word in the Latin alphabet, in capitals and composed (NFKC). Letters of ICAO 9303-3 section 6, table A, that a
 * machine-readable zone writes as two have that as their other spelling: MÜLLER is MULLER, and MUELLER.
 */
export function readLatin(word: string): readonly WordRead[] {
  let text = '';
  let inZone = '';
  for (const letter of word) {
    if (letter >= '0' && letter <= 'Z') {
      text += letter;
      inZone += letter;
      continue;
    }
    const bare = letters.get(letter) ?? letterOf(letter);
    text += bare;
    inZone += zoneLetters.get(letter) ?? bare;
  }
  return [wordRead(word, [text, inZone])];
}
