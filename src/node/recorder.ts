import {
  type AggregateId,
  aggregateId,
  encodeUtf8,
  err,
  type Instant,
  type KeyId,
  ok,
  type Reality,
  type Recorded,
  type Result,
  toHex,
} from '#kernel';
import { type DataKey, ledgerFindings, newDataKey, type SealedEntry, sealEntry } from '#ledger';
import type { NodePorts } from './ports.ts';

/** One entry that is to be recorded. */
export interface Write {
  readonly aggregate: AggregateId;
  readonly kind: string;
  readonly data: unknown;
  readonly key: DataKey;
  readonly reality: Reality;
  /** On the first entry of an aggregate with a natural key. */
  readonly alias?: string;
}

/** The last version of an aggregate that the caller has looked at. */
export interface Seen {
  readonly aggregate: AggregateId;
  readonly version: number;
}

/** How often a group that lost a race for a version is tried again with fresh versions before its caller is told. */
const raceLimit = 8;

/** Keys made ahead: a group that brings none needs one write of the disk and not two. */
const sparesAtOnce = 64;
const fewestSpares = 32;

/** What recording needs of the node's doors. */
export type RecorderPorts = Pick<NodePorts, 'clock' | 'random' | 'hash' | 'cipher' | 'store' | 'aliasSecret'>;

/** Seals writes and makes them durable: versions, keys and aliases are its business and nobody else's. */
export class Recorder {
  readonly #ports: RecorderPorts;
  readonly #pending = new Map<AggregateId, { next: number; open: number }>();
  readonly #opening = new Map<string, AggregateId>();
  /** Durable, and nobody's yet. */
  readonly #spares: DataKey[] = [];
  /** Handed out, and durable before the group that uses them first. */
  readonly #durable = new Set<KeyId>();
  #making: Promise<void> | undefined;

  constructor(ports: RecorderPorts) {
    this.#ports = ports;
  }

  /** A fresh random id of an aggregate. */
  newAggregate(): AggregateId {
    const id = aggregateId(toHex(this.#ports.random.bytes(16)));
    return id as AggregateId;
  }

  /** A fresh data key; it is durable already, or becomes so with the first group that brings it. */
  newKey(): DataKey {
    const spare = this.#spares.pop();
    if (this.#spares.length < fewestSpares) this.#making ??= this.#makeSpares();
    if (spare !== undefined) this.#durable.add(spare.id);
    return spare ?? newDataKey(this.#ports.random);
  }

  /** Destroys the keys that were made ahead and never used. After a crash they stay, and open nothing. */
  async close(): Promise<void> {
    await this.#making;
    await this.#ports.store.forget(this.#spares.splice(0).map(({ id }) => id));
  }

  async #makeSpares(): Promise<void> {
    const keys = Array.from({ length: sparesAtOnce }, () => newDataKey(this.#ports.random));
    const made = await this.#ports.store.append({ entries: [], keys });
    if (made.ok) this.#spares.push(...keys);
    this.#making = undefined;
  }

  /** The keyed hash under which a natural key is found again; without the node's secret it says nothing. */
  aliasOf(naturalKey: string): string {
    return toHex(this.#ports.hash.sha256(this.#ports.aliasSecret, encodeUtf8(naturalKey), this.#ports.aliasSecret));
  }

  /** The aggregate of a natural key, and whether it has yet to be opened by a first entry carrying the alias. */
  async open(
    naturalKey: string,
  ): Promise<{ readonly aggregate: AggregateId; readonly alias: string; readonly fresh: boolean }> {
    const alias = this.aliasOf(naturalKey);
    const known = await this.#ports.store.find(alias);
    if (known !== undefined) {
      this.#opening.delete(alias);
      return { aggregate: known, alias, fresh: false };
    }
    // Two lodgements of one journey that arrive together must agree on its aggregate before either is durable.
    const opening = this.#opening.get(alias) ?? this.newAggregate();
    const fresh = !this.#opening.has(alias);
    this.#opening.set(alias, opening);
    return { aggregate: opening, alias, fresh };
  }

  /** The aggregate of a natural key, when there is one. */
  async find(naturalKey: string): Promise<AggregateId | undefined> {
    return this.#ports.store.find(this.aliasOf(naturalKey));
  }

  /**
   * Makes the writes durable together or not at all, and gives them back as a fold sees them. A lost race is run again,
   * unless the caller says which version of an aggregate he has seen: then somebody else was first, LED-0101.
   */
  async append(writes: readonly Write[], keys: readonly DataKey[], seen?: Seen): Promise<Result<readonly Recorded[]>> {
    const at = this.#ports.clock.now();
    const fresh = keys.filter(({ id }) => !this.#durable.delete(id));
    for (let attempt = 1; ; attempt += 1) {
      const recorded = await this.#place(writes, at);
      const first = recorded.find((entry) => entry.aggregate === seen?.aggregate);
      if (seen !== undefined && first !== undefined && first.version !== seen.version + 1) {
        this.#land(recorded);
        return err(
          ledgerFindings.find('LED-0101', {
            aggregate: seen.aggregate,
            version: seen.version + 1,
            last: first.version - 1,
          }),
        );
      }
      const entries = recorded.map((entry, index) => this.#seal(entry, writes[index] as Write));
      const appended = await this.#ports.store.append({ entries, keys: fresh });
      this.#land(recorded);
      if (appended.ok) return ok(recorded);
      if (appended.error.code !== 'LED-0101' || seen !== undefined || attempt === raceLimit) return appended;
    }
  }

  async #place(writes: readonly Write[], at: Instant): Promise<readonly Recorded[]> {
    const aggregates = [...new Set(writes.map((write) => write.aggregate))];
    const stored = await Promise.all(aggregates.map((aggregate) => this.#ports.store.versionOf(aggregate)));
    for (const [index, aggregate] of aggregates.entries()) {
      const place = this.#pending.get(aggregate) ?? { next: 0, open: 0 };
      place.next = Math.max(place.next, (stored[index] ?? 0) + 1);
      place.open += 1;
      this.#pending.set(aggregate, place);
    }
    return writes.map((write) => {
      const place = this.#pending.get(write.aggregate) as { next: number; open: number };
      const version = place.next;
      place.next += 1;
      return { aggregate: write.aggregate, version, at, kind: write.kind, reality: write.reality, data: write.data };
    });
  }

  #land(recorded: readonly Recorded[]): void {
    for (const aggregate of new Set(recorded.map((entry) => entry.aggregate))) {
      const place = this.#pending.get(aggregate);
      if (place === undefined) continue;
      place.open -= 1;
      if (place.open === 0) this.#pending.delete(aggregate);
    }
  }

  #seal(entry: Recorded, write: Write): SealedEntry {
    const alias = entry.version === 1 && write.alias !== undefined ? { alias: write.alias } : {};
    return sealEntry({ ...entry, ...alias }, write.key, this.#ports);
  }
}
