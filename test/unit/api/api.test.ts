import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import {
  apiFindings,
  apiPart,
  asksFor,
  compileAccess,
  describedSchema,
  describeParts,
  fitTo,
  languageOf,
  openApi,
  servedBy,
  statuses,
  wantedOf,
} from '#api';
import { definePart, languages } from '#kernel';
import { gardenAccess, gardenPart } from '../../support/http-fixture.ts';

test('every finding of the edge is used, and no other is', () => {
  const used = new Set<string>();
  for (const file of [
    'api/access',
    'api/parse',
    ...['admit', 'body', 'intake', 'once', 'part-routes', 'server', 'watch'].map((name) => `adapters/http/${name}`),
    ...['bearer', 'oidc', 'tokens'].map((name) => `adapters/auth/${name}`),
    'adapters/files/watched-folder',
  ]) {
    const text = readFileSync(new URL(`../../../src/${file}.ts`, import.meta.url), 'utf8');
    for (const [code] of text.matchAll(/API-\d{4}/g)) used.add(code);
  }
  expect([...used].toSorted()).toEqual(Object.keys(apiFindings.specs).toSorted());
});

test('the language is the first wanted one that the node speaks', () => {
  for (const [header, language] of [
    [undefined, 'en'],
    ['', 'en'],
    ['*', 'en'],
    ['de', 'en'],
    ['fr', 'fr'],
    ['es-MX,es;q=0.9,en;q=0.8', 'es'],
    ['en;q=0.1, FR-ca;q=0.2', 'fr'],
    ['fr;q=0, es;q=0.001', 'es'],
    ['fr;q=x, en', 'en'],
  ] as const) {
    expect(languageOf(header), header).toBe(language);
  }
  expect(asksFor('application/edifact;q=0', 'application/edifact')).toBe(false);
  expect(asksFor('*/*', 'application/edifact')).toBe(false);
  expect(wantedOf(',,;q=1,')).toEqual([]);
});

test('a misfit names the place and never the value', () => {
  const schema = z.object({ 'a/b': z.array(z.object({ name: z.string().max(3) })) });
  const result = fitTo(schema, { 'a/b': [{ name: 'ok' }, { name: 'ERIKSSON' }] }, 'body');
  expect(result).toMatchObject({
    ok: false,
    error: { finding: { code: 'API-0201', parameters: { path: '/a~1b/1/name', problem: 'too_big' } } },
  });
  expect(JSON.stringify(result)).not.toContain('ERIKSSON');
  const many = fitTo(z.array(z.number()), Array(100).fill('x'), 'address');
  expect(many).toMatchObject({ ok: false, error: { finding: { code: 'API-0202' }, misfits: { length: 20 } } });
  expect(fitTo(z.number(), 'x', 'body')).toMatchObject({ error: { finding: { parameters: { path: '/' } } } });
});

test('the status of a finding: declared by its room, else by who has to act', () => {
  const statusOf = statuses([
    definePart({
      name: 'x',
      title: { en: '', fr: '', es: '' },
      findings: { A: { origin: 'sender', severity: 'error', status: 409 } },
    }),
  ]);
  const of = (code: string, origin: 'sender' | 'node' | 'partner' | 'operator') =>
    statusOf({ code, origin, severity: 'error', parameters: {} });
  expect([
    of('A', 'sender'),
    of('B', 'sender'),
    of('B', 'node'),
    of('B', 'partner'),
    of('B', 'operator'),
    of('API-0101', 'sender'),
  ]).toEqual([409, 422, 500, 502, 500, 404]);
});

test('two routes under one address, or a public one that reads personal data, do not start', () => {
  const [first, second, third] = gardenPart.routes;
  if (first === undefined || second === undefined || third === undefined) throw new Error('the garden has routes');
  const part = (...routes: (typeof gardenPart.routes)[number][]) => definePart({ ...gardenPart, routes });
  expect(() => servedBy([part(first), part(first)])).toThrow(/two routes/);
  expect(() => servedBy([part(second, { ...second, pattern: '/garden/plots/:other/holes' })])).toThrow(/two routes/);
  expect(() => servedBy([part({ ...third, permission: 'public' })])).toThrow(/personal/);
});

const own = apiPart({
  node: { version: '1', country: 'US', reality: 'live' },
  rules: compileAccess(gardenAccess),
  parts: [gardenPart],
  document: () => ({}),
});

test('the OpenAPI document describes every route of every part, and is plain JSON', () => {
  const document = openApi([own, gardenPart], { title: 'Tripoint', version: '1', language: 'fr' });
  expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  expect(document.openapi).toBe('3.1.1');
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
  );
  expect(operations.map(({ path, method }) => `${method} ${path}`).toSorted()).toEqual([
    'get /api/domains',
    'get /api/events',
    'get /api/garden/gate',
    'get /api/garden/plots',
    'get /api/garden/plots/{plot}/owner',
    'get /api/openapi.json',
    'get /api/session',
    'post /api/garden/plots/{plot}/holes',
    'post /api/lodgements',
    'put /api/garden/map',
  ]);
  const names = operations.map(({ operation }) => operation['operationId']);
  expect(new Set(names).size).toBe(names.length);
  expect(document.paths['/api/garden/plots/{plot}/owner']?.['get']).toMatchObject({
    operationId: 'getGardenPlotsPlotOwner',
    tags: ['garden'],
    summary: 'Propriétaire',
    'x-permission': 'garden.owner',
    'x-personal': true,
    parameters: [
      { name: 'plot', in: 'path', required: true, schema: { type: 'string' } },
      { name: 'accept-language', in: 'header' },
      { name: 'x-purpose', in: 'header', required: true },
    ],
    responses: {
      200: {
        content: { 'application/json': { schema: { type: 'object', properties: { owner: { type: 'string' } } } } },
      },
    },
  });
  expect(document.paths['/api/garden/plots']?.['get']?.['parameters']).toContainEqual({
    name: 'limit',
    in: 'query',
    required: false,
    schema: { type: 'integer', minimum: 1, maximum: 500, default: 50 },
  });
  expect(document.paths['/api/garden/plots/{plot}/holes']?.['post']).toMatchObject({
    requestBody: { content: { 'application/json': { schema: { required: ['depth'] } } } },
  });
  expect(document.paths['/api/garden/map']?.['put']).toMatchObject({
    responses: { 200: { content: { 'image/x-map': {} } } },
  });
  expect(document.paths['/api/garden/gate']?.['get']).toMatchObject({ security: [] });
});

test('the description of parts fits its own schema in each language', () => {
  for (const language of languages) {
    const described = describeParts([own, gardenPart], language);
    expect(describedSchema.parse(described)).toEqual(described);
  }
  expect(describeParts([gardenPart], 'es').parts[0]).toMatchObject({
    title: 'Jardín',
    findings: [{ code: 'GDN-0101', origin: 'sender', severity: 'error' }],
  });
});
