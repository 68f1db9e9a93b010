import { draftOf, type ExchangeEntry, entryOf, type Wired } from '#exchange';
import type { AggregateId, KeyId, Result } from '#kernel';
import { err, ok } from '#kernel';
import type { DataKey } from '#ledger';
import type { Aggregates } from './aggregates.ts';
import type { NodePorts } from './ports.ts';
import type { Recorder, Write } from './recorder.ts';

const logName = 'exchange-log';
const wireName = ({ partner, reality, side, sequence }: Wired): string => `${partner} ${reality} ${side} ${sequence}`;

/** The durable entries of the exchange. The bytes of each message have a key of their own, destroyed when they have served. */
export class ExchangeLog {
  readonly #recorder: Recorder;
  readonly #ports: NodePorts;
  readonly #keys = new Map<string, KeyId>();
  #log: { aggregate: AggregateId; alias: string } | undefined;
  #key: DataKey | undefined;
  #forgotten: KeyId[] = [];
  #forgetting: Promise<void> | undefined;

  constructor(recorder: Recorder, ports: NodePorts) {
    this.#recorder = recorder;
    this.#ports = ports;
  }

  /** All entries so far, for folding; bytes whose key is gone are left out, as the fold allows. */
  async read(aggregates: Aggregates): Promise<readonly ExchangeEntry[]> {
    const aggregate = await this.#recorder.find(logName);
    if (aggregate === undefined) return [];
    const entries: ExchangeEntry[] = [];
    for (const sealed of await this.#ports.store.read(aggregate)) {
      const entry = entryOf(await aggregates.open(sealed));
      if (entry === undefined) continue;
      entries.push(entry);
      if (entry.kind === 'wire') this.#keys.set(wireName(entry), sealed.header.key);
    }
    return entries;
  }

  /** Makes entries durable, in their order. */
  async append(entries: readonly ExchangeEntry[]): Promise<Result<void>> {
    if (entries.length === 0) return ok(undefined);
    const log = this.#log ?? (await this.#recorder.open(logName));
    this.#log = log;
    const keys: DataKey[] = [];
    const writes = entries.map(
      (entry): Write => ({ ...log, ...draftOf(entry), key: this.#keyOf(entry, keys), reality: entry.reality }),
    );
    const done = await this.#recorder.append(writes, keys);
    return done.ok ? ok(undefined) : err(done.error);
  }

  /** Destroys the bytes of one message. Those that come while the disk is at work are destroyed together. */
  forget(wired: Wired): void {
    const name = wireName(wired);
    const key = this.#keys.get(name);
    if (key === undefined) return;
    this.#keys.delete(name);
    this.#forgotten.push(key);
    this.#forgetting ??= this.#forgetAll();
  }

  /** Resolves when everything that was to be destroyed is. */
  async settled(): Promise<void> {
    await this.#forgetting;
  }

  async #forgetAll(): Promise<void> {
    while (this.#forgotten.length > 0) {
      const keys = this.#forgotten;
      this.#forgotten = [];
      await this.#ports.store.forget(keys);
    }
    this.#forgetting = undefined;
  }

  #keyOf(entry: ExchangeEntry, fresh: DataKey[]): DataKey {
    if (entry.kind !== 'wire' && this.#key !== undefined) return this.#key;
    const key = this.#recorder.newKey();
    fresh.push(key);
    if (entry.kind === 'wire') this.#keys.set(wireName(entry), key.id);
    else this.#key = key;
    return key;
  }
}
