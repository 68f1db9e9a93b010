import type { Evidence, HitClass, ListEntry, Subject } from '#kernel';
import table from '../../../data/screening/evidence.json' with { type: 'json' };
import { classOf, type Thresholds } from './classes.ts';
import { dateOfBirthEvidence } from './dates.ts';
import { numberEvidence } from './numbers.ts';
import { nationalityEvidence, placeOfBirthEvidence, sexEvidence } from './particulars.ts';

/** What speaks for and against a candidate, its sum, and the class that follows. */
export interface Judgement {
  readonly score: number;
  readonly class: HitClass;
  readonly evidence: readonly Evidence[];
}

/** The sum of what evidence contributes: integers, so that it is exact. */
export const sumOf = (evidence: readonly Evidence[]): number =>
  evidence.reduce((sum, { contribution }) => sum + contribution, 0);

/** The least that names can take away: two names that are nothing alike say no more than that they differ. */
export const leastNameScore = table.name.least;

/** What a listed name of poor quality takes away: weak aliases ("the Doctor") support other evidence, they raise no hit alone. */
export const weakAliasEvidence = (listed: string): Evidence => ({
  feature: 'weak-alias',
  relation: 'absent',
  listed,
  contribution: table.name.weakAlias,
});

/** The names of a subject and an entry that have nothing in common, as when a number led to the entry. */
export const differentNames = (subject: string | undefined, listed: string | undefined): Evidence =>
  subject === undefined || listed === undefined
    ? { feature: 'name', relation: 'absent', contribution: 0 }
    : { feature: 'name', relation: 'differs', subject, listed, contribution: table.name.least };

/** What of an entry, beyond names, speaks for and against the subject; what is missing on either side adds nothing. */
export function otherEvidence(subject: Subject, entry: ListEntry): readonly Evidence[] {
  const numbers = numberEvidence(subject, entry);
  if (subject.kind !== 'person') return [...numbers, nationalityEvidence(subject, entry)];
  return [
    ...numbers,
    dateOfBirthEvidence(subject, entry),
    sexEvidence(subject, entry),
    nationalityEvidence(subject, entry),
    placeOfBirthEvidence(subject, entry),
  ];
}

const numberFeatures: ReadonlySet<string> = new Set(['document', 'vessel-number', 'company-number']);
const supports: ReadonlySet<string> = new Set([...numberFeatures, 'date-of-birth']);

/**
 * Judges a candidate by the evidence of the names (`explainNames`, a weak alias noted; or `differentNames`) and all else
 * that both sides say. The score is the sum of the evidence.
 */
export function judge(
  names: readonly Evidence[],
  [subject, entry]: readonly [Subject, ListEntry],
  thresholds: Thresholds | undefined,
): Judgement {
  const others = otherEvidence(subject, entry);
  const evidence = [...names, ...others];
  const score = sumOf(evidence);
  const standing = {
    score,
    name: sumOf(names),
    identified: others.some(({ feature, relation }) => relation === 'same' && numberFeatures.has(feature)),
    supported: others.some(({ feature, contribution }) => contribution > 0 && supports.has(feature)),
  };
  return { score, class: classOf(standing, thresholds), evidence };
}
