/** A score with its label. */
export interface Scored {
  readonly score: number;
  readonly same: boolean;
}

export interface Rates {
  readonly recall: number;
  readonly falsePositives: number;
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** Recall and the share of false positives at a threshold, itself included. */
export function ratesAt(rows: readonly Scored[], threshold: number): Rates {
  const positives = rows.filter(({ same }) => same);
  const negatives = rows.filter(({ same }) => !same);
  return {
    recall: share(positives.filter(({ score }) => score >= threshold).length, positives.length),
    falsePositives: share(negatives.filter(({ score }) => score >= threshold).length, negatives.length),
  };
}

/** The lowest threshold that lets at most this share of the negatives through. */
export function thresholdAt(rows: readonly Scored[], falsePositives: number): number {
  const scores = [...new Set(rows.map(({ score }) => score))].sort((a, b) => b - a);
  let best = Number.POSITIVE_INFINITY;
  for (const score of scores) {
    if (ratesAt(rows, score).falsePositives > falsePositives) break;
    best = score;
  }
  return best;
}

/** The best F1 over all thresholds, with its threshold. */
export function bestF1(rows: readonly Scored[]): { readonly f1: number; readonly threshold: number } {
  let best = { f1: 0, threshold: Number.POSITIVE_INFINITY };
  for (const threshold of new Set(rows.map(({ score }) => score))) {
    const f1 = f1At(rows, threshold);
    if (f1 > best.f1) best = { f1, threshold };
  }
  return best;
}

/** F1 at a threshold, itself included. */
export function f1At(rows: readonly Scored[], threshold: number): number {
  const over = rows.filter(({ score }) => score >= threshold);
  const found = over.filter(({ same }) => same).length;
  const positives = rows.filter(({ same }) => same).length;
  return share(2 * found, over.length + positives);
}

/** Area under the curve of recall over false positives: the chance that a positive stands above a negative. */
export function areaUnder(rows: readonly Scored[]): number {
  const sorted = [...rows].sort((a, b) => a.score - b.score);
  const positives = rows.filter(({ same }) => same).length;
  let ranks = 0;
  for (let from = 0; from < sorted.length; ) {
    let to = from;
    while (to < sorted.length && sorted[to]?.score === sorted[from]?.score) to += 1;
    const middle = (from + to + 1) / 2;
    for (let at = from; at < to; at += 1) if (sorted[at]?.same === true) ranks += middle;
    from = to;
  }
  return share(ranks - (positives * (positives + 1)) / 2, positives * (rows.length - positives));
}
