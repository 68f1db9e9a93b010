import table from '../../../data/screening/greek.json' with { type: 'json' };
import { anyLetters } from './any.ts';
import { type WordRead, wordRead } from './draft.ts';

const marks = /\p{M}/gu;
const voiceless = /[ΘΚΞΠΣΤΦΧΨ]/u;

const letters: ReadonlyMap<string, string> = new Map(Object.entries(table.letters));
/** Two letters with one sound; ΜΠ, ΝΤ and ΓΚ are sounded B, D and G. */
const digraphs: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(table.digraphs));
const upsilon: ReadonlyMap<string, string> = new Map(Object.entries(table.upsilon));

function digraphAt(word: string, at: number): readonly string[] | undefined {
  const two = word.slice(at, at + 2);
  const vowel = upsilon.get(two);
  if (vowel === undefined) return digraphs.get(two);
  const next = word[at + 2];
  return [vowel + (next === undefined || voiceless.test(next) ? 'F' : 'V')];
}

/** The pieces of a word, one or two letters each: as they are written in Latin, and as they are sounded. */
function* piecesOf(word: string): Generator<readonly [text: string, sounded: string]> {
  for (let at = 0; at < word.length; at += 1) {
    const letter = word[at] ?? '';
    const digraph = digraphAt(word, at);
    if (digraph === undefined) {
      const text = letters.get(letter) ?? anyLetters(letter);
      yield [text, text];
      continue;
    }
    const [text = '', sounded = text] = digraph;
    yield [at === 0 && text === 'MP' ? sounded : text, sounded];
    at += 1;
  }
}

/**
 * Reads a word in Greek capitals by ELOT 743 (ISO 843 type 2), as Greek passports have it. A first ΜΠ is B.
 * What ΜΠ, ΝΤ and ΓΚ sound like elsewhere is the other spelling.
 */
export function readGreek(word: string): readonly WordRead[] {
  const pieces = [...piecesOf(word.normalize('NFD').replace(marks, ''))];
  const text = pieces.map(([written]) => written).join('');
  return [wordRead(word, [text, pieces.map(([, sounded]) => sounded).join('')])];
}
