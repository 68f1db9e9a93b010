import { z } from 'zod';
import { type Access, type Actor, hitsOfPart, ok, type Part, type Route, type RouteRequest, wordsOf } from '#kernel';
import type { AccessRules } from './access.ts';

/** Hits of all parts together. */
const hitsInAll = 40;

const hitSchema = z.object({ title: z.string(), detail: z.string().optional(), address: z.string() });
export const foundSchema = z.object({
  groups: z.array(
    z.object({
      what: z.string(),
      title: z.string(),
      hits: z.array(hitSchema),
      /** There are more than are told. */
      more: z.boolean(),
    }),
  ),
});
type Group = z.infer<typeof foundSchema>['groups'][number];

const searchQuery = z.object({ q: z.string().trim().min(2).max(80) });

/** What a search may do, and for whom. */
export interface SearchMeans {
  readonly rules: AccessRules;
  readonly parts: readonly Part[];
}

/** The hits of one part that the caller may see, search by search; a search that he lacks the grant for is not even asked. */
async function groupsOf(
  { searches }: Part,
  { rules }: SearchMeans,
  asked: { readonly words: readonly string[]; readonly request: RouteRequest; readonly access: Access },
): Promise<readonly Group[]> {
  const { words, request, access } = asked;
  const groups: Group[] = [];
  let left = hitsOfPart;
  for (const { name, title, permission, find } of searches) {
    const scope = rules.permit(request.actor, { permission, personal: false });
    if (!scope.ok) continue;
    const hits = await find(words, { ...request, scope: scope.value }, access);
    if (hits.length === 0) continue;
    const shown = hits.slice(0, left).map((hit) => ({ ...hit }));
    left -= shown.length;
    groups.push({ what: name, title: title[request.language], hits: shown, more: hits.length > shown.length });
  }
  return groups;
}

/** The names of all searches that somebody may use. */
export const searchesFor = (actor: Actor, { rules, parts }: SearchMeans): readonly string[] =>
  parts
    .flatMap(({ searches }) => searches)
    .filter(({ permission }) => rules.permit(actor, { permission, personal: false }).ok)
    .map(({ name }) => name);

/** Finds by words in everything that the caller may see: each part is asked for its own, within the caller's scope there. */
export const searchRoute = (means: SearchMeans): Route => ({
  method: 'GET',
  pattern: '/search',
  summary: {
    en: 'Finds by words in everything that the caller may see. Names of persons are not among it.',
    fr: 'Cherche par mots dans tout ce que l’appelant peut voir. Les noms de personnes n’y sont pas.',
    es: 'Busca por palabras en todo lo que quien llama puede ver. Los nombres de personas no están ahí.',
  },
  permission: 'api.search',
  personal: false,
  query: searchQuery,
  response: foundSchema,
  handle: async (request, access) => {
    const { q } = searchQuery.parse(request.query);
    const groups: Group[] = [];
    let left = hitsInAll;
    for (const part of means.parts) {
      for (const group of await groupsOf(part, means, { words: wordsOf(q), request, access })) {
        const hits = group.hits.slice(0, left);
        left -= hits.length;
        groups.push({ ...group, hits, more: group.more || hits.length < group.hits.length });
      }
    }
    return ok({ groups });
  },
});

const describedSearch = z.object({ what: z.string(), title: z.string(), by: z.string() });
export const searchableSchema = z.object({ searches: z.array(describedSearch) });

/** What the caller may find and by what, so that an empty page of search can teach it. */
export const searchableRoute = (means: SearchMeans): Route => ({
  method: 'GET',
  pattern: '/search/what',
  summary: {
    en: 'What the caller may find, and by what',
    fr: 'Ce que l’appelant peut trouver, et par quoi',
    es: 'Qué puede encontrar quien llama, y por qué dato',
  },
  permission: 'api.search',
  personal: false,
  response: searchableSchema,
  handle: ({ actor, language }) => {
    const may = new Set(searchesFor(actor, means));
    const searches = means.parts
      .flatMap((part) => part.searches)
      .filter(({ name }) => may.has(name))
      .map(({ name, title, by }) => ({ what: name, title: title[language], by: by[language] }));
    return Promise.resolve(ok({ searches }));
  },
});
