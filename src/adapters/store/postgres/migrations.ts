import { createHash } from 'node:crypto';
import type { Sql, TransactionSql } from 'postgres';
import { err, ok, type Result } from '#kernel';
import { ledgerFindings } from '#ledger';

/** The tables, in numbered steps that are never changed once they were released. SQL of PostgreSQL 15. */
const migrations: readonly string[] = [
  `
  create table tripoint.entry (
    aggregate bytea not null,
    version integer not null,
    header bytea not null,
    payload bytea not null,
    primary key (aggregate, version)
  );
  create table tripoint.alias (alias bytea primary key, aggregate bytea not null);
  -- What waits for its position; arrival is the order in which positions are given.
  create table tripoint.unsequenced (
    arrival bigint generated always as identity primary key,
    aggregate bytea not null,
    version integer not null
  );
  create table tripoint.sequence (
    position bigint primary key,
    aggregate bytea not null,
    version integer not null,
    chain bytea not null
  );
  create table tripoint.sequencer (
    single boolean primary key default true check (single),
    size bigint not null,
    chain bytea not null,
    edge bytea not null
  );
  insert into tripoint.sequencer (size, chain, edge) values (0, decode(repeat('00', 32), 'hex'), '');
  -- Keys are wrapped by the epoch key of their bucket, which stands in a file outside the database.
  create table tripoint.epoch (bucket integer primary key, number integer not null);
  insert into tripoint.epoch select bucket, 0 from generate_series(0, 255) bucket;
  create table tripoint.data_key (id bytea primary key, bucket integer not null, wrapped bytea);
  create index data_key_bucket on tripoint.data_key (bucket) where wrapped is not null;
  `,
];

const checksum = (text: string): string => createHash('sha256').update(text).digest('hex');
/** Held while migrations run, so that processes that start together do not run them twice. */
export const locks = { migrate: 7_201_001, sequence: 7_201_002 };

/** Brings the database to this version's tables. LED-0207 when it holds a step that is not ours. */
export async function migrate(sql: Sql): Promise<Result<void>> {
  const { done } = await sql.begin(async (tx) => ({ done: await steps(tx) }));
  return done;
}

async function steps(tx: TransactionSql): Promise<Result<void>> {
  await tx`select pg_advisory_xact_lock(${locks.migrate})`;
  await tx`create schema if not exists tripoint`;
  await tx`create table if not exists tripoint.migration
      (number integer primary key, checksum text not null, applied_at timestamptz not null default now())`;
  const applied = await tx<{ number: number; checksum: string }[]>`
      select number, checksum from tripoint.migration order by number`;
  for (const step of applied) {
    if (step.checksum !== checksum(migrations[step.number - 1] ?? '')) {
      return err(ledgerFindings.find('LED-0207', { migration: step.number }));
    }
  }
  for (let number = applied.length + 1; number <= migrations.length; number += 1) {
    const text = migrations[number - 1] ?? '';
    await tx.unsafe(text);
    await tx`insert into tripoint.migration (number, checksum) values (${number}, ${checksum(text)})`;
  }
  return ok(undefined);
}
