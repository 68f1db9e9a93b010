import type { Language, Part } from '#kernel';
import type { JsonSchema } from './json-schema.ts';
import { jsonSchema, membersOf } from './json-schema.ts';
import { edgeRoutes } from './own.ts';
import { problemMediaType, problemSchema } from './problem.ts';
import type { RouteFace, Served } from './routes.ts';
import { base, parametersOf, servedBy } from './routes.ts';

/** What the document says of the whole. */
export interface DocumentInfo {
  readonly title: string;
  readonly version: string;
  readonly language?: Language;
}

/** An OpenAPI 3.1 document. */
export interface OpenApiDocument {
  readonly openapi: '3.1.1';
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, JsonSchema>>>>;
  readonly [member: string]: unknown;
}

const header = (name: string, required: boolean, schema: JsonSchema) => ({ name, in: 'header', required, schema });

function parameters(route: RouteFace): readonly JsonSchema[] {
  const described = new Map(
    route.path === undefined ? [] : membersOf(route.path).map((member) => [member.name, member.schema]),
  );
  return [
    ...parametersOf(route.pattern).map((name) => ({
      name,
      in: 'path',
      required: true,
      schema: described.get(name) ?? { type: 'string' },
    })),
    ...(route.query === undefined
      ? []
      : membersOf(route.query).map(({ name, required, schema }) => ({ name, in: 'query', required, schema }))),
    header('accept-language', false, { type: 'string' }),
    ...(route.personal ? [header('x-purpose', true, { type: 'string' })] : []),
    ...(route.method === 'POST' ? [header('idempotency-key', false, { type: 'string', maxLength: 128 })] : []),
  ];
}

function requestBody(route: RouteFace): JsonSchema {
  if (route.consumes === 'bytes') {
    return { requestBody: { required: true, content: { '*/*': { schema: { type: 'string', format: 'binary' } } } } };
  }
  if (route.body === undefined) return {};
  const schema = jsonSchema(route.body, 'input');
  return { requestBody: { required: true, content: { 'application/json': { schema } } } };
}

function operation({ part, route }: Served<RouteFace>, language: Language): JsonSchema {
  const mediaType = route.produces ?? 'application/json';
  const schema = route.produces === undefined ? jsonSchema(route.response, 'output') : { type: 'string' };
  return {
    operationId: `${route.method.toLowerCase()}${route.pattern.replaceAll(/[^A-Za-z0-9]+(.)?/g, (_, next = '') => next.toUpperCase())}`,
    tags: [part],
    summary: route.summary[language],
    'x-permission': route.permission,
    'x-personal': route.personal,
    ...(route.permission === 'public' ? { security: [] } : {}),
    parameters: parameters(route),
    ...requestBody(route),
    responses: {
      200: { description: route.summary[language], content: { [mediaType]: { schema } } },
      default: { $ref: '#/components/responses/problem' },
    },
  };
}

/** The OpenAPI 3.1 document of the parts and of the edge itself. */
export function openApi(parts: readonly Part[], { title, version, language = 'en' }: DocumentInfo): OpenApiDocument {
  const served: readonly Served<RouteFace>[] = [
    ...edgeRoutes.map((route) => ({ part: 'api', address: base + route.pattern, route })),
    ...servedBy(parts),
  ];
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const one of served) {
    const address = one.address.replaceAll(/:([A-Za-z]+)/g, '{$1}');
    const item = paths[address] ?? {};
    item[one.route.method.toLowerCase()] = operation(one, language);
    paths[address] = item;
  }
  return {
    openapi: '3.1.1',
    info: { title, version },
    security: [{ bearer: [] }],
    tags: parts.map((part) => ({ name: part.name, description: part.title[language] })),
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      responses: {
        problem: {
          description: 'Problem details (RFC 9457)',
          content: { [problemMediaType]: { schema: jsonSchema(problemSchema, 'output') } },
        },
      },
    },
  };
}
