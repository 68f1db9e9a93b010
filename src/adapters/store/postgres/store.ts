import type { Sql } from 'postgres';
import type { AggregateId, Finding, KeyId, Result } from '#kernel';
import {
  aggregateIdAt,
  type DataKey,
  type Group,
  type Head,
  hexAt,
  ledgerFindings,
  putHex,
  readHeader,
  type SealedEntry,
  type SequencedEntry,
  type Store,
} from '#ledger';
import { StoreFault } from '../fault.ts';
import { Appender } from './append.ts';
import type { Sequencer } from './sequencer.ts';
import type { WrappedKeys } from './wrapped-keys.ts';

interface EntryRow {
  readonly header: Uint8Array;
  readonly payload: Uint8Array;
}

/** The store in a PostgreSQL database, which several node processes may share. */
export class PostgresStore implements Store {
  readonly findings: readonly Finding[] = [];
  readonly #sql: Sql;
  readonly #keys: WrappedKeys;
  readonly #appender: Appender;
  readonly #sequencer: Sequencer;
  readonly #listeners = new Set<(position: number) => void>();
  #announced = 0;

  constructor(sql: Sql, keys: WrappedKeys, sequencer: (given: (position: number) => void) => Sequencer) {
    this.#sql = sql;
    this.#keys = keys;
    this.#sequencer = sequencer((position) => this.announce(position));
    this.#appender = new Appender(sql, keys, () => this.#sequencer.wake());
  }

  /** Tells who listens of positions that this or another process gave. */
  announce(position: number): void {
    if (position <= this.#announced) return;
    this.#announced = position;
    for (const listener of this.#listeners) listener(position);
  }

  /** Looks for entries that an earlier process left without positions. */
  wake(): void {
    this.#sequencer.wake();
  }

  append(group: Group): Promise<Result<void>> {
    return this.#appender.append(group, false);
  }

  /** Takes in entries of a backup, those whose key was forgotten without it. */
  adopt(entries: readonly SealedEntry[], keys: readonly DataKey[]): Promise<Result<void>> {
    return this.#appender.append({ entries, keys }, true);
  }

  async versionOf(aggregate: AggregateId): Promise<number> {
    await this.#appender.idle();
    const [row] = await this.#sql<{ version: number | null }[]>`
      select max(version) as version from tripoint.entry where aggregate = ${bytesOf(aggregate)}`;
    return row?.version ?? 0;
  }

  async read(aggregate: AggregateId, after = 0): Promise<readonly SealedEntry[]> {
    const rows = await this.#sql<EntryRow[]>`
      select header, payload from tripoint.entry
      where aggregate = ${bytesOf(aggregate)} and version > ${after} order by version`;
    return rows.map(entryOf);
  }

  async find(alias: string): Promise<AggregateId | undefined> {
    await this.#appender.idle();
    const [row] = await this.#sql<{ aggregate: Uint8Array }[]>`
      select aggregate from tripoint.alias where alias = ${bytesOf(alias)}`;
    return row && aggregateIdAt(row.aggregate, 0);
  }

  async sequenced(after: number, limit: number): Promise<readonly SequencedEntry[]> {
    const rows = await this.#sql<(EntryRow & { position: number; chain: Uint8Array })[]>`
      select position::float8 as position, chain, header, payload
      from tripoint.sequence join tripoint.entry using (aggregate, version)
      where position > ${after} and position <= ${after + limit} order by position`;
    return rows.map((row) => ({ position: row.position, chain: hexAt(row.chain, 0, 32), entry: entryOf(row) }));
  }

  onSequenced(listener: (position: number) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  head(): Promise<Head> {
    return this.#sequencer.head();
  }

  async key(id: KeyId): Promise<DataKey | undefined> {
    return this.#keys.get(id);
  }

  async forget(ids: readonly KeyId[]): Promise<void> {
    // A key that is on its way must have come before it can go.
    await this.#appender.idle();
    await this.#keys.forget(ids);
  }

  #closing: Promise<void> | undefined;

  /** Waits for what is on its way and lets go of the database. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    await this.#appender.idle();
    await this.#sequencer.close();
    await this.#sql.end({ timeout: 5 });
    await this.#keys.close();
  }
}

const bytesOf = (hex: string): Buffer => {
  const bytes = Buffer.alloc(hex.length / 2);
  putHex(bytes, 0, hex);
  return bytes;
};

function entryOf({ header, payload }: EntryRow): SealedEntry {
  const read = readHeader(header);
  if (read === undefined) throw new StoreFault(ledgerFindings.find('LED-0202', { file: 'tripoint.entry', offset: 0 }));
  return { header: read, payload: new Uint8Array(payload) };
}
