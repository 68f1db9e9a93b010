import type { Domain, Verb } from '#kernel';

/** What the command line needs of a domain. */
export type DomainVerbs = Pick<Domain, 'verbs' | 'catalogues'>;

/** Domains by name, loaded when needed. */
export type DomainLoaders = Readonly<Record<string, () => Promise<DomainVerbs>>>;

/** A verb of a domain, found by its one or two words; `rest` is what follows them. */
export interface FoundVerb {
  readonly domain: DomainVerbs;
  readonly verb: Verb;
  readonly rest: readonly string[];
}

/**
 * Which domain speaks which verbs: made by the build, so that a verb loads one domain and no other. Without it (in
 * development) every domain is asked.
 */
export type VerbIndex = Readonly<Record<string, readonly string[]>>;

/** The verb that the words begin with; undefined when no domain has one. */
export async function findVerb(
  words: readonly string[],
  loaders: DomainLoaders,
  index: VerbIndex | undefined,
): Promise<FoundVerb | undefined> {
  const heads = [words.slice(0, 2).join(' '), words[0] ?? ''];
  for (const head of heads) {
    for (const [name, load] of Object.entries(loaders)) {
      if (index !== undefined && index[name]?.includes(head) !== true) continue;
      const domain = await load();
      const verb = domain.verbs.find((one) => one.name === head);
      if (verb !== undefined) return { domain, verb, rest: words.slice(head.split(' ').length) };
    }
  }
  return undefined;
}

/** Every verb of every domain, for the page of help. */
export const allVerbs = async (loaders: DomainLoaders): Promise<readonly Verb[]> =>
  (await allDomains(loaders)).flatMap((domain) => domain.verbs);

/** Every domain, for what may speak of any of them. */
export const allDomains = (loaders: DomainLoaders): Promise<readonly DomainVerbs[]> =>
  Promise.all(Object.values(loaders).map((load) => load()));
