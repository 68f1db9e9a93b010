import { combine, type DispositionOrder } from '#decisions';
import type { AggregateId, CountryCode, Domain, Json, Outcome, Reality } from '#kernel';
import { aggregateId, disposition } from '#kernel';
import type { Aggregates } from './aggregates.ts';
import { draftWrites } from './assessor.ts';
import type { Corrections } from './corrections.ts';
import type { Criteria } from './criteria.ts';
import { Keyring } from './keyring.ts';
import { type Answered, partyOf } from './lodgement.ts';
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
  readonly corrections: Corrections;
}

interface Case {
  readonly domain: Domain;
  readonly record: Json;
  readonly state: unknown;
  readonly answered: Answered['messages'][number];
  readonly journey: AggregateId | undefined;
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
    const order = this.#with.criteria.order(found.domain);
    const stricter = late.words.filter((word) => differenceOf(order, found, late.country, word) < 0);
    const milder = late.words.filter((word) => differenceOf(order, found, late.country, word) > 0);
    await this.#record(found, late);
    if (stricter.length > 0) {
      const outcomes = stricter.map((word) => outcomeOf(late.country, word));
      await this.#with.corrections.send(found, outcomes);
    }
    const { domain, journey, reality, record } = found;
    const referrals = milder.map(({ subject }) => ({
      subject,
      kind: `${domain.name}.milder-late-answer`,
      ports: domain.ports(record, subject, this.#with.country),
    }));
    if (journey !== undefined) await this.#with.desk.open(referrals, { journey, domain: domain.name, reality });
  }

  async #find(late: LateAnswer): Promise<Case | undefined> {
    const { domains, lodging } = this.#with;
    const lodgement = await lodging.state(late.lodgement);
    const message = lodgement?.answered?.messages[late.message];
    const domain = domains.find((candidate) => candidate.name === message?.domain);
    const record = await lodging.recordOf(late.lodgement, late.message);
    if (lodgement?.received === undefined || message === undefined || domain === undefined || record === undefined) {
      return undefined;
    }
    const journey = aggregateId(message.journey ?? '');
    return {
      ...{ domain, record, journey, organisation: partyOf(lodgement.received), reality: lodgement.reality ?? 'live' },
      state: await this.#stateOf(domain, journey),
      answered: message,
    };
  }

  async #stateOf(domain: Domain, journey: AggregateId | undefined): Promise<unknown> {
    const state = journey === undefined ? undefined : await this.#with.aggregates.state(journey, domain.fold);
    return state ?? domain.fold.initial;
  }

  async #record(found: Case, late: LateAnswer): Promise<void> {
    const { journey } = found;
    if (journey === undefined) return;
    const outcomes = late.words.map((word) => outcomeOf(late.country, word));
    const keyring = new Keyring(this.#with.recorder);
    const drafts = found.domain.answered(found.record, outcomes, this.#with.criteria.means());
    const writes = draftWrites(found.domain, drafts, { aggregate: journey, keyring, reality: found.reality });
    await this.#with.recorder.append(writes, keyring.takeFresh());
  }
}

/**
 * What the word makes of what went out, together with what the others said. Below 0: stricter; above: milder; 0 also when
 * this country had answered already, or nothing rests on the word any more.
 */
function differenceOf(
  order: DispositionOrder,
  { domain, state, record, answered }: Case,
  country: CountryCode,
  word: PartnerWord,
): number {
  const sent = answered.combined.find((one) => one.subject === word.subject);
  const { silent = [], spoken = [] } = sent ?? {};
  if (sent === undefined || !silent.includes(country) || !domain.current(state, record, word.subject)) return 0;
  const others = spoken.map((one) => ({ disposition: disposition(one) }));
  return order.rank(combine(order, word.disposition, others)) - order.rank(disposition(sent.disposition));
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
