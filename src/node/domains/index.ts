import type { Domain } from '#kernel';

/** The verticals of this node: one line each, loaded when needed. */
export const domains: Readonly<Record<string, () => Promise<Domain>>> = {
  travel: async () => (await import('#domains/travel')).travel,
};

/** What the command line needs of a vertical. */
export type DomainVerbs = Pick<Domain, 'verbs' | 'catalogues'>;

/** The verbs of the parts that have a door for them; a command then loads no schema and no table that it does not use. */
const verbDoors: Readonly<Record<string, () => Promise<DomainVerbs>>> = {
  travel: () => import('#domains/travel/verbs'),
  lookouts: () => import('#domains/lookouts/verbs'),
  plan: () => import('#plan/verbs'),
};

/** What the command line knows of each vertical and of the plan: its verbs' door, or the whole of it. */
export const domainVerbs: Readonly<Record<string, () => Promise<DomainVerbs>>> = { ...domains, ...verbDoors };

/** Loads all of them. */
export const loadDomains = (): Promise<readonly Domain[]> => Promise.all(Object.values(domains).map((load) => load()));
