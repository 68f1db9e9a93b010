import type { AggregateId, Listing } from '#kernel';

/** One state of one view, as a snapshot holds it: the view's slot, the aggregate, the state; null where it is listed no more. */
export type Listed = readonly [slot: string, aggregate: AggregateId, state: unknown];

const none: Listing<unknown> = new Map();

/** The states of all views, by slot and aggregate, and which of them the snapshot does not hold yet. */
export class Listings {
  readonly #slots = new Map<string, Map<AggregateId, unknown>>();
  readonly #unkept = new Map<string, Set<AggregateId>>();

  /** How many states there are. */
  get size(): number {
    return [...this.#slots.values()].reduce((sum, states) => sum + states.size, 0);
  }

  /** How many changes the snapshot does not hold. */
  get unkept(): number {
    return [...this.#unkept.values()].reduce((sum, aggregates) => sum + aggregates.size, 0);
  }

  of(slot: string): Listing<unknown> {
    return this.#slots.get(slot) ?? none;
  }

  /** Those of the slots that end so. */
  ending(end: string): readonly Listing<unknown>[] {
    return [...this.#slots].flatMap(([slot, states]) => (slot.endsWith(end) ? [states] : []));
  }

  /** The state of an aggregate from now on; undefined when it is listed no more. */
  put(slot: string, aggregate: AggregateId, state: unknown): void {
    this.#set(slot, aggregate, state);
    const unkept = this.#unkept.get(slot) ?? new Set();
    this.#unkept.set(slot, unkept.add(aggregate));
  }

  #set(slot: string, aggregate: AggregateId, state: unknown): void {
    const states = this.#slots.get(slot) ?? new Map<AggregateId, unknown>();
    this.#slots.set(slot, states);
    if (state === undefined) states.delete(aggregate);
    else states.set(aggregate, state);
  }

  /** Takes in what a snapshot holds. */
  load(items: readonly Listed[]): void {
    for (const [slot, aggregate, state] of items) this.#set(slot, aggregate, state ?? undefined);
  }

  /** Everything, to be kept: states never change in place, so that what is handed out stays as it is now. */
  all(): readonly Listed[] {
    this.#unkept.clear();
    return [...this.#slots].flatMap(([slot, states]) =>
      Array.from(states, ([aggregate, state]): Listed => [slot, aggregate, state]),
    );
  }

  /** What has changed since something was handed out last. */
  news(): readonly Listed[] {
    const news = [...this.#unkept].flatMap(([slot, aggregates]) =>
      Array.from(aggregates, (aggregate): Listed => [slot, aggregate, this.of(slot).get(aggregate) ?? null]),
    );
    this.#unkept.clear();
    return news;
  }
}
