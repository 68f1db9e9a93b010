import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Refusal } from '#api';
import { languageOf, problemMediaType, problemOf } from '#api';
import type { Edge } from './edge.ts';

/** What goes back to the caller. */
export interface Answer {
  readonly status: number;
  readonly mediaType: string;
  readonly body: Uint8Array | string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A value as JSON. */
export const jsonAnswer = (value: unknown, status = 200): Answer => ({
  status,
  mediaType: 'application/json; charset=utf-8',
  body: JSON.stringify(value),
});

/** One header as text, the first where it was sent twice. */
export function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** A refusal as problem details in the caller's language. */
export function refusalAnswer(edge: Edge, request: FastifyRequest, refusal: Refusal): Answer {
  const { finding } = refusal;
  const status = edge.statusOf(finding);
  const problem = problemOf(refusal, {
    language: languageOf(headerOf(request, 'accept-language')),
    texts: edge.texts,
    status,
    instance: request.url.split('?')[0] ?? '/',
  });
  return {
    status,
    mediaType: problemMediaType,
    body: JSON.stringify(problem),
    headers: {
      ...(status === 401
        ? { 'www-authenticate': `Bearer error="invalid_token", error_description="${finding.code}"` }
        : {}),
      ...(status === 405 ? { allow: String(finding.parameters['allowed']) } : {}),
      ...(status === 503 ? { 'retry-after': '2' } : {}),
      ...(status === 408 || status === 413 ? { connection: 'close' } : {}),
      'x-finding': finding.code,
    },
  };
}

/** Sends an answer, as bytes: to a text the server would add a character set that not every format knows. */
export function send(reply: FastifyReply, { status, mediaType, body, headers }: Answer): FastifyReply {
  return reply
    .code(status)
    .headers({ ...headers, 'content-type': mediaType })
    .send(typeof body === 'string' ? Buffer.from(body) : Buffer.from(body.buffer, body.byteOffset, body.byteLength));
}
