import type { FastifyRequest } from 'fastify';
import type { Refusal } from '#api';
import { apiFindings, languageOf } from '#api';
import type { Actor, Language, Reality, Result, Scope } from '#kernel';
import { err, ok, parseReality } from '#kernel';
import { headerOf } from './answer.ts';
import type { Edge } from './edge.ts';

/** Who calls, how far he may go, and in which reality and language. */
export interface Caller {
  readonly actor: Actor;
  readonly scope: Scope;
  readonly reality: Reality;
  readonly language: Language;
}

/** What a route asks of its caller. */
export interface Asked {
  readonly method: string;
  readonly permission: string;
  readonly personal: boolean;
}

const nobody: Actor = { name: 'anyone', roles: [], ports: [] };
const { find } = apiFindings;

/** A page of another site must not act with what a browser adds by itself, on a node at localhost least of all. */
function fromOtherSite(request: FastifyRequest): string | undefined {
  const origin = headerOf(request, 'origin');
  if (origin !== undefined && origin.replace(/^[a-z]+:\/\//, '') !== headerOf(request, 'host')) return origin;
  return headerOf(request, 'sec-fetch-site') === 'cross-site' ? 'cross-site' : undefined;
}

/** The reality of a request: forced by the credentials, else an exercise that the caller names and may take part in, else the node's. */
function realityOf(edge: Edge, request: FastifyRequest, actor: Actor): Result<Reality> {
  if (actor.reality !== undefined) return ok(actor.reality);
  const named = headerOf(request, 'x-reality');
  if (named === undefined || named === edge.node.reality) return ok(edge.node.reality);
  const may = edge.rules.permit(actor, { permission: 'lodgements.exercise', personal: false }).ok;
  const reality = may ? parseReality(named) : undefined;
  return reality?.startsWith('exercise ') ? ok(reality) : err(find('API-0109', { reality: named.slice(0, 64) }));
}

async function actorOf(edge: Edge, request: FastifyRequest): Promise<Result<Actor>> {
  const found = await edge.authenticate({
    authorization: headerOf(request, 'authorization'),
    header: (name) => headerOf(request, name),
  });
  const purpose = headerOf(request, 'x-purpose');
  return found.ok && purpose !== undefined ? ok({ ...found.value, purpose }) : found;
}

/** Lets a caller in, or says why not. Nothing of the body is read before. */
export async function admit(edge: Edge, request: FastifyRequest, asked: Asked): Promise<Result<Caller, Refusal>> {
  const refuse = (finding: Refusal['finding']): Result<Caller, Refusal> => err({ finding });
  const other = asked.method === 'GET' ? undefined : fromOtherSite(request);
  if (other !== undefined) return refuse(find('API-0108', { origin: other.slice(0, 128) }));
  const actor = asked.permission === 'public' ? ok(nobody) : await actorOf(edge, request);
  if (!actor.ok) return refuse(actor.error);
  const scope = edge.rules.permit(actor.value, asked);
  if (!scope.ok) return refuse(scope.error);
  const reality = realityOf(edge, request, actor.value);
  if (!reality.ok) return refuse(reality.error);
  const language = languageOf(headerOf(request, 'accept-language'));
  return ok({ actor: actor.value, scope: scope.value, reality: reality.value, language });
}
