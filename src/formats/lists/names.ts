import type { ListEntry, SubjectName } from '#kernel';

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
