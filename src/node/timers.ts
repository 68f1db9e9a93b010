import type { AggregateId, Reality, Timer } from '#kernel';
import { type DataKey, type TimerSet, timerKinds } from '#ledger';
import type { Write } from './recorder.ts';

/** The entries that set timers of one aggregate. The part that is called stands before the first dot of the action. */
export const timerWrites = (
  timers: readonly Timer[],
  into: { aggregate: AggregateId; key: DataKey; reality: Reality },
): Write[] =>
  timers.map((timer) => {
    const data: TimerSet = { ...timer, part: timer.action.slice(0, timer.action.indexOf('.')) };
    return { ...into, kind: timerKinds.set, data };
  });
