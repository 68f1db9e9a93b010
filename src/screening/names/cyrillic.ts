import table from '../../../data/screening/cyrillic.json' with { type: 'json' };
import { anyLetters } from './any.ts';
import { type WordRead, wordRead } from './draft.ts';

/** Languages that write the same Cyrillic letter differently in Latin. */
export type CyrillicLanguage = keyof typeof table.languages;

const letters: ReadonlyMap<string, string> = new Map(Object.entries(table.letters));
const zone: ReadonlyMap<string, string> = new Map(Object.entries(table.zone));
const mapsOf = (
  maps: Readonly<Record<CyrillicLanguage, Readonly<Record<string, string>>>>,
): ReadonlyMap<string, ReadonlyMap<string, string>> =>
  new Map(Object.entries(maps).map(([language, map]) => [language, new Map(Object.entries(map))]));
const byLanguage = mapsOf(table.languages);
const initials = mapsOf(table.initial);

const serbian = new RegExp(`[${table.told.serbian}]`, 'u');
const belarusian = new RegExp(`[${table.told.belarusian}]|І.*[ЫЭ]|[ЫЭ].*І`, 'u');
const ukrainian = new RegExp(`[${table.told.ukrainian}І]|[СЦЗ]ЬК`, 'u');
/** Belarusian writes Ў where its neighbours write В. */
const short = /Ў$/u;
const onlyRussian = /[ЫЭЁ]/u;
const bulgarian = /[БВГДЖЗКЛМНПРСТФХЦЧШЩ]Ъ[БВГДЖЗКЛМНПРСТФХЦЧШЩ]|^Ъ|Щ[АО]|ИЯТ/u;

/** The language of a name by the letters that only one of them has; Russian where none tells. In capitals. */
export function cyrillicLanguageOf(name: string): CyrillicLanguage {
  if (serbian.test(name)) return 'serbian';
  if (belarusian.test(name)) return 'belarusian';
  if (ukrainian.test(name)) return 'ukrainian';
  return bulgarian.test(name) && !onlyRussian.test(name) ? 'bulgarian' : 'russian';
}

/** Where a letter is written otherwise than by itself: first in a word (before is empty), or after another letter. */
function inPlace(letter: string, before: string, language: CyrillicLanguage): string | undefined {
  if (before === '') return initials.get(language)?.get(letter);
  if (letter === 'Е') return before === 'Ь' || before === 'Ъ' ? 'YE' : undefined;
  return letter === 'Г' && before === 'З' && language === 'ukrainian' ? 'GH' : undefined;
}

const byItself = (letter: string, language: CyrillicLanguage): string =>
  byLanguage.get(language)?.get(letter) ?? letters.get(letter) ?? anyLetters(letter);

/**
 * Reads a word in Cyrillic capitals, by the language of the name that it stands in. What a machine-readable zone has for it
 * (ICAO 9303-3 section 6, table B) is its other spelling where that differs: YURIY, and IURII; and so is the H that foreign
 * names and neighbouring languages have where Russian writes Х or a first Г, and the V of a last Ў.
 */
export function readCyrillic(word: string, name: string): readonly WordRead[] {
  const language = cyrillicLanguageOf(name);
  let text = '';
  let inZone = '';
  let before = '';
  for (const letter of word) {
    const usual = byItself(letter, language);
    text += inPlace(letter, before, language) ?? usual;
    inZone += zone.get(letter) ?? usual;
    before = letter;
  }
  const abroad = text
    .replaceAll('KH', 'H')
    .replace(/^G/, 'H')
    .replace(/U$/, short.test(word) ? 'V' : 'U');
  return [wordRead(word, [text, inZone, abroad])];
}
