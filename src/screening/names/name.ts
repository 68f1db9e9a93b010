import type { Subject, SubjectName } from '#kernel';
import type { Draft } from './draft.ts';
import { markOrganisation } from './organisation.ts';
import { markPerson } from './person.ts';
import { plainWords } from './plain.ts';
import { readWord, unreadable } from './read-word.ts';
import { markLastMaternal, markMaternal } from './surnames.ts';
import type { NamePart, ReadName } from './token.ts';
import { markVessel } from './vessel.ts';
import { type Word, wordsIn } from './words.ts';
import { asInZone } from './zone.ts';

export { spellingsOf } from './draft.ts';
export type { NamePart, NameToken, ReadName, TokenRole } from './token.ts';

/** What is read of a name at most, in UTF-16 units: the longest listed names are organisations of some 300. */
export const longestName = 500;

function readWords(words: readonly Word[]): Draft[] {
  const name = words.map(({ text }) => text).join(' ');
  return words.flatMap((word) => readWord(word, name));
}

const letterOrDigit = /[\p{L}\p{N}]/u;

function draftsOf(written: string): Draft[] {
  const short = written.length > longestName ? written.slice(0, longestName) : written;
  const drafts = plainWords(short) ?? readWords(wordsIn(short));
  return drafts.length === 0 && letterOrDigit.test(short) ? [unreadable(short)] : drafts;
}

function textOf(drafts: readonly Draft[]): string {
  let text = '';
  for (const draft of drafts) text += text === '' ? draft.text : ` ${draft.text}`;
  return text;
}

const markers: Readonly<Record<Subject['kind'], (drafts: Draft[]) => void>> = {
  person: markPerson,
  organisation: markOrganisation,
  vessel: markVessel,
  vehicle: () => undefined,
};

/** A person's name of which it is known what is family and what is given name, read in the order of `parts`. */
function readPerson(written: string, parts: readonly (readonly [part: NamePart, written: string])[]): ReadName {
  const tokens = parts.flatMap(([part, text]) => {
    const drafts = draftsOf(text);
    for (const draft of drafts) draft.part = part;
    return drafts;
  });
  markers.person(tokens);
  const family = tokens.filter(({ part }) => part === 'family');
  if (family.every(({ role }) => role === 'particle')) for (const draft of family) draft.role = 'plain';
  markMaternal(family);
  return { written, text: textOf(tokens), tokens };
}

/**
 * Reads a name of a subject of this kind, in whatever script it is written. Of a name longer than `longestName` the rest is
 * not read. A comma in a person's name parts family and given name.
 */
export function readName(written: string, kind: Subject['kind']): ReadName {
  const comma = kind === 'person' ? written.indexOf(',') : -1;
  if (comma > 0) {
    return readPerson(written, [
      ['family', written.slice(0, Math.min(comma, longestName))],
      ['given', written.slice(comma + 1, longestName)],
    ]);
  }
  const tokens = draftsOf(written);
  markers[kind](tokens);
  if (kind === 'person') markLastMaternal(tokens);
  return { written, text: textOf(tokens), tokens };
}

/**
 * As readName, for a name as a message or a list gives it, given name first where the two are told apart. Where the two fill
 * the name field of a machine-readable zone to its last place, the last word of each may have been cut (`cut`).
 */
export function readParts(name: SubjectName, kind: Subject['kind']): ReadName {
  const { family = '', given = '', whole = `${given} ${family}`.trim() } = name;
  if (name.whole !== undefined || kind !== 'person' || family === '' || given === '') return readName(whole, kind);
  const { tokens, ...rest } = readPerson(whole, [
    ['given', given],
    ['family', family],
  ]);
  return { ...rest, tokens: asInZone(tokens, family, given) };
}
