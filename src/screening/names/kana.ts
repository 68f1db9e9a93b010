import table from '../../../data/screening/han-surnames.json' with { type: 'json' };
import kanaTable from '../../../data/screening/kana.json' with { type: 'json' };
import { anyLetters } from './any.ts';
import { type WordRead, wordRead } from './draft.ts';
import { variantsOf } from './variants.ts';

const hiraganaFirst = 0x3041;
const hiraganaLast = 0x3096;
const toKatakana = 0x60;
/** Family names in Han, the longest first. */
const families = Object.entries(table.japanese).sort(([a], [b]) => b.length - a.length);
const han = /\p{Script=Han}/u;

/** Modified Hepburn, as Japanese passports have it. */
const syllables = new Map<string, string>();
for (const [kana, readings] of Object.entries(kanaTable.rows)) {
  const ways = readings.split(' ');
  for (const [at, letter] of [...kana].entries()) syllables.set(letter, ways[at] ?? '');
}

/** Small letters change the vowel of the syllable before; Y goes with it except after SH, CH and J. */
const small: ReadonlyMap<string, string> = new Map(Object.entries(kanaTable.small));
/** Syllables that a small vowel makes KW and GW of. */
const labial: ReadonlySet<string> = new Set(['KU', 'GU']);
/** Letters of Hepburn that may be another one in a foreign name. */
const doubtful: ReadonlyMap<string, readonly string[]> = new Map([
  ['R', ['R', 'L']],
  ['B', ['B', 'V']],
]);
const sokuon = 'ッ';
const long = 'ー';

function withSmall(syllable: string, vowel: string): string {
  const consonant = syllable.slice(0, -1);
  if (consonant === '') return syllable === 'U' ? `W${vowel}` : `${syllable}${vowel}`;
  if (/(?:SH|CH|J)$/.test(consonant) && vowel.startsWith('Y')) return consonant + vowel.slice(1);
  return consonant + (labial.has(syllable) && vowel.length === 1 ? `W${vowel}` : vowel);
}

const katakana = (word: string): string =>
  [...word]
    .map((letter) => {
      const code = letter.codePointAt(0) ?? 0;
      return code >= hiraganaFirst && code <= hiraganaLast ? String.fromCodePoint(code + toKatakana) : letter;
    })
    .join('');

/** A syllable after a small TSU, which doubles its consonant: T before CH. */
const doubledOf = (syllable: string): string => (syllable.startsWith('CH') ? 'T' : (syllable[0] ?? '')) + syllable;

/** The syllables of a word in katakana; `-` stands for a long vowel. */
function readingsOf(word: string): readonly string[] {
  const read: string[] = [];
  let before = '';
  for (const letter of word) {
    const vowel = small.get(letter);
    const last = read.length - 1;
    if (letter === long) read.push('-');
    else if (vowel !== undefined && last >= 0) read[last] = withSmall(read[last] ?? '', vowel);
    else if (letter !== sokuon) {
      const syllable = vowel ?? syllables.get(letter) ?? anyLetters(letter);
      read.push(before === sokuon ? doubledOf(syllable) : syllable);
    }
    before = letter;
  }
  return read;
}

/** A foreign name without the vowels that Japanese had to add, long A as AR. */
const stripped = (read: string): string =>
  read
    .replace(/A-/g, 'AR')
    .replaceAll('-', '')
    .replace(/(?<=[KSTFMRBGPZHVNL])U(?=[^AEIOU]|$)/g, '')
    .replace(/(?<=[TD])O(?=[^AEIOU]|$)/g, '');

/** A Japanese name as its passport has it: long O and U written short, M before B, M and P. */
const asDocumentsWrite = (read: string): string =>
  read
    .replaceAll('-', '')
    .replace(/OU(?!E)|OO/g, 'O')
    .replaceAll('UU', 'U')
    .replace(/N(?=[BMP])/g, 'M');

/**
 * Reads a word in kana by Hepburn's system as Japanese passports have it. Other spellings are made for foreign names, of which
 * Japanese keeps L and R, B and V, and final consonants apart no more. A family name in Han before it is a word of its own.
 */
export function readKana(word: string): readonly WordRead[] {
  const family = families.find(([name]) => word.startsWith(name));
  if (family !== undefined) {
    const [name, ways] = family;
    return [wordRead(name, ways.split('/')), ...(name === word ? [] : readKana(word.slice(name.length)))];
  }
  const read = readingsOf(katakana(word)).join('');
  if (han.test(word)) return [wordRead(word, [asDocumentsWrite(read)])];
  const foreign = stripped(read);
  const ways = [...foreign].map((letter) => doubtful.get(letter) ?? [letter]);
  return [wordRead(word, [asDocumentsWrite(read), ...variantsOf(ways), foreign.replaceAll('R', 'L')])];
}
