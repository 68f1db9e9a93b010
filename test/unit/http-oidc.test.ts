import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { bearerAuthentication, createOidcVerifier } from '#adapters/auth';
import { createHttpServer } from '#adapters/http';
import type { Actor, Result } from '#kernel';
import { testClock, testOptions } from '../support/http-fixture.ts';

let child: ChildProcess;
let issuer: string;
const clock = testClock();
const revoked = new Set<string>();

beforeAll(async () => {
  child = spawn(process.execPath, [join(import.meta.dirname, '../support/issuer-process.mjs')], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const [line] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
  issuer = `http://127.0.0.1:${line.toString().trim()}`;
});
afterAll(() => child.kill());
beforeEach(() => ask('/break', { how: '' }));

const ask = async (path: string, body: unknown = {}): Promise<Record<string, unknown>> =>
  (await (await fetch(issuer + path, { method: 'POST', body: JSON.stringify(body) })).json()) as Record<
    string,
    unknown
  >;

const seconds = (): number => clock.now() / 1000;
const claims = (more: Record<string, unknown> = {}) => ({
  iss: issuer,
  aud: 'tripoint-us',
  sub: 'u-17',
  jti: 'j-1',
  exp: seconds() + 600,
  realm: { groups: ['BORDER-OFFICERS', 'CANTEEN'] },
  org: 'CBP',
  ports: ['P1', 'P2'],
  ...more,
});
const mint = async (order: { kid?: string; how?: string; claims?: Record<string, unknown> } = {}): Promise<string> =>
  String((await ask('/mint', { ...order, claims: claims(order.claims) }))['token']);

const verifier = () =>
  createOidcVerifier({
    issuer,
    audience: 'tripoint-us',
    algorithms: ['ES256', 'RS256'],
    roleClaim: 'realm.groups',
    roles: { 'BORDER-OFFICERS': 'gardener', 'BORDER-CHIEFS': 'auditor' },
    organisationClaim: 'org',
    portsClaim: 'ports',
    cooldownSeconds: 0,
    revoked: async (jti) => revoked.has(jti),
    clock,
  });

const codeOf = (result: Result<Actor>): string => (result.ok ? `let in as ${result.value.roles}` : result.error.code);

test('a token of the issuer becomes an actor with the roles that the node gives its groups', async () => {
  const verify = verifier();
  const actor = { name: 'u-17', roles: ['gardener'], organisation: 'CBP', ports: ['P1', 'P2'] };
  expect(await verify(await mint())).toEqual({ ok: true, value: actor });
  expect(await verify(await mint({ kid: 'r1' }))).toEqual({ ok: true, value: actor });
  expect(await verify(await mint({ claims: { realm: { groups: ['__proto__', 'CANTEEN'] }, ports: 'P1' } }))).toEqual({
    ok: true,
    value: { ...actor, roles: [], ports: ['P1'] },
  });
});

test('what is not a good token is refused, each for its own reason', async () => {
  const verify = verifier();
  for (const [code, order] of [
    ['API-0113', { claims: { aud: 'tripoint-ca' } }],
    ['API-0113', { claims: { aud: undefined } }],
    ['API-0113', { claims: { iss: 'http://127.0.0.1:1' } }],
    ['API-0113', { claims: { sub: undefined } }],
    ['API-0113', { claims: { jti: undefined } }],
    ['API-0111', { claims: { exp: seconds() - 31 } }],
    ['API-0111', { claims: { exp: undefined } }],
    ['API-0111', { claims: { nbf: seconds() + 31 } }],
    ['API-0114', { how: 'none' }],
    ['API-0114', { how: 'hs256-public-key' }],
    ['API-0114', { kid: 'unlisted' }],
    ['API-0114', { how: 'stranger' }],
    ['API-0114', { how: 'unknown-kid' }],
    ['API-0114', { how: 'changed' }],
  ] as const) {
    expect(codeOf(await verify(await mint(order))), JSON.stringify(order)).toBe(code);
  }
  for (const junk of ['', 'a', 'a.b.c', '..', `${'e'.repeat(5000)}.x.y`])
    expect(codeOf(await verify(junk)), junk).toBe('API-0114');
  expect(codeOf(await verify(await mint({ claims: { exp: seconds() - 29 } })))).toBe('let in as gardener');
});

test('a revoked token is refused from the next request on', async () => {
  const verify = verifier();
  const token = await mint({ claims: { jti: 'j-revoked' } });
  expect(codeOf(await verify(token))).toBe('let in as gardener');
  revoked.add('j-revoked');
  expect(codeOf(await verify(token))).toBe('API-0112');
});

test('an issuer that is down, names another, or sends too much is the operator’s trouble, and is not asked by every request', async () => {
  const token = await mint();
  for (const how of ['down', 'other-issuer', 'huge', 'jwks']) {
    await ask('/break', { how });
    const verify = verifier();
    expect(codeOf(await verify(token)), how).toBe('API-0115');
    await ask('/break', { how: '' });
    if (how !== 'jwks') expect(codeOf(await verify(token)), how).toBe('API-0115');
    clock.move(1001);
    expect(codeOf(await verify(token)), how).toBe('let in as gardener');
  }
});

test('keys are asked for once, not by every request', async () => {
  const verify = verifier();
  const before = Number((await ask('/asked'))['asked']);
  for (let times = 0; times < 20; times += 1) await verify(await mint());
  expect(Number((await ask('/asked'))['asked'])).toBe(before + 1);
});

test('at the edge: a good token reads, a bad one is told why in one code, and none is ever logged', async () => {
  const options = testOptions({ authenticate: bearerAuthentication({ oidc: verifier() }) });
  const server = await createHttpServer(options);
  const read = (token: string) =>
    server.inject({ url: '/api/garden/plots', headers: { authorization: `Bearer ${token}` } });
  const good = await mint();
  expect((await read(good)).statusCode).toBe(200);
  const bad = await read(await mint({ claims: { aud: 'other' } }));
  expect(bad.statusCode).toBe(401);
  expect(bad.json().code).toBe('API-0113');
  expect(bad.headers['www-authenticate']).toContain('invalid_token');
  await ask('/break', { how: 'down' });
  expect(options.seen.lines.join('')).not.toContain(good.slice(0, 20));
  await server.close();
});

test('after the issuer has changed its keys, new tokens are taken and old ones are not', async () => {
  const verify = verifier();
  const old = await mint();
  expect(codeOf(await verify(old))).toBe('let in as gardener');
  await ask('/rotate');
  expect(codeOf(await verify(await mint({ kid: 'k2' })))).toBe('let in as gardener');
  expect(codeOf(await verify(old))).toBe('API-0114');
});
