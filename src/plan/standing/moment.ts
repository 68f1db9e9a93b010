import type { Instant } from '#kernel';
import type { Fact } from '../facts/fact.ts';
import { type Month, monthAt } from '../months.ts';

/**
 * From where one looks, in both times: how things stood at `asOf`, by what had been said until `known`. What was said
 * later about then is left out when `known` lies before it.
 */
export interface Moment {
  readonly asOf: Instant;
  readonly known: Instant;
}

/** What had been said by then. */
export const knownFacts = (facts: readonly Fact[], { known }: Moment): readonly Fact[] =>
  facts.filter(({ madeAt }) => madeAt <= known);

/** The month in which one looks. */
export const monthOfMoment = ({ asOf }: Moment): Month => monthAt(asOf);
