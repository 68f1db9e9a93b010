import zone from '../../../data/mrz/transliteration.json' with { type: 'json' };
import table from '../../../data/screening/latin-letters.json' with { type: 'json' };
import { anyLetters } from './any.ts';
import { type WordRead, wordRead } from './draft.ts';

/**
 * Letters that Unicode does not decompose, as usage outside of their language writes them. Umlauts lose their dots: lists and
 * airlines do so more often than not, and Turkish, Hungarian and Finnish names never have the E. The form of ICAO 9303-3 is
 * kept as the other spelling.
 */
const undecomposed: ReadonlyMap<string, string> = new Map(Object.entries(table.letters));
const zoneLetters: ReadonlyMap<string, string> = new Map(Object.entries(zone.letters));
const marks = /\p{M}/gu;

const letterOf = (letter: string): string =>
  undecomposed.get(letter) ?? anyLetters(letter.normalize('NFKD').replace(marks, ''));

/** The letters that were asked for, each worked out once; there are some five hundred in all. */
const known = new Map<string, string>();

function inAscii(letter: string): string {
  const text = known.get(letter) ?? letterOf(letter);
  known.set(letter, text);
  return text;
}

/**
 * Reads a word in the Latin alphabet, in capitals and composed (NFKC). Letters of ICAO 9303-3 section 6, table A, that a
 * machine-readable zone writes as two have that as their other spelling: MÜLLER is MULLER, and MUELLER.
 */
export function readLatin(word: string): readonly WordRead[] {
  let text = '';
  let inZone = '';
  for (const letter of word) {
    const bare = inAscii(letter);
    text += bare;
    inZone += zoneLetters.get(letter) ?? bare;
  }
  return [wordRead(word, [text, inZone])];
}
