/**
 * How far a grant reaches: the whole country of the node, or only what belongs to the caller's ports or organisation.
 * A route that lists or opens things of a port or organisation asks `within` for each of them.
 */
export type Scope =
  | { readonly kind: 'country' }
  | { readonly kind: 'limited'; readonly ports: readonly string[]; readonly organisation?: string };

/** To whom a thing belongs; what names neither port nor organisation is seen with the whole country in scope only. */
export interface Belonging {
  /** Every port that the thing touches, by its code. */
  readonly ports?: readonly string[];
  readonly organisation?: string;
}

/** True when the scope reaches the thing. Absence denies. */
export function within(scope: Scope, thing: Belonging): boolean {
  if (scope.kind === 'country') return true;
  if (scope.organisation !== undefined && scope.organisation === thing.organisation) return true;
  return (thing.ports ?? []).some((port) => scope.ports.includes(port));
}
