import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHttpServer, type HttpServer } from '#adapters/http';
import { accessTableSchema, checkAccess, compileAccess } from '#api';
import { type Actor, decodeUtf8, encodeUtf8, err, invariant, ok } from '#kernel';
import { loadDomains, lodgeThrough, type Network } from '#node';
import shipped from '../../data/access/roles.json' with { type: 'json' };
import { permits } from '../fixtures/permits/permits.ts';
import { permitDuties, permitTables } from '../fixtures/permits/tables.ts';
import { as, testOptions } from '../support/http-fixture.ts';
import { lastingNetwork } from '../support/lasting-network.ts';
import { keptOut, walkRoutes } from '../support/walk-routes.ts';
import { paxlst } from './node/paxlst.ts';

/** The whole of what a node is told of the second domain. */
const domains = [...(await loadDomains()), permits];

/** Roles are data: an operator of this domain grants its permission to those who need it. */
const table = accessTableSchema.parse({
  ...shipped,
  roles: [
    ...shipped.roles,
    {
      name: 'road-clerk',
      title: { en: 'Road clerk', fr: 'Agent des routes', es: 'Agente de caminos' },
      grants: [
        {
          permissions: ['permits.read', 'permits.watch', 'lodgements.lodge', 'api.session', 'api.search'],
          scope: 'country',
          purposes: [],
        },
      ],
    },
  ],
});
const rules = compileAccess(table);
const actorOf = (role: string): Actor => ({ name: role, roles: [role], ports: ['P1'], organisation: 'ACME' });

let folder = '';
let network: Network;
let server: HttpServer;

const open = (): Promise<Network> => {
  invariant(permitDuties.ok, 'the duties of the test are read');
  return lastingNetwork({ folder, domains, tables: permitTables, duties: permitDuties.value });
};

/** A node's real routes over its real access, with callers that are named in a header. */
const serve = (country: string): Promise<HttpServer> => {
  const node = network.node(country);
  return createHttpServer(
    testOptions({
      parts: node.parts,
      rules,
      access: (_part, reality) => node.access.within(reality),
      lodge: lodgeThrough(node),
      authenticate: async ({ authorization }) => {
        const role = authorization?.slice('Test '.length);
        return role === undefined
          ? err({ code: 'API-0103', origin: 'sender', severity: 'error', parameters: {} } as const)
          : ok(actorOf(role));
      },
    }),
  );
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tripoint-seam-'));
  network = await open();
  server = await serve('CA');
}, 60_000);
afterAll(async () => {
  await server.close();
  await network.close();
  await rm(folder, { recursive: true });
});

const line = (permit: string, more: object = {}): string =>
  JSON.stringify({ permit, haulier: 'ACME', route: ['CA', 'US', 'MX'], heightCm: 400, widthCm: 300, ...more });

const lodge = async (lines: readonly string[], idempotencyKey?: string) => {
  const lodged = await network.node('CA').lodge({
    bytes: encodeUtf8(`${lines.join('\n')}\n`),
    mediaType: 'application/x-ndjson',
    actor: { name: 'ACME', organisation: 'ACME' },
    ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
  });
  if (!lodged.ok) throw new TypeError(JSON.stringify(lodged.error));
  return lodged.value;
};

const get = async (address: string, role = 'road-clerk') => {
  const reply = await server.inject({ method: 'GET', url: address, headers: as(role) });
  return { status: reply.statusCode, body: reply.json() };
};

describe('a second domain beside travel', () => {
  test('is decided by the three countries that it touches, each by its own table, and answered in its own format', async () => {
    const { status, messages, replies } = await lodge([
      line('OV-1'),
      line('OV-2', { heightCm: 420 }),
      line('OV-3', { widthCm: 400, route: ['CA', 'MX'] }),
    ]);
    expect(status).toBe('accepted');
    const said = messages.flatMap(({ outcomes }) => outcomes);
    expect(said.map(({ subject, own, combined }) => [subject, own?.disposition, combined])).toEqual([
      ['OV-1', 'allow', 'allow'],
      ['OV-2', 'refuse', 'refuse'],
      ['OV-3', 'escort', 'escort'],
    ]);
    // Canada's bridges are the lowest: the others would let the second one pass, and are heard all the same.
    expect(said[1]?.partners).toMatchObject([
      { country: 'US', disposition: 'allow', reasonClass: 'other' },
      { country: 'MX', disposition: 'allow', reasonClass: 'other' },
    ]);
    expect(said[2]?.partners).toMatchObject([{ country: 'MX', disposition: 'escort' }]);
    expect(replies.map(({ bytes }) => decodeUtf8(bytes)).join('')).toBe(
      '{"permit":"OV-1","word":"allow"}\n{"permit":"OV-2","word":"refuse"}\n{"permit":"OV-3","word":"escort"}\n',
    );
  });

  test('a line that is none gets a finding and a refusal in the format’s own terms', async () => {
    const { status, messages, replies } = await lodge(['{"permit":"OV-9"}']);
    expect(status).toBe('refused');
    expect(messages.flatMap(({ findings }) => findings.map(({ code }) => code))).toContain('PER-0101');
    expect(decodeUtf8(replies[0]?.bytes ?? new Uint8Array())).toBe('{"refused":true}\n');
  });

  test('travel goes on as if it were alone', async () => {
    const lodged = await network.node('CA').lodge({
      bytes: paxlst({ from: 'YYZ', to: 'YVR' }),
      mediaType: 'application/edifact',
      actor: { name: 'AC', organisation: 'AC' },
    });
    if (!lodged.ok) throw new TypeError(JSON.stringify(lodged.error));
    expect(lodged.value.messages[0]).toMatchObject({ domain: 'travel', outcomes: [{ combined: 'board' }] });
  });

  test('its route answers, and stands in the OpenAPI document and among the domains', async () => {
    await network.node('CA').settled();
    expect(await get('/api/permits/OV-2')).toEqual({
      status: 200,
      body: { own: 'refuse', combined: 'refuse', decided: { allow: 1, refuse: 1, escort: 1 } },
    });
    const openapi = await get('/api/openapi.json');
    expect(Object.keys(openapi.body.paths)).toContain('/api/permits/{permit}');
    const { body } = await get('/api/domains', 'auditor');
    expect(body.parts.find(({ name }: { name: string }) => name === 'permits')).toMatchObject({ title: 'Permits' });
  });

  test('it is found by search as soon as it declares what can be found, and only by those to whom it is granted', async () => {
    const { body } = await get('/api/search?q=ov-2');
    expect(body).toEqual({
      groups: [
        {
          what: 'permits.permits',
          title: 'Permits',
          hits: [{ title: 'OV-2', address: '/parts/permits#OV-2' }],
          more: false,
        },
      ],
    });
    expect((await get('/api/search?q=ov-2', 'auditor')).body).toEqual({ groups: [] });
    expect((await get('/api/search/what')).body.searches).toMatchObject([{ what: 'permits.permits' }]);
  });

  test('its route is walked as every role, and only those may in to whom it is granted', async () => {
    expect(checkAccess(table, server.parts)).toEqual([]);
    const parts = server.parts.filter(({ name }) => name === 'permits');
    const walk = { roles: rules.roles, rules, headersOf: (role: string) => as(role), actorOf };
    const steps = (await walkRoutes(server, parts, walk)).filter(({ address }) => address.startsWith('/api/permits'));
    expect(steps.map((step) => step.role).toSorted()).toEqual(['nobody', ...rules.roles].toSorted());
    for (const step of steps) expect.soft({ ...step, in: !keptOut(step) }).toEqual({ ...step, in: step.granted });
    expect(steps.filter(({ granted }) => granted).map(({ role }) => role)).toEqual(['road-clerk']);
  });

  test('survives a restart: folded again from the ledger, and a second lodging gets the first answer', async () => {
    const first = await lodge([line('OV-7', { heightCm: 420 })], 'key-7');
    await server.close();
    await network.close();
    network = await open();
    server = await serve('CA');
    await network.node('CA').settled();
    const { body } = await get('/api/permits/OV-7');
    expect(body).toEqual({ own: 'refuse', combined: 'refuse', decided: { allow: 1, refuse: 2, escort: 1 } });
    const again = await lodge([line('OV-7', { heightCm: 420 })], 'key-7');
    expect(again.lodgement).toBe(first.lodgement);
    expect(again.replies.map(({ bytes }) => decodeUtf8(bytes))).toEqual(['{"permit":"OV-7","word":"refuse"}\n']);
    const mexico = network.node('MX').access.within('live');
    const found = await mexico.find('permits live OV-7');
    expect(found && (await mexico.state(found, permits.fold))).toMatchObject({ own: 'allow' });
  }, 60_000);
});
