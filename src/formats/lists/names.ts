import type { ListEntry, SubjectName } from '#kernel';
import table from '../../../data/lists/firm-words.json' with { type: 'json' };

/**
 * A name as US lists write it, `AL ZAWAHIRI, Dr. Ayman`: what stands before the first comma of a person's name is the
 * family name. In the name of anything else a comma is a comma (`ACME, S.A.`).
 */
export function commaName(text: string, kind: ListEntry['kind']): SubjectName {
  const comma = kind === 'person' ? text.indexOf(',') : -1;
  const [family, given] = [text.slice(0, Math.max(comma, 0)).trim(), text.slice(comma + 1).trim()];
  return family === '' || given === '' ? { whole: text } : { family, given };
}

/** A name in parts, of which any may be missing; undefined when all are. Without a family name or a given one it is whole. */
export function partedName(family: string | undefined, given: readonly string[]): SubjectName | undefined {
  const first = given.join(' ').trim();
  const last = family?.trim() ?? '';
  if (first === '' || last === '') return first === last ? undefined : { whole: first + last };
  return { family: last, given: first };
}

const firmWords: ReadonlySet<string> = new Set(table.words);

/**
 * Whether a name that a list does not say more of is a firm's or a person's: a firm has a number or a word of firms in it
 * (`data/lists/firm-words.json`), with or without stops between its letters.
 */
export function kindByName(name: string): 'person' | 'organisation' {
  if (/\d/.test(name)) return 'organisation';
  const words = name
    .toLowerCase()
    .replaceAll('.', '')
    .split(/[^\p{L}]+/u);
  return words.some((word) => firmWords.has(word)) ? 'organisation' : 'person';
}
