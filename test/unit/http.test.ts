import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HttpServer } from '#adapters/http';
import { createHttpServer } from '#adapters/http';
import { err } from '#kernel';
import { as, echoLodgement, testOptions } from '../support/http-fixture.ts';

const options = testOptions({ limits: { bodyBytes: 100_000, unpackedBytes: 200_000, messages: 5 } });
const { seen } = options;
let server: HttpServer;
beforeAll(async () => {
  server = await createHttpServer(options);
});
afterAll(() => server.close());

const dig = (payload: unknown, more: Record<string, string> = {}, plot = 'a') =>
  server.inject({
    method: 'POST',
    url: `/api/garden/plots/${plot}/holes`,
    headers: as('gardener', { 'content-type': 'application/json', ...more }),
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
  });

const lodge = (payload: string | Buffer, more: Record<string, string> = {}, query = '') =>
  server.inject({
    method: 'POST',
    url: `/api/lodgements${query}`,
    headers: as('sender', { 'content-type': 'application/edifact', ...more }),
    payload,
  });

test('a refusal is problem details in the language asked for', async () => {
  const reply = await dig({ depth: 0 }, { 'accept-language': 'de, fr-CA;q=0.9, en;q=0.1' });
  expect(reply.statusCode).toBe(422);
  expect(reply.headers['content-type']).toBe('application/problem+json');
  expect(reply.json()).toEqual({
    type: 'urn:tripoint:finding:API-0201',
    title: 'Le corps ne convient pas à /depth (too_small).',
    status: 422,
    code: 'API-0201',
    origin: 'sender',
    severity: 'error',
    parameters: { path: '/depth', problem: 'too_small' },
    instance: '/api/garden/plots/a/holes',
  });
  const several = await dig({ depth: 'deep', by: { tool: 7 } }, { 'accept-language': 'es' });
  expect(several.json().misfits).toEqual([
    { path: '/depth', problem: 'invalid_type' },
    { path: '/by/tool', problem: 'invalid_type' },
  ]);
  expect(several.json().title).toContain('El cuerpo no corresponde');
});

test('a finding of a part keeps its code and gets the status that the part declared', async () => {
  const reply = await dig({ depth: 1 }, {}, 'none');
  expect(reply.statusCode).toBe(404);
  expect(reply.json()).toMatchObject({ code: 'GDN-0101', parameters: { plot: 'none' } });
});

test('bodies and addresses that do not fit are told where', async () => {
  expect((await dig('{')).json().code).toBe('API-0203');
  expect((await dig('x', { 'content-type': 'text/plain' })).json().code).toBe('API-0204');
  expect((await dig({ depth: 1 }, {}, 'much-too-long')).json()).toMatchObject({
    code: 'API-0202',
    parameters: { path: '/plot' },
  });
  const url = '/api/garden/plots?';
  for (const query of ['limit=0', 'limit=501', 'limit=x', 'cursor=AAAA', 'limit=1&limit=2']) {
    expect((await server.inject({ url: url + query, headers: as('gardener') })).json().code).toBe('API-0202');
  }
  expect((await dig({ depth: 1 }, { 'content-encoding': 'br' })).json().code).toBe('API-0209');
});

test('pages: the cursor walks all items', async () => {
  const items: unknown[] = [];
  let next = '';
  do {
    const reply = await server.inject({
      url: `/api/garden/plots?limit=2${next && `&cursor=${next}`}`,
      headers: as('auditor'),
    });
    items.push(...reply.json().items);
    next = reply.json().next ?? '';
  } while (next !== '');
  expect(items).toEqual(['a', 'b', 'c', 'd', 'e'].map((plot) => ({ plot })));
});

test('a route may take bytes and give bytes', async () => {
  const reply = await server.inject({
    method: 'PUT',
    url: '/api/garden/map',
    headers: as('gardener', { 'content-type': 'x/y' }),
    payload: Buffer.from([1, 0, 255]),
  });
  expect(reply.headers['content-type']).toBe('image/x-map');
  expect([...reply.rawPayload]).toEqual([255, 0, 1]);
});

test('an idempotency key: an equal request is done once, another one under the same key is refused', async () => {
  const key = { 'idempotency-key': 'k1' };
  const first = await dig({ depth: 3 }, key);
  const again = await dig({ depth: 3 }, key);
  expect(first.statusCode).toBe(200);
  expect(again.json()).toEqual(first.json());
  expect(again.headers['idempotent-replay']).toBe('true');
  expect((await dig({ depth: 4 }, key)).json()).toMatchObject({ status: 422, code: 'API-0301' });
  expect((await dig({ depth: 3 }, key, 'b')).json().code).toBe('API-0301');
  const other = await dig({ depth: 3 }, { 'idempotency-key': 'k2' });
  expect(other.json().hole).toBeGreaterThan(first.json().hole);
  expect((await dig({ depth: 3 }, { 'idempotency-key': 'a b' })).json().code).toBe('API-0302');
  expect((await dig({ depth: 3 }, { 'idempotency-key': 'x'.repeat(129) })).json().code).toBe('API-0302');
});

test('an idempotency key belongs to its caller, is remembered for a day, and a refusal is remembered too', async () => {
  const key = { 'idempotency-key': 'k3' };
  const refused = await dig({ depth: 1 }, key, 'none');
  expect(refused.statusCode).toBe(404);
  expect((await dig({ depth: 1 }, key, 'none')).headers['idempotent-replay']).toBe('true');
  expect((await lodge('A', key)).headers['idempotent-replay']).toBeUndefined();
  expect((await lodge('A', key)).headers['idempotent-replay']).toBe('true');
  const other = await lodge('A', { ...key, authorization: 'Test sandbox' });
  expect(other.headers['idempotent-replay']).toBeUndefined();
  const before = await dig({ depth: 5 }, { 'idempotency-key': 'k4' });
  options.clock.move(24 * 3_600_000 + 1);
  const later = await dig({ depth: 5 }, { 'idempotency-key': 'k4' });
  expect(later.json().hole).toBeGreaterThan(before.json().hole);
});

test('two equal requests at one time are one: the second is told to wait', async () => {
  let finish = (): void => {};
  const gate = new Promise<void>((resolve) => {
    finish = resolve;
  });
  let entered = 0;
  const slow = await createHttpServer(
    testOptions({
      lodge: async () => {
        entered += 1;
        await gate;
        return { lodgement: 'x', status: 'accepted', findings: [], messages: [], replies: [] };
      },
    }),
  );
  const send = () =>
    slow.inject({
      method: 'POST',
      url: '/api/lodgements',
      headers: as('sender', { 'idempotency-key': 'k' }),
      payload: 'UNB',
    });
  const first = send();
  while (entered === 0) await new Promise((resolve) => setImmediate(resolve));
  expect((await send()).json().code).toBe('API-0303');
  finish();
  expect((await first).statusCode).toBe(200);
  expect((await send()).headers['idempotent-replay']).toBe('true');
  expect(entered).toBe(1);
  await slow.close();
});

test('what failed at the node is not remembered: the same key may try again', async () => {
  let times = 0;
  const shaky = await createHttpServer(
    testOptions({
      lodge: async () => {
        times += 1;
        if (times === 1) throw new TypeError('a disk is full of SECRETNAME');
        return { lodgement: 'x', status: 'accepted', findings: [], messages: [], replies: [] };
      },
    }),
  );
  const send = () =>
    shaky.inject({
      method: 'POST',
      url: '/api/lodgements',
      headers: as('sender', { 'idempotency-key': 'k' }),
      payload: 'UNB',
    });
  expect((await send()).statusCode).toBe(500);
  expect((await send()).statusCode).toBe(200);
  await shaky.close();
});

test('a failure of the node’s own is not remembered either', async () => {
  const key = { 'idempotency-key': 'k5' };
  for (const _ of [1, 2]) {
    const reply = await dig({ depth: 1 }, key, 'full');
    expect([reply.statusCode, reply.headers['idempotent-replay']]).toEqual([500, undefined]);
  }
});

test('a bug answers 500 with a reference, its message stays inside, and the node is told', async () => {
  const reply = await dig({ depth: 1 }, {}, 'bug');
  expect(reply.statusCode).toBe(500);
  const { code, parameters } = reply.json();
  expect(code).toBe('API-0501');
  expect(reply.body).not.toContain('SECRETNAME');
  const line = seen.lines.find((one) => one.includes(parameters.reference));
  expect(line).toContain('http-fixture');
  expect(seen.lines.join('')).not.toContain('SECRETNAME');
  expect(seen.bugs).toHaveLength(1);
});

test('a lodgement: bytes go in as they came, the answer is JSON or the wire reply', async () => {
  seen.lodged.length = 0;
  const bytes = Buffer.from([0x55, 0x4e, 0x42, 0x2b, 0xff, 0x00, 0x0d, 0x0a]);
  const reply = await lodge(bytes, { 'idempotency-key': 'once' }, '?profile=us');
  expect(reply.statusCode).toBe(200);
  expect(reply.json()).toEqual({
    lodgement: '1'.padStart(32, '0'),
    status: 'accepted',
    findings: [],
    replies: [{ mediaType: 'application/edifact', text: "YES+8'" }],
    messages: [],
  });
  expect(seen.lodged[0]).toMatchObject({
    mediaType: 'application/edifact',
    profile: 'us',
    reality: 'live',
    idempotencyKey: 'once',
    actor: { name: 'sender-1', organisation: 'ORG' },
  });
  expect(Buffer.from(seen.lodged[0]?.bytes ?? []).equals(bytes)).toBe(true);
  const wire = await lodge('UNB', { accept: 'application/edifact, application/json;q=0.5' });
  expect(wire.headers['content-type']).toBe('application/edifact');
  expect(wire.headers['x-lodgement']).toBe('2'.padStart(32, '0'));
  expect(wire.body).toBe("YES+3'");
});

test('an empty lodgement reaches the node, is refused there, and says so on the wire', async () => {
  seen.lodged.length = 0;
  const reply = await lodge('', { accept: 'application/edifact' });
  expect(seen.lodged).toHaveLength(1);
  expect(reply.statusCode).toBe(422);
  expect(reply.body).toBe("NO+0'");
});

const parts = (boundary: string, ...texts: string[]): string =>
  `${texts.map((text) => `--${boundary}\r\ncontent-type: application/edifact\r\n\r\n${text}\r\n`).join('')}--${boundary}--\r\n`;

test('many messages in one request, as multipart or JSON lines, each lodged for itself and in order', async () => {
  for (const [mediaType, body] of [
    ['multipart/mixed; boundary="b 1"', parts('b 1', 'UNB+1', '', 'UNB\r\n--b 2')],
    ['multipart/form-data; boundary=xyz', parts('xyz', 'UNB+1', '', 'UNB\r\n--xy ')],
    [
      'application/x-ndjson',
      '{"mediaType":"application/edifact","text":"UNB+1"}\n\n{"mediaType":"application/edifact","base64":""}\n{"mediaType":"application/edifact","base64":"VU5CDQotLWIgMg=="}',
    ],
  ] as const) {
    seen.lodged.length = 0;
    const reply = await lodge(body, {
      'content-type': mediaType,
      'idempotency-key': mediaType.slice(0, 20).replace(' ', ''),
    });
    expect(reply.statusCode).toBe(200);
    expect(seen.lodged.map((one) => one.bytes.length)).toEqual([5, 0, 10]);
    expect(seen.lodged.map((one) => one.mediaType)).toEqual(Array(3).fill('application/edifact'));
    expect(seen.lodged[1]?.idempotencyKey).toMatch(/#2$/);
    expect(reply.json().lodgements.map((one: { status: string }) => one.status)).toEqual([
      'accepted',
      'refused',
      'accepted',
    ]);
  }
});

test('many replies come back as multipart when that or their format is asked for', async () => {
  const reply = await lodge(parts('b', 'A', 'BB'), {
    'content-type': 'multipart/mixed; boundary=b',
    accept: 'multipart/mixed',
  });
  const boundary = /boundary=(.*)/.exec(String(reply.headers['content-type']))?.[1];
  expect(reply.body.split(`--${boundary}`).map((part) => part.trim().split('\r\n').at(-1))).toEqual([
    '',
    "YES+1'",
    "YES+2'",
    '--',
  ]);
});

test('a request whose pieces cannot be told apart is kept whole and refused', async () => {
  const multipart = 'multipart/mixed; boundary=b';
  for (const [mediaType, body, code] of [
    [multipart, 'no boundary at all', 'API-0210'],
    [multipart, '--b\r\n\r\nunfinished', 'API-0210'],
    [multipart, '--b--', 'API-0210'],
    ['multipart/mixed', '--b\r\n\r\nx\r\n--b--', 'API-0210'],
    [multipart, parts('b', ...Array(6).fill('x')), 'API-0211'],
    ['application/x-ndjson', '{"text":"a"}\n{"text":', 'API-0210'],
    ['application/x-ndjson', '{"text":7}', 'API-0210'],
    ['application/x-ndjson', '', 'API-0210'],
    ['application/x-ndjson', '{"text":"a"}\n'.repeat(6), 'API-0211'],
  ] as const) {
    seen.lodged.length = 0;
    const reply = await lodge(body, { 'content-type': mediaType });
    expect(reply.statusCode).toBe(422);
    expect(reply.json().findings[0].code).toBe(code);
    expect(reply.json().replies[0].text).toBe(`NO+${body.length}'`);
    expect(seen.lodged.map((one) => Buffer.from(one.bytes).toString())).toEqual([body]);
  }
});

test('gzip: unpacked in passing; a bomb or a damaged one is kept packed and refused', async () => {
  seen.lodged.length = 0;
  const good = await lodge(gzipSync('UNB+HELLO'), { 'content-encoding': 'gzip' });
  expect(good.json().replies[0].text).toBe("YES+9'");
  const bomb = gzipSync(Buffer.alloc(10_000_000));
  const reply = await lodge(bomb, { 'content-encoding': 'gzip', 'accept-language': 'en' });
  expect(reply.statusCode).toBe(422);
  expect(reply.json().findings[0]).toMatchObject({ code: 'API-0207', text: expect.stringContaining('200000') });
  expect(Buffer.from(seen.lodged[1]?.bytes ?? []).equals(bomb)).toBe(true);
  expect(seen.lodged[1]?.mediaType).toBe('application/gzip');
  const damaged = gzipSync('UNB').subarray(0, 12);
  expect((await lodge(damaged, { 'content-encoding': 'gzip' })).json().findings[0].code).toBe('API-0208');
  expect(seen.lodged).toHaveLength(3);
  expect((await dig(JSON.stringify({ depth: 1 }), { 'content-encoding': 'gzip' })).json().code).toBe('API-0208');
});

test('a body over the limit is refused before it is in memory', async () => {
  seen.lodged.length = 0;
  const reply = await lodge(Buffer.alloc(100_001));
  expect(reply.statusCode).toBe(413);
  expect(reply.json()).toMatchObject({ code: 'API-0205', parameters: { limit: 100_000 } });
  expect((await lodge(Buffer.alloc(100_000))).statusCode).toBe(200);
  expect(seen.lodged).toHaveLength(1);
});

test('the memory for bodies is bounded over all requests, and given back', async () => {
  let finish = (): void => {};
  const gate = new Promise<void>((resolve) => {
    finish = resolve;
  });
  let entered = 0;
  const small = await createHttpServer(
    testOptions({
      limits: { bufferedBytes: 1000 },
      lodge: async () => {
        entered += 1;
        await gate;
        return { lodgement: 'x', status: 'accepted', findings: [], messages: [], replies: [] };
      },
    }),
  );
  const send = () =>
    small.inject({ method: 'POST', url: '/api/lodgements', headers: as('sender'), payload: Buffer.alloc(600) });
  const first = send();
  while (entered === 0) await new Promise((resolve) => setImmediate(resolve));
  const second = await send();
  expect(second.json()).toMatchObject({ status: 503, code: 'API-0503' });
  expect(second.headers['retry-after']).toBe('2');
  finish();
  await first;
  for (let again = 0; again < 5; again += 1) expect((await send()).statusCode).toBe(200);
  await small.close();
});

test('reality: the node’s own, an exercise that the caller names, or the one forced by his credentials', async () => {
  seen.lodged.length = 0;
  await lodge('A');
  await lodge('A', { 'x-reality': 'exercise storm-3' });
  await lodge('A', { authorization: 'Test sandbox', 'x-reality': 'live' });
  expect(seen.lodged.map((one) => one.reality)).toEqual(['live', 'exercise storm-3', 'exercise certification-ORG']);
  expect((await lodge('A', { 'x-reality': 'demonstration' })).json().code).toBe('API-0109');
  expect((await dig({ depth: 1 }, { 'x-reality': 'exercise storm-3' })).json().code).toBe('API-0109');
});

test('who lodges is told the combined word; why, only with the permission and a purpose, and that is recorded', async () => {
  const outcome = {
    ...{
      subject: 's1',
      combined: 'refer',
      own: { disposition: 'pass', row: 'r', reasons: [{ code: 'R', class: 'other' }] },
    },
    partners: [{ country: 'MX', disposition: 'refer', failRule: 'late' }],
  };
  const own = testOptions({
    lodge: async (request) => ({
      ...echoLodgement(request, 7),
      messages: [{ kind: 'k', reference: 'r', domain: 'garden', about: 'plot', findings: [], outcomes: [outcome] }],
    }),
  });
  const told = await createHttpServer(own);
  const outcomes = async (role: string, more: Record<string, string> = {}): Promise<unknown> => {
    const asked = { method: 'POST', url: '/api/lodgements', payload: 'A', headers: as(role, more) } as const;
    return (await told.inject(asked)).json().messages[0].outcomes;
  };
  const combined = [{ subject: 's1', combined: 'refer' }];
  expect(await outcomes('sender')).toEqual(combined);
  expect(await outcomes('sender', { 'x-purpose': 'gardening' })).toEqual(combined);
  expect(await outcomes('desk')).toEqual(combined);
  expect(await outcomes('desk', { 'x-purpose': 'audit' })).toEqual(combined);
  expect(own.seen.readings).toEqual([]);
  expect(await outcomes('desk', { 'x-purpose': 'gardening' })).toEqual([
    {
      ...{ subject: 's1', combined: 'refer', disposition: 'pass', row: 'r', partners: outcome.partners },
      reasons: [{ code: 'R', class: 'other', text: 'R' }],
    },
  ]);
  expect(own.seen.readings).toMatchObject([
    {
      purpose: 'gardening',
      pattern: '/lodgements',
      path: { lodgement: '7'.padStart(32, '0') },
      actor: { name: 'desk-1' },
    },
  ]);
  await told.close();
});

test('a reading that cannot be recorded tells nothing', async () => {
  const own = testOptions({
    onPersonalRead: async () => err({ code: 'TST-0001', origin: 'node', severity: 'error', parameters: {} }),
  });
  const told = await createHttpServer(own);
  const headers = as('desk', { 'x-purpose': 'gardening' });
  const reply = await told.inject({ method: 'POST', url: '/api/lodgements', payload: 'A', headers });
  expect([reply.statusCode, reply.json().code]).toEqual([500, 'TST-0001']);
  await told.close();
});

test('the session says who calls and what he may do', async () => {
  const reply = await server.inject({ url: '/api/session', headers: as('gardener') });
  expect(reply.json()).toEqual({
    actor: { name: 'gardener-1', organisation: 'ORG', ports: ['P1'] },
    roles: ['gardener'],
    permissions: ['api.events', 'api.session', 'garden.dig', 'garden.owner', 'garden.see'],
    purposes: ['gardening', 'audit'],
    country: 'US',
    reality: 'live',
    node: { version: '1.2.3', now: options.clock.now() },
  });
});

test('the parts describe themselves, in the language asked for', async () => {
  const reply = await server.inject({ url: '/api/domains', headers: as('auditor', { 'accept-language': 'fr' }) });
  const garden = reply.json().parts.find((part: { name: string }) => part.name === 'garden');
  expect(garden).toMatchObject({ title: 'Jardin', measures: [{ name: 'garden.plots', unit: 'plots' }] });
  expect(garden.routes).toContainEqual({
    method: 'POST',
    address: '/api/garden/plots/:plot/holes',
    summary: 'Creuser',
    permission: 'garden.dig',
    personal: false,
  });
});

test('health and readiness need nobody; metrics need a grant and count requests', async () => {
  expect((await server.inject('/health')).json()).toEqual({ state: 'up' });
  expect((await server.inject('/ready')).statusCode).toBe(200);
  const metrics = await server.inject({ url: '/metrics', headers: as('auditor') });
  expect(metrics.headers['content-type']).toContain('text/plain');
  expect(metrics.body).toContain(
    'tripoint_http_request_seconds_count{route="/api/garden/plots/:plot/holes",method="POST",status="422"}',
  );
  expect(metrics.body).toMatch(/tripoint_lodgements_total\{status="refused"\} \d+/);
  const starting = await createHttpServer(testOptions({ ready: () => false }));
  expect((await starting.inject('/ready')).statusCode).toBe(503);
  await starting.close();
});

test('every answer carries the security headers', async () => {
  for (const url of ['/health', '/nowhere', '/api/session', '/api/openapi.json']) {
    const { headers } = await server.inject(url);
    expect(headers['content-security-policy']).toMatch(/^default-src 'self'; /);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cache-control']).toBe('no-store');
  }
});

test('no log line of all this holds a name, a document number, a token or what was lodged', async () => {
  await lodge("UNB+UNOA'NAD+FL+++ERIKSSON:ANNA'DOC+P+L898902C3'", {
    authorization: 'Bearer tpt_secretsecret',
    'x-purpose': 'ERIKSSON',
  });
  await server.inject({
    url: '/api/garden/plots/a/owner?name=ERIKSSON',
    headers: as('gardener', { 'x-purpose': 'gardening' }),
  });
  const log = seen.lines.join('');
  expect(seen.lines.length).toBeGreaterThan(30);
  expect(log).toContain('"route":"/api/lodgements"');
  for (const secret of ['ERIKSSON', 'L898902C3', 'secretsecret', 'Bearer', 'gardener-1', 'UNB', 'Test '])
    expect(log).not.toContain(secret);
});
