import { problemSchema } from '#api';
import type { AskedNode, Language } from '#kernel';
import { cliFindings } from './findings.ts';
import { Refusal } from './refusal.ts';

/** What a node answered: whether it took the request, and the bytes. */
export interface NodeAnswer {
  readonly status: number;
  readonly statusText: string;
  readonly bytes: Uint8Array;
}

/** Sends a request to a running node, with the token of the environment. Refused with CLI-0201 where nobody answers. */
export async function requestNode(
  { address, path, body }: AskedNode,
  language: Language,
  more: Readonly<Record<string, string>> = {},
): Promise<NodeAnswer> {
  const token = process.env['TRIPOINT_TOKEN'];
  const refuse = (problem: unknown): never => {
    throw new Refusal([cliFindings.find('CLI-0201', { address, problem: causeOf(problem) })], 3);
  };
  const answer = await fetch(new URL(`/api${path}`, address), {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/octet-stream' }),
      ...{ accept: 'application/json', 'accept-language': language, ...more },
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(body === undefined ? {} : { body: new Uint8Array(body) }),
  }).catch(refuse);
  const bytes = new Uint8Array(await answer.arrayBuffer().catch(refuse));
  return { status: answer.status, statusText: answer.statusText, bytes };
}

/** What a node's refusal says of itself: its code and title, else the HTTP status. */
export function refusedBy(address: string, answer: NodeAnswer): Refusal {
  const problem = problemSchema.safeParse(parsed(answer));
  const { code, title } = problem.success ? problem.data : { code: String(answer.status), title: answer.statusText };
  return new Refusal([cliFindings.find('CLI-0202', { address, code, problem: title })], 3);
}

/** The answer as JSON; undefined when it is none. */
export function parsed({ bytes }: NodeAnswer): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
}

/** What stands behind `fetch failed`. */
function causeOf(problem: unknown): string {
  if (!(problem instanceof Error)) return String(problem);
  const { cause } = problem;
  if (!(cause instanceof Error)) return problem.message;
  return 'code' in cause ? String(cause.code) : cause.message;
}
