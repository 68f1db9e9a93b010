import postgres, { type Sql } from 'postgres';
import { err, type Hash, type Random, type Result } from '#kernel';
import { ledgerFindings } from '#ledger';
import { StoreFault } from '../fault.ts';
import { checkServer } from './checks.ts';
import { EpochFile } from './epoch-file.ts';
import { migrate } from './migrations.ts';
import { Sequencer } from './sequencer.ts';
import { PostgresStore } from './store.ts';
import { WrappedKeys } from './wrapped-keys.ts';

/** How the store in PostgreSQL is opened. */
export interface PostgresOptions {
  /** `postgres://user:password@host:port/database` of the primary. */
  readonly url: string;
  /** Where the epoch keys stand, outside the database; processes that share the database share it. */
  readonly keyFolder: string;
  /** 32 bytes under which the epoch keys are sealed in their file. */
  readonly epochSecret: Uint8Array;
  readonly hash: Hash;
  readonly random: Random;
  readonly connections?: number;
}

/**
 * Opens the store of a database, and makes its tables when there are none. Errors: LED-0206 the database may lose what it
 * confirms, LED-0207 its tables are not this version's, LED-0208 it is too old, LED-0209 it cannot be reached.
 */
export async function openPostgresStore(options: PostgresOptions): Promise<Result<PostgresStore>> {
  const sql = postgres(options.url, { max: options.connections ?? 8, onnotice: () => {}, connect_timeout: 10 });
  try {
    const opened = await open(sql, options);
    if (!opened.ok) await sql.end({ timeout: 1 });
    return opened;
  } catch (error) {
    await sql.end({ timeout: 1 });
    if (error instanceof StoreFault) return err(error.finding);
    return err(ledgerFindings.find('LED-0209', { cause: error instanceof Error ? error.message : String(error) }));
  }
}

async function open(sql: Sql, options: PostgresOptions): Promise<Result<PostgresStore>> {
  const checked = await checkServer(sql);
  if (!checked.ok) return checked;
  const migrated = await migrate(sql);
  if (!migrated.ok) return migrated;
  const keys = new WrappedKeys(
    sql,
    await EpochFile.open(options.keyFolder, options.epochSecret, options.random),
    options.random,
  );
  await keys.begin();
  const store = new PostgresStore(sql, keys, (given) => new Sequencer(sql, options.hash, given));
  await sql.listen('tripoint_sequenced', (position) => store.announce(Number(position)));
  store.wake();
  return { ok: true, value: store };
}
