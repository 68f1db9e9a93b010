import { type AggregateId, err, type Hash, type KeyId, ok, type Result } from '#kernel';
import { hexAt } from './bytes.ts';
import { headerBytes } from './header.ts';
import { refusal } from './refusal.ts';
import { Sequence } from './sequence.ts';
import type { DataKey, Group, Head, SealedEntry, SequencedEntry, Store } from './store.ts';

/** The store without durability: the reference of the conformance suite, and what tests of other rooms stand on. */
export class MemoryStore implements Store {
  readonly #sequence: Sequence;
  readonly #entries: SequencedEntry[] = [];
  readonly #aggregates = new Map<AggregateId, SealedEntry[]>();
  readonly #aliases = new Map<string, AggregateId>();
  readonly #keys = new Map<KeyId, DataKey>();
  readonly #listeners = new Set<(position: number) => void>();

  constructor(hash: Hash) {
    this.#sequence = new Sequence(hash);
  }

  async append(group: Group): Promise<Result<void>> {
    const lost = refusal(group, {
      last: (aggregate) => this.#aggregates.get(aggregate)?.length ?? 0,
      aggregateOf: (alias) => this.#aliases.get(alias),
      hasKey: (id) => this.#keys.has(id),
    });
    if (lost !== undefined) return err(lost);
    for (const key of group.keys) this.#keys.set(key.id, key);
    for (const entry of group.entries) this.#add(entry);
    const last = this.#sequence.size;
    await Promise.resolve();
    if (group.entries.length > 0) for (const listener of this.#listeners) listener(last);
    return ok(undefined);
  }

  #add(entry: SealedEntry): void {
    const { aggregate, alias } = entry.header;
    const entries = this.#aggregates.get(aggregate);
    if (entries === undefined) this.#aggregates.set(aggregate, [entry]);
    else entries.push(entry);
    if (alias !== undefined) this.#aliases.set(alias, aggregate);
    this.#sequence.add(headerBytes(entry.header));
    this.#entries.push({ position: this.#sequence.size, chain: hexAt(this.#sequence.chain, 0, 32), entry });
  }

  async versionOf(aggregate: AggregateId): Promise<number> {
    return this.#aggregates.get(aggregate)?.length ?? 0;
  }

  async read(aggregate: AggregateId, after = 0): Promise<readonly SealedEntry[]> {
    return this.#aggregates.get(aggregate)?.slice(after) ?? [];
  }

  async find(alias: string): Promise<AggregateId | undefined> {
    return this.#aliases.get(alias);
  }

  async sequenced(after: number, limit: number): Promise<readonly SequencedEntry[]> {
    return this.#entries.slice(after, after + limit);
  }

  onSequenced(listener: (position: number) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async head(): Promise<Head> {
    return this.#sequence.head();
  }

  async key(id: KeyId): Promise<DataKey | undefined> {
    return this.#keys.get(id);
  }

  async forget(ids: readonly KeyId[]): Promise<void> {
    for (const id of ids) this.#keys.delete(id);
  }

  async close(): Promise<void> {
    this.#listeners.clear();
  }
}
