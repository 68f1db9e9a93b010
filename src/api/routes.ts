import type { Part, Route } from '#kernel';
import { invariant } from '#kernel';

/** What the contract says of a route, without what it does. */
export type RouteFace = Omit<Route, 'handle'>;

/** A route with its address on the wire and the part that offers it. */
export interface Served<Face extends RouteFace = Route> {
  readonly part: string;
  readonly address: string;
  readonly route: Face;
}

/** Where the routes of parts stand; what lies beside it belongs to the console. */
export const base = '/api';

/** All routes of the parts. Two routes under one address, or a public one that reads personal data, are bugs. */
export function servedBy(parts: readonly Part[]): readonly Served[] {
  const seen = new Set<string>();
  return parts.flatMap((part) =>
    part.routes.map((route) => {
      const address = base + route.pattern;
      const name = `${route.method} ${address.replaceAll(/:[A-Za-z]+/g, ':')}`;
      invariant(!seen.has(name), `two routes are ${route.method} ${address}`);
      invariant(!(route.personal && route.permission === 'public'), `${address} is public and reads personal data`);
      seen.add(name);
      return { part: part.name, address, route };
    }),
  );
}

/** Tells the methods by which an address of these routes may be asked, sorted; none where there is no such address. */
export function methodsAt(
  routes: readonly Pick<Served<RouteFace>, 'address' | 'route'>[],
): (address: string) => readonly string[] {
  const known = routes.map(({ address, route }) => ({
    method: route.method,
    shape: new RegExp(`^${address.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/:[A-Za-z]+/g, '[^/]+')}$`),
  }));
  return (address) =>
    [...new Set(known.filter(({ shape }) => shape.test(address)).map(({ method }) => method))].toSorted();
}

/** The names of the parameters in a pattern, in order. */
export const parametersOf = (pattern: string): readonly string[] =>
  [...pattern.matchAll(/:([A-Za-z]+)/g)].map((match) => match[1] ?? '');
