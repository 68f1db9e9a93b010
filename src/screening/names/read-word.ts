import { anyLetters } from './any.ts';
import { readArabic } from './arabic.ts';
import { readCyrillic } from './cyrillic.ts';
import { type Draft, draftOf, type WordRead } from './draft.ts';
import { readGreek } from './greek.ts';
import { readHan } from './han.ts';
import { readHangul } from './hangul.ts';
import { readHebrew } from './hebrew.ts';
import { readKana } from './kana.ts';
import { readLatin } from './latin.ts';
import type { Script } from './script.ts';
import type { Word } from './words.ts';

/** What any-ascii has for a word, in whatever script it is. */
const readAny = (word: string): readonly WordRead[] => [{ text: anyLetters(word), written: word }];

const readers: Readonly<Record<Script, (word: string, name: string) => readonly WordRead[]>> = {
  latin: readLatin,
  greek: readGreek,
  cyrillic: readCyrillic,
  hebrew: readHebrew,
  arabic: readArabic,
  kana: readKana,
  han: readHan,
  hangul: readHangul,
  other: readAny,
};

const letterOrDigit = /[\p{L}\p{N}]/u;

/** The numbers of the letters and digits, so that a name which nobody can read still makes a word of its own. */
export function unreadable(written: string): Draft {
  let text = '';
  for (const letter of written) {
    if (letterOrDigit.test(letter)) text += `U${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase()}`;
  }
  return draftOf(text, written);
}

/** The tokens of one word of a name in capitals: most often one, and one at least. */
export function readWord({ text: word, script }: Word, name: string): Draft[] {
  const drafts: Draft[] = [];
  for (const { text, written, role, others } of readers[script](word, name)) {
    if (text === '') continue;
    const draft = draftOf(text, written);
    if (role !== undefined) draft.role = role;
    if (others !== undefined) draft.others = others;
    drafts.push(draft);
  }
  return drafts.length === 0 ? [unreadable(word)] : drafts;
}
