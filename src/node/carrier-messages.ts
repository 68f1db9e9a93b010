import { z } from 'zod';
import type { AggregateId, Fold, Reality, RecordKind, Reply, Result } from '#kernel';
import { err, ok } from '#kernel';
import type { Aggregates } from './aggregates.ts';
import { Keyring } from './keyring.ts';
import type { Recorder, Write } from './recorder.ts';

const messageSchema = z.object({ mediaType: z.string(), text: z.string() });
export type CarrierMessage = z.infer<typeof messageSchema>;

/** `carrier.message`: an unsolicited message that waits for its carrier. It holds references and codes, no names. */
export const carrierMessageKind: RecordKind<CarrierMessage> = {
  name: 'carrier.message',
  title: { en: 'Message to the carrier', fr: 'Message au transporteur', es: 'Mensaje al transportista' },
  schema: messageSchema,
  retention: 'lodgement',
};

/** All messages of one carrier, by their number. */
export interface Outbox {
  readonly messages: readonly (CarrierMessage & { readonly number: number; readonly at: number })[];
}

export const outboxFold: Fold<Outbox> = {
  initial: { messages: [] },
  apply: (state, entry) =>
    entry.kind === carrierMessageKind.name
      ? { messages: [...state.messages, { ...(entry.data as CarrierMessage), number: entry.version, at: entry.at }] }
      : state,
};

/** The unsolicited messages of each carrier, durable before anybody reads them, read by number. */
export class CarrierMessages {
  readonly #recorder: Recorder;
  readonly #aggregates: Aggregates;

  constructor(recorder: Recorder, aggregates: Aggregates) {
    this.#recorder = recorder;
    this.#aggregates = aggregates;
  }

  /** A message as the entry that is to be recorded, so that others can become durable with it. */
  async write(
    organisation: string,
    reply: Reply,
    into: { readonly reality: Reality; readonly keyring: Keyring },
  ): Promise<Write> {
    const { aggregate, alias } = await this.#recorder.open(`carrier-messages ${organisation}`);
    const data: CarrierMessage = { mediaType: reply.mediaType, text: Buffer.from(reply.bytes).toString('latin1') };
    const key = into.keyring.of(carrierMessageKind.retention);
    return { aggregate, alias, kind: carrierMessageKind.name, data, reality: into.reality, key };
  }

  async send(organisation: string, reply: Reply, reality: Reality): Promise<Result<AggregateId>> {
    const keyring = new Keyring(this.#recorder);
    const write = await this.write(organisation, reply, { reality, keyring });
    const done = await this.#recorder.append([write], keyring.takeFresh());
    return done.ok ? ok(write.aggregate) : err(done.error);
  }

  /** Messages with a number above `after`, at most `limit`. */
  async after(organisation: string, after: number, limit: number): Promise<Outbox['messages']> {
    const aggregate = await this.#recorder.find(`carrier-messages ${organisation}`);
    const outbox = aggregate === undefined ? undefined : await this.#aggregates.state(aggregate, outboxFold);
    return (outbox?.messages ?? []).filter((message) => message.number > after).slice(0, limit);
  }
}
