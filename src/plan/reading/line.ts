import type { ReportForm } from './form.ts';
import { folded, toLatin } from './letters.ts';

/** What one line of a report is. Cells and texts are without the spaces around them. */
export type Line =
  | { readonly kind: 'blank' }
  | { readonly kind: 'goal'; readonly title: string }
  | { readonly kind: 'chapter-list' }
  | { readonly kind: 'chapter'; readonly name: string }
  | { readonly kind: 'statement'; readonly chapter: string }
  | { readonly kind: 'head'; readonly text: string }
  | { readonly kind: 'row'; readonly cells: readonly string[] }
  | { readonly kind: 'other'; readonly text: string };

const capitals = (text: string): boolean => /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);

/** A line of capitals that names at least one chapter: the contents of a goal. */
const isChapterList = (text: string, { chapters }: ReportForm): boolean =>
  capitals(text) && chapters.some(({ name }) => ` ${toLatin(text)} `.includes(` ${name.toUpperCase()} `));

/** The title before the colon of a chapter's statement; undefined when there is no colon. */
function chapterOf(text: string): string | undefined {
  const colon = text.indexOf(':');
  return colon < 0 ? undefined : text.slice(0, colon).trim();
}

/** The longest line without cells that can be a title, characters. */
const mostProse = 4000;

/** A line without cells, by what it says and by what the next line that is not blank says. */
function proseOf(text: string, next: string, form: ReportForm): Line {
  if (text.length > mostProse || next.length > mostProse) return { kind: 'other', text };
  if (isChapterList(text, form)) return { kind: 'chapter-list' };
  if (capitals(text) && isChapterList(next, form)) return { kind: 'goal', title: text };
  const known = form.chapters.find(({ name }) => folded(name) === folded(text));
  if (known !== undefined) return { kind: 'chapter', name: known.name };
  const spoken = chapterOf(next);
  if (spoken !== undefined && folded(spoken) === folded(text)) return { kind: 'chapter', name: text };
  const chapter = chapterOf(text);
  return chapter === undefined ? { kind: 'other', text } : { kind: 'statement', chapter };
}

const trimmed = (raw: string): string => raw.replace(/^\uFEFF/, '').trim();

/** What each line of a report is, in order. Nothing is told: what a line means where it stands is not known here. */
export function kindsOfLines(lines: readonly string[], form: ReportForm): readonly Line[] {
  const kinds: Line[] = [];
  let next = '';
  for (const raw of lines.toReversed()) {
    const text = trimmed(raw);
    kinds.push(kindOf(raw, text, { next, form }));
    if (text !== '') next = text;
  }
  return kinds.reverse();
}

function kindOf(raw: string, text: string, { next, form }: { readonly next: string; readonly form: ReportForm }): Line {
  if (text === '') return { kind: 'blank' };
  if (!raw.includes('\t')) return proseOf(text, next, form);
  // The first cell may be empty, so the line is split before spaces go.
  const cells = raw
    .replace(/^\uFEFF/, '')
    .split('\t')
    .map((cell) => cell.trim());
  const isHead = cells.length === form.head.length && cells.every((cell, at) => folded(cell) === form.head[at]);
  return isHead ? { kind: 'head', text } : { kind: 'row', cells };
}
