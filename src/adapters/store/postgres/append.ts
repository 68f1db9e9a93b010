import type { Sql, TransactionSql } from 'postgres';
import { type AggregateId, err, type Finding, type KeyId, ok, type Result, toHex } from '#kernel';
import {
  aggregateIdAt,
  type Group,
  headerBytes,
  keyIdAt,
  ledgerFindings,
  refusal,
  type SealedEntry,
  type Standing,
} from '#ledger';
import { codeOf } from '../fault.ts';
import type { WrappedKeys } from './wrapped-keys.ts';

interface Waiting {
  readonly group: Group;
  readonly keyless: boolean;
  readonly resolve: (result: Result<void>) => void;
}

/** Groups that share one transaction, at most. */
const atOnce = 500;
const attempts = 20;

/** Another process came first (unique_violation), or stood in the way (deadlock, serialization): look again, try again. */
const passing = new Set(['23505', '40P01', '40001']);

/** Group commit for a database: all that wait share one transaction, and one sync of its log. */
export class Appender {
  readonly #sql: Sql;
  readonly #keys: WrappedKeys;
  readonly #appended: () => void;
  #queue: Waiting[] = [];
  #running: Promise<void> | undefined;

  constructor(sql: Sql, keys: WrappedKeys, appended: () => void) {
    this.#sql = sql;
    this.#keys = keys;
    this.#appended = appended;
  }

  append(group: Group, keyless: boolean): Promise<Result<void>> {
    return new Promise((resolve) => {
      this.#queue.push({ group, keyless, resolve });
      this.#running ??= this.#run();
    });
  }

  /** Resolves when nobody waits. */
  async idle(): Promise<void> {
    while (this.#running !== undefined) await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#queue.length > 0) {
      await new Promise((resolve) => setImmediate(resolve));
      const batch = this.#queue.splice(0, atOnce);
      const results = await this.#commit(batch);
      for (const [index, waiting] of batch.entries()) waiting.resolve(results[index] ?? ok(undefined));
      if (results.some((result) => result.ok)) this.#appended();
    }
    this.#running = undefined;
  }

  async #commit(batch: readonly Waiting[]): Promise<readonly Result<void>[]> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        // In an object, since of an array the driver would wait for each member.
        const { results } = await this.#sql.begin(async (tx) => ({ results: await this.#store(tx, batch) }));
        return results;
      } catch (error) {
        if (passing.has(codeOf(error)) && attempt < attempts) continue;
        const failed = err(ledgerFindings.find('LED-0105', { cause: String(error) }));
        return batch.map(() => failed);
      }
    }
  }

  async #store(tx: TransactionSql, batch: readonly Waiting[]): Promise<readonly Result<void>[]> {
    const known = await read(tx, batch);
    const accepted: Group[] = [];
    const results = batch.map(({ group, keyless }): Result<void> => {
      const lost: Finding | undefined = refusal(group, known.standing, keyless);
      if (lost !== undefined) return err(lost);
      known.take(group);
      accepted.push(group);
      return ok(undefined);
    });
    const keys = await this.#keys.wrapAll(
      tx,
      accepted.flatMap((group) => group.keys),
    );
    if (keys.length > 0) {
      await tx`
        insert into tripoint.data_key (id, bucket, wrapped)
        select decode(id, 'hex'), bucket, decode(wrapped, 'hex')
        from unnest(${keys.map((key) => key.id)}::text[], ${keys.map((key) => key.bucket)}::int[],
          ${keys.map((key) => key.wrapped)}::text[]) fresh (id, bucket, wrapped)`;
    }
    const entries = accepted.flatMap((group) => group.entries);
    if (entries.length > 0) await insert(tx, entries);
    return results;
  }
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex');

async function insert(tx: TransactionSql, entries: readonly SealedEntry[]): Promise<void> {
  const aggregates: string[] = entries.map((entry) => entry.header.aggregate);
  const versions = entries.map((entry) => entry.header.version);
  await tx`
    insert into tripoint.entry (aggregate, version, header, payload)
    select decode(aggregate, 'hex'), version, decode(header, 'hex'), decode(payload, 'hex')
    from unnest(${aggregates}::text[], ${versions}::int[], ${entries.map((entry) => hex(headerBytes(entry.header)))}::text[],
      ${entries.map((entry) => hex(entry.payload))}::text[]) fresh (aggregate, version, header, payload)`;
  await tx`
    insert into tripoint.unsequenced (aggregate, version)
    select decode(aggregate, 'hex'), version
    from unnest(${aggregates}::text[], ${versions}::int[]) with ordinality fresh (aggregate, version, place) order by place`;
  const named = entries.filter((entry) => entry.header.alias !== undefined);
  if (named.length === 0) return;
  const owners: string[] = named.map((entry) => entry.header.aggregate);
  await tx`
    insert into tripoint.alias (alias, aggregate)
    select decode(alias, 'hex'), decode(aggregate, 'hex')
    from unnest(${named.map((entry) => entry.header.alias ?? '')}::text[],
      ${owners}::text[]) fresh (alias, aggregate)`;
}

/** How things stand for a batch: what the database holds, and what the batch itself has brought so far. */
interface Known {
  readonly standing: Standing;
  readonly take: (group: Group) => void;
}

async function read(tx: TransactionSql, batch: readonly Waiting[]): Promise<Known> {
  const entries = batch.flatMap((waiting) => waiting.group.entries);
  const ids = (values: readonly string[]): string[] => [...new Set(values)];
  const wantedKeys = ids([
    ...entries.map((entry) => entry.header.key),
    ...batch.flatMap((waiting) => waiting.group.keys.map((key) => key.id)),
  ]);
  // The rows stay locked, so that no key is forgotten before what is sealed under it is committed.
  const keyRows = await tx<{ id: Uint8Array }[]>`
    select id from tripoint.data_key where wrapped is not null
    and id in (select decode(id, 'hex') from unnest(${wantedKeys}::text[]) id) order by id for key share`;
  const versionRows = await tx<{ aggregate: Uint8Array; version: number }[]>`
    select wanted.aggregate, (select max(version) from tripoint.entry where entry.aggregate = wanted.aggregate) as version
    from (select decode(id, 'hex') as aggregate from unnest(${ids(entries.map((entry) => entry.header.aggregate))}::text[]) id) wanted`;
  const aliasRows = await tx<{ alias: Uint8Array; aggregate: Uint8Array }[]>`
    select alias, aggregate from tripoint.alias
    where alias in (select decode(alias, 'hex') from unnest(${ids(entries.flatMap((entry) => entry.header.alias ?? []))}::text[]) alias)`;
  const keys = new Set<KeyId>(keyRows.map((row) => keyIdAt(row.id, 0)));
  const last = new Map<AggregateId, number>(
    versionRows.map((row) => [aggregateIdAt(row.aggregate, 0), row.version ?? 0]),
  );
  const aliases = new Map<string, AggregateId>(
    aliasRows.map((row) => [toHex(row.alias), aggregateIdAt(row.aggregate, 0)]),
  );
  return {
    standing: {
      last: (aggregate) => last.get(aggregate) ?? 0,
      aggregateOf: (alias) => aliases.get(alias),
      hasKey: (id) => keys.has(id),
    },
    take: (group) => {
      for (const key of group.keys) keys.add(key.id);
      for (const { header } of group.entries) {
        last.set(header.aggregate, header.version);
        if (header.alias !== undefined) aliases.set(header.alias, header.aggregate);
      }
    },
  };
}
