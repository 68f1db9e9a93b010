import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { apiFindings, idempotencyKeyShape } from '#api';
import { encodeUtf8 } from '#kernel';
import type { Caller } from './admit.ts';
import type { Answer } from './answer.ts';
import { headerOf, refusalAnswer } from './answer.ts';
import type { Received } from './body.ts';
import type { Edge } from './edge.ts';

/** A request with an idempotency key, bound to its caller, and the digest that tells an equal one from another. */
interface Keyed {
  readonly key: string;
  readonly digest: string;
}

function keyed(request: FastifyRequest, { actor, reality }: Caller, { raw, mediaType }: Received, key: string): Keyed {
  const caller = [actor.organisation ?? '', actor.name, actor.purpose ?? '', reality, key].join('\n');
  return {
    key: createHash('sha256').update(caller).digest('hex'),
    digest: createHash('sha256').update(`${request.method}\n${request.url}\n${mediaType}\n`).update(raw).digest('hex'),
  };
}

/**
 * Answers a request with an `Idempotency-Key` once: an equal one gets the stored answer, another one under the same key
 * is refused, and one that comes while the first is under way is told so. What failed for our own reasons may be tried again.
 */
export async function once(
  edge: Edge,
  request: FastifyRequest,
  about: { readonly caller: Caller; readonly body: Received },
  make: () => Promise<Answer>,
): Promise<Answer> {
  const name = request.method === 'POST' ? headerOf(request, 'idempotency-key') : undefined;
  if (name === undefined) return make();
  const refuse = (code: 'API-0301' | 'API-0302' | 'API-0303'): Answer =>
    refusalAnswer(edge, request, { finding: apiFindings.find(code) });
  if (!idempotencyKeyShape.test(name)) return refuse('API-0302');
  const { key, digest } = keyed(request, about.caller, about.body, name);
  if (edge.underWay.has(key)) return refuse('API-0303');
  edge.underWay.add(key);
  try {
    const before = await edge.idempotency.get(key);
    if (before !== undefined) {
      return before.digest === digest
        ? { ...before.reply, headers: { 'idempotent-replay': 'true' } }
        : refuse('API-0301');
    }
    const answer = await make();
    if (answer.status < 500) {
      const body = typeof answer.body === 'string' ? encodeUtf8(answer.body) : answer.body;
      await edge.idempotency.put(key, { digest, reply: { status: answer.status, mediaType: answer.mediaType, body } });
    }
    return answer;
  } finally {
    edge.underWay.delete(key);
  }
}
