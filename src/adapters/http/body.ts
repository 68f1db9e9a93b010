import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { FastifyRequest } from 'fastify';
import { apiFindings } from '#api';
import type { Finding, Result } from '#kernel';
import { err, ok, platformCode } from '#kernel';
import { headerOf } from './answer.ts';
import type { Edge } from './edge.ts';

/** A body that came in whole. */
export interface Received {
  /** As it came over the wire. */
  readonly raw: Uint8Array;
  /** Unpacked; the packed bytes when that did not work, with `trouble` saying why. */
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly trouble?: Finding;
  /** Gives its room back. */
  readonly release: () => void;
}

const unpack = promisify(gunzip);

/** Room in memory for one body; it gives back all that it took. */
function roomIn({ memory }: Edge) {
  let taken = 0;
  return {
    take: (bytes: number): boolean => {
      const had = memory.take(bytes);
      if (had) taken += bytes;
      return had;
    },
    release: (): void => {
      memory.give(taken);
      taken = 0;
    },
  };
}
type BodyRoom = ReturnType<typeof roomIn>;

/** Collects a stream. Stops at the limit, when memory is short, and when it takes too long. */
function collect(stream: Readable, { limits }: Edge, room: BodyRoom): Promise<Result<Uint8Array>> {
  return new Promise((resolve) => {
    const chunks: Uint8Array[] = [];
    let length = 0;
    const end = (result: Result<Uint8Array>): void => {
      clearTimeout(timer);
      stream.off('data', onData).off('end', onEnd).off('error', onBroken).off('close', onBroken);
      // What still comes is read and thrown away, so that the caller sees the answer; the connection closes after it.
      if (!result.ok) stream.on('error', () => {}).resume();
      resolve(result);
    };
    const refuse = (code: 'API-0205' | 'API-0206' | 'API-0213' | 'API-0503', parameters = {}): void =>
      end(err(apiFindings.find(code, parameters)));
    const onData = (chunk: Uint8Array): void => {
      length += chunk.length;
      if (length > limits.bodyBytes) refuse('API-0205', { limit: limits.bodyBytes });
      else if (!room.take(chunk.length)) refuse('API-0503');
      else chunks.push(chunk);
    };
    const onEnd = (): void =>
      end(ok(chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks)));
    const onBroken = (): void => refuse('API-0213');
    const timer = setTimeout(() => refuse('API-0206', { seconds: limits.bodySeconds }), limits.bodySeconds * 1000);
    stream.on('data', onData).on('end', onEnd).on('error', onBroken).on('close', onBroken);
  });
}

type Unpacked = Pick<Received, 'bytes' | 'mediaType' | 'trouble'>;

async function unpacked(packed: Uint8Array, mediaType: string, { limits }: Edge, room: BodyRoom): Promise<Unpacked> {
  const { find } = apiFindings;
  const kept = (trouble: Finding): Unpacked => ({ bytes: packed, mediaType: 'application/gzip', trouble });
  try {
    const bytes = await unpack(packed, { maxOutputLength: limits.unpackedBytes });
    return room.take(bytes.length) ? { bytes, mediaType } : kept(find('API-0503'));
  } catch (error) {
    const bomb = platformCode(error) === 'ERR_BUFFER_TOO_LARGE';
    return kept(bomb ? find('API-0207', { limit: limits.unpackedBytes }) : find('API-0208'));
  }
}

/** Where the media type of a body stands as the caller gave it. */
export const givenMediaType = 'x-given-media-type';

const mediaTypeOf = (request: FastifyRequest): string =>
  headerOf(request, givenMediaType)?.trim() || 'application/octet-stream';

async function receive(
  stream: Readable,
  request: FastifyRequest,
  edge: Edge,
  packed: boolean,
): Promise<Result<Received>> {
  const mediaType = mediaTypeOf(request);
  const room = roomIn(edge);
  const raw = await collect(stream, edge, room);
  if (!raw.ok) {
    room.release();
    return raw;
  }
  const whole = packed ? await unpacked(raw.value, mediaType, edge, room) : { bytes: raw.value, mediaType };
  return ok({ raw: raw.value, ...whole, release: room.release });
}

/** Reads the body of a request, unpacking gzip. Fails when it is too long, too slow, broken off, or packed otherwise. */
export async function readBody(edge: Edge, request: FastifyRequest): Promise<Result<Received>> {
  const encoding = headerOf(request, 'content-encoding')?.trim().toLowerCase() ?? 'identity';
  if (encoding !== 'gzip' && encoding !== 'identity') {
    return err(apiFindings.find('API-0209', { encoding: encoding.slice(0, 64) }));
  }
  if (request.body === undefined || request.body === null) {
    const nothing = new Uint8Array();
    return ok({ raw: nothing, bytes: nothing, mediaType: mediaTypeOf(request), release: () => {} });
  }
  return receive(request.body as Readable, request, edge, encoding === 'gzip');
}
