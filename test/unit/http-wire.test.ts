import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import type { HttpServer, HttpServerOptions } from '#adapters/http';
import { createHttpServer } from '#adapters/http';
import type { NodeEvent } from '#api';
import { apiFindings } from '#api';
import { err, instant, ok } from '#kernel';
import { actorAs, as, testOptions } from '../support/http-fixture.ts';

const open: HttpServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function start(more: Partial<HttpServerOptions> = {}) {
  const options = testOptions(more);
  const server = await createHttpServer(options);
  open.push(server);
  const address = await server.listen({ host: '127.0.0.1', port: 0 });
  return { options, server, address, port: Number(new URL(address).port) };
}

/** Sends bytes as they are and answers all that comes back until the other side closes. */
function raw(port: number, ...chunks: (string | number)[]): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(text));
    void (async () => {
      for (const chunk of chunks) {
        if (typeof chunk === 'number') await new Promise((wait) => setTimeout(wait, chunk));
        else socket.write(chunk);
      }
    })();
  });
}

const event = (kind: string, more: Partial<NodeEvent> = {}): NodeEvent => ({
  kind,
  at: instant(0),
  permission: 'garden.see',
  ports: ['P1'],
  reality: 'live',
  data: { kind },
  ...more,
});

/** Opens the stream and collects its events; `until` resolves when one of a kind has come. */
async function watchEvents(address: string, headers: Record<string, string>) {
  const abort = new AbortController();
  const response = await fetch(`${address}/api/events`, { headers, signal: abort.signal });
  const events: { kind: string; id: string | undefined; data: Record<string, unknown> }[] = [];
  let wake = (): void => {};
  const reading = (async () => {
    let text = '';
    for await (const chunk of response.body ?? []) {
      text += new TextDecoder().decode(chunk as Uint8Array);
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const fields = new Map(
          text
            .slice(0, end)
            .split('\n')
            .map((line) => line.split(/: (.*)/s) as [string, string]),
        );
        events.push({
          kind: fields.get('event') ?? '',
          id: fields.get('id'),
          data: JSON.parse(fields.get('data') ?? 'null'),
        });
        text = text.slice(end + 2);
        wake();
      }
    }
  })().catch(() => {});
  const until = async (kind: string): Promise<void> => {
    while (!events.some((one) => one.kind === kind)) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  return { response, events, until, ended: reading, stop: () => abort.abort() };
}

test('events: hello, heartbeats, then what the watcher may see, and nothing else', async () => {
  const { options, address } = await start({ limits: { heartbeatSeconds: 0.05 } });
  const watcher = await watchEvents(address, as('gardener'));
  expect(watcher.response.headers.get('content-type')).toBe('text/event-stream');
  await watcher.until('heartbeat');
  expect(watcher.events[0]).toMatchObject({
    kind: 'hello',
    data: { version: '1.2.3', country: 'US', reality: 'live' },
  });
  options.events.publish(event('other-port', { ports: ['P2'] }));
  options.events.publish(event('nobody-owns-it', { ports: [] }));
  options.events.publish(event('not-granted', { permission: 'garden.secret' }));
  options.events.publish(event('mine'));
  await watcher.until('mine');
  expect(watcher.events.filter((one) => one.id !== undefined)).toEqual([
    { kind: 'mine', id: 'e1-4', data: { kind: 'mine' } },
  ]);
  watcher.stop();
});

test('events: a watcher that comes back gets what he missed; when the ring has lost some he is told', async () => {
  const { options, address } = await start();
  for (const kind of ['one', 'two', 'three', 'four', 'five']) options.events.publish(event(kind));
  const kindsAfter = async (id: string): Promise<string[]> => {
    const watcher = await watchEvents(address, as('gardener', { 'last-event-id': id }));
    await watcher.until('hello');
    options.events.publish(event(`after ${id}`));
    await watcher.until(`after ${id}`);
    watcher.stop();
    return watcher.events.map((one) => one.kind);
  };
  expect(await kindsAfter('e1-3')).toEqual(['hello', 'four', 'five', 'after e1-3']);
  expect(await kindsAfter('e1-6')).toEqual(['hello', 'after e1-6']);
  expect(await kindsAfter('e1-1')).toEqual(['hello', 'gap', 'four', 'five', 'after e1-3', 'after e1-6', 'after e1-1']);
  for (const foreign of ['e0-3', 'e1-99', 'e1--1', 'e1-', 'x']) {
    expect(await kindsAfter(foreign)).toEqual(['hello', 'gap', `after ${foreign}`]);
  }
});

test('events: one who does not read is dropped and counted, and the others read on', async () => {
  const { options, address, port } = await start({ limits: { watcherBytes: 1 << 20 } });
  const socket = connect(port, '127.0.0.1');
  socket.write('GET /api/events HTTP/1.1\r\nHost: x\r\nAuthorization: Test gardener\r\n\r\n');
  await new Promise((resolve) => socket.once('data', resolve));
  socket.pause();
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.on('error', () => {});
  const reader = await watchEvents(address, as('gardener'));
  const filler = 'x'.repeat(50_000);
  for (let count = 0; count < 400; count += 1) {
    options.events.publish(event('big', { data: filler }));
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  options.events.publish(event('end'));
  await reader.until('end');
  reader.stop();
  const metrics = await open[0]?.inject({ url: '/metrics', headers: as('auditor') });
  expect(metrics?.body).toMatch(/tripoint_http_watchers_dropped_total 1/);
  socket.resume();
  await closed;
});

test('events: one whose credentials end is said goodbye to at the next heartbeat', async () => {
  let revoked = false;
  const { address } = await start({
    limits: { heartbeatSeconds: 0.05 },
    authenticate: async () => (revoked ? err(apiFindings.find('API-0112')) : ok(actorAs('gardener'))),
  });
  const watcher = await watchEvents(address, {});
  await watcher.until('heartbeat');
  revoked = true;
  await watcher.ended;
  expect(watcher.events.at(-1)).toMatchObject({ kind: 'goodbye', data: { code: 'API-0112' } });
});

test('events: too many watchers are sent away', async () => {
  const { address } = await start({ limits: { watchers: 1 } });
  const watcher = await watchEvents(address, as('gardener'));
  const second = await fetch(`${address}/api/events`, { headers: as('gardener') });
  expect(second.status).toBe(503);
  expect(((await second.json()) as { code: string }).code).toBe('API-0403');
  watcher.stop();
});

test('close: requests in flight finish, new ones are sent away, watchers are said goodbye to', async () => {
  let finish = (): void => {};
  const gate = new Promise<void>((resolve) => {
    finish = resolve;
  });
  let entered = false;
  const { server, address, port } = await start({
    lodge: async () => {
      entered = true;
      await gate;
      return { lodgement: 'x', status: 'accepted', findings: [], messages: [], replies: [] };
    },
  });
  const watcher = await watchEvents(address, as('gardener'));
  await watcher.until('hello');
  const inFlight = fetch(`${address}/api/lodgements`, { method: 'POST', headers: as('sender'), body: 'UNB' });
  const keptOpen = connect(port, '127.0.0.1');
  while (!entered) await new Promise((resolve) => setTimeout(resolve, 5));
  const closing = server.close();
  await watcher.ended;
  expect(watcher.events.at(-1)?.kind).toBe('goodbye');
  await new Promise((resolve) => setTimeout(resolve, 50));
  await expect(fetch(`${address}/health`)).rejects.toThrow();
  finish();
  expect((await inFlight).status).toBe(200);
  const began = Date.now();
  await closing;
  // The connection that asked for nothing is not waited for.
  expect(Date.now() - began).toBeLessThan(3000);
  keptOpen.destroy();
  open.length = 0;
});

test('close does not wait for ever', async () => {
  const { server, address } = await start({ limits: { closeSeconds: 0.2 }, lodge: () => new Promise(() => {}) });
  const stuck = fetch(`${address}/api/lodgements`, { method: 'POST', headers: as('sender'), body: 'UNB' }).catch(
    () => 'cut',
  );
  await new Promise((resolve) => setTimeout(resolve, 100));
  await server.close();
  expect(await stuck).toBe('cut');
  open.length = 0;
});

test('a taken port says so', async () => {
  const { port } = await start();
  const second = await createHttpServer(testOptions());
  open.push(second);
  await expect(second.listen({ host: '127.0.0.1', port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

test('headers that are too long, and what is not HTTP, get a coded answer', async () => {
  const { port } = await start();
  const long = await raw(port, `GET /health HTTP/1.1\r\nHost: x\r\nX-Long: ${'a'.repeat(20_000)}\r\n\r\n`);
  expect(long).toMatch(/^HTTP\/1\.1 431 .*API-0212/s);
  expect(await raw(port, 'UNB+UNOA:4+SENDER\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 .*API-0213/s);
  expect(await raw(port, 'GET /%E0%A4%A HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).toMatch(
    /^HTTP\/1\.1 400 .*API-0213/s,
  );
});

test('a body that dawdles is cut off with a coded answer, and keeps nobody waiting', async () => {
  const { port, options } = await start({ limits: { bodySeconds: 0.2 } });
  const began = Date.now();
  const answer = await raw(
    port,
    'POST /api/lodgements HTTP/1.1\r\nHost: x\r\nAuthorization: Test sender\r\nContent-Length: 10\r\n\r\n',
    'UNB',
    50,
    '+',
  );
  expect(answer).toMatch(/^HTTP\/1\.1 408 .*API-0206/s);
  expect(Date.now() - began).toBeLessThan(3000);
  expect(options.seen.lodged).toEqual([]);
});

test('a body that breaks off never reaches the node', async () => {
  const { port, options, server } = await start();
  const socket = connect(port, '127.0.0.1');
  socket.write(
    'POST /api/lodgements HTTP/1.1\r\nHost: x\r\nAuthorization: Test sender\r\nContent-Length: 10\r\n\r\nUNB',
  );
  await new Promise((resolve) => setTimeout(resolve, 50));
  socket.destroy();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(options.seen.lodged).toEqual([]);
  expect((await server.inject('/health')).statusCode).toBe(200);
});

test('a chunked body without end is cut off at the limit, over a real connection', async () => {
  const { port } = await start({ limits: { bodyBytes: 1 << 20 } });
  const status = await new Promise<number>((resolve, reject) => {
    const request = httpRequest(
      { port, host: '127.0.0.1', method: 'POST', path: '/api/lodgements', headers: as('sender') },
      (response) => {
        resolve(response.statusCode ?? 0);
        request.destroy();
      },
    );
    request.on('error', reject);
    const chunk = Buffer.alloc(64 << 10);
    const push = (): void => {
      if (request.destroyed) return;
      request.write(chunk, () => setImmediate(push));
    };
    push();
  });
  expect(status).toBe(413);
});

test('the console: types, caching, its own addresses, and not a byte beside its folder', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'console-'));
  await mkdir(join(folder, 'site', 'assets'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'SECRET');
  await writeFile(join(folder, 'site', '.hidden.txt'), 'SECRET');
  await writeFile(join(folder, 'site', 'index.html'), '<title>Console</title>');
  await writeFile(join(folder, 'site', 'assets', 'main-Ab3dEf9h.mjs'), 'export {}');
  await writeFile(join(folder, 'site', 'assets', 'main.css'), 'a{}');
  const { port, server } = await start({ staticFolder: join(folder, 'site') });
  const get = (url: string, accept = '*/*') => server.inject({ url, headers: { accept } });

  const script = await get('/assets/main-Ab3dEf9h.mjs');
  expect(script.headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
  });
  expect((await get('/assets/main.css?v=1')).headers['content-type']).toBe('text/css; charset=utf-8');
  const page = await get('/', 'text/html');
  expect(page.headers['cache-control']).toBe('no-cache');
  expect(page.headers['content-security-policy']).toContain("default-src 'self'");
  const again = await server.inject({ url: '/', headers: { 'if-none-match': String(page.headers.etag) } });
  expect([again.statusCode, again.body]).toEqual([304, '']);
  expect((await get('/flights/AC123', 'text/html,application/xhtml+xml')).body).toContain('Console');
  expect((await get('/flights/AC123')).statusCode).toBe(404);
  expect((await get('/api/nowhere', 'text/html')).statusCode).toBe(404);
  expect((await get('/missing.js', 'text/html')).statusCode).toBe(404);

  for (const path of [
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..%5csecret.txt',
    '//secret.txt',
    '/.hidden.txt',
    '/assets/%00',
    `/${'../'.repeat(40)}etc/passwd`,
  ]) {
    const answer = await raw(port, `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expect(answer, path).toMatch(/^HTTP\/1\.1 40[04] /);
    expect(answer, path).not.toContain('SECRET');
    expect(answer, path).not.toContain('root:');
  }
  await rm(folder, { recursive: true });
});

test('unknown media types and odd headers reach the node as they came, or are refused with a code', async () => {
  const { server, options } = await start();
  const odd = [
    'a/b',
    'A/B; charset="',
    'text/plain;;;',
    'multipart/',
    'multipart/mixed; boundary=',
    'application/json',
    ';',
    '\t',
    'x'.repeat(5000),
    'ä/ö',
  ];
  for (const mediaType of odd) {
    const reply = await server.inject({
      method: 'POST',
      url: '/api/lodgements',
      headers: as('sender', { 'content-type': mediaType }),
      payload: 'UNB',
    });
    expect([200, 422], mediaType).toContain(reply.statusCode);
  }
  expect(options.seen.lodged).toHaveLength(odd.length);
});

test('a large text of the console travels packed to whoever takes gzip, under a tag of its own', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tripoint-http-'));
  const script = `export const words = ${JSON.stringify('border '.repeat(1000))};`;
  await writeFile(join(folder, 'index.html'), '<title>Console</title>');
  await writeFile(join(folder, 'main-12345678.js'), script);
  const { server } = await start({ staticFolder: folder });
  const get = (url: string, headers: Record<string, string> = {}) => server.inject({ url, headers });
  const plain = await get('/main-12345678.js');
  expect([plain.headers['content-encoding'], plain.headers['vary'], plain.body]).toEqual([
    undefined,
    'accept-encoding',
    script,
  ]);
  for (const accepted of ['gzip', 'br, gzip;q=0.5', 'deflate, *', 'GZIP ; q=1']) {
    const packed = await get('/main-12345678.js', { 'accept-encoding': accepted });
    expect([accepted, packed.headers['content-encoding']]).toEqual([accepted, 'gzip']);
    expect(gunzipSync(packed.rawPayload).toString()).toBe(script);
    expect(packed.rawPayload.length).toBeLessThan(script.length / 10);
    expect(packed.headers['etag']).not.toBe(plain.headers['etag']);
    const again = await get('/main-12345678.js', {
      'accept-encoding': accepted,
      'if-none-match': String(packed.headers['etag']),
    });
    expect(again.statusCode).toBe(304);
  }
  for (const refused of ['br', 'gzip;q=0', 'gzip; q=0.0', 'identity', 'xgzip'])
    expect(
      (await get('/main-12345678.js', { 'accept-encoding': refused })).headers['content-encoding'],
    ).toBeUndefined();
  expect((await get('/', { 'accept-encoding': 'gzip' })).headers['content-encoding']).toBeUndefined();
  await rm(folder, { recursive: true });
});
