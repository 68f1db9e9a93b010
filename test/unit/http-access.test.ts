import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HttpServer } from '#adapters/http';
import { createHttpServer } from '#adapters/http';
import { accessTableSchema, checkAccess, compileAccess, edgeRoutes, servedBy } from '#api';
import { definePart } from '#kernel';
import roles from '../../data/access/roles.json' with { type: 'json' };
import { actorAs, as, gardenAccess, gardenPart, testOptions } from '../support/http-fixture.ts';
import { keptOut, walkRoutes } from '../support/walk-routes.ts';

const options = testOptions();
let server: HttpServer;
beforeAll(async () => {
  server = await createHttpServer(options);
});
afterAll(() => server.close());

const walk = () =>
  walkRoutes(server, server.parts, {
    roles: [...options.rules.roles, 'no-such-role'],
    rules: options.rules,
    headersOf: as,
    actorOf: actorAs,
  });

test('every route lets in exactly those whom the table grants it', async () => {
  const steps = await walk();
  for (const step of steps) expect.soft({ ...step, in: !keptOut(step) }).toEqual({ ...step, in: step.granted });
  // The walk saw something of each sort, or it proves nothing.
  expect(new Set(steps.map((step) => step.address)).size).toBe(servedBy(server.parts).length + edgeRoutes.length + 1);
  expect(steps.filter((step) => step.granted).length).toBeGreaterThan(20);
  expect(steps.filter((step) => !step.granted).length).toBeGreaterThan(50);
  expect(
    steps.filter((step) => step.granted && step.purpose !== undefined).map((step) => `${step.role} ${step.purpose}`),
  ).toEqual(['gardener gardening', 'auditor audit']);
});

test('nobody gets past a route that is not public', async () => {
  const steps = (await walk()).filter((step) => step.role === 'nobody');
  for (const step of steps.filter((one) => !one.granted))
    expect(step).toMatchObject({ status: 401, finding: 'API-0103' });
  expect(steps.filter((step) => step.granted).map((step) => step.address)).toEqual([
    '/api/openapi.json',
    '/api/garden/gate',
  ]);
});

test('an unknown address is nowhere, for those who are let in too; a wrong method is told the right ones', async () => {
  for (const [method, url] of [
    ['GET', '/api/garden/no'],
    ['GET', '/api'],
    ['GET', '/api/'],
    ['DELETE', '/api/garden/plots/a/b/c'],
  ] as const) {
    const reply = await server.inject({ method, url, headers: as('auditor') });
    expect(reply.statusCode).toBe(404);
    expect(reply.json().code).toBe('API-0101');
  }
  for (const [method, url, allow] of [
    ['DELETE', '/api/garden/plots?limit=1', 'GET'],
    ['GET', '/api/garden/plots/a/holes', 'POST'],
    ['POST', '/api/session', 'GET'],
    ['PUT', '/api/lodgements', 'POST'],
    ['POST', '/health', 'GET'],
  ] as const) {
    const reply = await server.inject({ method, url, headers: as('auditor') });
    expect([reply.statusCode, reply.headers['allow'], reply.json().code]).toEqual([405, allow, 'API-0102']);
  }
});

test('reading personal data needs a purpose of the closed list that the role may use, and leaves an entry before it leaves', async () => {
  const read = (role: string, purpose?: string) =>
    server.inject({
      url: '/api/garden/plots/a/owner',
      headers: as(role, purpose === undefined ? {} : { 'x-purpose': purpose }),
    });
  options.seen.readings.length = 0;
  expect((await read('gardener')).json()).toMatchObject({
    code: 'API-0105',
    parameters: { purposes: 'gardening, audit' },
  });
  expect((await read('gardener', 'curiosity')).json().code).toBe('API-0105');
  expect((await read('gardener', 'audit')).json().code).toBe('API-0106');
  expect(options.seen.readings).toEqual([]);
  const reply = await read('gardener', 'gardening');
  expect(reply.json()).toEqual({ owner: 'ANNA ERIKSSON' });
  expect(options.seen.readings).toEqual([
    {
      actor: { ...actorAs('gardener'), purpose: 'gardening' },
      purpose: 'gardening',
      part: 'garden',
      pattern: '/garden/plots/:plot/owner',
      path: { plot: 'a' },
      at: options.clock.now(),
      reality: 'live',
    },
  ]);
});

test('when the reading cannot be recorded, the data stays', async () => {
  const deaf = await createHttpServer(
    testOptions({
      onPersonalRead: async () => ({
        ok: false,
        error: { code: 'LED-0000', origin: 'node', severity: 'error', parameters: {} },
      }),
    }),
  );
  const reply = await deaf.inject({
    url: '/api/garden/plots/a/owner',
    headers: as('gardener', { 'x-purpose': 'gardening' }),
  });
  expect(reply.statusCode).toBe(500);
  expect(reply.body).not.toContain('ERIKSSON');
  await deaf.close();
});

test('scope: a port sees its own, the country sees all, a grant that reaches nothing is refused', async () => {
  const plots = async (role: string) => (await server.inject({ url: '/api/garden/plots', headers: as(role) })).json();
  expect((await plots('gardener')).items.map((item: { plot: string }) => item.plot)).toEqual(['a', 'b', 'c']);
  expect((await plots('auditor')).items).toHaveLength(5);
  const rules = compileAccess(gardenAccess);
  const homeless = { name: 'x', roles: ['gardener'], ports: [] };
  expect(rules.permit(homeless, { permission: 'garden.see', personal: false })).toMatchObject({
    ok: false,
    error: { code: 'API-0107' },
  });
  const both = { name: 'x', roles: ['gardener', 'auditor'], ports: ['P1'], purpose: 'gardening' };
  expect(rules.permit(both, { permission: 'garden.see', personal: false })).toEqual({
    ok: true,
    value: { kind: 'country' },
  });
  // The country-wide grant is for audits: it does not widen what gardening may read.
  expect(rules.permit(both, { permission: 'garden.owner', personal: true })).toEqual({
    ok: true,
    value: { kind: 'limited', ports: ['P1'] },
  });
});

test('what the schema of a route does not name does not leave', async () => {
  const reply = await server.inject({ url: '/api/garden/plots', headers: as('auditor') });
  expect(reply.body).not.toContain('gold');
});

test('a page of another site cannot act', async () => {
  const dig = (headers: Record<string, string>) =>
    server.inject({
      method: 'POST',
      url: '/api/garden/plots/a/holes',
      headers: as('gardener', { host: 'node.example', ...headers }),
      payload: { depth: 1 },
    });
  expect((await dig({ origin: 'https://evil.example' })).json().code).toBe('API-0108');
  expect((await dig({ origin: 'null' })).json().code).toBe('API-0108');
  expect((await dig({ 'sec-fetch-site': 'cross-site' })).json().code).toBe('API-0108');
  expect((await dig({ origin: 'https://node.example', 'sec-fetch-site': 'same-origin' })).statusCode).toBe(200);
});

test('the roles that are shipped are well-formed, and the check of roles finds each kind of fault', () => {
  const shipped = accessTableSchema.parse(roles);
  expect(shipped.roles.map((role) => role.name)).toContain('carrier');
  const purposes = new Set(shipped.purposes.map((purpose) => purpose.name));
  for (const grant of shipped.roles.flatMap((role) => role.grants))
    for (const purpose of grant.purposes) expect(purposes).toContain(purpose);
  const texts = { en: 'x', fr: 'x', es: '' };
  const faults = checkAccess(
    {
      source: '',
      date: '',
      purposes: [],
      roles: [{ name: 'r', title: texts, grants: [{ permissions: ['a.b'], scope: 'country', purposes: ['p'] }] }],
    },
    [definePart({ ...gardenPart, permissions: [{ name: 'c.d', title: texts }] })],
  );
  expect(faults).toEqual([
    'role r: no part knows the permission a.b',
    'role r: the closed list has no purpose p',
    'no role is granted c.d',
    'GET /garden/plots: no part knows the permission garden.see',
    'POST /garden/plots/:plot/holes: no part knows the permission garden.dig',
    'GET /garden/plots/:plot/owner: no part knows the permission garden.owner',
    'PUT /garden/map: no part knows the permission garden.dig',
    'r: no title in es',
  ]);
});
