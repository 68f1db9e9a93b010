import type { Domain, Json, LodgementId, ReadContext, Reality, Result } from '#kernel';
import { aggregateId, err, invariant, lodgementId, ok } from '#kernel';
import type { Aggregates } from './aggregates.ts';
import { Keyring } from './keyring.ts';
import { answeredOf, lodgedOf, restored } from './lodged.ts';
import {
  answeredKind,
  bytesKind,
  type Lodged,
  type LodgedMessage,
  type LodgeInput,
  type LodgementState,
  lodgementFold,
  type Received,
  receivedKind,
  relayRetention,
} from './lodgement.ts';
import type { OnItsWay, Pipeline, Ran } from './pipeline.ts';
import { type ReadLodgement, readLodgement } from './reader.ts';
import type { Recorder, Write } from './recorder.ts';
import type { Relays } from './relays.ts';
import { type Ways, waysOf } from './ways.ts';

/** How many messages of one lodgement are on their way at the same time. */
const messagesAtOnce = 16;

/** What of a lodgement decides how it is read. */
export interface Contextual {
  readonly profile?: string | undefined;
  readonly tolerance?: 'strict' | 'lenient' | undefined;
  readonly organisation?: string | undefined;
  /** When it was handed in; now, when it is being handed in. */
  readonly receivedAt?: number | undefined;
}

const contextual = (input: LodgeInput): Contextual => ({
  profile: input.profile,
  tolerance: input.tolerance,
  organisation: input.actor.organisation,
});

export interface LodgingMeans {
  readonly domains: readonly Domain[];
  readonly context: (input: Contextual) => Omit<ReadContext, 'lodgement'>;
  readonly reality: Reality;
  readonly recorder: Recorder;
  readonly aggregates: Aggregates;
  readonly pipeline: Pipeline;
  readonly relays: Relays;
}

interface Opened {
  readonly lodgement: LodgementId;
  readonly alias?: string;
}

/** A lodgement that was read and understood, before it is worked on. */
interface Prepared {
  readonly lodgement: LodgementId;
  readonly read: ReadLodgement;
  readonly ways: Ways;
}

interface AllRan {
  readonly messages: readonly LodgedMessage[];
  readonly writes: readonly Write[];
}

/** The front door: bytes go in, are kept, read, worked on, and answered; a second identical key gets the first answer. */
export class Lodging {
  readonly #with: LodgingMeans;
  readonly #underWay = new Map<LodgementId, Promise<Result<Lodged>>>();

  constructor(means: LodgingMeans) {
    this.#with = means;
  }

  async lodge(input: LodgeInput): Promise<Result<Lodged>> {
    const opened = await this.#open(input);
    return this.#once(opened.lodgement, () =>
      opened.alias === undefined ? this.#begin(input, opened) : this.#beginOrGoOn(input, opened),
    );
  }

  /** Works again on a lodgement that was kept but never answered, as after a crash between the two. */
  resume(lodgement: LodgementId): Promise<Result<Lodged>> {
    return this.#once(lodgement, async () => {
      const state = await this.state(lodgement);
      invariant(state !== undefined, 'only what was received is resumed');
      return state.answered === undefined ? this.#goOn(lodgement, state) : ok(restored(lodgement, state.answered));
    });
  }

  /** True while this process is working on it. */
  isUnderWay(lodgement: LodgementId): boolean {
    return this.#underWay.has(lodgement);
  }

  /** What is known of one lodgement; undefined when there is none. */
  async state(lodgement: LodgementId): Promise<LodgementState | undefined> {
    const aggregate = aggregateId(lodgement);
    return aggregate === undefined ? undefined : this.#with.aggregates.state(aggregate, lodgementFold);
  }

  /** The record of one message of a lodgement, read again from its bytes; once they were forgotten, the bare one. */
  async recordOf(lodgement: LodgementId, message: number): Promise<Json | undefined> {
    const state = await this.state(lodgement);
    if (state === undefined) return undefined;
    return state.answered?.messages[message]?.bare ?? this.#understandAgain(lodgement, state, message);
  }

  #understandAgain(lodgement: LodgementId, state: LodgementState, message: number): Json | undefined {
    const read = this.#readAgain(lodgement, state);
    const found = read?.reading.messages[message];
    if (read?.domain === undefined || found === undefined) return undefined;
    const understood = read.domain.understand(found, read.context);
    return understood.ok ? understood.value.record : undefined;
  }

  /** Work on one lodgement is done once, whoever asks for it meanwhile. */
  #once(lodgement: LodgementId, work: () => Promise<Result<Lodged>>): Promise<Result<Lodged>> {
    const underWay = this.#underWay.get(lodgement);
    if (underWay !== undefined) return underWay;
    const working = work().finally(() => this.#underWay.delete(lodgement));
    this.#underWay.set(lodgement, working);
    return working;
  }

  async #open(input: LodgeInput): Promise<Opened> {
    const { idempotencyKey, actor } = input;
    const key = `idempotency ${actor.organisation ?? actor.name} ${idempotencyKey}`;
    const opened =
      idempotencyKey === undefined
        ? { aggregate: this.#with.recorder.newAggregate() }
        : await this.#with.recorder.open(key);
    const lodgement = lodgementId(opened.aggregate);
    invariant(lodgement !== undefined, 'a lodgement is named by its aggregate');
    return { lodgement, ...('alias' in opened ? { alias: opened.alias } : {}) };
  }

  async #beginOrGoOn(input: LodgeInput, opened: Opened): Promise<Result<Lodged>> {
    const { lodgement } = opened;
    const state = await this.state(lodgement);
    if (state?.answered !== undefined) return ok(restored(lodgement, state.answered));
    return state?.received === undefined ? this.#begin(input, opened) : this.#goOn(lodgement, state);
  }

  async #begin(input: LodgeInput, { lodgement, alias }: Opened): Promise<Result<Lodged>> {
    const context = { ...this.#with.context(contextual(input)), lodgement };
    const read = withEdgeFindings(input, () =>
      readLodgement(this.#with.domains, input.bytes, input.mediaType, context),
    );
    const ways = this.#waysOf(read, context, input.reality);
    const prepared = { lodgement, read, ways };
    const kept = await this.#keep(input, prepared, alias);
    return kept.ok ? this.#work(prepared) : kept;
  }

  async #goOn(lodgement: LodgementId, state: LodgementState): Promise<Result<Lodged>> {
    const read = this.#readAgain(lodgement, state);
    invariant(read !== undefined, 'bytes are not forgotten before they were answered');
    return this.#work({ lodgement, read, ways: this.#waysOf(read, read.context, state.reality) });
  }

  #readAgain(lodgement: LodgementId, { received, bytes, receivedAt }: LodgementState) {
    if (received === undefined || bytes === undefined) return undefined;
    const context = { ...this.#with.context({ ...received, receivedAt }), lodgement };
    return { ...readLodgement(this.#with.domains, bytes, received.mediaType, context), context };
  }

  #waysOf(read: ReadLodgement, context: ReadContext & { lodgement: LodgementId }, reality = this.#with.reality): Ways {
    return waysOf(read, {
      ...{ lodgement: context.lodgement, context, reality },
      keyring: new Keyring(this.#with.recorder),
    });
  }

  #keep(input: LodgeInput, { lodgement, ways }: Prepared, alias: string | undefined): Promise<Result<unknown>> {
    const { mediaType, actor, profile, bytes } = input;
    const { allOurs, keyring, reality } = ways;
    const data: Received = {
      ...{ mediaType, sender: actor.name, relayed: !allOurs },
      ...(actor.organisation === undefined ? {} : { organisation: actor.organisation }),
      ...(profile === undefined ? {} : { profile }),
      tolerance: this.#with.context(contextual(input)).tolerance,
    };
    const into = { aggregate: aggregateOf(lodgement), reality };
    const received = { ...into, kind: receivedKind.name, data, key: keyring.of(receivedKind.retention) };
    const bytesKey = keyring.of(allOurs ? bytesKind.retention : relayRetention);
    return this.#with.recorder.append(
      [
        alias === undefined ? received : { ...received, alias },
        { ...into, kind: bytesKind.name, data: { bytes }, key: bytesKey },
      ],
      keyring.takeFresh(),
    );
  }

  async #work(prepared: Prepared): Promise<Result<Lodged>> {
    const { lodgement, read, ways } = prepared;
    const ran = await this.#run(ways);
    if (!ran.ok) return ran;
    const lodged = lodgedOf(lodgement, read, ran.value.messages);
    const { keyring, reality, allOurs } = ways;
    const answer = {
      ...{ aggregate: aggregateOf(lodgement), kind: answeredKind.name, data: answeredOf(lodged), reality },
      key: keyring.of(answeredKind.retention),
    };
    const recorded = await this.#with.recorder.append([...ran.value.writes, answer], keyring.takeFresh());
    if (!recorded.ok) return err(recorded.error);
    if (!allOurs) this.#with.relays.answered(lodgement, reality);
    return ok(lodged);
  }

  /**
   * Sends each message its way, some at a time; they come back in the order in which they were handed in. What the last
   * of them have to record becomes durable with the answer.
   */
  async #run({ ways, refused, allOurs, keyring }: Ways): Promise<Result<AllRan>> {
    const placed = [...refused];
    let writes: readonly Write[] = [];
    for (let from = 0; from < ways.length; from += messagesAtOnce) {
      const recorded = writes.length === 0 ? ok([]) : await this.#with.recorder.append(writes, keyring.takeFresh());
      if (!recorded.ok) return recorded;
      const some = await this.#runSome(ways.slice(from, from + messagesAtOnce), allOurs);
      if (!some.ok) return some;
      placed.push(...some.value.map(({ place, message }) => [place, message] as const));
      writes = some.value.flatMap((one) => one.writes);
    }
    return ok({ messages: placed.toSorted(([a], [b]) => a - b).map(([, message]) => message), writes });
  }

  async #runSome(ways: readonly OnItsWay[], allOurs: boolean): Promise<Result<(Ran & { readonly place: number })[]>> {
    const all = await Promise.all(ways.map((way) => this.#with.pipeline.run(way)));
    const done: (Ran & { readonly place: number })[] = [];
    for (const [at, ran] of all.entries()) {
      const way = ways[at];
      if (!ran.ok) return ran;
      if (way === undefined) continue;
      const bare = allOurs ? undefined : way.domain.bare?.(way.record);
      const message = bare === undefined ? ran.value.message : { ...ran.value.message, bare };
      done.push({ ...ran.value, message, place: way.index });
    }
    return ok(done);
  }
}

function aggregateOf(lodgement: LodgementId) {
  const aggregate = aggregateId(lodgement);
  invariant(aggregate !== undefined, 'a lodgement id names its aggregate');
  return aggregate;
}

/** A lodgement that the edge already found wrong (a zip bomb, a wrong encoding) is kept and not read. */
function withEdgeFindings(input: LodgeInput, read: () => ReadLodgement): ReadLodgement {
  const findings = input.findings ?? [];
  if (findings.some((finding) => finding.severity === 'error'))
    return { domain: undefined, reading: { messages: [], findings } };
  const done = read();
  return { ...done, reading: { ...done.reading, findings: [...findings, ...done.reading.findings] } };
}
