import type { AggregateId, Disposition, Domain, Draft, Json, LodgementId, Outcome, Reality, Result } from '#kernel';
import { err, invariant, ok } from '#kernel';
import { draftWrites } from './assessor.ts';
import type { CarrierMessages } from './carrier-messages.ts';
import type { Criteria } from './criteria.ts';
import { Keyring } from './keyring.ts';
import { partyOf } from './lodgement.ts';
import type { Lodging } from './lodging.ts';
import type { Recorder } from './recorder.ts';

export interface CorrectionsMeans {
  readonly domains: readonly Domain[];
  readonly criteria: Criteria;
  readonly lodging: Lodging;
  readonly recorder: Recorder;
  readonly messages: CarrierMessages;
}

/** Whom a correction goes to, and what it is about. */
export interface Corrected {
  readonly domain: Domain;
  readonly record: Json;
  readonly journey: AggregateId | undefined;
  readonly organisation: string;
  readonly reality: Reality;
}

/** A subject of a journey, as one lodgement asked about it. */
export interface Asked {
  readonly lodgement: LodgementId;
  readonly journey: AggregateId;
  readonly subject: string;
}

/** Tells the party that lodged, unsolicited, that its answer no longer holds. */
export class Corrections {
  readonly #with: CorrectionsMeans;

  constructor(means: CorrectionsMeans) {
    this.#with = means;
  }

  /** The message, and the entries of it and beside it, become durable together. */
  async send(about: Corrected, outcomes: readonly Outcome[], beside: readonly Draft[] = []): Promise<Result<void>> {
    const { domain, record, journey, organisation, reality } = about;
    const { criteria, recorder, messages } = this.#with;
    const reply = domain.correction?.(record, outcomes, criteria.means());
    invariant(reply !== undefined, 'a domain that forwards can correct');
    const keyring = new Keyring(recorder);
    const drafts = [...beside, ...(domain.corrected?.(record, outcomes) ?? [])];
    const writes = journey === undefined ? [] : draftWrites(domain, drafts, { aggregate: journey, keyring, reality });
    const message = await messages.write(organisation, reply, { reality, keyring });
    const done = await recorder.append([...writes, message], keyring.takeFresh());
    return done.ok ? ok(undefined) : err(done.error);
  }

  /**
   * Corrects the answer that a lodgement got about one subject, as an officer's word does. False when nobody was answered
   * from here: the lodgement was another node's, or is forgotten.
   */
  async correct(asked: Asked, combined: Disposition, beside: readonly Draft[]): Promise<Result<boolean>> {
    const about = await this.#find(asked);
    if (about === undefined) return ok(false);
    const outcome: Outcome = { subject: asked.subject, own: undefined, partners: [], combined };
    const sent = await this.send(about, [outcome], beside);
    return sent.ok ? ok(true) : sent;
  }

  /** The message of the lodgement that asked about the subject, when it was answered from here. */
  async #find({ lodgement, journey, subject }: Asked): Promise<Corrected | undefined> {
    const { lodging, domains } = this.#with;
    const state = await lodging.state(lodgement);
    const messages = state?.answered?.messages ?? [];
    const at = messages.findIndex(
      (message) => message.journey === journey && message.combined.some((one) => one.subject === subject),
    );
    const domain = domains.find((candidate) => candidate.name === messages[at]?.domain);
    if (state?.received === undefined || domain === undefined) return undefined;
    const record = await lodging.recordOf(lodgement, at);
    if (record === undefined) return undefined;
    return { domain, record, journey, organisation: partyOf(state.received), reality: state.reality ?? 'live' };
  }
}
