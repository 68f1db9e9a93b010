/** One line of the benchmark: a figure, and what it is held against. */
export interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The figure against its floor or peer. */
  readonly ratio?: number;
  readonly against?: string;
  /** Where there is a ratio, what it must reach; otherwise a limit of the figure itself. */
  readonly bar?: number;
  /** How a figure without a ratio is held against its bar; usually it may at most be so much. */
  readonly bound?: 'at least' | 'at most';
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
