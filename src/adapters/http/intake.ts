import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { LodgeAnswer, LodgedTelling, LodgeRequest, Piece } from '#api';
import {
  apiFindings,
  asksFor,
  base,
  lodgedDocument,
  lodgementReasons,
  parameterOf,
  splitJsonLines,
  splitMultipart,
} from '#api';
import type { Finding, Language, Reply, Result } from '#kernel';
import { decodeStrictUtf8, err, ok } from '#kernel';
import type { Caller } from './admit.ts';
import { admit } from './admit.ts';
import type { Answer } from './answer.ts';
import { headerOf, jsonAnswer, refusalAnswer, send } from './answer.ts';
import type { Received } from './body.ts';
import { readBody } from './body.ts';
import type { Edge } from './edge.ts';
import { once } from './once.ts';

const { find } = apiFindings;

/** What a request brings: its messages, and whether it was made to hold many. */
interface Brought {
  readonly many: boolean;
  readonly pieces: readonly (Piece & { readonly findings?: readonly Finding[] })[];
}

function brought({ bytes, mediaType, trouble }: Received, most: number): Brought {
  const whole = (finding?: Finding): Brought => ({
    many: false,
    pieces: [{ bytes, mediaType, ...(finding === undefined ? {} : { findings: [finding] }) }],
  });
  if (trouble !== undefined) return whole(trouble);
  const kind = mediaType.toLowerCase();
  const lines = kind.startsWith('application/x-ndjson');
  if (!lines && !kind.startsWith('multipart/')) return whole();
  const split = lines
    ? splitJsonLines(bytes, most)
    : splitMultipart(bytes, parameterOf(mediaType, 'boundary') ?? '', most);
  if (split.ok) return { many: true, pieces: split.pieces };
  return whole(split.piece > most ? find('API-0211', { limit: most }) : find('API-0210', { part: split.piece }));
}

/** Calls `work` for each item, at most `atOnce` at a time, and keeps the order of the results. */
async function inOrder<Item, Value>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item, index: number) => Promise<Value>,
): Promise<readonly Value[]> {
  const results: Value[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next; index < items.length; index = next) {
      next += 1;
      for (const item of items.slice(index, index + 1)) results[index] = await work(item, index);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return results;
}

const replyText = (bytes: Uint8Array): { text: string } | { base64: string } => {
  const text = decodeStrictUtf8(bytes);
  return text === undefined ? { base64: Buffer.from(bytes).toString('base64') } : { text };
};

/** Many replies in one body; the boundary is one that none of them can hold by chance. */
function multipartOf(replies: readonly Reply[], boundary: string): Pick<Answer, 'mediaType' | 'body'> {
  const chunks = replies.flatMap(({ mediaType, bytes }) => [
    Buffer.from(`--${boundary}\r\ncontent-type: ${mediaType}\r\n\r\n`),
    bytes,
    Buffer.from('\r\n'),
  ]);
  return {
    mediaType: `multipart/mixed; boundary=${boundary}`,
    body: Buffer.concat([...chunks, Buffer.from(`--${boundary}--\r\n`)]),
  };
}

/** The replies themselves when the caller asked for their format, or for many in one body. */
function wireAnswer(
  accept: string | undefined,
  answers: readonly LodgeAnswer[],
): Pick<Answer, 'mediaType' | 'body'> | undefined {
  const replies = answers.flatMap((answer) => answer.replies);
  const [first] = replies;
  if (first === undefined) return undefined;
  const named = asksFor(accept, first.mediaType.split(';')[0]?.trim().toLowerCase() ?? '');
  if (named && replies.length === 1) return { mediaType: first.mediaType, body: first.bytes };
  if (!named && !asksFor(accept, 'multipart/mixed')) return undefined;
  return multipartOf(replies, `tripoint-${answers[0]?.lodgement}`);
}

interface Told {
  readonly accept: string | undefined;
  readonly language: Language;
  readonly many: boolean;
  /** The caller may know why. */
  readonly reasons: boolean;
}

function answerOf(edge: Edge, lodged: readonly LodgeAnswer[], { accept, language, many, reasons }: Told): Answer {
  const status = lodged.every((answer) => answer.status === 'refused') ? 422 : 200;
  const names = lodged.slice(0, 100).map((answer) => answer.lodgement);
  const headers = { 'x-lodgement': names.join(', ') };
  const wire = wireAnswer(accept, lodged);
  if (wire !== undefined) return { status, ...wire, headers };
  const text: LodgedTelling['text'] = (code, parameters) => edge.texts(language, code, parameters);
  const documents = lodged.map((answer) => lodgedDocument(answer, { text, reply: replyText, reasons }));
  return { ...jsonAnswer(many ? { lodgements: documents } : documents[0], status), headers };
}

/** A profile that is no text is none. */
const querySchema = z.object({ profile: z.string().optional().catch(undefined) });

function lodgeAll(
  edge: Edge,
  request: FastifyRequest,
  caller: Caller,
  { pieces, many }: Brought,
): Promise<readonly LodgeAnswer[]> {
  const { profile } = querySchema.parse(request.query);
  const key = headerOf(request, 'idempotency-key');
  const common: Pick<LodgeRequest, 'actor' | 'reality' | 'profile'> = {
    actor: caller.actor,
    reality: caller.reality,
    ...(profile === undefined ? {} : { profile: profile.slice(0, 64) }),
  };
  return inOrder(pieces, edge.limits.atOnce, async (piece, index) => {
    const answer = await edge.lodge({
      ...common,
      ...piece,
      ...(key === undefined ? {} : { idempotencyKey: many ? `${key}#${index + 1}` : key }),
    });
    edge.metrics.lodgement(answer.status);
    return answer;
  });
}

/** Whether the caller is told why. To be told is to read personal data, which is recorded before it leaves. */
async function mayKnowWhy(
  edge: Edge,
  { actor, reality }: Caller,
  lodged: readonly LodgeAnswer[],
): Promise<Result<boolean>> {
  const asked = { permission: lodgementReasons, personal: true };
  if (!edge.rules.permit(actor, asked).ok) return ok(false);
  const reading = {
    actor,
    reality,
    purpose: actor.purpose ?? '',
    part: 'api',
    pattern: '/lodgements',
    at: edge.clock.now(),
  };
  for (const { lodgement } of lodged) {
    const kept = await edge.onPersonalRead({ ...reading, path: { lodgement } });
    if (!kept.ok) return kept;
  }
  return ok(true);
}

/**
 * Room for a request among the lodgements under way, and how it is given back. Without room it is turned away before
 * anything is kept of it: late for one party beats late for all, and who was turned away knows that it was.
 */
function roomFor({ lodgements, limits, metrics }: Edge, { pieces }: Brought): Result<() => void> {
  const places = Math.min(pieces.length, limits.atOnce, limits.underWay);
  if (lodgements.take(places)) return ok(() => lodgements.give(places));
  metrics.shed();
  return err(find('API-0504', { limit: limits.underWay }));
}

async function lodge(edge: Edge, request: FastifyRequest): Promise<Answer> {
  const asked = { method: 'POST', permission: 'lodgements.lodge', personal: false };
  const caller = await admit(edge, request, asked);
  if (!caller.ok) return refusalAnswer(edge, request, caller.error);
  const received = await readBody(edge, request);
  if (!received.ok) return refusalAnswer(edge, request, { finding: received.error });
  try {
    return await once(edge, request, { caller: caller.value, body: received.value }, async () => {
      const all = brought(received.value, edge.limits.messages);
      const room = roomFor(edge, all);
      if (!room.ok) return refusalAnswer(edge, request, { finding: room.error });
      const answers = await lodgeAll(edge, request, caller.value, all).finally(room.value);
      const { language } = caller.value;
      const reasons = await mayKnowWhy(edge, caller.value, answers);
      if (!reasons.ok) return refusalAnswer(edge, request, { finding: reasons.error });
      return answerOf(edge, answers, {
        ...{ accept: headerOf(request, 'accept'), language, many: all.many, reasons: reasons.value },
      });
    });
  } finally {
    received.value.release();
  }
}

/** Binds `POST /api/lodgements`. */
export function bindIntake(server: FastifyInstance, edge: Edge): void {
  server.post(`${base}/lodgements`, async (request, reply) => send(reply, await lodge(edge, request)));
}
