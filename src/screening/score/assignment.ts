import { placeAt, realAt } from './cell.ts';

/** The most columns that are assigned by trying all; beyond, the best pair is taken again and again. */
const tried = 8;

/**
 * Pairs rows with columns, each at most once, so that the sum of values is the greatest. Small lists, such as words of
 * a name, are solved exactly over the sets of columns taken; long ones (over eight columns on the shorter side)
 * greedily. Equal sums: the earlier columns. Holds its own working space.
 */
export class Assignment {
  readonly #best = new Float64Array(2 ** tried);
  readonly #next = new Float64Array(2 ** tried);
  #choice = new Int8Array(0);

  /**
   * The column of each row into `chosen`, -1 for none; `values[row * columns + column]`, not negative, 0 never pairs.
   */
  solve(values: Float64Array, [rows, columns]: readonly [number, number], chosen: Int8Array): void {
    chosen.fill(-1, 0, rows);
    if (columns <= tried) this.#exact(values, [rows, columns], chosen);
    else greedy(values, [rows, columns], chosen);
  }

  #exact(values: Float64Array, [rows, columns]: readonly [number, number], chosen: Int8Array): void {
    const sets = 2 ** columns;
    if (this.#choice.length < rows * sets) this.#choice = new Int8Array(rows * sets);
    this.#best.fill(-1, 0, sets);
    this.#best[0] = 0;
    for (let row = 0; row < rows; row += 1) {
      for (let taken = 0; taken < sets; taken += 1) this.#extend(values, [row, columns], taken);
      this.#best.set(this.#next.subarray(0, sets));
    }
    this.#trace(rows, sets, chosen);
  }

  /** The best sum of the rows so far that takes just these columns, with what this row takes of them. */
  #extend(values: Float64Array, [row, columns]: readonly [number, number], taken: number): void {
    let best = realAt(this.#best, taken);
    let choice = -1;
    for (let column = 0; column < columns; column += 1) {
      const value = realAt(values, row * columns + column);
      if ((taken & (1 << column)) === 0 || value <= 0) continue;
      const before = realAt(this.#best, taken ^ (1 << column));
      if (before < 0 || before + value <= best) continue;
      best = before + value;
      choice = column;
    }
    this.#next[taken] = best;
    this.#choice[row * 2 ** columns + taken] = choice;
  }

  #trace(rows: number, sets: number, chosen: Int8Array): void {
    let taken = 0;
    for (let set = 1; set < sets; set += 1) if (realAt(this.#best, set) > realAt(this.#best, taken)) taken = set;
    for (let row = rows - 1; row >= 0; row -= 1) {
      const choice = placeAt(this.#choice, row * sets + taken);
      chosen[row] = choice;
      if (choice >= 0) taken ^= 1 << choice;
    }
  }
}

function greedy(values: Float64Array, [rows, columns]: readonly [number, number], chosen: Int8Array): void {
  for (;;) {
    let best = 0;
    let found = -1;
    for (let at = 0; at < rows * columns; at += 1) {
      if (realAt(values, at) <= best || placeAt(chosen, Math.floor(at / columns)) >= 0) continue;
      if (chosen.subarray(0, rows).includes(at % columns)) continue;
      best = realAt(values, at);
      found = at;
    }
    if (found < 0) return;
    chosen[Math.floor(found / columns)] = found % columns;
  }
}
