import { afterEach, expect, test } from 'vitest';
import { createHttpServer, type HttpServer } from '#adapters/http';
import { createMetrics } from '#adapters/metrics';
import type { Lodge } from '#api';
import { as, testOptions } from '../support/http-fixture.ts';

const limit = 4;
let server: HttpServer | undefined;
afterEach(() => server?.close());

/** A node that answers when it is told to, behind an edge that lets a few lodgements in at one time. */
async function busyNode() {
  const kept: string[] = [];
  let open = (): void => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const lodge: Lodge = async ({ bytes }) => {
    kept.push(Buffer.from(bytes).toString());
    await gate;
    return { lodgement: String(kept.length), status: 'accepted', findings: [], messages: [], replies: [] };
  };
  const metrics = createMetrics();
  const made = await createHttpServer(testOptions({ limits: { underWay: limit, atOnce: 2 }, lodge, metrics }));
  server = made;
  const send = (payload: string, headers: Record<string, string> = {}) =>
    made.inject({ method: 'POST', url: '/api/lodgements', headers: as('sender', headers), payload });
  const measured = async (name: string) =>
    (await metrics.text()).body.split('\n').find((line) => line.startsWith(`${name} `));
  const full = async (): Promise<void> => {
    while (kept.length < limit) await new Promise((resolve) => setImmediate(resolve));
  };
  return { send, open, kept, full, measured };
}

test('of more lodgements than can be answered in time the rest are turned away at once, in words, and none is lost', async () => {
  const { send, open, kept, full, measured } = await busyNode();
  const names = Array.from({ length: 50 }, (_, at) => `list-${at}`);
  const all = names.map((name) => send(name, { 'idempotency-key': name }));
  await full();
  const away = await Promise.all(all.slice(limit));
  expect(kept).toHaveLength(limit);
  expect(await measured('tripoint_lodgements_under_way')).toBe('tripoint_lodgements_under_way 4');
  expect(await measured('tripoint_lodgements_shed_total')).toBe('tripoint_lodgements_shed_total 46');
  for (const { statusCode, headers, body } of away) {
    expect([statusCode, headers['retry-after'], headers['x-finding']]).toEqual([503, '2', 'API-0504']);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(JSON.parse(body)).toMatchObject({ code: 'API-0504', origin: 'node', parameters: { limit } });
  }
  open();
  for (const taken of await Promise.all(all.slice(0, limit))) expect(taken.statusCode).toBe(200);
  expect(await measured('tripoint_lodgements_under_way')).toBe('tripoint_lodgements_under_way 0');
  // Whoever was turned away lodges the same again, under the same key, and is taken in.
  for (const name of names) expect((await send(name, { 'idempotency-key': name })).statusCode).toBe(200);
  expect(kept.toSorted()).toEqual(names.toSorted());
});

test('it is said in the language of who lodges', async () => {
  const { send, open, full } = await busyNode();
  const taken = Array.from({ length: limit }, (_, at) => send(`list-${at}`));
  await full();
  const said = await Promise.all(['en', 'fr', 'es'].map((language) => send('more', { 'accept-language': language })));
  const titles = said.map((one) => String(one.json().title));
  expect(titles[0]).toContain('lodge it again later');
  expect(titles[1]).toContain('déposez-la de nouveau plus tard');
  expect(titles[2]).toContain('preséntela de nuevo más tarde');
  open();
  await Promise.all(taken);
});

test('a request of many messages takes the places of those that are worked on at one time', async () => {
  const { send, open, kept, full } = await busyNode();
  const lines = Array.from({ length: 20 }, (_, at) => `{"text":"${at}"}`).join('\n');
  const many = [send(lines, { 'content-type': 'application/x-ndjson' }), send('one'), send('two')];
  await full();
  expect((await send('three')).statusCode).toBe(503);
  open();
  for (const taken of await Promise.all(many)) expect(taken.statusCode).toBe(200);
  expect(kept).toHaveLength(22);
});
