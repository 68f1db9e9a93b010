import type { Domain, Finding, Json, LodgementId, ReadContext, Reality, Result } from '#kernel';
import { aggregateId, err, invariant, lodgementId, ok } from '#kernel';
import type { Aggregates } from './aggregates.ts';
import { Keyring } from './keyring.ts';
import {
  type Answered,
  answeredKind,
  type Lodged,
  type LodgedMessage,
  type LodgeInput,
  type LodgementState,
  lodgementFold,
  type Received,
  receivedKind,
} from './lodgement.ts';
import { isAllOurs, type OnItsWay, type Pipeline } from './pipeline.ts';
import type { NodePorts } from './ports.ts';
import { isWorkable, type ReadLodgement, readLodgement } from './reader.ts';
import type { Recorder } from './recorder.ts';

/** How many messages of one lodgement are on their way at the same time. */
const messagesAtOnce = 16;

/** Retention class of raw bytes that hold parts of others: gone when the others have them. */
export const relayRetention = 'relay';

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
  readonly ports: NodePorts;
}

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

/** The front door: bytes go in, are kept, read, worked on, and answered; a second identical key gets the first answer. */
export class Lodging {
  readonly #with: LodgingMeans;
  readonly #underWay = new Set<LodgementId>();

  constructor(means: LodgingMeans) {
    this.#with = means;
  }

  async lodge(input: LodgeInput): Promise<Result<Lodged>> {
    const opened = await this.#open(input);
    if (opened.answered !== undefined) return ok(opened.answered);
    const { lodgement, alias } = opened;
    const context = { ...this.#with.context(contextual(input)), lodgement };
    const read = withEdgeFindings(input, () =>
      readLodgement(this.#with.domains, input.bytes, input.mediaType, context),
    );
    const ways = this.#ways(read, { input, lodgement, context });
    this.#underWay.add(lodgement);
    try {
      const kept = await this.#keep(input, { lodgement, alias, allOurs: ways.allOurs, keyring: ways.keyring });
      if (!kept.ok) return kept;
      return await this.#work(lodgement, { read, ways, reality: ways.reality });
    } finally {
      this.#underWay.delete(lodgement);
    }
  }

  /** True while this process is working on it. */
  isUnderWay(lodgement: LodgementId): boolean {
    return this.#underWay.has(lodgement);
  }

  /** Works again on a lodgement that was kept but never answered, as after a crash between the two. */
  async resume(lodgement: LodgementId): Promise<Result<Lodged>> {
    const state = await this.state(lodgement);
    invariant(state?.received !== undefined, 'only what was received is resumed');
    const { received } = state;
    const { bytes } = received;
    const input: LodgeInput = {
      bytes,
      mediaType: received.mediaType,
      actor: { name: received.sender },
      tolerance: received.tolerance,
      ...(state.reality === undefined ? {} : { reality: state.reality }),
      ...(received.profile === undefined ? {} : { profile: received.profile }),
    };
    const context = { ...this.#with.context({ ...received, receivedAt: state.receivedAt }), lodgement };
    const read = readLodgement(this.#with.domains, bytes, received.mediaType, context);
    const ways = this.#ways(read, { input, lodgement, context });
    return this.#work(lodgement, { read, ways, reality: ways.reality });
  }

  /** What is known of one lodgement; undefined when there is none. */
  async state(lodgement: LodgementId): Promise<LodgementState | undefined> {
    const aggregate = aggregateId(lodgement);
    return aggregate === undefined ? undefined : this.#with.aggregates.state(aggregate, lodgementFold);
  }

  /** The record of one message of a lodgement, read again from its bytes; undefined when they were forgotten. */
  async recordOf(lodgement: LodgementId, message: number): Promise<Json | undefined> {
    const state = await this.state(lodgement);
    if (state?.received === undefined) return undefined;
    const { received } = state;
    const context = { ...this.#with.context({ ...received, receivedAt: state.receivedAt }), lodgement };
    const read = readLodgement(this.#with.domains, received.bytes, received.mediaType, context);
    const found = read.reading.messages[message];
    if (found === undefined || read.domain === undefined) return undefined;
    const understood = read.domain.understand(found, context);
    return understood.ok ? understood.value.record : undefined;
  }

  async #open(input: LodgeInput): Promise<{ lodgement: LodgementId; alias?: string; answered?: Lodged }> {
    if (input.idempotencyKey === undefined)
      return { lodgement: lodgementId(this.#with.recorder.newAggregate()) as LodgementId };
    const key = `idempotency ${input.actor.organisation ?? input.actor.name} ${input.idempotencyKey}`;
    const { aggregate, alias } = await this.#with.recorder.open(key);
    const lodgement = lodgementId(aggregate) as LodgementId;
    const state = await this.state(lodgement);
    if (state?.answered !== undefined) return { lodgement, alias, answered: restored(lodgement, state.answered) };
    return { lodgement, alias };
  }

  #ways(read: ReadLodgement, from: { input: LodgeInput; lodgement: LodgementId; context: ReadContext }) {
    const { domain, reading } = read;
    const keyring = new Keyring(this.#with.recorder);
    const reality = from.input.reality ?? this.#with.reality;
    const ways: OnItsWay[] = [];
    const refused: LodgedMessage[] = [];
    for (const [index, message] of reading.messages.entries()) {
      invariant(domain !== undefined, 'a message has been read by somebody');
      const refuse = (findings: readonly Finding[]) =>
        refused.push({ kind: message.kind, reference: message.reference, domain: domain.name, outcomes: [], findings });
      if (!isWorkable(message, from.context.tolerance)) {
        refuse(message.findings);
        continue;
      }
      const understood = domain.understand(message, from.context);
      if (!understood.ok) {
        refuse([...message.findings, ...understood.error]);
        continue;
      }
      const { record, findings } = understood.value;
      ways.push({ domain, message, record, findings, lodgement: from.lodgement, index, reality, keyring });
    }
    const allOurs = domain === undefined || ways.every((way) => isAllOurs(domain, way.record, from.context.country));
    return { ways, refused, keyring, reality, allOurs };
  }

  #keep(
    input: LodgeInput,
    into: { lodgement: LodgementId; alias: string | undefined; allOurs: boolean; keyring: Keyring },
  ) {
    const data: Received = {
      bytes: input.bytes,
      mediaType: input.mediaType,
      sender: input.actor.name,
      ...(input.actor.organisation === undefined ? {} : { organisation: input.actor.organisation }),
      ...(input.profile === undefined ? {} : { profile: input.profile }),
      tolerance: this.#with.context(contextual(input)).tolerance,
    };
    const aggregate = aggregateId(into.lodgement);
    invariant(aggregate !== undefined, 'a lodgement id names its aggregate');
    const key = into.keyring.of(into.allOurs ? receivedKind.retention : relayRetention);
    const reality = input.reality ?? this.#with.reality;
    const write = {
      aggregate,
      kind: receivedKind.name,
      data,
      key,
      reality,
      ...(into.alias === undefined ? {} : { alias: into.alias }),
    };
    return this.#with.recorder.append([write], into.keyring.takeFresh());
  }

  async #work(
    lodgement: LodgementId,
    work: {
      read: ReadLodgement;
      ways: { ways: readonly OnItsWay[]; refused: readonly LodgedMessage[]; keyring: Keyring };
      reality: Reality;
    },
  ): Promise<Result<Lodged>> {
    const { ways, refused, keyring } = work.ways;
    const worked: LodgedMessage[] = [];
    for (let from = 0; from < ways.length; from += messagesAtOnce) {
      const results = await Promise.all(
        ways.slice(from, from + messagesAtOnce).map((way) => this.#with.pipeline.run(way)),
      );
      for (const result of results) {
        if (!result.ok) return err(result.error);
        worked.push(result.value);
      }
    }
    const refusal = work.read.reading.refusal;
    const replies = [
      ...(refusal === undefined ? [] : [{ mediaType: replyType(work.read), bytes: refusal }]),
      ...worked.flatMap((message) => (message.reply === undefined ? [] : [message.reply])),
    ];
    const bad = refused.length > 0 || work.read.reading.findings.some((finding) => finding.severity === 'error');
    const lodged: Lodged = {
      lodgement,
      status: worked.length === 0 && (bad || work.read.domain === undefined) ? 'refused' : bad ? 'partly' : 'accepted',
      messages: [...worked, ...refused],
      findings: work.read.reading.findings,
      replies,
    };
    const aggregate = aggregateId(lodgement);
    invariant(aggregate !== undefined, 'a lodgement id names its aggregate');
    const write = {
      aggregate,
      kind: answeredKind.name,
      data: recordOf(lodged),
      key: keyring.of(answeredKind.retention),
      reality: work.reality,
    };
    const recorded = await this.#with.recorder.append([write], keyring.takeFresh());
    return recorded.ok ? ok(lodged) : err(recorded.error);
  }
}

/** A lodgement that the edge already found wrong (a zip bomb, a wrong encoding) is kept and not read. */
function withEdgeFindings(input: LodgeInput, read: () => ReadLodgement): ReadLodgement {
  const findings = input.findings ?? [];
  if (findings.some((finding) => finding.severity === 'error'))
    return { domain: undefined, reading: { messages: [], findings } };
  const done = read();
  return { ...done, reading: { ...done.reading, findings: [...findings, ...done.reading.findings] } };
}

const replyType = (read: ReadLodgement): string => read.domain?.codecs[0]?.mediaTypes[0] ?? 'application/octet-stream';

const recordOf = (lodged: Lodged): Json =>
  JSON.parse(
    JSON.stringify({
      status: lodged.status,
      findings: lodged.findings,
      messages: lodged.messages.map(({ kind, reference, domain, journey, findings, outcomes }) => ({
        kind,
        reference,
        domain,
        journey,
        findings,
        combined: outcomes.map(({ subject, combined }) => ({ subject, disposition: combined })),
      })),
      replies: lodged.replies.map(({ mediaType, bytes }) => ({ mediaType, text: latin1(bytes) })),
    }),
  ) as Json;

/** What was answered before, for a repeated idempotency key; outcomes are not told again, the reply is. */
const restored = (lodgement: LodgementId, answered: Answered): Lodged => ({
  lodgement,
  status: answered.status,
  findings: answered.findings as readonly Finding[],
  messages: answered.messages.map((message) => ({
    kind: message.kind,
    reference: message.reference,
    domain: message.domain,
    ...(message.journey === undefined ? {} : { journey: message.journey }),
    findings: message.findings as readonly Finding[],
    outcomes: [],
  })),
  replies: answered.replies.map(({ mediaType, text }) => ({ mediaType, bytes: Buffer.from(text, 'latin1') })),
});
