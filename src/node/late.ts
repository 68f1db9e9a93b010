import type { CountryCode, Domain, Json, Outcome, Reality, Reply } from '#kernel';
import { aggregateId, disposition, invariant } from '#kernel';
import type { Aggregates } from './aggregates.ts';
import { draftWrites } from './assessor.ts';
import type { CarrierMessages } from './carrier-messages.ts';
import type { Criteria } from './criteria.ts';
import { Keyring } from './keyring.ts';
import type { Answered } from './lodgement.ts';
import type { Lodging } from './lodging.ts';
import type { LateAnswer, PartnerWord } from './partners.ts';
import type { Recorder } from './recorder.ts';
import type { ReferralDesk } from './referral-desk.ts';

export interface LateMeans {
  readonly country: CountryCode;
  readonly domains: readonly Domain[];
  readonly criteria: Criteria;
  readonly lodging: Lodging;
  readonly recorder: Recorder;
  readonly aggregates: Aggregates;
  readonly desk: ReferralDesk;
  readonly messages: CarrierMessages;
}

interface Case {
  readonly domain: Domain;
  readonly record: Json;
  readonly state: unknown;
  readonly answered: Answered['messages'][number];
  readonly organisation: string;
  readonly reality: Reality;
}

/**
 * What comes after the answer has gone out. A stricter word goes to the carrier unsolicited; a milder one waits for an
 * officer; an equal one is recorded. A word on what was superseded meanwhile changes nothing.
 */
export class LateAnswers {
  readonly #with: LateMeans;

  constructor(means: LateMeans) {
    this.#with = means;
  }

  async take(late: LateAnswer): Promise<void> {
    const found = await this.#find(late);
    if (found === undefined) return;
    const order = found.domain.dispositions;
    const stricter: Outcome[] = [];
    const milder: string[] = [];
    for (const word of late.words) {
      if (!found.domain.current(found.state, found.record, word.subject)) continue;
      const sent = found.answered.combined.find((one) => one.subject === word.subject)?.disposition;
      if (sent === undefined) continue;
      const difference = order.indexOf(word.disposition) - order.indexOf(disposition(sent));
      if (difference < 0) stricter.push(outcomeOf(late.country, word));
      if (difference > 0) milder.push(word.subject);
    }
    await this.#record(found, late);
    if (stricter.length > 0) await this.#correct(found, stricter);
    const referrals = milder.map((subject) => ({ subject, kind: `${found.domain.name}.milder-late-answer` }));
    const journey = aggregateId(found.answered.journey ?? '');
    if (journey !== undefined)
      await this.#with.desk.open(referrals, { journey, domain: found.domain.name, reality: found.reality });
  }

  async #find(late: LateAnswer): Promise<Case | undefined> {
    const lodgement = await this.#with.lodging.state(late.lodgement);
    const answered = lodgement?.answered?.messages[late.message];
    const domain = this.#with.domains.find((candidate) => candidate.name === answered?.domain);
    if (lodgement?.received === undefined || answered === undefined || domain === undefined) return undefined;
    const record = await this.#with.lodging.recordOf(late.lodgement, late.message);
    if (record === undefined) return undefined;
    const journey = aggregateId(answered.journey ?? '');
    const state = journey === undefined ? undefined : await this.#with.aggregates.state(journey, domain.fold);
    const organisation = lodgement.received.organisation ?? lodgement.received.sender;
    return {
      domain,
      record,
      state: state ?? domain.fold.initial,
      answered,
      organisation,
      reality: lodgement.reality ?? 'live',
    };
  }

  async #record(found: Case, late: LateAnswer): Promise<void> {
    const journey = aggregateId(found.answered.journey ?? '');
    if (journey === undefined) return;
    const outcomes = late.words.map((word) => outcomeOf(late.country, word));
    const keyring = new Keyring(this.#with.recorder);
    const drafts = found.domain.answered(found.record, outcomes, this.#with.criteria.means());
    const writes = draftWrites(found.domain, drafts, { aggregate: journey, keyring, reality: found.reality });
    await this.#with.recorder.append(writes, keyring.takeFresh());
  }

  async #correct(found: Case, outcomes: readonly Outcome[]): Promise<void> {
    const reply: Reply | undefined = found.domain.correction?.(found.record, outcomes, this.#with.criteria.means());
    invariant(reply !== undefined, 'a domain that forwards can correct');
    await this.#with.messages.send(found.organisation, reply, found.reality);
  }
}

const outcomeOf = (country: CountryCode, word: PartnerWord): Outcome => ({
  subject: word.subject,
  own: undefined,
  partners: [
    {
      country,
      disposition: word.disposition,
      reasonClass: word.reasonClass,
      ...(word.validUntil === undefined ? {} : { validUntil: word.validUntil }),
    },
  ],
  combined: word.disposition,
});
