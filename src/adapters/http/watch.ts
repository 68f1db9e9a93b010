import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { Refusal } from '#api';
import { apiFindings, base, eventText, maySee } from '#api';
import type { Result } from '#kernel';
import type { Caller } from './admit.ts';
import { admit } from './admit.ts';
import { headerOf, refusalAnswer, send } from './answer.ts';
import type { Edge } from './edge.ts';

/** Those who watch events; ends them all when the server closes. */
export interface Watchers {
  end(): void;
}

const { find } = apiFindings;
const asked = { method: 'GET', permission: 'api.events', personal: false };

/** One who watches. `again` asks whether he may still: credentials end while a stream is open. */
interface Watcher {
  readonly caller: Caller;
  readonly raw: ServerResponse;
  readonly lastId: string | undefined;
  readonly again: () => Promise<Result<unknown, Refusal>>;
}

/** Sends one watcher what he may see until he goes, is too slow, may no longer, or the server closes. */
function watch(edge: Edge, { caller, raw, lastId, again }: Watcher): () => void {
  const { events, limits, node, rules, clock, metrics } = edge;
  let open = true;
  const stop = (kind: string, code?: string, parameters = {}): void => {
    if (!open) return;
    open = false;
    clearInterval(heart);
    unsubscribe();
    raw.end(eventText(kind, code === undefined ? {} : { code, parameters }));
    // One who does not read cannot be said goodbye to: his connection goes a moment later.
    setTimeout(() => raw.destroy(), 1000).unref();
  };
  const write = (text: string): void => {
    if (!open) return;
    raw.write(text);
    if (raw.writableLength <= limits.watcherBytes) return;
    metrics.watcherDropped();
    stop('dropped', find('API-0401').code, { bytes: raw.writableLength });
  };
  const beat = async (): Promise<void> => {
    const still = await again();
    if (still.ok) write(eventText('heartbeat', { now: clock.now() }));
    else stop('goodbye', still.error.finding.code);
  };
  const heart = setInterval(() => void beat(), limits.heartbeatSeconds * 1000);
  const unsubscribe = events.subscribe(({ id, event }) => {
    if (maySee(rules, caller.actor, event)) write(eventText(event.kind, event.data, id));
  });
  const { version, country } = node;
  write(
    eventText('hello', {
      version,
      country,
      reality: caller.reality,
      now: clock.now(),
      heartbeatSeconds: limits.heartbeatSeconds,
    }),
  );
  if (lastId !== undefined) {
    const { events: missed, complete } = events.since(lastId);
    if (!complete) write(eventText('gap', { code: find('API-0402').code }));
    for (const { id, event } of missed)
      if (maySee(rules, caller.actor, event)) write(eventText(event.kind, event.data, id));
  }
  return () => stop('goodbye');
}

/** Binds `GET /api/events`. */
export function bindEvents(server: FastifyInstance, edge: Edge): Watchers {
  const watching = new Set<() => void>();
  server.get(`${base}/events`, async (request, reply) => {
    const caller = await admit(edge, request, asked);
    if (!caller.ok) return send(reply, refusalAnswer(edge, request, caller.error));
    if (watching.size >= edge.limits.watchers) {
      return send(reply, refusalAnswer(edge, request, { finding: find('API-0403', { limit: edge.limits.watchers }) }));
    }
    reply.hijack();
    reply.raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream',
      'x-accel-buffering': 'no',
      connection: 'close',
    });
    const lastId = headerOf(request, 'last-event-id');
    const end = watch(edge, { caller: caller.value, raw: reply.raw, lastId, again: () => admit(edge, request, asked) });
    watching.add(end);
    edge.metrics.watchers(watching.size);
    reply.raw.on('close', () => {
      end();
      watching.delete(end);
      edge.metrics.watchers(watching.size);
    });
    return reply;
  });
  return {
    end: () => {
      for (const end of watching) end();
    },
  };
}
