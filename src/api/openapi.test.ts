import { expect, test } from 'vitest';
import { z } from 'zod';
import { definePart, type Route } from '#kernel';
import { openApi } from './openapi.ts';

const texts = (en: string, fr = en, es = en) => ({ en, fr, es });
const route = (more: Partial<Route>): Route => ({
  ...{
    method: 'GET',
    pattern: '/plots',
    permission: 'garden.see',
    personal: false,
    summary: texts('Plots', 'Parcelles'),
  },
  response: z.object({ plot: z.string() }),
  handle: () => Promise.reject(new TypeError('not called')),
  ...more,
});
const garden = definePart({
  name: 'garden',
  title: texts('Garden', 'Jardin', 'Jardín'),
  routes: [
    route({ query: z.object({ limit: z.coerce.number().int().default(50), kind: z.string() }) }),
    route({
      ...{ method: 'POST', pattern: '/plots/:plot/holes/:hole-x', personal: true, permission: 'garden.dig' },
      path: z.object({ plot: z.string().max(8) }),
      body: z.object({ depth: z.coerce.number() }),
    }),
    route({ method: 'PUT', pattern: '/map', consumes: 'bytes', produces: 'image/x-map', response: z.unknown() }),
    route({ pattern: '/gate', permission: 'public' }),
  ],
});
const document = openApi([garden], { title: 'Tripoint', version: '1.2', language: 'fr' });
const language = { name: 'accept-language', in: 'header', required: false, schema: { type: 'string' } };
const problem = { $ref: '#/components/responses/problem' };

test('the head of the document', () => {
  expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  expect(document).toMatchObject({
    openapi: '3.1.1',
    info: { title: 'Tripoint', version: '1.2' },
    security: [{ bearer: [] }],
    tags: [{ name: 'garden', description: 'Jardin' }],
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      responses: {
        problem: {
          description: 'Problem details (RFC 9457)',
          content: {
            'application/problem+json': { schema: { type: 'object', required: expect.arrayContaining(['code']) } },
          },
        },
      },
    },
  });
  expect(openApi([garden], { title: 'T', version: '1' })['tags']).toEqual([{ name: 'garden', description: 'Garden' }]);
});

test('each route of the parts and of the edge, once', () => {
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, { operationId }]) => [`${method} ${path}`, operationId]),
  );
  expect(Object.fromEntries(operations)).toEqual({
    'get /api/plots': 'getPlots',
    'post /api/plots/{plot}/holes/{hole}-x': 'postPlotsPlotHolesHoleX',
    'put /api/map': 'putMap',
    'get /api/gate': 'getGate',
    'post /api/lodgements': 'postLodgements',
    'get /api/events': 'getEvents',
  });
  expect(document.paths['/api/lodgements']?.['post']).toMatchObject({ tags: ['api'] });
});

test('two methods of one address stand together', () => {
  const both = definePart({ ...garden, routes: [route({}), route({ method: 'DELETE' })] });
  expect(Object.keys(openApi([both], { title: 'T', version: '1' }).paths['/api/plots'] ?? {})).toEqual([
    'get',
    'delete',
  ]);
});

test('a route with a query', () => {
  expect(document.paths['/api/plots']?.['get']).toEqual({
    operationId: 'getPlots',
    tags: ['garden'],
    summary: 'Parcelles',
    'x-permission': 'garden.see',
    'x-personal': false,
    parameters: [
      {
        name: 'limit',
        in: 'query',
        required: false,
        schema: expect.objectContaining({ type: 'integer', default: 50 }),
      },
      { name: 'kind', in: 'query', required: true, schema: { type: 'string' } },
      language,
    ],
    responses: {
      200: {
        description: 'Parcelles',
        content: {
          'application/json': {
            schema: expect.objectContaining({ properties: { plot: { type: 'string' } }, required: ['plot'] }),
          },
        },
      },
      default: problem,
    },
  });
});

test('a route with parameters, a body and personal data', () => {
  expect(document.paths['/api/plots/{plot}/holes/{hole}-x']?.['post']).toEqual({
    operationId: 'postPlotsPlotHolesHoleX',
    tags: ['garden'],
    summary: 'Parcelles',
    'x-permission': 'garden.dig',
    'x-personal': true,
    parameters: [
      { name: 'plot', in: 'path', required: true, schema: { type: 'string', maxLength: 8 } },
      { name: 'hole', in: 'path', required: true, schema: { type: 'string' } },
      language,
      { name: 'x-purpose', in: 'header', required: true, schema: { type: 'string' } },
      { name: 'idempotency-key', in: 'header', required: false, schema: { type: 'string', maxLength: 128 } },
    ],
    requestBody: {
      required: true,
      content: {
        'application/json': {
          schema: { type: 'object', properties: { depth: { type: 'number' } }, required: ['depth'] },
        },
      },
    },
    responses: expect.anything(),
  });
});

test('bytes in and out; a public route asks for no credentials', () => {
  expect(document.paths['/api/map']?.['put']).toMatchObject({
    requestBody: { required: true, content: { '*/*': { schema: { type: 'string', format: 'binary' } } } },
    responses: { 200: { content: { 'image/x-map': { schema: { type: 'string' } } } } },
  });
  expect(document.paths['/api/map']?.['put']).not.toHaveProperty('security');
  expect(document.paths['/api/gate']?.['get']).toMatchObject({ security: [] });
  expect(document.paths['/api/gate']?.['get']).not.toHaveProperty('requestBody');
});
