import type { SubjectDocument } from '#kernel';
import { piecesOf } from './pieces.ts';
import { stateOf } from './states.ts';

/** Letters and blanks before four digits or more: `A 0139243`, `OA296623`, `44103-5251752-5`. */
const numberShape = /(?:\b[A-Z]{1,3} )?[A-Z]{0,5}\d[\dA-Z-]{3,}/g;

/** The number of a document alone; undefined when an explanation stands around it and it is not clear which part is meant. */
export function numberOf(text: string): string | undefined {
  if (/^[A-Z\d ./-]*\d[A-Z\d ./-]*$/.test(text)) return text;
  const shaped = text.replace(/\([^)]*\)/g, '').match(numberShape) ?? [];
  return shaped.length === 1 ? shaped[0] : undefined;
}

/** From here on a text speaks of dates and offices, not of the number. */
const explained = /,? ?\(?\b(?:issued|expir|valid|date of|on \d)/i;

/** The state that a remark names: `(Iran)`, `(Tunisian passport number issued on ...)`, `Yemen number ...`. */
function stateIn(text: string): string | undefined {
  const remark = /\(([^)]*)/.exec(text)?.[1] ?? text;
  const words = remark.replaceAll(',', ' ').split(/\s+/).slice(0, 6);
  // The longest beginning that is a state: `South Sudan passport` is not of Sudan, nor of the South.
  return words
    .map((_, dropped) => stateOf(words.slice(0, words.length - dropped).join(' ')))
    .find((state) => state !== undefined);
}

/** The documents that a text names, and the pieces of it in which no number can be told. */
export interface DocumentsRead {
  readonly documents: readonly SubjectDocument[];
  readonly unread: readonly string[];
}

/**
 * Reads documents as lists write several of them in one cell: `C2002515 (Iran); 477845448 (USA)`,
 * `(a) Yemen number 05274639, issued on 7.10.2013, (b) ...`. All are of the type that the cell is for.
 */
export function documentsIn(text: string, type: string): DocumentsRead {
  const read = piecesOf(text).map((piece) => {
    const number = numberOf(piece.split(explained)[0]?.trim() ?? '');
    if (number === undefined) return { piece };
    const issuingState = stateIn(piece);
    return { document: { type, number, ...(issuingState === undefined ? {} : { issuingState }) } };
  });
  return {
    documents: read.flatMap(({ document }) => document ?? []),
    unread: read.flatMap(({ piece }) => piece ?? []),
  };
}
