import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Client, createClient } from './client.ts';

/* The one door to the node, with a network that answers what a test wants. */

interface Call {
  readonly path: string;
  readonly init: RequestInit;
}
let calls: Call[];
let answers: ((call: Call) => Promise<Response>)[];
let strangers: number;
let now: number;

const json = (value: unknown, status = 200, type = 'application/json'): Promise<Response> =>
  Promise.resolve(new Response(JSON.stringify(value), { status, headers: { 'content-type': type } }));
const client = (changed: Partial<Parameters<typeof createClient>[0]> = {}): Client =>
  createClient({
    token: () => 'tpt_1',
    language: () => 'fr',
    now: () => now,
    purpose: (wanted) => `for ${wanted}`,
    onStranger: () => {
      strangers += 1;
    },
    ...changed,
  });
const headersOf = (at: number): Readonly<Record<string, string>> =>
  Object.fromEntries(new Headers(calls[at]?.init.headers).entries());

beforeEach(() => {
  [calls, answers, strangers, now] = [[], [], 0, 1000];
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    const call = { path, init };
    calls.push(call);
    return answers.shift()?.(call) ?? Promise.reject(new TypeError('no network'));
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('reading', () => {
  test('says who asks, in which language, and what for', async () => {
    answers = [() => json({ a: 1 })];
    expect(await client().read('/api/x', { purpose: 'border-check' })).toEqual({ ok: true, value: { a: 1 }, at: 1000 });
    expect(headersOf(0)).toEqual({
      accept: 'application/json',
      'accept-language': 'fr',
      authorization: 'Bearer tpt_1',
      'x-purpose': 'for border-check',
    });
  });
  test('without a token says nothing of who asks', async () => {
    answers = [() => json({})];
    await client({ token: () => undefined }).read('/api/x');
    expect(headersOf(0)).not.toHaveProperty('authorization');
    expect(headersOf(0)).not.toHaveProperty('x-purpose');
  });
  test('an operating error keeps its code, its words and its status', async () => {
    answers = [
      () => json({ code: 'TRV-0403', title: 'no such journey', status: 404 }, 404, 'application/problem+json'),
    ];
    expect(await client().read('/api/x')).toEqual({
      ok: false,
      problem: { code: 'TRV-0403', title: 'no such journey', status: 404 },
    });
  });
  test('an error that is no JSON is still an error', async () => {
    answers = [
      () => Promise.resolve(new Response('<html>', { status: 502, headers: { 'content-type': 'text/html' } })),
      () => Promise.resolve(new Response('{', { status: 500, headers: { 'content-type': 'application/json' } })),
    ];
    const one = client();
    expect(await one.read('/api/x')).toEqual({ ok: false, problem: { status: 502 } });
    expect(await one.read('/api/x')).toEqual({ ok: false, problem: { status: 500 } });
  });
  test('no network is an error of its own', async () => {
    expect(await client().read('/api/x')).toEqual({ ok: false, problem: { status: 0 } });
  });
  test('whom the node does not know any more is told so', async () => {
    answers = [() => json({}, 401)];
    await client().read('/api/x');
    expect(strangers).toBe(1);
  });
});

describe('sending', () => {
  test('each sending has its own key, so that a repeated one is one deed', async () => {
    answers = [() => json({}), () => json({})];
    const one = client();
    await one.send('/api/x', { a: 1 });
    await one.send('/api/x', { a: 1 });
    expect(calls.map(({ init }) => [init.method, init.body])).toEqual([
      ['POST', '{"a":1}'],
      ['POST', '{"a":1}'],
    ]);
    const keys = [headersOf(0), headersOf(1)].map((headers) => headers['idempotency-key']);
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(keys[0]).not.toBe(keys[1]);
  });
  test('a text is sent as it is, under its own type, and as the exercise that it belongs to', async () => {
    answers = [() => Promise.resolve(new Response(null, { status: 204 }))];
    const answer = await client().send('/api/x', "UNB+1'", {
      mediaType: 'application/edifact',
      reality: 'exercise north',
    });
    expect(answer).toEqual({ ok: true, value: undefined, at: 1000 });
    expect(calls[0]?.init.body).toBe("UNB+1'");
    expect(headersOf(0)).toMatchObject({ 'content-type': 'application/edifact', 'x-reality': 'exercise north' });
  });
});

/** A stream of events that a test writes to. */
function stream(): {
  readonly answer: () => Promise<Response>;
  readonly write: (text: string) => void;
  readonly end: () => void;
} {
  let writer: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      writer = controller;
    },
  });
  return {
    answer: () => Promise.resolve(new Response(body, { headers: { 'content-type': 'text/event-stream' } })),
    write: (text) => writer?.enqueue(new TextEncoder().encode(text)),
    end: () => writer?.close(),
  };
}

describe('listening', () => {
  const heard: { view: string; keys: readonly string[] }[] = [];
  const listen = (one: Client): (() => void) => {
    heard.length = 0;
    one.onChange((change) => heard.push(change));
    return one.listen();
  };
  test('changes are told by view and keys; talk about the stream itself is not', async () => {
    const line = stream();
    answers = [line.answer];
    const one = client();
    const stop = listen(one);
    line.write(
      'event: hello\ndata: {}\n\nid: e-1\nevent: view\ndata: {"view":"travel.flights","keys":[1,"b"]}\n\n: beat\n\n',
    );
    await expect.poll(() => heard.length).toBe(2);
    // A stream that begins anew may have missed anything.
    expect(heard).toEqual([
      { view: '*', keys: [] },
      { view: 'travel.flights', keys: ['1', 'b'] },
    ]);
    expect(one.link()).toEqual({ live: true });
    stop();
  });
  test('what was missed is everything; what cannot be read is a change without keys', async () => {
    const line = stream();
    answers = [line.answer];
    const stop = listen(client());
    line.write('event: gap\ndata: {}\n\nevent: odd\ndata: {{\n\n');
    await expect.poll(() => heard.length).toBe(3);
    expect(heard.slice(1)).toEqual([
      { view: '*', keys: [] },
      { view: 'odd', keys: [] },
    ]);
    stop();
  });
  test('a line that ends is opened again from the last event', async () => {
    vi.useFakeTimers();
    const [first, second] = [stream(), stream()];
    answers = [first.answer, second.answer];
    const one = client();
    const links: boolean[] = [];
    one.onLink(() => links.push(one.link().live));
    const stop = listen(one);
    first.write('id: e-7\nevent: view\ndata: {"view":"a","keys":[]}\n\n');
    await vi.advanceTimersByTimeAsync(10);
    first.end();
    await vi.advanceTimersByTimeAsync(1500);
    expect(calls).toHaveLength(2);
    expect(headersOf(1)).toMatchObject({ accept: 'text/event-stream', 'last-event-id': 'e-7' });
    second.write(': beat\n\n');
    await vi.advanceTimersByTimeAsync(10);
    expect(links).toEqual([true, false, true]);
    stop();
  });
  test('25 seconds of silence are told, with the moment of the last sign', async () => {
    vi.useFakeTimers();
    const line = stream();
    answers = [line.answer];
    const one = client();
    const stop = listen(one);
    line.write(': beat\n\n');
    await vi.advanceTimersByTimeAsync(10);
    expect(one.link().live).toBe(true);
    now += 26_000;
    await vi.advanceTimersByTimeAsync(1000);
    expect(one.link()).toEqual({ live: false, since: 1000 });
    stop();
  });
  test('who stops listening hears nothing more', async () => {
    const line = stream();
    answers = [line.answer];
    const one = client();
    const changes: unknown[] = [];
    const leave = one.onChange((change) => changes.push(change));
    leave();
    const stop = one.listen();
    line.write('event: view\ndata: {"view":"a"}\n\n');
    await expect.poll(() => one.link().live).toBe(true);
    expect(changes).toEqual([]);
    stop();
  });
});
