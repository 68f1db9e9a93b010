import type {
  AggregateId,
  Assessed,
  CountryCode,
  Domain,
  Finding,
  Json,
  LodgementId,
  Message,
  Reality,
  Reply,
  Result,
} from '#kernel';
import { err, isSameJson, ok } from '#kernel';
import { type Assessor, draftWrites } from './assessor.ts';
import { combineOutcomes, type Said, saidFinding } from './combination.ts';
import type { Criteria } from './criteria.ts';
import { nodeFindings } from './findings.ts';
import type { Keyring } from './keyring.ts';
import type { LodgedMessage } from './lodgement.ts';
import type { PartnerSaid, Partners } from './partners.ts';
import type { Write } from './recorder.ts';

export interface PipelineMeans {
  readonly country: CountryCode;
  readonly criteria: Criteria;
  readonly assessor: Assessor;
  readonly partners: Partners;
  /** The countries whose nodes this one exchanges with. */
  readonly exchanging: ReadonlySet<CountryCode>;
}

/** One message on its way through the house. */
export interface OnItsWay {
  readonly domain: Domain;
  readonly message: Message;
  readonly record: Json;
  readonly findings: readonly Finding[];
  readonly lodgement: LodgementId;
  readonly index: number;
  readonly reality: Reality;
  readonly keyring: Keyring;
}

interface Own {
  readonly journey: AggregateId | undefined;
  readonly assessed: readonly Assessed[];
}

/** What came of one message. */
export interface Ran {
  readonly message: LodgedMessage;
  readonly writes: readonly Write[];
}

/** Asks everybody whom a message touches, at the same time, and turns their words into one. */
export class Pipeline {
  readonly #with: PipelineMeans;

  constructor(means: PipelineMeans) {
    this.#with = means;
  }

  /** The message with the words on it, and the entries that are to become durable with the answer. */
  async run(way: OnItsWay): Promise<Result<Ran>> {
    const { domain, record } = way;
    const { country } = this.#with;
    const others = domain.touched(record).filter((other) => other !== country);
    // A country without a node here is not asked and holds nobody back: the party lodges there as it always did.
    const absent = others.filter((other) => !this.#with.exchanging.has(other));
    const asking = others.filter((other) => this.#with.exchanging.has(other)).map((other) => this.#ask(way, other));
    const own = await this.#own(way);
    if (!own.ok) return own;
    const said = (await Promise.all(asking)).filter((one) => one !== undefined);
    const { criteria } = this.#with;
    const outcomes = combineOutcomes(
      criteria.order(domain),
      { assessed: own.value.assessed, said },
      criteria.standIn(domain),
    );
    const means = criteria.means();
    const reply = domain.reply(record, outcomes, means);
    const { journey } = own.value;
    const message = this.#lodged(way, { journey, outcomes, reply, said, absent });
    if (journey === undefined) return ok({ message, writes: [] });
    const into = { aggregate: journey, keyring: way.keyring, reality: way.reality };
    return ok({ message, writes: draftWrites(domain, domain.answered(record, outcomes, means), into) });
  }

  async #own(way: OnItsWay): Promise<Result<Own>> {
    const part = way.domain.part(way.record, this.#with.country);
    if (part === undefined) return ok({ journey: undefined, assessed: [] });
    const done = await this.#with.assessor.assess({
      domain: way.domain,
      record: part,
      reality: way.reality,
      keyring: way.keyring,
    });
    if (!done.ok) return err(done.error);
    const { journey, assessment } = done.value;
    return ok({ journey, assessed: assessment.assessed });
  }

  async #ask(way: OnItsWay, country: CountryCode): Promise<Said | undefined> {
    const part = way.domain.part(way.record, country);
    if (part === undefined) return undefined;
    const said = await this.#with.partners.ask({
      country,
      record: way.domain.record.name,
      part,
      lodgement: way.lodgement,
      message: way.index,
      reality: way.reality,
      within: this.#with.criteria.timeLimit(way.domain, country),
    });
    return { country, subjects: new Set(way.domain.subjects(part)), said };
  }

  #lodged(
    way: OnItsWay,
    done: {
      journey: AggregateId | undefined;
      outcomes: LodgedMessage['outcomes'];
      reply: Reply;
      said: readonly Said[];
      absent: readonly CountryCode[];
    },
  ): LodgedMessage {
    const absentFindings = done.absent.map((country) => nodeFindings.find('NOD-0106', { country }));
    const partnerFindings = done.said.map(({ country, said }: { country: CountryCode; said: PartnerSaid }) =>
      saidFinding(way.domain.record.name, country, said),
    );
    return {
      kind: way.message.kind,
      reference: way.message.reference,
      domain: way.domain.name,
      ...(done.journey === undefined ? {} : { journey: done.journey }),
      outcomes: done.outcomes,
      findings: [
        ...way.message.findings,
        ...way.findings,
        ...partnerFindings.filter((one) => one !== undefined),
        ...absentFindings,
      ],
      reply: done.reply,
    };
  }
}

/**
 * True when others get nothing that is not in this country's part too: then the raw bytes hold nobody else's part and may
 * be kept; otherwise they go when the others have theirs.
 */
export const isAllOurs = (domain: Domain, record: Json, country: CountryCode): boolean => {
  const ours = domain.part(record, country);
  if (ours === undefined) return false;
  return domain
    .touched(record)
    .every((other) => other === country || isSameJson(domain.part(ours, other), domain.part(record, other)));
};
