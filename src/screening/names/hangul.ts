import table from '../../../data/screening/korean-surnames.json' with { type: 'json' };
import { anyLetters } from './any.ts';
import { type WordRead, wordRead } from './draft.ts';
import { fittedReadings } from './fitted.ts';

const firstSyllable = 0xac00;
const lastSyllable = 0xd7a3;
const vowelCount = 21;
const finalCount = 28;

/** Revised Romanisation of Korean (2000): first consonants, vowels, and final consonants as they sound at an end. */
const initials = 'G KK N D TT R M B PP S SS - J JJ CH K T P H'.split(' ');
const vowels = 'A AE YA YAE EO E YEO YE O WA WAE OE YO U WO WE WI YU EU UI I'.split(' ');
const finals = '- K K K N N N T L K M L L L P L M P P T T NG T T K T P T'.split(' ');
/** Final consonants before a syllable that begins with a vowel: they sound as a first one. */
const linked = '- G KK GS N NJ N D R LG LM LB LS LT LP L M B BS S SS NG J CH K T P -'.split(' ');
const silent = 11;
const rieul = 5;
const rieulFinal = 8;

const surnames: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(table.surnames).map(([name, ways]) => [name, ways.split('/')]),
);

interface Syllable {
  readonly initial: number;
  readonly vowel: number;
  readonly final: number;
}

function syllableOf(letter: string): Syllable | undefined {
  const code = letter.codePointAt(0) ?? 0;
  if (code < firstSyllable || code > lastSyllable) return undefined;
  const index = code - firstSyllable;
  return {
    initial: Math.floor(index / (vowelCount * finalCount)),
    vowel: Math.floor(index / finalCount) % vowelCount,
    final: index % finalCount,
  };
}

const named = (jamo: readonly string[], at: number): string => (jamo[at] ?? '').replace('-', '');

/**
 * A word of Hangul by the Revised Romanisation, syllables taken apart by arithmetic (Unicode 15, section 3.12). Of the changes
 * of sound only linking and LL are written, since in names the others are not (rule 3.4 of the Romanisation).
 */
export function romanised(word: string): string {
  const syllables = [...word].map((letter) => syllableOf(letter) ?? letter);
  return syllables
    .map((one, at) => {
      if (typeof one === 'string') return anyLetters(one);
      const before = syllables[at - 1];
      const next = syllables[at + 1];
      const afterL = typeof before === 'object' && before.final === rieulFinal && one.initial === rieul;
      const links = typeof next === 'object' && next.initial === silent;
      return (
        (afterL ? 'L' : named(initials, one.initial)) +
        named(vowels, one.vowel) +
        named(links ? linked : finals, one.final)
      );
    })
    .join('');
}

const longestGiven = 2;

/** The family and the given name in a word of two to four syllables, if it begins with a known family name. */
function surnameIn(word: string): string | undefined {
  const length = [...word].length;
  return [2, 1]
    .map((taken) => word.slice(0, taken))
    .find((family) => surnames.has(family) && length <= family.length + longestGiven);
}

/** Given names are spelt in passports in ways of their own: EO as U or O, EU as U, and vowels of English. */
function spellings(given: string): readonly string[] {
  const usual = romanised(given);
  return [usual, usual.replace(/YEO/g, 'YOU').replace(/EO/g, 'U').replace(/EU/g, 'U').replace(/^U/, 'WOO')];
}

/**
 * Reads a word in Hangul. A Korean name, family name first, becomes two tokens: the family name as passports have it, the
 * given name by the Revised Romanisation. Anything else is a foreign name, by fitted readings.
 */
export function readHangul(word: string): readonly WordRead[] {
  const known = surnames.get(word);
  if (known !== undefined) return [wordRead(word, known)];
  const family = surnameIn(word);
  const foreign = fittedReadings('korean', word);
  if (family === undefined) return [wordRead(word, [...foreign, romanised(word)])];
  const given = word.slice(family.length);
  return [
    wordRead(family, surnames.get(family) ?? [family]),
    wordRead(given, [...spellings(given), ...foreign.slice(0, 1)]),
  ];
}
