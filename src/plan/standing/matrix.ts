import { type Pair, pairs } from '../pairs.ts';
import { type Cell, cells } from './pair.ts';
import type { Standing } from './standing.ts';

/** How many promises of a chapter stand how in a pair. The counts of all cells add up to the promises of the chapter. */
export interface MatrixCell {
  readonly chapter: string;
  readonly pair: Pair;
  readonly counts: Readonly<Record<Cell, number>>;
  /** Of which some country says that they are on track past their month. */
  readonly contradicts: number;
}

/** Chapter by pair, in the order in which chapters first occur. */
export function matrixOf(standings: readonly Standing[]): readonly MatrixCell[] {
  const chapters = [...new Set(standings.map(({ commitment }) => commitment.chapter))];
  return chapters.flatMap((chapter) =>
    pairs.map((pair): MatrixCell => {
      const own = standings
        .filter(({ commitment }) => commitment.chapter === chapter)
        .flatMap((standing) => standing.pairs.filter((one) => one.pair === pair));
      const count = (cell: Cell): number => own.filter((one) => one.cell === cell).length;
      const counts: Record<Cell, number> = { done: 0, partly: 0, moving: 0, late: 0, unknown: 0, 'not-applicable': 0 };
      for (const cell of cells) counts[cell] = count(cell);
      return { chapter, pair, counts, contradicts: own.filter(({ flags }) => flags.includes('contradicts')).length };
    }),
  );
}
