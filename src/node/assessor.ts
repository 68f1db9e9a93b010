import type { AggregateId, Assessment, Domain, Draft, Reality, Result } from '#kernel';
import { aggregateKey, err, ok } from '#kernel';
import type { Aggregates } from './aggregates.ts';
import type { Criteria } from './criteria.ts';
import type { Keyring } from './keyring.ts';
import { Queue } from './queue.ts';
import type { Recorder, Write } from './recorder.ts';
import type { ReferralDesk } from './referral-desk.ts';
import { timerWrites } from './timers.ts';

export interface Work {
  readonly domain: Domain;
  readonly record: unknown;
  readonly reality: Reality;
  readonly keyring: Keyring;
}

export interface Assessing {
  readonly journey: AggregateId;
  readonly assessment: Assessment;
}

/** Turns drafts of a domain into writes, each under the key of its record kind's retention class. */
export function draftWrites(
  domain: Domain,
  drafts: readonly Draft[],
  into: { aggregate: AggregateId; keyring: Keyring; reality: Reality; alias?: string },
): Write[] {
  const retentionOf = (kind: string): string =>
    domain.records.find((record) => record.name === kind)?.retention ?? domain.record.retention;
  return drafts.map((draft) => ({
    aggregate: into.aggregate,
    kind: draft.kind,
    data: draft.data,
    key: into.keyring.of(retentionOf(draft.kind)),
    reality: into.reality,
    ...(into.alias === undefined ? {} : { alias: into.alias }),
  }));
}

/**
 * This country's own word: the journey's fold, screening, the decision, the referrals, and the entries of all of it, durable
 * before anybody is told. Work on one journey is done one after the other, so that an assessment always sees the one before it.
 */
export class Assessor {
  readonly #recorder: Recorder;
  readonly #aggregates: Aggregates;
  readonly #criteria: Criteria;
  readonly #desk: ReferralDesk;
  readonly #queue = new Queue<AggregateId>();

  constructor(recorder: Recorder, aggregates: Aggregates, criteria: Criteria, desk: ReferralDesk) {
    this.#desk = desk;
    this.#recorder = recorder;
    this.#aggregates = aggregates;
    this.#criteria = criteria;
  }

  async assess(work: Work): Promise<Result<Assessing>> {
    const { domain, record } = work;
    const { aggregate, alias } = await this.#recorder.open(aggregateKey(domain.name, work.reality, domain.key(record)));
    return this.#queue.run(aggregate, async () => {
      const state = (await this.#aggregates.state(aggregate, domain.fold)) ?? domain.fold.initial;
      const assessment = domain.assess(record, state, this.#criteria.means());
      const writes = draftWrites(domain, assessment.drafts, {
        aggregate,
        keyring: work.keyring,
        reality: work.reality,
        alias,
      });
      const key = work.keyring.of(domain.record.retention);
      const place = { journey: aggregate, domain: domain.name, reality: work.reality };
      const referred = await this.#desk.referred(assessment.referrals, place);
      const timers = timerWrites(assessment.timers, { aggregate, key, reality: work.reality });
      const done = await this.#recorder.append(
        [...writes, ...timers, ...referred.writes],
        [...work.keyring.takeFresh(), ...referred.keys],
      );
      return done.ok ? ok({ journey: aggregate, assessment }) : err(done.error);
    });
  }
}
