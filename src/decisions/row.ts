import type { Disposition, ReasonClass, Texts } from '#kernel';
import type { Test } from './condition.ts';

/** One row: when all its tests hold, its disposition and reasons are the answer. A row without tests takes everything. */
export interface Row {
  readonly key: string;
  readonly tests: readonly Test[];
  readonly disposition: Disposition;
  readonly reasons: readonly { readonly code: string; readonly class: ReasonClass }[];
  /** What the officer or agent should do, in each language. */
  readonly directions?: Texts;
}
