import type { Fold, Instant } from '#kernel';
import { type Attempted, attemptedKind } from '../kinds.ts';

/** How a carrier stands with each case: its latest attempt. */
export type Register = Readonly<Record<string, Attempted & { readonly at: Instant }>>;

/** Folds the attempts of one carrier. */
export const registerFold: Fold<Register> = {
  initial: {},
  apply: (register, entry) => {
    if (entry.kind !== attemptedKind.name) return register;
    const attempted = attemptedKind.schema.parse(entry.data);
    return { ...register, [attempted.vector]: { ...attempted, at: entry.at } };
  },
};

/** The natural key of the attempts of one carrier; no personal data. */
export const registerKey = (organisation: string): string => `travel certification ${organisation}`;

/** Conformance in hundredths: each case counts the same, one that was not tried counts nothing. */
export function conformance(register: Register, cases: readonly string[]): number {
  const shares = cases.map((name) => {
    const attempt = Object.hasOwn(register, name) ? register[name] : undefined;
    return attempt === undefined || attempt.total === 0 ? 0 : attempt.passed / attempt.total;
  });
  return cases.length === 0 ? 0 : Math.floor((100 * shares.reduce((sum, share) => sum + share, 0)) / cases.length);
}
