import { invariant } from './bug.ts';
import type { Branded } from './ids.ts';

/** A coded outcome of one domain's closed, ordered list, such as `board` or `refuse`. */
export type Disposition = Branded<string, 'Disposition'>;

/** Names a disposition. That it belongs to the order of its domain is checked where tables are loaded. */
export const disposition = (name: string): Disposition => name as Disposition;

/** The closed, dated table of what a partner may learn about a reason (data/agreements/reason-classes.json). */
export const reasonClasses = [
  'document',
  'data-missing',
  'identity-to-be-checked',
  'not-admissible',
  'security',
  'health',
  'other',
] as const;
export type ReasonClass = (typeof reasonClasses)[number];

/** Why: the row that spoke, its code (its text is in the catalogues), and the facts that it looked at. */
export interface Reason {
  readonly code: string;
  readonly class: ReasonClass;
  /** The row of the decision table, by its key. */
  readonly row: string;
  /** The facts that the row looked at, as they were. */
  readonly facts: Readonly<Record<string, FactValue>>;
}

export type FactValue = null | boolean | number | string | readonly string[];
export type FactValues = Readonly<Record<string, FactValue>>;

/** Which version of which table decided, so that the decision can be replayed bit for bit. */
export interface TableVersion {
  readonly table: string;
  readonly version: string;
}

/** What was decided about one subject, and why. It cannot be made without a reason. */
export class Decision {
  readonly #reasons: readonly Reason[];
  readonly disposition: Disposition;
  readonly by: TableVersion;

  private constructor(what: Disposition, reasons: readonly Reason[], by: TableVersion) {
    this.#reasons = reasons;
    this.disposition = what;
    this.by = by;
    Object.freeze(this);
  }

  get reasons(): readonly Reason[] {
    return this.#reasons;
  }

  /** The only maker; crashes without a reason, since a table row without one is refused when the table is loaded. */
  static because(what: Disposition, reasons: readonly Reason[], by: TableVersion): Decision {
    invariant(reasons.length > 0, 'a decision needs at least one reason');
    return new Decision(what, Object.freeze([...reasons]), by);
  }

  /** The decision as it is stored: plain data, members in this order. */
  toJSON(): DecisionRecord {
    return { disposition: this.disposition, reasons: this.#reasons, by: this.by };
  }
}

/** A stored decision. */
export interface DecisionRecord {
  readonly disposition: Disposition;
  readonly reasons: readonly Reason[];
  readonly by: TableVersion;
}
