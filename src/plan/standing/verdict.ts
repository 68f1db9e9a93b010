import type { Instant } from '#kernel';
import type { Target } from '../register/schema.ts';

/** How a measure stands, read from the ledger's folds at one time. */
export interface Gauge {
  readonly name: string;
  readonly at: Instant;
  /** Undefined while nothing was counted. */
  readonly value?: number;
  /** How many things were counted. */
  readonly of?: number;
}

/** Whether a promise is kept, by what is measured: never by what is said. */
export interface Measured extends Gauge {
  readonly target: Target;
  readonly verdict: 'kept' | 'not-kept' | 'not-yet-measured';
}

/** The verdict of a measure on its target. A measure that has counted nothing yet proves nothing. */
export function measuredBy(target: Target, gauge: Gauge | undefined, at: Instant): Measured {
  const read = gauge ?? { name: target.name, at };
  const { value } = read;
  if (value === undefined) return { ...read, target, verdict: 'not-yet-measured' };
  const reached = 'at-least' in target ? value >= target['at-least'] : value <= target['at-most'];
  return { ...read, target, verdict: reached ? 'kept' : 'not-kept' };
}
