/** A labelled comparison: its features, whether the two are one, and how much the label counts. */
export interface Labelled {
  readonly said: Float64Array;
  readonly same: boolean;
  readonly counts: number;
}

/** Which way each parameter may speak. */
export type Direction = 'up' | 'down' | 'free';

export interface Ridge {
  /** Where the parameters are drawn to. */
  readonly towards: Float64Array;
  readonly strength: number;
}

const sweeps = 60;

/**
 * Fits a logistic regression whose parameters keep their signs: coordinate by coordinate Newton steps on the penalised
 * likelihood, cut at zero. Deterministic: no random start, a fixed number of sweeps.
 */
export function fitLogistic(rows: readonly Labelled[], directions: readonly Direction[], ridge: Ridge): Float64Array {
  const parameters = Float64Array.from(ridge.towards);
  const margins = rows.map(({ said }) => dot(said, parameters));
  const columns = directions.map((_, at) => rows.flatMap(({ said }, row) => ((said[at] ?? 0) === 0 ? [] : [row])));
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    for (const [at, direction] of directions.entries()) {
      const before = parameters[at] ?? 0;
      let slope = direction === 'free' ? 0 : -ridge.strength * (before - (ridge.towards[at] ?? 0));
      let curve = direction === 'free' ? 1e-6 : ridge.strength;
      for (const row of columns[at] ?? []) {
        const labelled = rows[row];
        if (labelled === undefined) continue;
        const value = labelled.said[at] ?? 0;
        const chance = 1 / (1 + Math.exp(-(margins[row] ?? 0)));
        slope += labelled.counts * value * ((labelled.same ? 1 : 0) - chance);
        curve += labelled.counts * value * value * Math.max(chance * (1 - chance), 1e-4);
      }
      const after = allowed(before + Math.max(-1, Math.min(1, slope / curve)), direction);
      parameters[at] = after;
      if (after === before) continue;
      for (const row of columns[at] ?? []) {
        margins[row] = (margins[row] ?? 0) + (after - before) * (rows[row]?.said[at] ?? 0);
      }
    }
  }
  return parameters;
}

const allowed = (value: number, direction: Direction): number =>
  direction === 'up' ? Math.max(0, value) : direction === 'down' ? Math.min(0, value) : value;

/** The margin of a row: the sum of its features times the parameters. */
export function dot(said: Float64Array, parameters: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < said.length; at += 1) sum += (said[at] ?? 0) * (parameters[at] ?? 0);
  return sum;
}
