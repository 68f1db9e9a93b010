import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { answers, type Mood, type Recorded } from './fixtures/answers.ts';
import { planAnswer } from './fixtures/plan.ts';

export interface FixtureNode {
  readonly address: string;
  /** Says to all who watch that a view changed. */
  readonly tell: (view: string, keys: readonly string[]) => void;
  /** Replaces what a path answers from now on. */
  readonly answer: (path: string, value: Recorded) => void;
  /** Closes all event streams and refuses new ones while it is true. */
  readonly cut: (off: boolean) => void;
  /** What was sent by POST, in order. */
  readonly sent: readonly { readonly path: string; readonly body: unknown }[];
  readonly close: () => Promise<void>;
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const text = Buffer.concat(pieces).toString('utf8');
  return request.headers['content-type']?.includes('json') === true ? JSON.parse(text) : text;
}

/** What the register of the plan answers, where it is asked and the node is well. */
async function planned(
  mood: Mood,
  method: string | undefined,
  url: URL,
  language: string,
): Promise<Recorded | undefined> {
  if (method !== 'GET' || mood === 'error' || mood === 'stranger') return undefined;
  const value = await planAnswer(url, language === 'fr' || language === 'es' ? language : 'en', mood === 'empty');
  return value === undefined ? undefined : { value };
}

/** A node that answers from recorded JSON, for the states of a page that a real node reaches only by accident. */
export async function startFixtureNode(folder: string, mood: Mood): Promise<FixtureNode> {
  const replaced = new Map<string, Recorded>();
  const sent: { path: string; body: unknown }[] = [];
  const watchers = new Set<ServerResponse>();
  let events = 0;
  let off = false;

  const json = (response: ServerResponse, status: number, value: unknown): void => {
    const type = status < 400 ? 'application/json' : 'application/problem+json';
    response.writeHead(status, { 'content-type': type });
    response.end(JSON.stringify(value));
  };
  const watch = (response: ServerResponse): void => {
    if (off) {
      response.destroy();
      return;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(`event: hello\ndata: ${JSON.stringify({ heartbeatSeconds: 10 })}\n\n`);
    watchers.add(response);
    response.on('close', () => watchers.delete(response));
  };
  const serveFile = async (path: string, response: ServerResponse): Promise<void> => {
    const name = mediaTypes[extname(path)] === undefined ? '/index.html' : normalize(path);
    const bytes = await readFile(join(folder, name)).catch(() => undefined);
    if (bytes === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': mediaTypes[extname(name)] ?? 'application/octet-stream',
      'content-security-policy': "default-src 'self'; frame-ancestors 'none'; base-uri 'self'",
    });
    response.end(bytes);
  };
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://node');
    if (!url.pathname.startsWith('/api') && url.pathname !== '/health') return serveFile(url.pathname, response);
    if (url.pathname === '/api/events') return watch(response);
    if (request.method === 'POST') sent.push({ path: url.pathname, body: await bodyOf(request) });
    const language = (request.headers['accept-language'] ?? 'en').slice(0, 2);
    const found =
      replaced.get(url.pathname) ??
      (await planned(mood, request.method, url, language)) ??
      answers(mood, request.method ?? 'GET', url, language);
    json(response, found.status ?? 200, found.value);
  };
  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    sent,
    answer: (path, value) => replaced.set(path, value),
    tell: (view, keys) => {
      events += 1;
      for (const one of watchers)
        one.write(`id: e-${events}\nevent: view\ndata: ${JSON.stringify({ view, keys })}\n\n`);
    },
    cut: (now) => {
      off = now;
      if (now) for (const one of watchers) one.destroy();
    },
    close: () =>
      new Promise((resolve) => {
        for (const one of watchers) one.destroy();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
