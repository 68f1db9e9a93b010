import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { asksFor } from '#api';
import { headerOf } from './answer.ts';

/** One file of the console, in memory. */
interface StaticFile {
  readonly mediaType: string;
  readonly bytes: Buffer;
  readonly tag: string;
  readonly cache: string;
  /** The same, made small for the line when first asked for; undefined where that is not worth it. */
  readonly packed: () => Buffer | undefined;
}

/** Texts from this size on travel packed, bytes; what is packed already would only grow. */
const worthPacking = 1024;
const packable = /^text\/|json|svg|javascript|wasm/;

function packer(bytes: Buffer, mediaType: string): StaticFile['packed'] {
  let made: Buffer | undefined;
  return () => {
    if (bytes.length < worthPacking || !packable.test(mediaType)) return undefined;
    made ??= gzipSync(bytes, { level: 9 });
    return made;
  };
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
    files.set(address, { mediaType, bytes, tag, cache: cacheOf(address), packed: packer(bytes, mediaType) });
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
  const packed = acceptsGzip(headerOf(request, 'accept-encoding')) ? file.packed() : undefined;
  // Another representation has another tag (RFC 9110, 8.8.3).
  const tag = packed === undefined ? file.tag : file.tag.replace(/"$/, '-gzip"');
  reply.headers({ etag: tag, 'cache-control': file.cache, 'content-type': file.mediaType, vary: 'accept-encoding' });
  if (headerOf(request, 'if-none-match') === tag) return reply.code(304).send();
  if (packed === undefined) return reply.code(200).send(file.bytes);
  return reply.code(200).header('content-encoding', 'gzip').send(packed);
}

/** Whether gzip is among what a client takes, and not refused with `q=0` (RFC 9110, 12.5.3). */
const acceptsGzip = (accepted: string | undefined): boolean =>
  (accepted ?? '').split(',').some((one) => /^\s*(gzip|\*)\s*(;(?!\s*q=0(\.0*)?\s*$).*)?$/i.test(one));
