import { combine, type DispositionOrder, type Failure } from '#decisions';
import type { Assessed, CountryCode, Disposition, Finding, Outcome, PartnerOutcome } from '#kernel';
import { nodeFindings } from './findings.ts';
import type { PartnerSaid } from './partners.ts';

/** The disposition that stands for a country that is late, failed or may not be asked, from the dated fail rules. */
export type StandIn = (country: CountryCode, why: Failure) => Disposition;

function partnerOutcome(country: CountryCode, subject: string, said: PartnerSaid, standIn: StandIn): PartnerOutcome {
  switch (said.kind) {
    case 'answer': {
      const word = said.words.find((candidate) => candidate.subject === subject);
      // A partner that was asked about a person and left him out has not answered about him.
      if (word === undefined) return { country, disposition: standIn(country, 'error'), failRule: 'error' };
      const { disposition: what, reasonClass, validUntil } = word;
      return { country, disposition: what, reasonClass, ...(validUntil === undefined ? {} : { validUntil }) };
    }
    case 'late':
      return { country, disposition: standIn(country, 'late'), failRule: 'late' };
    case 'error':
      return { country, disposition: standIn(country, 'error'), failRule: 'error' };
    case 'not-forwarded':
      return { country, disposition: standIn(country, 'not-forwarded'), failRule: 'not-forwarded' };
  }
}

export interface Said {
  readonly country: CountryCode;
  /** The subjects of the part that this country was asked about. */
  readonly subjects: ReadonlySet<string>;
  readonly said: PartnerSaid;
}

export interface Words {
  readonly assessed: readonly Assessed[];
  readonly said: readonly Said[];
}

/**
 * The word for each subject: the most restrictive of this country's own and of all partners that it touches, a fail rule
 * standing in for each that did not speak. A subject on whom nobody spoke gets the most restrictive word there is.
 */
export function combineOutcomes(order: DispositionOrder, words: Words, standIn: StandIn): readonly Outcome[] {
  const subjects = new Set([
    ...words.assessed.map((one) => one.subject),
    ...words.said.flatMap((one) => [...one.subjects]),
  ]);
  return [...subjects].map((subject) => {
    const own = words.assessed.find((one) => one.subject === subject)?.decision;
    const asked = words.said.filter((one) => one.subjects.has(subject));
    const partners = asked.map((one) => partnerOutcome(one.country, subject, one.said, standIn));
    return { subject, own, partners, combined: combine(order, own?.disposition, partners) };
  });
}

/** What a partner's silence, failure or absence is worth telling the party that lodged. */
export function saidFinding(record: string, country: CountryCode, said: PartnerSaid): Finding | undefined {
  switch (said.kind) {
    case 'answer':
      return undefined;
    case 'late':
      return nodeFindings.find('NOD-0103', { country });
    case 'error':
      return nodeFindings.find('NOD-0104', { country, code: said.code });
    case 'not-forwarded':
      return nodeFindings.find('NOD-0102', { country, record });
  }
}
