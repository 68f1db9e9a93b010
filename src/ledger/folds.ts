import type { Fold, Recorded } from '#kernel';

/** The state after `entries`, from the beginning or from `state`. */
export const foldEntries = <State>(
  fold: Fold<State>,
  entries: Iterable<Recorded>,
  state: State = fold.initial,
): State => {
  let folded = state;
  for (const entry of entries) folded = fold.apply(folded, entry);
  return folded;
};

/** Several folds that walk together: one state with a member for each. */
export function combineFolds<States extends object>(
  folds: {
    readonly [Name in keyof States]: Fold<States[Name]>;
  },
): Fold<States> {
  const names = Object.keys(folds) as (keyof States)[];
  const states = (of: <Name extends keyof States>(name: Name) => States[Name]): States =>
    Object.fromEntries(names.map((name) => [name, of(name)])) as States;
  return {
    initial: states((name) => folds[name].initial),
    apply: (state, entry) => states((name) => folds[name].apply(state[name], entry)),
  };
}
