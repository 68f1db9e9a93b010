import { expect, test } from 'vitest';
import { z } from 'zod';
import { type Access, type Actor, definePart, instant, type Part, type RouteRequest } from '#kernel';
import { compileAccess } from './access.ts';
import { apiFindings } from './findings.ts';
import { apiPart, edgeRoutes, type OwnMeans, sessionSchema, watchPermissions } from './own.ts';

const same = (text: string) => ({ en: text, fr: text, es: text });
const garden = definePart({
  name: 'garden',
  title: { en: 'Garden', fr: 'Jardin', es: 'Jardín' },
  views: [{ name: 'garden.plots', hears: () => true, fold: { initial: 0, apply: () => 0 } }],
});
const blind = definePart({ name: 'blind', title: same('Blind') });
const rules = compileAccess({
  ...{ source: 'test', date: '2026-11-24', purposes: [{ name: 'check', title: same('Check') }] },
  roles: [{ name: 'officer', title: same('O'), grants: [{ permissions: ['b', 'a'], scope: 'country', purposes: [] }] }],
});
const means = (more: Partial<OwnMeans> = {}): OwnMeans => ({
  node: { version: '1.2', country: 'US', reality: 'live' },
  ...{ rules, parts: [garden, blind], document: (language) => ({ language }) },
  ...more,
});
const seconds = 1_764_000_000_000;

/** Calls a route of the part as the edge does. */
async function ask(part: Part, pattern: string, more: Partial<RouteRequest> = {}): Promise<unknown> {
  const route = part.routes.find((one) => one.pattern === pattern) ?? expect.fail(`no route ${pattern}`);
  const actor: Actor = { name: 'a', roles: ['officer'], ports: ['P1'] };
  const request: RouteRequest = {
    ...{ actor, path: {}, query: {}, body: undefined, scope: { kind: 'country' }, language: 'fr', reality: 'live' },
    ...more,
  };
  const access: Pick<Access, 'now'> = { now: () => instant(seconds) };
  const done = await route.handle(request, access as Access);
  return done.ok ? route.response.parse(done.value) : expect.fail(done.error.code);
}

test('the session: who calls, what he may do, where he is', async () => {
  const session = {
    actor: { name: 'a', ports: ['P1'] },
    ...{ roles: ['officer'], permissions: ['a', 'b'], purposes: ['check'], country: 'US', reality: 'live' },
    node: { version: '1.2', now: seconds },
  };
  expect(await ask(apiPart(means()), '/session')).toEqual(session);
  const seats = [{ country: 'CA', address: 'http://127.0.0.1:1' }];
  const seated = apiPart(means({ node: { version: '1.2', country: 'US', reality: 'demonstration', seats } }));
  const actor: Actor = { name: 'b', roles: [], ports: [], organisation: 'ORG' };
  const asked = await ask(seated, '/session', { actor, reality: 'exercise x' });
  expect(asked).toMatchObject({ actor: { name: 'b', organisation: 'ORG', ports: [] }, seats, reality: 'exercise x' });
  expect(sessionSchema.safeParse({ ...session, node: {} }).success).toBe(false);
});

test('the parts with the edge itself, in the language asked for; the document as it was made', async () => {
  const described = z.object({ parts: z.array(z.object({ name: z.string(), title: z.string() })) });
  const parts = described.parse(await ask(apiPart(means()), '/domains')).parts;
  expect(parts.map(({ name, title }) => `${name}: ${title}`)).toEqual([
    'api: Interface',
    'garden: Jardin',
    'blind: Blind',
  ]);
  expect(await ask(apiPart(means()), '/openapi.json', { language: 'es' })).toEqual({ language: 'es' });
});

test('a part that has views can be watched, by a permission of its own', () => {
  expect(watchPermissions([garden, blind])).toEqual([
    { name: 'garden.watch', title: { en: 'Watch: Garden', fr: 'Suivre : Jardin', es: 'Seguir: Jardín' } },
  ]);
  const { permissions } = apiPart(means());
  expect(permissions.map(({ name }) => name)).toEqual([
    ...['api.session', 'api.describe', 'api.events', 'api.search', 'api.metrics'],
    ...['lodgements.lodge', 'lodgements.reasons', 'lodgements.exercise', 'garden.watch'],
  ]);
  for (const { name, title } of permissions) {
    for (const text of Object.values(title)) expect(text, name).toMatch(/^\p{Lu}\p{L}/u);
    expect(new Set(Object.values(title)).size, name).toBe(3);
  }
});

test('what each route asks of its caller', () => {
  const part = apiPart(means());
  const asked = [...part.routes, ...edgeRoutes].map(
    ({ method, pattern, permission, personal }) => `${method} ${pattern} ${permission} ${personal}`,
  );
  expect(asked).toEqual([
    'GET /search api.search false',
    'GET /search/what api.search false',
    'GET /session api.session false',
    'GET /domains api.describe false',
    'GET /openapi.json public false',
    'POST /lodgements lodgements.lodge false',
    'GET /events api.events false',
  ]);
  for (const { summary } of [...part.routes, ...edgeRoutes]) {
    for (const text of Object.values(summary)) expect(text.length).toBeGreaterThan(10);
  }
  expect(part.findings).toBe(apiFindings.specs);
  expect(Object.keys(part.catalogues)).toEqual(['en', 'fr', 'es']);
  expect(edgeRoutes[0]).toMatchObject({ consumes: 'bytes' });
  expect(edgeRoutes[1]).toMatchObject({ produces: 'text/event-stream' });
  expect(edgeRoutes[0]?.query?.safeParse({ profile: 'x'.repeat(65) }).success).toBe(false);
  expect(edgeRoutes[0]?.query?.safeParse({ profile: 'x'.repeat(64) }).success).toBe(true);
  expect(edgeRoutes[0]?.query?.safeParse({}).success).toBe(true);
});
