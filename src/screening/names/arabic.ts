import letters from '../../../data/screening/arabic-letters.json' with { type: 'json' };
import table from '../../../data/screening/arabic-names.json' with { type: 'json' };
import { soundsOf } from './arabic-sounds.ts';
import { type WordRead, wordRead } from './draft.ts';
import { fittedReadings } from './fitted.ts';

const marks = /[\p{M}\u0640]/gu;
const article = 'ال';
const servant = 'عبد';
/** A last ya without dots is a long I in Persian names; Arabic names in which it is A are known. */
const lastYa = /ى$/u;

/** Forms of a letter that stand for the same one: Persian and Urdu ya, kaf and ha beside the Arabic ones. */
const forms: ReadonlyMap<string, string> = new Map(Object.entries(letters.forms));
/** Alif carries a hamza or not, and a last ya its dots, as the writer likes. */
const looser: ReadonlyMap<string, string> = new Map(Object.entries(letters.loose));

const names: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(table.names).map(([name, ways]) => [loose(name), ways.split('/')]),
);

function replaced(word: string, by: ReadonlyMap<string, string>): string {
  let text = '';
  for (const letter of word) text += by.get(letter) ?? letter;
  return text;
}

function loose(word: string): string {
  const text = replaced(word, looser);
  return text.endsWith('ى') ? `${text.slice(0, -1)}ي` : text;
}

/** The usual spellings of a known name, else readings as of a foreign name, the likeliest first, and as of an Arabic one. */
function readingsOf(word: string): readonly string[] {
  const dotted = word.replace(lastYa, 'ي');
  return names.get(loose(word)) ?? [...fittedReadings('arabic', dotted), soundsOf(dotted)];
}

/** 'abd with the name of God after it, as one word: ABDULRAHMAN. */
function readServant(word: string): readonly string[] {
  const after = word.slice(servant.length);
  if (after === 'الله') return ['ABDULLAH'];
  const name = after.startsWith(article) && after.length > article.length + 1 ? after.slice(article.length) : after;
  return readingsOf(name).map((way) => `ABDUL${way}`);
}

/**
 * Reads a word in Arabic letters (Arabic, Persian, Urdu, Pashto): a known name by its usual spellings, any other by fitted
 * readings, as vowels are left out in writing. The article is a word of its own, 'abd with what follows is one word.
 */
export function readArabic(written: string): readonly WordRead[] {
  const word = replaced(written.replace(marks, ''), forms);
  const known = names.get(loose(word));
  if (known !== undefined) return [wordRead(written, known)];
  if (word.startsWith(servant) && word.length > servant.length + 1) return [wordRead(written, readServant(word))];
  const rest = word.startsWith(article) ? word.slice(article.length) : '';
  if (rest.length < 2) return [wordRead(written, readingsOf(word))];
  // Foreign names begin with these letters too (ALEXANDER), so that the word with them is another reading.
  const whole = names.has(loose(rest)) ? [] : fittedReadings('arabic', word).slice(0, 1);
  return [{ text: 'AL', written: article, role: 'particle' }, wordRead(written, [...readingsOf(rest), ...whole])];
}
