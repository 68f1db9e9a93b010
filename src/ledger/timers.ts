import { z } from 'zod';
import { type AggregateId, type Fold, foldOf, type Instant, instantSchema, on, type Timer } from '#kernel';

/** Kinds of the entries that timers are made of. They stand in the aggregate that set them. */
export const timerKinds = { set: 'timer.set', fired: 'timer.fired', cancelled: 'timer.cancelled' } as const;

/** Data of `timer.set`: the timer, and the part that is called when it is due. */
export interface TimerSet extends Timer {
  readonly part: string;
}
export const timerSetSchema: z.ZodType<TimerSet> = z.object({
  ...{ key: z.string(), dueAt: instantSchema, action: z.string(), data: z.json(), part: z.string() },
});

/** Data of `timer.fired` and `timer.cancelled`. */
export interface TimerClosed {
  readonly key: string;
}
export const timerClosedSchema: z.ZodType<TimerClosed> = z.object({ key: z.string() });

/** A timer that was set and has neither fired nor been cancelled. */
export interface OpenTimer extends TimerSet {
  readonly aggregate: AggregateId;
}

type Timers = readonly OpenTimer[];

const without = (timers: Timers, key: string): Timers =>
  timers.some((timer) => timer.key === key) ? timers.filter((timer) => timer.key !== key) : timers;

/** The open timers of one aggregate, the one that was set last at the end; an equal key replaces. */
export const timersFold: Fold<Timers> = foldOf<Timers>(
  [],
  [
    on({ name: timerKinds.set, schema: timerSetSchema }, (timers, set, { aggregate }) => [
      ...without(timers, set.key),
      { ...set, aggregate },
    ]),
    on({ name: timerKinds.fired, schema: timerClosedSchema }, (timers, { key }) => without(timers, key)),
    on({ name: timerKinds.cancelled, schema: timerClosedSchema }, (timers, { key }) => without(timers, key)),
  ],
);

/**
 * The open timers of all aggregates, the earliest first: what the scheduler works from. Setting, closing and taking cost
 * the logarithm of the number of open timers.
 */
export class OpenTimers {
  readonly #byAggregate = new Map<AggregateId, Timers>();
  readonly #heap: OpenTimer[] = [];
  #open = 0;

  /** How many are open. */
  get size(): number {
    return this.#open;
  }

  /** Takes in how the timers of an aggregate stand now; those that are not among them any more are closed. */
  put(aggregate: AggregateId, after: Timers): void {
    const before = this.#byAggregate.get(aggregate) ?? [];
    this.#open += after.length - before.length;
    if (after.length === 0) this.#byAggregate.delete(aggregate);
    else this.#byAggregate.set(aggregate, after);
    for (const timer of after) if (!before.includes(timer)) push(this.#heap, timer);
  }

  /** When the next one is due; undefined when none is open. */
  nextAt(): Instant | undefined {
    this.#dropClosed();
    return this.#heap[0]?.dueAt;
  }

  /** Up to `limit` open timers that are due at `now`, the earliest first. They stay open until their entry closes them. */
  due(now: Instant, limit: number): readonly OpenTimer[] {
    const due: OpenTimer[] = [];
    while (due.length < limit) {
      this.#dropClosed();
      const [first] = this.#heap;
      if (first === undefined || first.dueAt > now) break;
      due.push(first);
      pop(this.#heap);
    }
    for (const timer of due) push(this.#heap, timer);
    return due;
  }

  /** A replaced or closed timer stays in the heap until it comes up: taking it out of the middle would cost a search. */
  #dropClosed(): void {
    for (;;) {
      const [first] = this.#heap;
      if (first === undefined || this.#byAggregate.get(first.aggregate)?.includes(first) === true) return;
      pop(this.#heap);
    }
  }
}

/** Earlier first; of equal instants the smaller aggregate and key, so that every run fires in the same order. */
function earlier(a: OpenTimer, b: OpenTimer): boolean {
  if (a.dueAt !== b.dueAt) return a.dueAt < b.dueAt;
  return a.aggregate === b.aggregate ? a.key < b.key : a.aggregate < b.aggregate;
}

function push(heap: OpenTimer[], timer: OpenTimer): void {
  let at = heap.length;
  while (at > 0) {
    const up = (at - 1) >> 1;
    const parent = heap[up];
    if (parent === undefined || !earlier(timer, parent)) break;
    heap[at] = parent;
    at = up;
  }
  heap[at] = timer;
}

function pop(heap: OpenTimer[]): void {
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return;
  let at = 0;
  for (;;) {
    const left = heap[2 * at + 1];
    const right = heap[2 * at + 2];
    const least = left !== undefined && right !== undefined && earlier(right, left) ? right : left;
    if (least === undefined || !earlier(least, last)) break;
    heap[at] = least;
    at = least === left ? 2 * at + 1 : 2 * at + 2;
  }
  heap[at] = last;
}
