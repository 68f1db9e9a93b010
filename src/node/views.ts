import { type AggregateId, type Instant, instant, type Listing, type Reality, type Recorded, type View } from '#kernel';
import type { SealedEntry, SequencedEntry } from '#ledger';
import type { Aggregates } from './aggregates.ts';
import { breath } from './breath.ts';
import { Follower } from './follower.ts';
import { Listings } from './listings.ts';
import type { NodePorts } from './ports.ts';
import { type Mark, Snapshots } from './snapshots.ts';

/** What has changed in a view, by which aggregates. */
export interface ViewChange {
  readonly view: string;
  readonly reality: Reality;
  readonly asOf: Instant;
  readonly keys: readonly AggregateId[];
  /** To which ports what changed belongs, or belonged: one who sees it go hears of that too. */
  readonly ports: readonly string[];
}

/** Told after each slice of the sequence. */
export type ViewListener = (change: ViewChange) => void;

export interface ViewsMeans {
  readonly ports: NodePorts;
  readonly aggregates: Aggregates;
  readonly views: readonly View[];
  /** What the shape of the states depends on. */
  readonly form: string;
  /** After so many entries what has changed is kept; the usual number when left out. */
  readonly snapshotEvery?: number | undefined;
}

interface Touched extends Pick<ViewChange, 'view' | 'reality'> {
  readonly keys: Set<AggregateId>;
  readonly ports: Set<string>;
}

const usualEvery = 50_000;
/** Entries that are opened and folded before everything else has its turn. */
const atOnce = 32;
const slotOf = (reality: Reality, view: string): string => `${reality} ${view}`;

/**
 * Folds over many aggregates, for lists and search. They follow the sequence, may lag, say as of when, and can be
 * dropped and rebuilt; no decision reads them and no answer waits for them. Exercises fold apart from live.
 */
export class Views {
  readonly #with: ViewsMeans;
  readonly #heard = new Map<string, readonly View[]>();
  readonly #listeners = new Set<ViewListener>();
  readonly #follower: Follower;
  readonly #snapshots: Snapshots;
  #listings = new Listings();
  #mark: Mark = { position: 0, chain: '', asOf: instant(0) };
  /** True when a layer could not be kept: what it should have held is in none. */
  #lacking = false;
  #writing: Promise<void> | undefined;

  /** Begins in the background, from the snapshot where there is one. */
  constructor(means: ViewsMeans) {
    this.#with = means;
    this.#snapshots = new Snapshots(means.ports, means.form);
    this.#follower = new Follower(means.ports, { begin: () => this.#begin(), take: (news) => this.#take(news) });
  }

  /** The states of a view in one reality, and the time of the last entry that it has seen. */
  read<State>(name: string, reality: Reality): { readonly state: Listing<State>; readonly asOf: Instant } {
    return { state: this.#listings.of(slotOf(reality, name)) as Listing<State>, asOf: this.#mark.asOf };
  }

  /** The states of a view in each reality. */
  everywhere<State>(name: string): readonly Listing<State>[] {
    return this.#listings.ending(` ${name}`) as readonly Listing<State>[];
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

  /** True once they follow no more: then they may never have caught up. */
  get closed(): boolean {
    return this.#follower.stopped;
  }

  async close(): Promise<void> {
    await this.#follower.close();
    await this.#writing;
    if (this.#mark.position > this.#snapshots.position) this.#keep();
    await this.#writing;
  }

  async #begin(): Promise<number> {
    const listings = new Listings();
    try {
      const mark = await this.#snapshots.load(
        (items) => listings.load(items),
        () => this.closed,
      );
      if (mark !== undefined) [this.#listings, this.#mark] = [listings, mark];
    } catch (problem) {
      this.#with.ports.log.warn('snapshot-not-read', { problem: String(problem) });
      this.#lacking = true;
    }
    return this.#mark.position;
  }

  async #take(news: readonly SequencedEntry[]): Promise<void> {
    const touched = new Map<string, Touched>();
    for (let from = 0; from < news.length; from += atOnce) {
      const slice = news.slice(from, from + atOnce);
      const opened = await Promise.all(slice.map(({ entry }) => this.#open(entry)));
      for (const recorded of opened) if (recorded !== undefined) this.#fold(recorded, touched);
      const last = slice.at(-1);
      if (last !== undefined) {
        this.#mark = { position: last.position, chain: last.chain, asOf: last.entry.header.at };
      }
      await breath();
    }
    this.#tell(touched);
    const { position } = this.#mark;
    if (position - this.#snapshots.position >= (this.#with.snapshotEvery ?? usualEvery)) this.#keep();
  }

  #hearing(kind: string): readonly View[] {
    const known = this.#heard.get(kind) ?? this.#with.views.filter((view) => view.hears(kind));
    this.#heard.set(kind, known);
    return known;
  }

  /** Opens an entry that a view hears. Most of a ledger is what none does, and opening is what folding costs. */
  #open(entry: SealedEntry): Promise<Recorded> | undefined {
    return this.#hearing(entry.header.kind).length === 0 ? undefined : this.#with.aggregates.open(entry);
  }

  #fold(recorded: Recorded, touched: Map<string, Touched>): void {
    const { aggregate, reality } = recorded;
    for (const view of this.#hearing(recorded.kind)) {
      const slot = slotOf(reality, view.name);
      const before = this.#listings.of(slot).get(aggregate);
      const after = view.fold.apply(before, recorded);
      if (after === before) continue;
      this.#listings.put(slot, aggregate, after);
      const change = touched.get(slot) ?? { view: view.name, reality, keys: new Set(), ports: new Set() };
      touched.set(slot, change);
      change.keys.add(aggregate);
      for (const state of [before, after])
        if (state !== undefined) for (const port of view.ports?.(state) ?? []) change.ports.add(port);
    }
  }

  #tell(touched: ReadonlyMap<string, Touched>): void {
    const { asOf } = this.#mark;
    for (const { keys, ports, ...change } of touched.values()) {
      for (const listener of this.#listeners) listener({ ...change, asOf, keys: [...keys], ports: [...ports] });
    }
  }

  /** Keeps what has changed, or everything anew, as of now and while the folding goes on. */
  #keep(): void {
    const { log, snapshots } = this.#with.ports;
    if (snapshots === undefined || this.#writing !== undefined) return;
    const anew = this.#lacking || this.#snapshots.isDue(this.#listings.unkept, this.#listings.size);
    const writing = anew
      ? this.#snapshots.replace(this.#mark, this.#listings.all())
      : this.#snapshots.add(this.#mark, this.#listings.news());
    this.#lacking = true;
    this.#writing = writing
      .then((kept) => {
        this.#lacking = !kept;
      })
      .catch((problem: unknown) => log.warn('snapshot-not-kept', { problem: String(problem) }))
      .finally(() => {
        this.#writing = undefined;
      });
  }
}
