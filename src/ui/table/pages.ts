import type { Line } from './lines.ts';

/** Rows of a page, for those who would rather turn pages than scroll. */
export const pageRows = 100;

/** The lines of one page, and how many lines stand before them. */
export interface TablePage<Row> {
  readonly before: number;
  readonly lines: readonly Line<Row>[];
}

/** Where each row stands among the lines. */
const rowPlaces = (lines: readonly Line<unknown>[]): readonly number[] =>
  lines.flatMap(({ kind }, at) => (kind === 'row' ? [at] : []));

/**
 * The page of that number, from 0: a hundred rows. The head of a group goes with its first row; a page that begins inside
 * a group has no head for it.
 */
export function tablePage<Row>(lines: readonly Line<Row>[], page: number): TablePage<Row> {
  const places = rowPlaces(lines);
  const withHead = (at: number): number => (lines[at - 1]?.kind === 'group' ? at - 1 : at);
  const before = withHead(places[page * pageRows] ?? lines.length);
  const next = places[(page + 1) * pageRows];
  return { before, lines: lines.slice(before, next === undefined ? undefined : withHead(next)) };
}

/** The last page of so many rows; 0 when there are none. */
export const lastPage = (rows: number): number => Math.max(0, Math.ceil(rows / pageRows) - 1);
