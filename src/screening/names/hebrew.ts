import table from '../../../data/screening/hebrew.json' with { type: 'json' };
import { anyLetters } from './any.ts';
import { type WordRead, wordRead } from './draft.ts';
import { variantsOf } from './variants.ts';

const marks = /\p{M}/gu;

/** A letter's reading, its other reading if there are two, and what both are at the beginning and the end of a word. */
interface Letter {
  readonly inside: string;
  readonly initial?: string;
  readonly final?: string;
}

const letters: ReadonlyMap<string, Letter> = new Map(Object.entries(table.letters));

/** The readings of each letter of a word, two letters that make one sound together. */
function readingsOf(word: string): readonly (readonly string[])[] {
  const readings: (readonly string[])[] = [];
  for (let at = 0; at < word.length; ) {
    const two = word.slice(at, at + 2);
    const length = two.length === 2 && letters.has(two) ? 2 : 1;
    const one = word.slice(at, at + length);
    const letter = letters.get(one) ?? { inside: anyLetters(one) };
    const { inside, initial = inside, final = inside } = letter;
    const place = at === 0 ? initial : at + length === word.length ? final : inside;
    readings.push(place.split('/'));
    at += length;
  }
  return readings;
}

/**
 * Reads a word in Hebrew letters, without vowels as it is written; geresh (׳) makes sounds that Hebrew lacks. Letters with
 * two sounds (B and V, P and F, SH and S) make other spellings.
 */
export function readHebrew(word: string): readonly WordRead[] {
  return [wordRead(word, variantsOf(readingsOf(word.normalize('NFD').replace(marks, ''))))];
}
