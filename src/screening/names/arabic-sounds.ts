import table from '../../../data/screening/arabic-letters.json' with { type: 'json' };
import { anyLetters } from './any.ts';

const sounds: ReadonlyMap<string, string> = new Map(Object.entries(table.sounds));
/** Waw and ya are consonants at the beginning of a word and before or after alif. */
const glide = /^[وي]|(?<=ا)[وي]|[وي](?=ا)/gu;
const glides: ReadonlyMap<string, string> = new Map([
  ['و', 'W'],
  ['ي', 'Y'],
]);
/** Between two consonants a vowel was left out; A is the commonest. TH, SH, KH, DH, GH, CH and ZH are one consonant. */
const leftOut = /(?<=[^AEIOU])(?=(?:[TSKDGCZ]H|[^AEIOUH])|(?<![TSKDGCZ])H)/g;

/**
 * A word in Arabic letters as it may sound if it is an Arabic name: consonants by the usual transliteration, A for each vowel
 * that writing leaves out. ABDULRAQIB's رقيب is RAQIB, تخاري TAKHARI.
 */
export function soundsOf(word: string): string {
  const consonants = word.replace(glide, (letter) => glides.get(letter) ?? letter);
  let text = '';
  for (const letter of consonants) text += sounds.get(letter) ?? anyLetters(letter);
  return text.replace(leftOut, 'A');
}
