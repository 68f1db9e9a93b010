import { z } from 'zod';
import type { ExchangeEntry } from '#exchange';
import type { AggregateId, KeyId, RecordKind, Result } from '#kernel';
import { err, ok } from '#kernel';
import type { DataKey } from '#ledger';
import type { Aggregates } from './aggregates.ts';
import type { NodePorts } from './ports.ts';
import type { Recorder, Write } from './recorder.ts';

/** `exchange.entry`: one thing that happened in a channel with a partner; sealed wire bytes stand beside it. */
export const exchangeEntryKind: RecordKind = {
  name: 'exchange.entry',
  title: { en: 'Exchange with a partner', fr: 'Échange avec un partenaire', es: 'Intercambio con un socio' },
  schema: z.looseObject({ partner: z.string(), kind: z.string() }),
  retention: 'exchange',
};

const logName = 'exchange-log';

/** The durable entries of the exchange. Each queued message has a key of its own, destroyed with the partner's receipt. */
export class ExchangeLog {
  readonly #recorder: Recorder;
  readonly #ports: NodePorts;
  readonly #keys = new Map<string, KeyId>();
  #log: { aggregate: AggregateId; alias: string } | undefined;
  #key: DataKey | undefined;

  constructor(recorder: Recorder, ports: NodePorts) {
    this.#recorder = recorder;
    this.#ports = ports;
  }

  /** All entries so far, for folding. */
  async read(aggregates: Aggregates): Promise<readonly ExchangeEntry[]> {
    const aggregate = await this.#recorder.find(logName);
    if (aggregate === undefined) return [];
    const sealed = await this.#ports.store.read(aggregate);
    const entries: ExchangeEntry[] = [];
    for (const entry of sealed) {
      const recorded = await aggregates.open(entry);
      if (recorded.kind !== exchangeEntryKind.name) continue;
      const read = restored(recorded.data);
      entries.push(read);
      if (read.kind === 'queued') this.#keys.set(referenceKey(read), entry.header.key);
    }
    return entries;
  }

  /** Makes entries durable, in their order. */
  async append(entries: readonly ExchangeEntry[]): Promise<Result<void>> {
    if (entries.length === 0) return ok(undefined);
    this.#log ??= await this.#recorder.open(logName);
    const keys: DataKey[] = [];
    if (this.#key === undefined) {
      this.#key = this.#recorder.newKey();
      keys.push(this.#key);
    }
    const writes: Write[] = [];
    for (const entry of entries) {
      let key = this.#key;
      if (entry.kind === 'queued') {
        key = this.#recorder.newKey();
        keys.push(key);
        this.#keys.set(referenceKey(entry), key.id);
      }
      writes.push({ ...this.#log, kind: exchangeEntryKind.name, data: kept(entry), key, reality: entry.reality });
    }
    const done = await this.#recorder.append(writes, keys);
    return done.ok ? ok(undefined) : err(done.error);
  }

  /** Destroys the copy of a message that the partner now has. */
  async forget(partner: string, reference: string): Promise<void> {
    const name = `${partner} ${reference}`;
    const key = this.#keys.get(name);
    if (key === undefined) return;
    this.#keys.delete(name);
    await this.#ports.store.forget([key]);
  }
}

const referenceKey = (entry: { readonly partner: string; readonly reference: string }): string =>
  `${entry.partner} ${entry.reference}`;

/** The wire bytes stand as the payload's bytes, everything else as its JSON. */
function kept(entry: ExchangeEntry): unknown {
  if (!('wire' in entry)) return entry;
  const { wire, ...rest } = entry;
  return { ...rest, bytes: wire };
}

function restored(data: unknown): ExchangeEntry {
  const { bytes, ...rest } = data as Record<string, unknown>;
  return (bytes === undefined ? rest : { ...rest, wire: bytes }) as unknown as ExchangeEntry;
}
