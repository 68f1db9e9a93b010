import { type AggregateId, err, type Finding, type KeyId, ok, type Result } from '#kernel';
import {
  type DataKey,
  type Group,
  type Head,
  ledgerFindings,
  refusal,
  type SealedEntry,
  type SequencedEntry,
  type Standing,
  type Store,
} from '#ledger';
import { StoreFault } from '../fault.ts';
import { Checkpointer, type CheckpointParts } from './checkpoint.ts';
import { type CommitParts, Committer, type Landed } from './commit.ts';
import type { Lock } from './lock.ts';

/** The parts of an open store, as recovery leaves them. */
export interface StoreParts extends CheckpointParts, CommitParts {
  /** The number of the last frame. */
  readonly frame: number;
  readonly lock: Lock | undefined;
  /** What recovery read beyond the last checkpoint; undefined when there was nothing. */
  readonly landed: Landed | undefined;
  /** Entries between two checkpoints. */
  readonly checkpointEvery: number;
}

/** The embedded store: a group-commit journal, a file of keys, and indexes that can be made again from these two. */
export class EmbeddedStore implements Store {
  /** What opening found worth telling: a cut-off tail, a rebuilt index. */
  readonly findings: readonly Finding[];
  readonly #parts: StoreParts;
  readonly #standing: Standing;
  readonly #commit: Committer;
  readonly #checkpoints: Checkpointer;
  readonly #listeners = new Set<(position: number) => void>();

  constructor(parts: StoreParts, findings: readonly Finding[]) {
    this.#parts = parts;
    this.findings = findings;
    this.#standing = {
      last: (aggregate) => parts.index.versionOf(aggregate),
      aggregateOf: (alias) => parts.index.aggregateOf(alias),
      hasKey: (id) => parts.keys.has(id),
    };
    this.#checkpoints = new Checkpointer(parts, parts.checkpointEvery, (cause) => this.#commit.stop(cause));
    this.#commit = new Committer(parts, parts.frame, {
      landed: (landed) => this.#checkpoints.landed(landed),
      sequenced: (position) => {
        for (const listener of this.#listeners) listener(position);
      },
    });
    if (parts.landed !== undefined) this.#checkpoints.landed(parts.landed);
  }

  /** The random name of this store; its segments and archives bear it. */
  get id(): string {
    return this.#parts.store;
  }

  /** Why the store takes nothing more, from the call that closes it on; undefined while all is well. */
  get stopped(): string | undefined {
    return this.#commit.stopped ?? (this.#closing && 'closed');
  }

  append(group: Group): Promise<Result<void>> {
    return this.#append(group, false);
  }

  /** Takes in entries of a backup, those whose key was forgotten without it. */
  adopt(entries: readonly SealedEntry[], keys: readonly DataKey[]): Promise<Result<void>> {
    return this.#append({ entries, keys }, true);
  }

  #append(group: Group, keyless: boolean): Promise<Result<void>> {
    const { stopped } = this;
    if (stopped !== undefined) return Promise.resolve(refused(stopped));
    const lost = refusal(group, this.#standing, keyless);
    if (lost !== undefined) return Promise.resolve(err(lost));
    const slots = this.#parts.keys.reserve(group.keys);
    const owners = group.entries.map((entry) => this.#parts.index.admit(entry.header));
    return new Promise((resolve) => {
      this.#commit.enqueue({
        ...{ group, owners, slots },
        settle: (cause) => resolve(cause === undefined ? ok(undefined) : refused(cause)),
      });
    });
  }

  async versionOf(aggregate: AggregateId): Promise<number> {
    return this.#parts.index.versionOf(aggregate);
  }

  async read(aggregate: AggregateId, after = 0): Promise<readonly SealedEntry[]> {
    return this.#parts.journal.entries(this.#parts.index.placesOf(aggregate, after));
  }

  async find(alias: string): Promise<AggregateId | undefined> {
    return this.#parts.index.aggregateOf(alias);
  }

  async sequenced(after: number, limit: number): Promise<readonly SequencedEntry[]> {
    const { sequence, index, journal } = this.#parts;
    const count = Math.min(limit, sequence.size - after);
    if (count <= 0) return [];
    const places = Array.from({ length: count }, (_, at) => index.at(after + at));
    const [chains, entries] = await Promise.all([sequence.chains(after, count), journal.entries(places)]);
    return entries.map((entry, at) => ({ position: after + at + 1, chain: chains[at] ?? '', entry }));
  }

  onSequenced(listener: (position: number) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async head(): Promise<Head> {
    return this.#parts.sequence.head();
  }

  key(id: KeyId): Promise<DataKey | undefined> {
    return this.#parts.keys.get(id);
  }

  /** From the call on nobody is given the keys; when it resolves their bytes have been overwritten on stable storage. */
  forget(ids: readonly KeyId[]): Promise<void> {
    const { stopped } = this;
    if (stopped !== undefined) return Promise.reject(stoppedFault(stopped));
    const forgotten = this.#parts.keys.retire(ids);
    // Also with nothing left to do: another call may be forgetting the same key right now, and the wait is for its sync.
    return new Promise((resolve, reject) => {
      const settle = (cause: string | undefined): void =>
        cause === undefined ? resolve() : reject(stoppedFault(cause));
      this.#commit.enqueue({ group: { entries: [], keys: [] }, owners: [], slots: [], forgotten, settle });
    });
  }

  #closing: Promise<void> | undefined;

  /** Takes nothing more, waits for what is on its way, writes a checkpoint, and lets go of the directory. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    await this.#commit.idle();
    if (this.#commit.stopped === undefined) await this.#checkpoints.finish();
    this.#commit.stop('closed');
    await this.#checkpoints.idle();
    const { journal, keys, sequence, indexFile, lock } = this.#parts;
    await Promise.all([journal.close(), keys.close(), sequence.close(), indexFile.close()]);
    await lock?.release();
  }
}

const stopFinding = (cause: string): Finding => ledgerFindings.find('LED-0104', { cause });
const refused = (cause: string): Result<void> => err(stopFinding(cause));
const stoppedFault = (cause: string): StoreFault => new StoreFault(stopFinding(cause));
