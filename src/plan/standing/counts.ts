import type { PairStanding } from './pair.ts';
import type { Standing } from './standing.ts';

/** The numbers of the register, each counted over promises and not over pairs. */
export interface Counts {
  readonly milestones: number;
  /** Done for every pair that the promise binds. */
  readonly done: number;
  /** Late for some pair. */
  readonly late: number;
  /** Every pair that has reported says "on track" of a month that lies behind. */
  readonly contradicts: number;
  /** Expected later than promised for some pair, and nobody has proposed it. */
  readonly moved: number;
  /** Not reported lately for some pair. */
  readonly stale: number;
  /** Judged by a measure that has counted something. */
  readonly measured: number;
}

const bound = ({ pairs }: Standing): readonly PairStanding[] => pairs.filter(({ cell }) => cell !== 'not-applicable');

/** Counts the register, which is looked at from one moment. */
export function countsOf(standings: readonly Standing[]): Counts {
  const count = (holds: (standing: Standing) => boolean): number => standings.filter(holds).length;
  return {
    milestones: standings.length,
    done: count((one) => bound(one).every(({ cell }) => cell === 'done')),
    late: count((one) => bound(one).some(({ cell }) => cell === 'late')),
    contradicts: count(({ flags }) => flags.includes('contradicts')),
    moved: count(({ flags }) => flags.includes('moved')),
    stale: count(({ flags }) => flags.includes('stale')),
    measured: count(({ measured }) => measured !== undefined && measured.verdict !== 'not-yet-measured'),
  };
}
