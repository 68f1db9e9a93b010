import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CountryCode, Domain, Generated } from '#kernel';
import { countryCode, encodeUtf8, instant } from '#kernel';
import { feed } from './feed.ts';

const noon = Date.parse('2026-12-01T12:00:00Z');
const hour = 3_600_000;
const taken: string[] = [];
/** What the next answers say of how busy the node is: seconds, or nothing. */
const busy: string[] = [];
let server: Server;
let address = '';

beforeEach(async () => {
  taken.length = 0;
  busy.length = 0;
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece) => {
      body += String(piece);
    });
    request.on('end', () => {
      const pause = busy.shift();
      if (pause !== undefined) {
        response.writeHead(503, pause === '' ? {} : { 'retry-after': pause }).end('{}');
        return;
      }
      taken.push(`${request.headers.authorization} ${request.headers['content-type']} ${body}`);
      response.end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

const seat = (name: string): CountryCode => {
  const code = countryCode(name);
  if (code === undefined) throw new TypeError(name);
  return code;
};
const message = (name: string, hours: number, more: Partial<Generated> = {}): Generated => ({
  mediaType: 'text/plain',
  bytes: encodeUtf8(name),
  at: instant(noon + hours * hour),
  to: seat('CA'),
  organisation: 'ACME',
  ...more,
});

/** Feeds the messages of today; `ring` lets the hour come for which the feed waits. */
function fed(messages: readonly Generated[]) {
  const waiting: { at: number; ring: () => void }[] = [];
  const generate: Domain['generate'] = (seed, day) => (seed === 4 && day === '2026-12-01' ? messages : []);
  const running = feed({
    domains: [{ generate }, {}] as readonly Partial<Domain>[] as readonly Domain[],
    seats: [{ country: seat('CA'), address }],
    tokenFor: async (organisation) => `token-of-${organisation}`,
    seed: 4,
    clock: { now: () => instant(noon) },
    alarm: {
      at: (at, ring) => {
        const one = { at, ring };
        waiting.push(one);
        return () => waiting.splice(waiting.indexOf(one), 1);
      },
    },
  });
  return { ...running, waiting };
}
const bodies = (): readonly string[] => taken.map((line) => line.split(' ').at(-1) ?? '').toSorted();

test('what is due now or within three hours is lodged at once, as its carrier, at the seat of its country', async () => {
  const { done, stop, waiting } = fed([
    message('past', -1, { beginBy: instant(noon + 1) }),
    message('soon', 2),
    message('later', 4),
    message('elsewhere', 1, { to: seat('US') }),
  ]);
  expect(await done).toBe(3);
  expect(taken.toSorted()).toEqual(['Bearer token-of-ACME text/plain past', 'Bearer token-of-ACME text/plain soon']);
  await expect.poll(() => waiting.map(({ at }) => at)).toEqual([noon + hour]);
  await stop();
  expect(taken).toHaveLength(2);
});

test('a story that would only come late is not begun', async () => {
  const { done, stop } = fed([message('gone', -1), message('begun', 1, { beginBy: instant(noon) })]);
  expect(await done).toBe(0);
  await stop();
});

test('what tells of something that happens then waits for it; the rest goes on as the day does', async () => {
  const { done, stop, waiting } = fed([message('closing', 1, { firm: true }), message('list', 5)]);
  expect(await done).toBe(0);
  await expect.poll(() => waiting.map(({ at }) => at)).toEqual([noon + hour]);
  waiting[0]?.ring();
  await expect.poll(() => waiting.map(({ at }) => at)).toContain(noon + 2 * hour);
  expect(bodies()).toEqual(['closing']);
  waiting.find(({ at }) => at === noon + 2 * hour)?.ring();
  await expect.poll(bodies).toEqual(['closing', 'list']);
  await stop();
});

test('a node that is too busy gets it again when it said, or after two seconds, until it takes it', async () => {
  busy.push('3', '');
  const { done, stop, waiting } = fed([message('past', -1, { beginBy: instant(noon + 1) })]);
  await expect.poll(() => waiting.map(({ at }) => at)).toEqual([noon + 3000]);
  waiting[0]?.ring();
  await expect.poll(() => waiting.map(({ at }) => at)).toEqual([noon + 2000]);
  expect(taken).toEqual([]);
  waiting[0]?.ring();
  expect(await done).toBe(1);
  expect(bodies()).toEqual(['past']);
  await stop();
});

test('a stop ends the wait for a busy node', async () => {
  busy.push('3');
  const { done, stop, waiting } = fed([message('past', -1, { beginBy: instant(noon + 1) })]);
  await expect.poll(() => waiting).toHaveLength(1);
  await stop();
  expect(await done).toBe(1);
  expect(taken).toEqual([]);
  expect(waiting).toEqual([]);
});
