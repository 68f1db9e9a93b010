import type { Listing, LodgementId, Reality, View } from '#kernel';
import { aggregateId, invariant, lodgementId } from '#kernel';
import type { Aggregates } from './aggregates.ts';
import { Keyring } from './keyring.ts';
import { answeredKind, bytesKind, receivedKind, receivedSchema, relayedKind } from './lodgement.ts';
import type { NodePorts } from './ports.ts';
import type { Recorder } from './recorder.ts';

/** A lodgement with parts of others whose bytes were not forgotten yet. */
export interface Relay {
  readonly answered: boolean;
}

/** Lodgements with parts of others whose bytes were not forgotten yet: on their way now, or left behind by a crash. */
export const relaysView: View<Relay> = {
  name: 'lodgement.relays',
  hears: (kind) => kind === receivedKind.name || kind === answeredKind.name || kind === relayedKind.name,
  fold: {
    initial: undefined,
    apply: (open, { kind, data }) => {
      if (kind === receivedKind.name) return receivedSchema.parse(data).relayed ? { answered: false } : open;
      if (open === undefined) return open;
      if (kind === answeredKind.name) return { answered: true };
      return kind === relayedKind.name ? undefined : open;
    },
  },
};

export interface RelaysMeans {
  readonly ports: NodePorts;
  readonly recorder: Recorder;
  readonly aggregates: Aggregates;
  /** The lodgements of which something still waits for a partner's receipt. */
  readonly waiting: () => ReadonlySet<string>;
}

/**
 * Forgets what was only passed on. Bytes that hold parts of other countries live until the answer is recorded and every
 * addressee has receipted his part; then their key is destroyed. What is left says that it was passed on, not what.
 */
export class Relays {
  readonly #with: RelaysMeans;
  readonly #open = new Map<LodgementId, Reality>();
  #forgetting: Promise<void> = Promise.resolve();

  constructor(means: RelaysMeans) {
    this.#with = means;
  }

  /** A lodgement with parts of others was answered. */
  answered(lodgement: LodgementId, reality: Reality): void {
    this.#open.set(lodgement, reality);
    this.sweep();
  }

  /** Takes up again what a crash left behind. */
  resume(open: Listing<Relay>, reality: Reality): void {
    for (const [aggregate, { answered }] of open) {
      const lodgement = lodgementId(aggregate);
      if (answered && lodgement !== undefined) this.#open.set(lodgement, reality);
    }
    this.sweep();
  }

  /** Looks which lodgements nobody waits for any more; called when an addressee has receipted something. */
  sweep(): void {
    if (this.#open.size === 0) return;
    const waiting = this.#with.waiting();
    for (const [lodgement, reality] of this.#open) {
      if (waiting.has(lodgement)) continue;
      this.#open.delete(lodgement);
      this.#forgetting = this.#forgetting.then(() => this.#forget(lodgement, reality));
    }
  }

  /** Resolves when what could be forgotten is. */
  settled(): Promise<void> {
    return this.#forgetting;
  }

  async #forget(lodgement: LodgementId, reality: Reality): Promise<void> {
    const { ports, recorder, aggregates } = this.#with;
    const aggregate = aggregateId(lodgement);
    invariant(aggregate !== undefined, 'a lodgement id names its aggregate');
    const entries = await ports.store.read(aggregate);
    const keys = entries.flatMap(({ header }) => (header.kind === bytesKind.name ? [header.key] : []));
    await ports.store.forget(keys);
    aggregates.drop(aggregate);
    const keyring = new Keyring(recorder);
    const write = { aggregate, kind: relayedKind.name, data: {}, key: keyring.of(relayedKind.retention), reality };
    const done = await recorder.append([write], keyring.takeFresh());
    if (!done.ok) ports.log.warn('relay-not-recorded', { lodgement, code: done.error.code });
  }
}
