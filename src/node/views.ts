import { type Instant, instant, type Part, type Reality, type View } from '#kernel';
import type { SequencedEntry } from '#ledger';
import type { Aggregates } from './aggregates.ts';
import { Follower } from './follower.ts';
import type { NodePorts } from './ports.ts';
import { type Snapshot, SnapshotKeeper, type Snapshots } from './snapshots.ts';

/** Told after each slice: which views may have changed, by which aggregates. */
export type ViewListener = (change: {
  readonly view: string;
  readonly asOf: Instant;
  readonly keys: readonly string[];
}) => void;

export interface ViewsMeans {
  readonly ports: NodePorts;
  readonly aggregates: Aggregates;
  readonly parts: readonly Part[];
  readonly snapshots: Snapshots;
}

const snapshotName = 'views';
interface Kept extends Snapshot {
  readonly state: { readonly asOf: Instant; readonly states: ReadonlyMap<string, unknown> };
}

/**
 * Folds over several aggregates, for lists and search. They follow the sequence, may lag, say as of when, and can be
 * dropped and rebuilt; no decision reads them. Exercises fold apart from live.
 */
export class Views {
  readonly #aggregates: Aggregates;
  readonly #views: readonly View[];
  readonly #states = new Map<string, unknown>();
  readonly #listeners = new Set<ViewListener>();
  readonly #follower: Follower;
  readonly #keeper: SnapshotKeeper;
  #asOf: Instant = instant(0);

  private constructor({ ports, aggregates, parts, snapshots }: ViewsMeans, kept: Kept | undefined) {
    this.#aggregates = aggregates;
    this.#views = parts.flatMap((part) => part.views);
    if (kept !== undefined) {
      this.#asOf = kept.state.asOf;
      for (const [slot, state] of kept.state.states) this.#states.set(slot, state);
    }
    const position = kept?.position ?? 0;
    this.#keeper = new SnapshotKeeper(ports, snapshots, {
      ...{ name: snapshotName, position },
      state: () => ({ asOf: this.#asOf, states: this.#states }) satisfies Kept['state'],
    });
    const rest = async (at: number): Promise<void> => this.#keeper.rested(at);
    this.#follower = new Follower(ports, { take: (news) => this.#take(news), rest }, position);
  }

  /** Goes on from the last snapshot, or from the beginning. */
  static async open(means: ViewsMeans): Promise<Views> {
    const kept = await means.snapshots.read(snapshotName);
    return new Views(means, kept as Kept | undefined);
  }

  /** The state of a view in one reality, and the time of the last entry that it has seen. */
  read<State>(name: string, reality: Reality): { readonly state: State; readonly asOf: Instant } {
    const view = this.#views.find((candidate) => candidate.name === name);
    const state = this.#states.get(`${reality} ${name}`) ?? view?.fold.initial;
    return { state: state as State, asOf: this.#asOf };
  }

  /** Calls back after changes. Returns how to stop. */
  listen(listener: ViewListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Resolves when everything sequenced so far has been folded. */
  caughtUp(): Promise<void> {
    return this.#follower.caughtUp();
  }

  async close(): Promise<void> {
    await this.#follower.close();
    await this.#keeper.close();
  }

  async #take(news: readonly SequencedEntry[]): Promise<void> {
    const touched = new Map<string, Set<string>>();
    for (const { entry } of news) {
      const recorded = await this.#aggregates.open(entry);
      for (const view of this.#views) {
        const slot = `${recorded.reality} ${view.name}`;
        const before = this.#states.get(slot) ?? view.fold.initial;
        const after = view.fold.apply(before, recorded);
        if (after === before) continue;
        this.#states.set(slot, after);
        touched.set(view.name, (touched.get(view.name) ?? new Set()).add(recorded.aggregate));
      }
      this.#asOf = recorded.at;
    }
    this.#tell(touched);
  }

  #tell(touched: ReadonlyMap<string, ReadonlySet<string>>): void {
    for (const [view, keys] of touched) {
      for (const listener of this.#listeners) listener({ view, asOf: this.#asOf, keys: [...keys] });
    }
  }
}
