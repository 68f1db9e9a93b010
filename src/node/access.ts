import type {
  Access,
  AggregateId,
  CountryCode,
  Draft,
  Fold,
  Instant,
  Listing,
  Part,
  Reality,
  Result,
  Timer,
} from '#kernel';
import { Bug, err, ok } from '#kernel';
import type { Aggregates } from './aggregates.ts';
import { Keyring } from './keyring.ts';
import type { NodePorts } from './ports.ts';
import type { Recorder, Write } from './recorder.ts';
import { timerWrites } from './timers.ts';
import type { Views } from './views.ts';

export interface AccessMeans {
  readonly country: CountryCode;
  readonly reality: Reality;
  readonly parts: readonly Part[];
  readonly ports: NodePorts;
  readonly recorder: Recorder;
  readonly aggregates: Aggregates;
  readonly views: Views;
  readonly services: Map<string, unknown>;
  /** Aliases of aggregates that were opened and not yet written to. */
  readonly aliases: Map<AggregateId, string>;
}

/** What routes, timers and jobs may do to the node, within one reality. */
export class NodeAccess implements Access {
  readonly country: CountryCode;
  readonly #with: AccessMeans;

  constructor(means: AccessMeans) {
    this.country = means.country;
    this.#with = means;
  }

  now = (): Instant => this.#with.ports.clock.now();

  state = <State>(aggregate: AggregateId, fold: Fold<State>): Promise<State | undefined> =>
    this.#with.aggregates.state(aggregate, fold);

  find = (key: string): Promise<AggregateId | undefined> => this.#with.recorder.find(key);

  view = <State>(name: string): { readonly state: Listing<State>; readonly asOf: Instant } =>
    this.#with.views.read(name, this.#with.reality);

  open = async (key: string): Promise<AggregateId> => {
    const { aggregate, alias, fresh } = await this.#with.recorder.open(key);
    if (fresh) this.#with.aliases.set(aggregate, alias);
    return aggregate;
  };

  record = async (
    aggregate: AggregateId,
    drafts: readonly Draft[],
    timers: readonly Timer[] = [],
  ): Promise<Result<void>> => {
    const { recorder, aliases } = this.#with;
    const keyring = new Keyring(recorder);
    const alias = aliases.get(aggregate);
    const plain = this.writes(aggregate, { drafts, timers }, keyring);
    const writes = alias === undefined ? plain : plain.map((write) => ({ ...write, alias }));
    const done = await recorder.append(writes, keyring.takeFresh());
    if (!done.ok) return err(done.error);
    aliases.delete(aggregate);
    return ok(undefined);
  };

  /** Drafts and timers as writes, each under the key of its record kind's retention class. */
  writes(
    aggregate: AggregateId,
    what: { readonly drafts: readonly Draft[]; readonly timers: readonly Timer[] },
    keyring: Keyring,
  ): Write[] {
    const { reality } = this.#with;
    const drafts = what.drafts.map((draft) => ({
      aggregate,
      kind: draft.kind,
      data: draft.data,
      reality,
      key: keyring.of(this.#retention(draft.kind)),
    }));
    const timers =
      what.timers.length === 0 ? [] : timerWrites(what.timers, { aggregate, reality, key: keyring.of('timer') });
    return [...drafts, ...timers];
  }

  service = <Service>(name: string): Service => {
    const service = this.#with.services.get(name);
    if (service === undefined) throw new Bug(`no service ${name}`);
    return service as Service;
  };

  /** Offers a service to routes by name. */
  offer(name: string, service: unknown): void {
    this.#with.services.set(name, service);
  }

  /** The same means within another reality. */
  within(reality: Reality): NodeAccess {
    return reality === this.#with.reality ? this : new NodeAccess({ ...this.#with, reality });
  }

  #retention(kind: string): string {
    const record = this.#with.parts.flatMap((part) => part.records).find((candidate) => candidate.name === kind);
    if (record === undefined) throw new Bug(`no part declares the record kind ${kind}`);
    return record.retention;
  }
}
