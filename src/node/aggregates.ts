import type { AggregateId, Fold, Recorded } from '#kernel';
import { openEntry, type SealedEntry } from '#ledger';
import type { NodePorts } from './ports.ts';

interface Hot {
  version: number;
  readonly states: Map<Fold<unknown>, unknown>;
}

/** What a forgotten entry looks like to a fold: its kind and time, no data. Folds take no notice of it. */
export const forgottenKind = 'forgotten';

/**
 * The in-memory folds of single aggregates, from which decisions read. Opened on first use from the durable entries,
 * carried along with what is recorded, dropped when others are used more.
 */
export class Aggregates {
  readonly #ports: NodePorts;
  readonly #limit: number;
  readonly #hot = new Map<AggregateId, Hot>();

  constructor(ports: NodePorts, limit = 50_000) {
    this.#ports = ports;
    this.#limit = limit;
  }

  /** Opens one sealed entry. */
  async open(sealed: SealedEntry): Promise<Recorded> {
    const key = await this.#ports.store.key(sealed.header.key);
    const { aggregate, version, at, kind, reality } = sealed.header;
    if (key === undefined) return { aggregate, version, at, kind: forgottenKind, reality, data: { kind } };
    const opened = openEntry(sealed, key, this.#ports);
    if (!opened.ok) {
      this.#ports.log.warn('entry-unreadable', { aggregate, version, code: opened.error.code });
      return { aggregate, version, at, kind: forgottenKind, reality, data: { kind } };
    }
    return opened.value;
  }

  /** The durable entries of one aggregate, in version order. */
  async entries(aggregate: AggregateId, after = 0): Promise<readonly Recorded[]> {
    const sealed = await this.#ports.store.read(aggregate, after);
    return Promise.all(sealed.map((entry) => this.open(entry)));
  }

  /** The fold of one aggregate up to its last durable entry; undefined when there is no such aggregate. */
  async state<State>(aggregate: AggregateId, fold: Fold<State>): Promise<State | undefined> {
    const hot = this.#hot.get(aggregate);
    const known = hot?.states.get(fold as Fold<unknown>);
    const from = hot !== undefined && known !== undefined ? hot.version : 0;
    const news = await this.entries(aggregate, from);
    if (from === 0 && news.length === 0) return undefined;
    const state = news.reduce(fold.apply, (known ?? fold.initial) as State);
    const version = news.at(-1)?.version ?? from;
    this.#keep(aggregate, version, fold as Fold<unknown>, state);
    return state;
  }

  /** Forgets what was folded of an aggregate, when one of its keys was destroyed. */
  drop(aggregate: AggregateId): void {
    this.#hot.delete(aggregate);
  }

  #keep(aggregate: AggregateId, version: number, fold: Fold<unknown>, state: unknown): void {
    const hot = this.#hot.get(aggregate);
    this.#hot.delete(aggregate);
    // Another fold of the same aggregate that stands at an older version is opened again when it is asked for.
    const states = hot !== undefined && hot.version === version ? hot.states : new Map<Fold<unknown>, unknown>();
    states.set(fold, state);
    this.#hot.set(aggregate, { version, states });
    if (this.#hot.size > this.#limit) {
      const oldest = this.#hot.keys().next().value;
      if (oldest !== undefined) this.#hot.delete(oldest);
    }
  }
}
