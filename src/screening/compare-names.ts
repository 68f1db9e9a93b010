import type { Evidence, Subject } from '#kernel';
import { readName } from './names/name.ts';
import { NameComparer } from './score/compare.ts';
import { explainNames } from './score/explain.ts';
import { sumOf } from './score/judge.ts';
import { lexiconOf, shippedModel } from './score/shipped.ts';

/** Two names beside each other: the score in hundredths of a nat of log-odds, and the pieces that sum to it. */
export interface NameComparison {
  readonly score: number;
  readonly evidence: readonly Evidence[];
}

/**
 * A comparison of names by the shipped model and word counts, without a list: the same two names always score the same.
 * `left` stands as the subject's, `right` as the listed one.
 */
export function nameComparison(): (left: string, right: string, kind: Subject['kind']) => NameComparison {
  const comparer = new NameComparer(shippedModel, lexiconOf());
  return (left, right, kind) => {
    const evidence = explainNames(comparer, [readName(left, kind), readName(right, kind)], kind);
    return { score: sumOf(evidence), evidence };
  };
}
