import type { Domain } from '#kernel';

/** The verticals of this node: one line each, loaded when needed. */
export const domains: Readonly<Record<string, () => Promise<Domain>>> = {
  travel: async () => (await import('#domains/travel')).travel,
};

/** Loads all of them. */
export const loadDomains = (): Promise<readonly Domain[]> => Promise.all(Object.values(domains).map((load) => load()));
