import type { Answer, Ask, Change, LinkState, Problem, Source } from '#ui';
import { everything } from '#ui';
import { createStreamReader } from './events.ts';

export interface ClientOptions {
  readonly token: () => string | undefined;
  /** The role in which a visitor of a demonstration sits; a token says its own. */
  readonly sitAs?: () => string | undefined;
  readonly language: () => string;
  readonly now: () => number;
  /** The purpose that this person may name where a page wants one. */
  readonly purpose: (wanted: string) => string;
  /** The node no longer knows who this is. */
  readonly onStranger: () => void;
}

/** The node over HTTP, and its events. */
export interface Client extends Source {
  /** Opens the event stream and keeps it open; returns how to stop. */
  readonly listen: () => () => void;
}

/** Silent for longer than two heartbeats is not live any more (console reference, 5.6). */
const silentMs = 25_000;
const checkMs = 1000;
const firstRetryMs = 1000;
const lastRetryMs = 15_000;

/** Events about the stream itself. */
const ofTheStream: ReadonlySet<string> = new Set(['hello', 'heartbeat', 'gap', 'dropped', 'goodbye']);

const randomKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

async function problemOf(response: Response): Promise<Problem> {
  const known = response.headers.get('content-type')?.includes('json') === true;
  const body: unknown = known ? await response.json().catch(() => undefined) : undefined;
  return { ...(typeof body === 'object' && body !== null ? body : {}), status: response.status };
}

/** JSON as what it says; a file (CSV, a printed page) as its text. */
async function contentOf(response: Response) {
  if (response.status === 204) return undefined;
  return response.headers.get('content-type')?.includes('/json') === true
    ? await response.json()
    : await response.text();
}

/** The only door to the node: every page reads and sends through it. */
export function createClient(options: ClientOptions): Client {
  const changes = new Set<(change: Change) => void>();
  const links = new Set<() => void>();
  let link: LinkState = { live: false, since: options.now() };
  let heard = options.now();
  let lastId: string | undefined;

  const setLink = (live: boolean): void => {
    if (live === link.live) return;
    link = live ? { live } : { live, since: heard };
    for (const listener of links) listener();
  };
  const tell = (change: Change): void => {
    for (const listener of changes) listener(change);
  };

  const headers = (ask: Ask): Record<string, string> => {
    const token = options.token();
    const role = token === undefined ? options.sitAs?.() : undefined;
    return {
      accept: 'application/json',
      'accept-language': options.language(),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(role === undefined ? {} : { 'x-sit-as': role }),
      ...(ask.reality === undefined ? {} : { 'x-reality': ask.reality }),
      ...(ask.purpose === undefined ? {} : { 'x-purpose': options.purpose(ask.purpose) }),
    };
  };

  const call = async <Value>(path: string, init: RequestInit): Promise<Answer<Value>> => {
    try {
      const response = await fetch(path, init);
      if (response.status === 401) options.onStranger();
      if (!response.ok) return { ok: false, problem: await problemOf(response) };
      // What a path answers is the contract of its route, checked there: see the schemas in the node's OpenAPI document.
      const value: Value = await contentOf(response);
      return { ok: true, value, at: options.now() };
    } catch {
      return { ok: false, problem: { status: 0 } };
    }
  };

  const onEvent = (event: { readonly name: string; readonly data: string; readonly id?: string }): void => {
    if (event.id !== undefined) lastId = event.id;
    if (event.name === 'gap') tell({ view: everything, keys: [] });
    if (ofTheStream.has(event.name)) return;
    const data = parsed(event.data);
    const keys = Array.isArray(data['keys']) ? data['keys'].map(String) : [];
    tell({ view: typeof data['view'] === 'string' ? data['view'] : event.name, keys });
  };

  const stream = async (signal: AbortSignal): Promise<void> => {
    const response = await fetch('/api/events', {
      headers: {
        ...headers({}),
        accept: 'text/event-stream',
        ...(lastId === undefined ? {} : { 'last-event-id': lastId }),
      },
      signal,
    });
    if (response.status === 401) options.onStranger();
    if (!response.ok || response.body === null) return;
    const read = createStreamReader(onEvent);
    const decoder = new TextDecoder();
    // A stream that begins anew without a place to go on from may have missed anything.
    if (lastId === undefined && !link.live) tell({ view: everything, keys: [] });
    const reader = response.body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      heard = options.now();
      setLink(!done);
      if (done) return;
      read(decoder.decode(value, { stream: true }));
    }
  };

  const listen = (): (() => void) => {
    const stop = new AbortController();
    const keepOpen = async (): Promise<void> => {
      let wait = firstRetryMs;
      while (!stop.signal.aborted) {
        const began = options.now();
        await stream(stop.signal).catch(() => undefined);
        if (stop.signal.aborted) return;
        if (options.now() - began > silentMs) wait = firstRetryMs;
        await new Promise((resolve) => setTimeout(resolve, wait));
        wait = Math.min(lastRetryMs, wait * 2);
      }
    };
    void keepOpen();
    const check = setInterval(() => {
      if (options.now() - heard > silentMs) setLink(false);
    }, checkMs);
    return () => {
      stop.abort();
      clearInterval(check);
    };
  };

  return {
    read: (path, ask = {}) =>
      call(path, { headers: headers(ask), ...(ask.signal === undefined ? {} : { signal: ask.signal }) }),
    send: (path, body, ask = {}) =>
      call(path, {
        method: 'POST',
        headers: {
          ...headers(ask),
          'content-type': ask.mediaType ?? 'application/json',
          'idempotency-key': randomKey(),
        },
        body: ask.mediaType === undefined ? JSON.stringify(body) : body instanceof Blob ? body : String(body),
      }),
    onChange: (listener) => {
      changes.add(listener);
      return () => changes.delete(listener);
    },
    link: () => link,
    onLink: (listener) => {
      links.add(listener);
      return () => links.delete(listener);
    },
    listen,
  };
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
