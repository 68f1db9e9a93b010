import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readStaticFiles, type StaticFiles, sendStatic } from './static-files.ts';

let folder: string;
let files: StaticFiles;
let server: FastifyInstance;
const long = 'x'.repeat(1024);
const immutable = 'public, max-age=31536000, immutable';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'static-'));
  await mkdir(join(folder, 'assets'));
  const texts = {
    'index.html': '<title>first</title>',
    'assets/app-Ab3_56-8.js': long,
    'assets/app-Ab3_567.js': long.slice(1),
    'assets/page-12345678.html': 'p',
    'assets/picture.png': long,
    'assets/icon.SVG': long,
    'assets/notes.md': 'no',
    '.hidden.js': 'no',
  };
  for (const [name, text] of Object.entries(texts)) await writeFile(join(folder, name), text);
  await mkdir(join(folder, 'folder.js'));
  files = await readStaticFiles(folder);
  server = fastify();
  server.route({
    method: ['GET', 'POST'],
    url: '*',
    handler: (request, reply) => sendStatic(files, request, reply) ?? reply.code(404).send('none'),
  });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const get = (url: string, headers: Record<string, string> = {}) => server.inject({ method: 'GET', url, headers });

test('only files of a known kind that are not hidden can be asked for', () => {
  expect([...files.keys()].toSorted()).toEqual([
    '/assets/app-Ab3_56-8.js',
    '/assets/app-Ab3_567.js',
    '/assets/icon.SVG',
    '/assets/page-12345678.html',
    '/assets/picture.png',
    '/index.html',
  ]);
});

test.each([
  ['/assets/app-Ab3_56-8.js', 'text/javascript; charset=utf-8', immutable],
  ['/assets/app-Ab3_567.js', 'text/javascript; charset=utf-8', 'no-cache'],
  ['/assets/page-12345678.html', 'text/html; charset=utf-8', 'no-cache'],
  ['/assets/picture.png', 'image/png', 'no-cache'],
  ['/assets/icon.SVG', 'image/svg+xml', 'no-cache'],
])('%s is %s and kept as %s', async (url, type, cache) => {
  const answer = await get(`${url}?v=1`);
  expect(answer.statusCode).toBe(200);
  expect(answer.headers).toMatchObject({ 'content-type': type, 'cache-control': cache, vary: 'accept-encoding' });
  expect(answer.headers['content-encoding']).toBeUndefined();
});

test.each([
  ['gzip', true],
  ['br, GZIP;q=0.5', true],
  ['*', true],
  ['gzip;q=0.01', true],
  ['gzip;q=0', false],
  ['gzip; q=0.000', false],
  ['br', false],
  ['xgzip', false],
  ['', false],
])('to a client that takes "%s" a long text goes packed: %s', async (accepted, packed) => {
  const answer = await get('/assets/app-Ab3_56-8.js', { 'accept-encoding': accepted });
  expect(answer.headers['content-encoding']).toBe(packed ? 'gzip' : undefined);
  expect((packed ? gunzipSync(answer.rawPayload) : answer.rawPayload).toString()).toBe(long);
});

test('what is a byte too short, or a picture, is never packed', async () => {
  for (const url of ['/assets/app-Ab3_567.js', '/assets/picture.png'])
    expect((await get(url, { 'accept-encoding': 'gzip' })).headers['content-encoding']).toBeUndefined();
});

test('each representation has its own tag, and only its own tag saves the way', async () => {
  const url = '/assets/app-Ab3_56-8.js';
  const packed = { 'accept-encoding': 'gzip' };
  const plainTag = String((await get(url)).headers.etag);
  const packedTag = String((await get(url, packed)).headers.etag);
  expect(plainTag).toMatch(/^"[\w-]{22}"$/);
  expect(packedTag).toBe(`${plainTag.slice(0, -1)}-gzip"`);
  const saved = await get(url, { 'if-none-match': plainTag });
  expect([saved.statusCode, saved.body]).toEqual([304, '']);
  expect((await get(url, { ...packed, 'if-none-match': packedTag })).statusCode).toBe(304);
  expect((await get(url, { ...packed, 'if-none-match': plainTag })).statusCode).toBe(200);
  expect((await get(url, { 'if-none-match': packedTag })).statusCode).toBe(200);
});

test.each([
  ['/', undefined, true],
  ['/plan/TRV-1.2?x=1', 'text/html', true],
  ['/plan', 'application/json', false],
  ['/missing.js', 'text/html', false],
  ['/api/nothing', 'text/html', false],
  ['/apis', 'text/html', true],
])('%s asked for as %s gets the first page: %s', async (url, accept, page) => {
  const answer = await get(url, accept === undefined ? {} : { accept });
  expect(answer.statusCode).toBe(page ? 200 : 404);
  expect(answer.body).toBe(page ? '<title>first</title>' : 'none');
});

test('nothing but GET gets a file, and no path leads out of the folder', async () => {
  expect((await server.inject({ method: 'POST', url: '/index.html' })).statusCode).toBe(404);
  for (const url of ['/../package.json', '/assets/../../package.json', '/%2e%2e/package.json', '/.hidden.js'])
    expect((await get(url, { accept: 'text/html' })).statusCode).toBe(404);
});
