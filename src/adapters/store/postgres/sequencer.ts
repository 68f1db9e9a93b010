import type { Sql, TransactionSql } from 'postgres';
import type { Hash } from '#kernel';
import { Frontier, type Head, hexAt, Sequence } from '#ledger';
import { locks } from './migrations.ts';

interface SequencerRow {
  readonly size: number;
  readonly chain: Uint8Array;
  readonly edge: Uint8Array;
}

const atOnce = 1000;
/** How often a process looks for entries whose own process died before it gave them positions. */
const lookEvery = 1000;

const edgeOf = (bytes: Uint8Array): Uint8Array[] =>
  Array.from({ length: bytes.length / 32 }, (_, index) => new Uint8Array(bytes.slice(index * 32, index * 32 + 32)));

/**
 * Gives positions in batches. Several processes may try; the one that gets the advisory lock holds the lease for that
 * batch, and the row of the sequencer, locked in the same transaction, stands against any second one.
 */
export class Sequencer {
  readonly #sql: Sql;
  readonly #hash: Hash;
  readonly #given: (position: number) => void;
  readonly #timer: NodeJS.Timeout;
  #wanted = false;
  #running: Promise<void> | undefined;
  #closed = false;

  constructor(sql: Sql, hash: Hash, given: (position: number) => void) {
    this.#sql = sql;
    this.#hash = hash;
    this.#given = given;
    this.#timer = setInterval(() => this.wake(), lookEvery);
    this.#timer.unref();
  }

  /** There is something to sequence, or there may be. */
  wake(): void {
    if (this.#closed) return;
    this.#wanted = true;
    this.#running ??= this.#run();
  }

  async #run(): Promise<void> {
    while (this.#wanted) {
      this.#wanted = false;
      // A lost connection is met again by the next look; positions may wait, nothing that was acknowledged can be lost.
      const given = await this.#batch().catch(() => 0);
      if (given === atOnce) this.#wanted = true;
    }
    this.#running = undefined;
  }

  async #batch(): Promise<number> {
    const done = await this.#sql.begin(async (tx) => {
      const [lease] = await tx<{ held: boolean }[]>`select pg_try_advisory_xact_lock(${locks.sequence}) as held`;
      return lease?.held === true ? this.#sequence(tx) : undefined;
    });
    if (done === undefined || done.count === 0) return 0;
    this.#given(done.size);
    return done.count;
  }

  async #sequence(tx: TransactionSql): Promise<{ readonly count: number; readonly size: number }> {
    const row = await sequencerRow(tx, true);
    const waiting = await tx<{ arrival: string; aggregate: string; version: number; header: Uint8Array }[]>`
      select arrival::text, encode(aggregate, 'hex') as aggregate, version, header
      from tripoint.unsequenced join tripoint.entry using (aggregate, version) order by unsequenced.arrival limit ${atOnce}`;
    if (waiting.length === 0) return { count: 0, size: row.size };
    const sequence = new Sequence(this.#hash, new Frontier(this.#hash, row.size, edgeOf(row.edge)), row.chain);
    const chains = waiting.map(({ header }) => {
      sequence.add(header);
      return hexAt(sequence.chain, 0, 32);
    });
    await tx`
      insert into tripoint.sequence (position, aggregate, version, chain)
      select ${row.size}::bigint + place, decode(aggregate, 'hex'), version, decode(chain, 'hex')
      from unnest(${waiting.map((one) => one.aggregate)}::text[], ${waiting.map((one) => one.version)}::int[],
        ${chains}::text[]) with ordinality given (aggregate, version, chain, place)`;
    await tx`delete from tripoint.unsequenced where arrival = any(${waiting.map((one) => one.arrival)}::bigint[])`;
    await tx`
      update tripoint.sequencer
      set size = ${sequence.size}, chain = ${Buffer.from(sequence.chain)}, edge = ${Buffer.concat(sequence.edge)}`;
    await tx`select pg_notify('tripoint_sequenced', ${String(sequence.size)})`;
    return { count: waiting.length, size: sequence.size };
  }

  async head(): Promise<Head> {
    const { size, chain, edge } = await sequencerRow(this.#sql, false);
    const root = new Frontier(this.#hash, size, edgeOf(edge)).root();
    return { size, chain: hexAt(chain, 0, 32), root: hexAt(root, 0, 32) };
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#timer);
    while (this.#running !== undefined) await this.#running;
  }
}

async function sequencerRow(sql: Sql | TransactionSql, lock: boolean): Promise<SequencerRow> {
  const rows = lock
    ? await sql<SequencerRow[]>`select size::float8 as size, chain, edge from tripoint.sequencer for update`
    : await sql<SequencerRow[]>`select size::float8 as size, chain, edge from tripoint.sequencer`;
  return rows[0] ?? { size: 0, chain: new Uint8Array(32), edge: new Uint8Array(0) };
}
