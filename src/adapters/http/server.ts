import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { fastify } from 'fastify';
import {
  apiFindings,
  apiPart,
  base,
  edgeRoutes,
  methodsAt,
  openApi,
  problemMediaType,
  problemOf,
  servedBy,
} from '#api';
import type { Part } from '#kernel';
import { platformCode } from '#kernel';
import { admit } from './admit.ts';
import { jsonAnswer, refusalAnswer, send } from './answer.ts';
import { givenMediaType } from './body.ts';
import { watchConnections } from './connections.ts';
import type { Edge } from './edge.ts';
import { createEdge } from './edge.ts';
import { bindIntake } from './intake.ts';
import type { HttpServerOptions } from './options.ts';
import { bindParts } from './part-routes.ts';
import type { StaticFiles } from './static-files.ts';
import { readStaticFiles, sendStatic } from './static-files.ts';
import { bindEvents } from './watch.ts';

/** The server of one node. */
export interface HttpServer {
  /** Listens and answers its address, `http://127.0.0.1:8080`. Port 0 takes a free one; a taken port rejects with EADDRINUSE. */
  listen(where: { readonly host: string; readonly port: number }): Promise<string>;
  /** Stops accepting, lets requests in flight finish, says goodbye to watchers. */
  close(): Promise<void>;
  /** A request without a socket, for tests. */
  readonly inject: FastifyInstance['inject'];
  /** All parts that are served: those handed in, and the edge's own. */
  readonly parts: readonly Part[];
}

const { find } = apiFindings;

const securityHeaders = {
  'content-security-policy':
    "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(self), geolocation=(), microphone=()',
  'cache-control': 'no-store',
};

/** What never became a request: headers too long, not HTTP, or too slow. Answered by hand, in English. */
function refuseConnection(edge: Edge): (error: Error, socket: Socket) => void {
  return (error, socket) => {
    const code = platformCode(error);
    if (code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
    const late = code === 'ERR_HTTP_REQUEST_TIMEOUT';
    const finding =
      code === 'HPE_HEADER_OVERFLOW'
        ? find('API-0212')
        : late
          ? find('API-0206', { seconds: edge.limits.bodySeconds })
          : find('API-0213');
    const status = edge.statusOf(finding);
    const body = JSON.stringify(problemOf({ finding }, { language: 'en', texts: edge.texts, status }));
    edge.log.warn('connection-refused', { code: finding.code });
    socket.end(
      `HTTP/1.1 ${status} Refused\r\nContent-Type: ${problemMediaType}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
    );
  };
}

function createFastify(edge: Edge): FastifyInstance {
  const { headerBytes, bodySeconds } = edge.limits;
  return fastify({
    logger: false,
    exposeHeadRoutes: false,
    return503OnClosing: false,
    forceCloseConnections: false,
    bodyLimit: Number.MAX_SAFE_INTEGER,
    routerOptions: { maxParamLength: 512 },
    requestTimeout: (bodySeconds + 5) * 1000,
    http: { maxHeaderSize: headerBytes, headersTimeout: bodySeconds * 1000, connectionsCheckingInterval: 1000 },
    clientErrorHandler: refuseConnection(edge),
    frameworkErrors: (_error, request: FastifyRequest, reply) =>
      void send(reply, refusalAnswer(edge, request, { finding: find('API-0213') })),
  });
}

/**
 * The server would refuse a media type that is not well-formed before anyone sees the body; what is lodged is kept
 * however it was labelled, so the label as it came is set aside.
 */
function setMediaTypeAside({ raw }: FastifyRequest): void {
  const given = raw.headers['content-type'];
  if (given === undefined) delete raw.headers[givenMediaType];
  else {
    raw.headers[givenMediaType] = given;
    raw.headers['content-type'] = 'application/octet-stream';
  }
}

/** Every body is handed on as a stream: what it is, the pieces of the server decide. */
function takeBodiesAsStreams(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', (_request: FastifyRequest, payload: IncomingMessage, done) => done(null, payload));
}

function bindHooks(server: FastifyInstance, edge: Edge): void {
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(securityHeaders);
    setMediaTypeAside(request);
    if (edge.stopping) {
      await send(reply.header('connection', 'close'), refusalAnswer(edge, request, { finding: find('API-0502') }));
    }
  });
  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'console';
    const seconds = reply.elapsedTime / 1000;
    edge.metrics.request(route, request.method, reply.statusCode, seconds);
    if (probes.has(route)) return;
    const code = reply.getHeader('x-finding');
    const fields = { method: request.method, route, status: reply.statusCode, ms: Math.round(seconds * 1e6) / 1000 };
    edge.log.info('request', typeof code === 'string' ? { ...fields, code } : fields);
  });
  server.setErrorHandler(async (error, request, reply) => {
    const { statusCode } = error as { statusCode?: number };
    if (statusCode !== undefined && statusCode < 500) {
      return send(reply, refusalAnswer(edge, request, { finding: find('API-0213') }));
    }
    const reference = randomBytes(8).toString('hex');
    // A bug's message may quote what was sent; only where it stood is logged.
    const stack = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
    const name = error instanceof Error ? error.name : 'thrown';
    edge.log.error('bug', {
      reference,
      name,
      stack: stack
        .slice(0, 8)
        .map((line) => line.trim())
        .join(' | '),
    });
    await send(reply, refusalAnswer(edge, request, { finding: find('API-0501', { reference }) }));
    edge.onBug?.(error);
    return reply;
  });
}

const probes: ReadonlySet<string> = new Set(['/health', '/ready', '/metrics']);

function bindProbes(server: FastifyInstance, edge: Edge): void {
  server.get('/health', async (_request, reply) => send(reply, jsonAnswer({ state: 'up' })));
  server.get('/ready', async (_request, reply) => {
    const ready = !edge.stopping && (edge.ready?.() ?? true);
    return send(reply, jsonAnswer({ ready }, ready ? 200 : 503));
  });
  server.get('/metrics', async (request, reply) => {
    const caller = await admit(edge, request, { method: 'GET', permission: 'api.metrics', personal: false });
    if (!caller.ok) return send(reply, refusalAnswer(edge, request, caller.error));
    return send(reply, { status: 200, ...(await edge.metrics.text()) });
  });
}

/** What no route takes: a file of the console, a wrong method, or nothing at all. */
function bindNowhere(
  server: FastifyInstance,
  edge: Edge,
  { files, parts }: { readonly files: StaticFiles; readonly parts: readonly Part[] },
): void {
  const ownRoutes = edgeRoutes.map((route) => ({ address: base + route.pattern, route }));
  const methodsOf = methodsAt([...ownRoutes, ...servedBy(parts)]);
  server.setNotFoundHandler(async (request, reply) => {
    const { method } = request;
    const address = (request.url.split('?')[0] ?? '/').slice(0, 256);
    const allowed = probes.has(address) ? 'GET' : methodsOf(address).join(', ');
    const finding =
      allowed === '' ? find('API-0101', { method, address }) : find('API-0102', { method, address, allowed });
    return sendStatic(files, request, reply) ?? send(reply, refusalAnswer(edge, request, { finding }));
  });
}

function ownPart({ node, rules, parts }: Edge): Part {
  const documents = new Map<string, unknown>();
  const own: Part = apiPart({
    node,
    rules,
    parts,
    document: (language) => {
      const info = { title: 'Tripoint', version: node.version, language };
      const known = documents.get(language) ?? openApi([own, ...parts], info);
      documents.set(language, known);
      return known;
    },
  });
  return own;
}

/** Makes the server of one node: the routes of its parts, the intake, events, probes and the console. */
export async function createHttpServer(options: HttpServerOptions): Promise<HttpServer> {
  const edge = createEdge(options);
  const server = createFastify(edge);
  const files: StaticFiles =
    options.staticFolder === undefined ? new Map() : await readStaticFiles(options.staticFolder);
  const parts = [ownPart(edge), ...options.parts];
  const connections = watchConnections(server.server);
  takeBodiesAsStreams(server);
  bindHooks(server, edge);
  bindProbes(server, edge);
  bindIntake(server, edge);
  const watchers = bindEvents(server, edge);
  bindParts(server, edge, parts);
  bindNowhere(server, edge, { files, parts });
  await server.ready();
  return {
    listen: (where) => server.listen(where),
    close: async () => {
      edge.stopping = true;
      watchers.end();
      const hurry = setTimeout(() => server.server.closeAllConnections(), edge.limits.closeSeconds * 1000);
      const closed = server.close();
      connections.cutIdle();
      await closed;
      clearTimeout(hurry);
    },
    inject: server.inject.bind(server),
    parts,
  };
}
