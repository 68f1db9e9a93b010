import { type Script, scriptOf } from './script.ts';

/** A run of letters and digits in one script, in capitals and composed. */
export interface Word {
  readonly text: string;
  readonly script: Script;
}

// Signs that join what they stand between: apostrophes (ICAO 9303-3 section 4.6), Catalan's dot within a word, geresh.
const joining = /['’‘ʼʻʽʾʿˈ`′\u05f4]|(?<=L)·(?=L)|\p{Cf}/gu;
/** An apostrophe after a Hebrew letter is a geresh, which makes another sound of it. */
const geresh = /(?<=[\u05d0-\u05ea])['’‘]/gu;
/** 'abd is written apart from the name of God that it belongs to, or not. */
const servant = /(?<![\p{L}\p{M}])(عبد)\s+(?=ال)/gu;
const letterOrDigit = /[\p{L}\p{N}]/u;
const marks = /\p{M}/u;
const runs = /[\p{L}\p{N}\p{M}\u05f3]+/gu;

/** Letters that look alike in Cyrillic and Latin; what the one alphabet puts into a word of the other is read as its own. */
const cyrillicTwins = 'АВЕЅІЈКМНОРСТУХҮЗ';
const latinTwins = 'ABESIJKMHOPCTYXYZ';
const toLatin = new Map([...cyrillicTwins].map((letter, at) => [letter, latinTwins[at] ?? letter]));
const toCyrillic = new Map([...latinTwins].map((letter, at) => [letter, cyrillicTwins[at] ?? letter]));
toCyrillic.set('ĸ', 'К');
toCyrillic.set('Ï', 'Ї');
toCyrillic.set('Ë', 'Ё');

/** How many letters of a script a run holds; digits are of none. */
function countOf(run: string, script: Script): number {
  let count = 0;
  for (const letter of run) if (letter > '9' && scriptOf(letter.codePointAt(0) ?? 0) === script) count += 1;
  return count;
}

/** One word where a run mixes look-alikes of Latin and Cyrillic, as typists and evaders do: the alphabet of most letters wins. */
function untwinned(run: string): string {
  const latin = countOf(run, 'latin');
  const cyrillic = countOf(run, 'cyrillic');
  const twins = latin > cyrillic ? toLatin : toCyrillic;
  let text = '';
  for (const letter of run) text += twins.get(letter) ?? letter;
  return text;
}

const japanese: ReadonlySet<Script> = new Set<Script>(['han', 'kana']);

/** Kana and Han stand in one word, since Japanese writes names in both; all other scripts part words. */
const follows = (before: Script, script: Script): boolean =>
  before === script || (japanese.has(before) && japanese.has(script));

/** The script of a word that goes on in another script: kana, where kana is among it. */
const together = (kept: Script, script: Script): Script => (kept === 'kana' ? kept : script);

function* byScript(run: string): Generator<Word> {
  let text = '';
  let before: Script = 'other';
  let kept: Script = 'other';
  for (const letter of run) {
    const script: Script = marks.test(letter) ? before : scriptOf(letter.codePointAt(0) ?? 0);
    if (text !== '' && !follows(before, script)) {
      yield { text, script: kept };
      text = '';
    }
    kept = text === '' ? script : together(kept, script);
    text += letter;
    before = script;
  }
  yield { text, script: kept };
}

/** The words of a name in any script, each with the script that it is written in. */
export function wordsIn(written: string): readonly Word[] {
  // NFKC would make a blank and a mark of an acute accent that stands alone.
  const composed = written.replaceAll('´', "'").normalize('NFKC').toUpperCase().normalize('NFKC');
  const joined = composed.replace(geresh, '\u05f3').replace(joining, '').replace(servant, '$1');
  const words = [...joined.matchAll(runs)].flatMap(([run]) => [...byScript(untwinned(run))]);
  return words.filter(({ text }) => letterOrDigit.test(text));
}
