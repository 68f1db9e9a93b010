import { expect, test } from 'vitest';
import { type Access, definePart, type Hit, type Part, type Scope, type Search } from '#kernel';
import { compileAccess } from './access.ts';
import { foundSchema, searchableRoute, searchableSchema, searchRoute } from './search.ts';

const same = (text: string) => ({ en: text, fr: text, es: text });
const seen: { name: string; scope: Scope; words: readonly string[] }[] = [];
const hits = (name: string, count: number): readonly Hit[] =>
  Array.from({ length: count }, (_, at) => ({ title: `${name} ${at}`, address: `/${name}/${at}` }));
const search = (name: string, count: number, permission = `${name}.read`): Search => ({
  ...{ name, title: same(name), by: same(`by ${name}`), permission },
  find: async (words, { scope }) => {
    seen.push({ name, scope, words });
    return hits(name, count);
  },
});
const part = (name: string, ...searches: readonly Search[]): Part => definePart({ name, title: same(name), searches });

const grants = (scope: 'country' | 'port', ...permissions: string[]) => ({ permissions, scope, purposes: [] });
const rules = compileAccess({
  ...{ source: 'test', date: '2026-11-24', purposes: [] },
  roles: [
    { name: 'a', title: same('A'), grants: [grants('port', 'a.read'), grants('country', 'api.search')] },
    {
      name: 'all',
      title: same('All'),
      grants: [grants('country', 'a.read', 'b.read', 'c.read', 'd.read', 'e.read', 'f.read')],
    },
    { name: 'none', title: same('None'), grants: [] },
  ],
});

async function ask(parts: readonly Part[], role: string, q = 'Ab  ç') {
  seen.length = 0;
  const actor = { name: 'x', roles: [role], ports: ['P1'] };
  const scope = { kind: 'country' } as const;
  const request = { actor, path: {}, query: { q }, body: undefined, scope, language: 'en', reality: 'live' } as const;
  const done = await searchRoute({ rules, parts }).handle(request, {} as Access);
  const what = await searchableRoute({ rules, parts }).handle(request, {} as Access);
  if (!done.ok || !what.ok) return expect.fail('the search answers');
  return { groups: foundSchema.parse(done.value).groups, what: searchableSchema.parse(what.value).searches };
}

test('only what the caller is granted is asked, within the scope that he has there, by folded words', async () => {
  const { groups, what } = await ask([part('a', search('a', 1), search('b', 1))], 'a');
  expect(seen).toEqual([{ name: 'a', scope: { kind: 'limited', ports: ['P1'] }, words: ['ab', 'c'] }]);
  expect(groups).toEqual([{ what: 'a', title: 'a', hits: hits('a', 1), more: false }]);
  expect(what).toEqual([{ what: 'a', title: 'a', by: 'by a' }]);
});

test('without a grant nothing is asked and nothing is told', async () => {
  expect(await ask([part('a', search('a', 1))], 'none')).toEqual({ groups: [], what: [] });
  expect(seen).toEqual([]);
});

test('a part gives eight hits at most and all of them forty, and it is said that there are more', async () => {
  const { groups } = await ask([part('a', search('a', 5), search('b', 5))], 'all');
  expect(groups.map(({ hits: some, more }) => [some.length, more])).toEqual([
    [5, false],
    [3, true],
  ]);
  const many = await ask(
    'abcdef'.split('').map((name) => part(name, search(name, 9))),
    'all',
  );
  expect(many.groups.map(({ hits: some, more }) => [some.length, more])).toEqual([
    ...Array.from({ length: 5 }, () => [8, true]),
    [0, true],
  ]);
});

test('a query has 2 to 80 characters, blanks around it aside', () => {
  const { query } = searchRoute({ rules, parts: [] });
  for (const q of ['ab', ` ${'x'.repeat(80)} `]) expect(query?.safeParse({ q }).success).toBe(true);
  for (const q of ['a', ' a ', 'x'.repeat(81), undefined]) expect(query?.safeParse({ q }).success).toBe(false);
});
