import { z } from 'zod';
import { draftsOf, type ExchangeDraft, type ExchangeEntry, entriesOf, type Wired } from '#exchange';
import {
  type AggregateId,
  type Instant,
  instant,
  invariant,
  type KeyId,
  keyId,
  ok,
  type RecordKind,
  type Result,
  textAs,
} from '#kernel';
import type { DataKey, SealedEntry } from '#ledger';
import type { Aggregates } from './aggregates.ts';
import type { NodePorts } from './ports.ts';
import type { Recorder, Write } from './recorder.ts';

const epochSchema = z.object({ superseded: z.array(textAs(keyId)) });

/** `node.exchange-epoch`: a new epoch of the exchange log, and the keys of bytes that the old one held and nobody needs any more. */
export const epochKind: RecordKind<z.infer<typeof epochSchema>> = {
  name: 'node.exchange-epoch',
  title: { en: 'Epoch of the exchange', fr: 'Époque de l’échange', es: 'Época del intercambio' },
  schema: epochSchema,
  retention: 'exchange',
};

const epochName = (epoch: number): string => `exchange-log ${epoch}`;
const wireName = ({ partner, reality, side, sequence }: Wired): string => `${partner} ${reality} ${side} ${sequence}`;

/** Entries after which a new epoch begins: what a start folds at most, but for what waits. */
const usualEpoch = 10_000;
/** So heavy a standing is not written anew: the partner is away, and the epoch goes on until he is back. */
const heaviest = 65_536;
/** Milliseconds within which keys that have served are destroyed. */
const forgetWithin = 250;

/**
 * The durable entries of the exchange, in epochs. Each begins with how the channels stood, in one group with everything
 * that still waits, so that a start reads the last epoch only. The bytes of each message have a key of their own,
 * destroyed when they have served.
 */
export class ExchangeLog {
  readonly #recorder: Recorder;
  readonly #ports: NodePorts;
  readonly #epochLength: number;
  /** Keys of the bytes that still wait, and of those that are being destroyed. */
  readonly #keys = new Map<string, KeyId>();
  readonly #forgotten = new Set<KeyId>();
  #epoch = 1;
  #entries = 0;
  #log: { readonly aggregate: AggregateId; readonly alias: string } | undefined;
  #key: DataKey | undefined;
  #forgetting: Promise<void> | undefined;
  #callOff: (() => void) | undefined;

  constructor(recorder: Recorder, ports: NodePorts, epochLength = usualEpoch) {
    this.#recorder = recorder;
    this.#ports = ports;
    this.#epochLength = epochLength;
  }

  /** The entries of the last epoch, for folding; bytes whose key is gone are left out, as the fold allows. */
  async read(aggregates: Aggregates): Promise<readonly ExchangeEntry[]> {
    this.#epoch = await this.#lastEpoch();
    const aggregate = await this.#recorder.find(epochName(this.#epoch));
    if (aggregate === undefined) return [];
    const entries: ExchangeEntry[] = [];
    for (const sealed of await this.#ports.store.read(aggregate)) {
      entries.push(...(await this.#open(sealed, aggregates)));
      this.#entries += 1;
    }
    return entries;
  }

  /** Makes entries durable, in their order. */
  append(entries: readonly ExchangeEntry[]): Promise<Result<unknown>> {
    const keys: DataKey[] = [];
    return this.#append(this.#writesOf(entries, keys), keys);
  }

  /** True when a new epoch is worth its while; `weight` is what it would begin with. */
  isLong(weight: number): boolean {
    return this.#entries > this.#epochLength + weight && weight < heaviest;
  }

  /**
   * Begins a new epoch with how the channels stand. Its one group holds the bytes that still wait, under new keys, and
   * names the old keys: should the process die before they are destroyed, the next one destroys them.
   */
  async begin(standing: readonly ExchangeEntry[]): Promise<void> {
    const superseded = [...this.#keys.values(), ...this.#forgotten];
    const begun = { kind: epochKind.name, data: { superseded } };
    this.#keys.clear();
    this.#log = undefined;
    this.#epoch += 1;
    this.#entries = 0;
    const keys: DataKey[] = [];
    const writes = this.#writesOf(standing, keys);
    const done = await this.#append([{ ...begun, key: this.#ownKey(keys), reality: 'live' }, ...writes], keys);
    invariant(done.ok, 'the exchange log has one writer');
    this.#destroy(superseded);
  }

  /** Destroys the bytes of one message within a moment, together with others: each destruction is a sync of the disk. */
  forget(wired: Wired): void {
    const name = wireName(wired);
    const key = this.#keys.get(name);
    if (key === undefined) return;
    this.#keys.delete(name);
    this.#destroy([key]);
  }

  /** Destroys everything that was to be destroyed, now. */
  async settled(): Promise<void> {
    this.#forgetNow();
    await this.#forgetting;
  }

  /** Epochs are numbered without gaps: doubled until one is missing, then halved. */
  async #lastEpoch(): Promise<number> {
    const exists = async (epoch: number): Promise<boolean> =>
      (await this.#recorder.find(epochName(epoch))) !== undefined;
    let [last, missing] = [1, 2];
    while (await exists(missing)) [last, missing] = [missing, missing * 2];
    while (missing - last > 1) {
      const middle = (last + missing) >> 1;
      if (await exists(middle)) last = middle;
      else missing = middle;
    }
    return last;
  }

  async #open(sealed: SealedEntry, aggregates: Aggregates): Promise<readonly ExchangeEntry[]> {
    const recorded = await aggregates.open(sealed);
    if (recorded.kind === epochKind.name) this.#destroy(epochSchema.parse(recorded.data).superseded);
    const entries = entriesOf(recorded);
    for (const entry of entries) if (entry.kind === 'wire') this.#keys.set(wireName(entry), sealed.header.key);
    return entries;
  }

  async #append(
    writes: readonly Omit<Write, 'aggregate' | 'alias'>[],
    keys: readonly DataKey[],
  ): Promise<Result<unknown>> {
    if (writes.length === 0) return ok(undefined);
    const log = this.#log ?? (await this.#recorder.open(epochName(this.#epoch)));
    this.#log = log;
    this.#entries += writes.length;
    return this.#recorder.append(
      writes.map((write): Write => ({ aggregate: log.aggregate, alias: log.alias, ...write })),
      keys,
    );
  }

  #destroy(keys: readonly KeyId[]): void {
    for (const key of keys) this.#forgotten.add(key);
    if (this.#forgotten.size > 0) this.#callOff ??= this.#ports.alarm.at(this.#soon(), () => this.#forgetNow());
  }

  #soon(): Instant {
    return instant(this.#ports.clock.now() + forgetWithin);
  }

  #forgetNow(): void {
    this.#callOff?.();
    this.#callOff = undefined;
    if (this.#forgotten.size > 0) this.#forgetting ??= this.#forgetAll();
  }

  async #forgetAll(): Promise<void> {
    while (this.#forgotten.size > 0) {
      const keys = [...this.#forgotten];
      await this.#ports.store.forget(keys);
      for (const key of keys) this.#forgotten.delete(key);
    }
    this.#forgetting = undefined;
  }

  #writesOf(entries: readonly ExchangeEntry[], fresh: DataKey[]): Omit<Write, 'aggregate' | 'alias'>[] {
    return draftsOf(entries).map((draft) => ({ ...draft, key: this.#keyOf(draft, fresh) }));
  }

  #keyOf({ wired }: ExchangeDraft, fresh: DataKey[]): DataKey {
    if (wired === undefined) return this.#ownKey(fresh);
    const key = this.#recorder.newKey();
    fresh.push(key);
    this.#keys.set(wireName(wired), key.id);
    return key;
  }

  /** One key for all entries of this process that hold no record. */
  #ownKey(fresh: DataKey[]): DataKey {
    if (this.#key === undefined) {
      this.#key = this.#recorder.newKey();
      fresh.push(this.#key);
    }
    return this.#key;
  }
}
