import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Refusal, Served } from '#api';
import { apiFindings, fitTo, servedBy } from '#api';
import type { Part, Result, Route, RouteRequest } from '#kernel';
import { Bug, err, ok } from '#kernel';
import type { Caller } from './admit.ts';
import { admit } from './admit.ts';
import type { Answer } from './answer.ts';
import { jsonAnswer, refusalAnswer, send } from './answer.ts';
import type { Received } from './body.ts';
import { readBody } from './body.ts';
import type { Edge } from './edge.ts';
import { once } from './once.ts';

type Address = Pick<RouteRequest, 'path' | 'query'>;

function addressOf(route: Route, request: FastifyRequest): Result<Address, Refusal> {
  const path = route.path === undefined ? ok(request.params) : fitTo(route.path, request.params, 'address');
  if (!path.ok) return path;
  const query = route.query === undefined ? ok({}) : fitTo(route.query, request.query, 'address');
  if (!query.ok) return query;
  return ok({ path: path.value as Address['path'], query: query.value as Address['query'] });
}

function bodyOf(route: Route, { bytes, mediaType, trouble }: Received): Result<unknown, Refusal> {
  const refuse = (finding: Refusal['finding']): Result<unknown, Refusal> => err({ finding });
  if (trouble !== undefined) return refuse(trouble);
  if (route.consumes === 'bytes') return ok(bytes);
  if (route.body === undefined) return ok(undefined);
  if (!/^application\/([a-z0-9.+-]+\+)?json\s*(;|$)/i.test(mediaType)) {
    return refuse(apiFindings.find('API-0204', { mediaType: mediaType.slice(0, 128) }));
  }
  try {
    return fitTo(route.body, JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString()), 'body');
  } catch {
    return refuse(apiFindings.find('API-0203'));
  }
}

/** Turns what a route returned into an answer. What its schema does not name does not leave. */
function answerOf(route: Route, value: unknown): Answer {
  if (value instanceof Uint8Array) {
    return { status: 200, mediaType: route.produces ?? 'application/octet-stream', body: value };
  }
  const fitting = route.response.safeParse(value);
  if (!fitting.success) {
    const [issue] = fitting.error.issues;
    throw new Bug(
      `${route.method} ${route.pattern} answers what its schema does not hold, at ${issue?.path.join('/')}`,
    );
  }
  return jsonAnswer(fitting.data);
}

async function handle(edge: Edge, { part, route }: Served, request: RouteRequest): Promise<Result<Answer>> {
  const result = await route.handle(request, edge.access(part, request.reality));
  if (!result.ok) return result;
  const answer = answerOf(route, result.value);
  if (route.personal) {
    const { actor, path, reality } = request;
    const reading = {
      actor,
      purpose: actor.purpose ?? '',
      part,
      pattern: route.pattern,
      path,
      at: edge.clock.now(),
      reality,
    };
    const kept = await edge.onPersonalRead(reading);
    if (!kept.ok) return kept;
  }
  return ok(answer);
}

interface Exchange {
  readonly caller: Caller;
  readonly address: Address;
}

async function serveBody(edge: Edge, served: Served, request: FastifyRequest, exchange: Exchange): Promise<Answer> {
  const received = await readBody(edge, request);
  if (!received.ok) return refusalAnswer(edge, request, { finding: received.error });
  const { caller, address } = exchange;
  try {
    return await once(edge, request, { caller, body: received.value }, async () => {
      const body = bodyOf(served.route, received.value);
      if (!body.ok) return refusalAnswer(edge, request, body.error);
      const result = await handle(edge, served, { ...caller, ...address, body: body.value });
      return result.ok ? result.value : refusalAnswer(edge, request, { finding: result.error });
    });
  } finally {
    received.value.release();
  }
}

async function serve(edge: Edge, served: Served, request: FastifyRequest): Promise<Answer> {
  const { route } = served;
  const caller = await admit(edge, request, route);
  if (!caller.ok) return refusalAnswer(edge, request, caller.error);
  const address = addressOf(route, request);
  if (!address.ok) return refusalAnswer(edge, request, address.error);
  return serveBody(edge, served, request, { caller: caller.value, address: address.value });
}

/** Binds the routes of all parts. */
export function bindParts(server: FastifyInstance, edge: Edge, parts: readonly Part[]): void {
  for (const served of servedBy(parts)) {
    server.route({
      method: served.route.method,
      url: served.address,
      handler: async (request, reply) => send(reply, await serve(edge, served, request)),
    });
  }
}
