import { type Month, monthAt, monthsBetween } from '../months.ts';
import { isDone } from '../standing/account.ts';
import type { Moment } from '../standing/moment.ts';
import type { PairStanding } from '../standing/pair.ts';
import type { Standing } from '../standing/standing.ts';
import type { Duration } from './survival.ts';

/** How much later than first promised one pair kept a promise, or has not kept it yet. */
export interface Slip extends Duration {
  readonly milestone: string;
  readonly pair: string;
  readonly chapter: string;
  readonly promise: string;
}

/** The month of the first report since which the pair has called it done, without a break. */
function doneIn({ reports }: PairStanding): Month | undefined {
  const open = reports.findLastIndex(({ said }) => !isDone(said));
  return reports[open + 1]?.asOf;
}

/**
 * The slip of each pair and promise that had a month: months after the one first promised, none for what came early. One
 * that is not done has slipped so far, at least, and is what a survival curve calls censored.
 */
export function slipsOf(standings: readonly Standing[], { asOf }: Moment): readonly Slip[] {
  const now = monthAt(asOf);
  return standings.flatMap(({ commitment: { key, chapter, promise }, pairs }) =>
    pairs.flatMap((standing): Slip[] => {
      const promised = standing.baselines[0]?.month;
      if (promised === undefined || standing.cell === 'not-applicable' || standing.cell === 'unknown') return [];
      const done = standing.cell === 'done' ? doneIn(standing) : undefined;
      const months = monthsBetween(promised, done ?? now);
      // What is not due yet has not slipped, and tells nothing of slips.
      if (done === undefined && months <= 0) return [];
      return [
        {
          milestone: key,
          pair: standing.pair,
          chapter,
          promise,
          months: Math.max(0, months),
          done: done !== undefined,
        },
      ];
    }),
  );
}
