import table from '../../../data/screening/han-surnames.json' with { type: 'json' };
import { anyLetters } from './any.ts';
import { type WordRead, wordRead } from './draft.ts';
import { fittedReadings } from './fitted.ts';

const readingsIn = (map: Readonly<Record<string, string>>): ReadonlyMap<string, readonly string[]> =>
  new Map(Object.entries(map).map(([name, ways]) => [name, ways.split('/')]));
const chinese = readingsIn(table.chinese);
const japanese = readingsIn(table.japanese);

const longestJapanese = 3;
const longestChinese = 2;
const longestGiven = 2;

/** The longest family name that the word begins with and that leaves something of the word. */
function surnameAt(word: string, names: ReadonlyMap<string, unknown>, longest: number): string | undefined {
  for (let length = Math.min(longest, word.length - 1); length > 0; length -= 1) {
    if (names.has(word.slice(0, length))) return word.slice(0, length);
  }
  return undefined;
}

/** Whether the words of a name in Han are a Chinese family name and a given name of one or two characters, set apart. */
function isSplitChinese(name: string): boolean {
  const [family = '', given, ...more] = name.split(' ');
  return more.length === 0 && chinese.has(family) && given !== undefined && given.length <= longestGiven;
}

/** A Chinese given name: one token, as passports write it. */
const pinyin = (given: string): string => anyLetters(given);

function readWhole(word: string): readonly WordRead[] | undefined {
  const japaneseFamily = surnameAt(word, japanese, longestJapanese);
  if (japaneseFamily !== undefined) {
    return [
      wordRead(japaneseFamily, japanese.get(japaneseFamily) ?? []),
      wordRead(word, [pinyin(word.slice(japaneseFamily.length))]),
    ];
  }
  const family = surnameAt(word, chinese, longestChinese);
  if (family === undefined || word.length > family.length + longestGiven) return undefined;
  const given = word.slice(family.length);
  // A short foreign name may begin with the same character: its reading as a whole is kept with the given name.
  return [
    wordRead(family, chinese.get(family) ?? []),
    wordRead(given, [pinyin(given), ...fittedReadings('chinese', word).slice(0, 1)]),
  ];
}

/**
 * Reads a word in Han. A Chinese or Japanese name with a known family name becomes two tokens, family name first; the words
 * of any other name are a foreign name, by fitted readings, with the Pinyin of the whole among the other spellings. Japanese given
 * names are read as if they were Chinese: only a dictionary could do better.
 */
export function readHan(word: string, name: string): readonly WordRead[] {
  const whole = name === word ? readWhole(word) : undefined;
  if (whole !== undefined) return whole;
  if (isSplitChinese(name) && !name.startsWith(`${word} `)) return [wordRead(word, [pinyin(word)])];
  const family = chinese.get(word) ?? japanese.get(word);
  return [wordRead(word, family ?? [...fittedReadings('chinese', word), pinyin(word)])];
}
