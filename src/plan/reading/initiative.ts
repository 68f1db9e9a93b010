import { repaired } from './repair.ts';
import type { Told } from './tell.ts';

/** One cell of an initiative's title, with the line that it stands in. */
export interface TitleCell {
  readonly line: number;
  readonly text: string;
}

/** An initiative of a chapter; its title may stand in several rows. */
export interface ReadInitiative {
  readonly key: string;
  /** Rejoined, with words that were printed twice left out, and repaired. */
  readonly title: string;
  readonly cells: readonly TitleCell[];
}

/** A title is open until a sentence ends. */
const isOpen = (text: string): boolean => !/[.!?]["”)]?$/.test(text);

/**
 * A cell carries on the title above it when it begins in the middle of a sentence, or when that title has not ended. These
 * two rules find the 12 such cells of the founding report and no other (exchange reference, 7.1).
 */
export const carriesOn = (above: string, cell: string): boolean =>
  above !== '' && (/^\p{Ll}/u.test(cell) || isOpen(above));

/** How many words at the end of the one text begin the other; two at least, since one word may be written twice on purpose. */
function overlap(above: readonly string[], below: readonly string[]): number {
  for (let count = Math.min(above.length, below.length); count >= 2; count -= 1) {
    const tail = above.slice(-count);
    if (tail.every((word, at) => word.toLowerCase() === below[at]?.toLowerCase())) return count;
  }
  return 0;
}

/** At most so many words are looked at for a repetition: a title is a sentence, not a book. */
const mostWords = 40;

/** A cell without the words that the cell above has printed already. */
function withoutRepetition(tail: readonly string[], { line, text }: TitleCell, told: Told): string {
  const words = text.split(' ');
  const twice = overlap(tail, words.slice(0, mostWords));
  if (twice > 0) told.of(line)('PLN-0125', { text: words.slice(0, twice).join(' ') });
  return words.slice(twice).join(' ');
}

/** The initiative of its cells. PLN-0124 for every cell that carries on, PLN-0125 for words that were printed twice. */
export function initiativeOf(key: string, cells: readonly TitleCell[], told: Told): ReadInitiative {
  const pieces: string[] = [];
  let tail: readonly string[] = [];
  const [first] = cells;
  for (const cell of cells) {
    const mended = { line: cell.line, text: repaired(cell.text, told.of(cell.line)) };
    if (first !== undefined && cell !== first) told.of(cell.line)('PLN-0124', { initiative: key, first: first.line });
    const piece = withoutRepetition(tail, mended, told);
    if (piece === '') continue;
    pieces.push(piece);
    tail = [...tail, ...piece.split(' ')].slice(-mostWords);
  }
  return { key, title: pieces.join(' '), cells };
}
