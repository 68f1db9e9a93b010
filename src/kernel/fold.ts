import type { z } from 'zod';
import type { Fold, Recorded } from './part.ts';

/** What an entry of one kind does to a state. */
export interface Hearing<State> {
  readonly kind: string;
  readonly apply: (state: State, entry: Recorded) => State;
}

/**
 * Hears the entries of one kind, their data typed by its schema. They are not parsed again: what was recorded was made
 * by that schema, and a fold reads millions of entries.
 */
export const on = <State, Data>(
  kind: { readonly name: string; readonly schema: z.ZodType<Data> },
  apply: (state: State, data: Data, entry: Recorded) => State,
): Hearing<State> => ({ kind: kind.name, apply: (state, entry) => apply(state, entry.data as Data, entry) });

/** A fold of the kinds that are heard. An entry of any other kind leaves the state as it is. */
export function foldOf<State>(initial: State, hearings: readonly Hearing<State>[]): Fold<State> {
  const byKind = new Map(hearings.map((hearing) => [hearing.kind, hearing]));
  return {
    initial,
    apply: (state, entry) => {
      const hearing = byKind.get(entry.kind);
      return hearing === undefined ? state : hearing.apply(state, entry);
    },
  };
}
