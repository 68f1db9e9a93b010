import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { asksFor } from '#api';
import { headerOf } from './answer.ts';

/** One file of the console, in memory. */
interface StaticFile {
  readonly mediaType: string;
  readonly bytes: Buffer;
  readonly tag: string;
  readonly cache: string;
}

/** The files of the console by their address. */
export type StaticFiles = ReadonlyMap<string, StaticFile>;

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
};

/** Names that the bundler ends with a digest of the content never change what they hold. */
const cacheOf = (address: string): string =>
  /-[A-Za-z0-9_-]{8,}\.[a-z0-9]+$/.test(address) && !address.endsWith('.html')
    ? 'public, max-age=31536000, immutable'
    : 'no-cache';

/** Reads a folder once. Only what stood in it then can be asked for: no path of a request ever reaches the disk. */
export async function readStaticFiles(folder: string): Promise<StaticFiles> {
  const files = new Map<string, StaticFile>();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    const mediaType = mediaTypes[extname(entry.name).toLowerCase()];
    if (!entry.isFile() || mediaType === undefined || entry.name.startsWith('.')) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path);
    const address = `/${relative(folder, path).split(sep).join('/')}`;
    const tag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
    files.set(address, { mediaType, bytes, tag, cache: cacheOf(address) });
  }
  return files;
}

/** True for what can only be a file of the console: addresses of its pages may hold a point, as a milestone `TRV-1.2` does. */
const namesFile = (address: string): boolean => mediaTypes[extname(address).toLowerCase()] !== undefined;

/** The file for an address; the console's first page for addresses of its own, which name no file and are asked for as pages. */
function fileFor(files: StaticFiles, request: FastifyRequest): StaticFile | undefined {
  const address = request.url.split('?')[0] ?? '/';
  const file = files.get(address);
  if (file !== undefined) return file;
  const page = !namesFile(address) && !address.startsWith('/api/') && asksFor(headerOf(request, 'accept'), 'text/html');
  return page || address === '/' ? files.get('/index.html') : undefined;
}

/** Sends a file of the console if there is one for the address. */
export function sendStatic(files: StaticFiles, request: FastifyRequest, reply: FastifyReply): FastifyReply | undefined {
  const file = request.method === 'GET' ? fileFor(files, request) : undefined;
  if (file === undefined) return undefined;
  reply.headers({ etag: file.tag, 'cache-control': file.cache, 'content-type': file.mediaType });
  if (headerOf(request, 'if-none-match') === file.tag) return reply.code(304).send();
  return reply.code(200).send(file.bytes);
}
