import type { ListEntry } from '#kernel';
import type { EntryDraft } from './draft.ts';
import { stateOf } from './states.ts';

type Quality = ListEntry['names'][number]['quality'];

/** Words in brackets that say that a name follows. */
const announced = /^(?:a\.?k\.?a\.?|also known as|alias|born|née|nee|original script:|in (?:arabic|cyrillic)[^:]*:) +/i;
const otherScript = /[^\P{L}\p{Script=Latin}]/u;
/** Two capitalised words or more, as people are called; a function or a place has a small word in it, or is a state. */
const severalWords = /^\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*)+$/u;

/** What stands in brackets as a name: an abbreviation, a name in another script, one that is announced, one of a person. */
function nameIn(text: string, draft: EntryDraft): { readonly name: string; readonly quality: Quality } | undefined {
  if (/^[A-Z][A-Z-]{1,9}$/.test(text)) return { name: text, quality: 'weak' };
  const name = text.replace(announced, '');
  const isPerson = draft.kind === 'person' && severalWords.test(name) && stateOf(name) === undefined;
  return name !== text || otherScript.test(name) || isPerson ? { name, quality: 'alias' } : undefined;
}

/**
 * Takes a name as the EU prints it. What stands behind it in brackets (`Ummah Tameer E-Nau (UTN)`, `Sergey AKSYONOV
 * (Сергей АКСЁНОВ)`) is not of it: the name is taken without, as it is printed too, and what is in the brackets where that
 * is a name. An abbreviation is not enough to tell anybody by, and therefore weak.
 */
export function takePrinted(printed: string, quality: Quality, draft: EntryDraft): void {
  const bare = printed
    .replace(/\([^)]*\)?/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  draft.name(bare === '' ? printed : bare, quality);
  if (bare === '' || bare === printed) return;
  draft.name(printed, quality === 'weak' ? 'weak' : 'alias');
  for (const [, inside = ''] of printed.matchAll(/\(([^)]*)\)?/g)) {
    const found = nameIn(inside.trim(), draft);
    if (found !== undefined) draft.name(found.name, quality === 'weak' ? 'weak' : found.quality);
  }
}
