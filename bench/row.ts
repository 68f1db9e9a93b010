/** One line of the benchmark: a figure, and what it is held against. */
export interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The figure against its floor or peer; absent where the figure itself is held against the bar. */
  readonly ratio?: number;
  readonly against?: string;
  readonly bar?: number;
  readonly met?: boolean;
}

export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** The value below which `share` of the values lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Seconds since a reading of `process.hrtime.bigint()`. */
export const seconds = (since: bigint): number => Number(process.hrtime.bigint() - since) / 1e9;
