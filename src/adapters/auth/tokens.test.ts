import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Clock } from '#kernel';
import { instant } from '#kernel';
import { bearerAuthentication } from './bearer.ts';
import { fileTokenStore } from './token-file.ts';
import type { TokenStore } from './tokens.ts';
import { createTokens, memoryTokenStore } from './tokens.ts';

let now = 1_000_000;
const clock: Clock = { now: () => instant(now) };
const random = { bytes: (count: number) => randomBytes(count) };
const make = (store: TokenStore = memoryTokenStore()) => createTokens({ store, random, clock });
const order = () => ({
  name: 'Acme Air',
  roles: ['carrier'],
  organisation: 'AA',
  ports: ['LAX'],
  expiresAt: instant(now + 1000),
});
const code = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? 'ok' : result.error?.code);

test('a token stands for whom it was made for, and only its digest is kept', async () => {
  const store = memoryTokenStore();
  const tokens = make(store);
  const { token, record } = await tokens.issue(order());
  expect(token).toMatch(/^tpt_[0-9a-f]{16}_[A-Za-z0-9_-]{43}$/);
  expect(await tokens.verify(token)).toEqual({
    ok: true,
    value: { name: 'Acme Air', roles: ['carrier'], organisation: 'AA', ports: ['LAX'] },
  });
  expect(JSON.stringify(await store.list())).not.toContain(token.slice(-43));
  expect(record.digest).toHaveLength(64);
  expect((await tokens.issue(order())).token).not.toBe(token);
});

test('a wrong, shortened, lengthened, expired or revoked token is refused', async () => {
  const tokens = make();
  const { token, record } = await tokens.issue(order());
  const other = (await tokens.issue(order())).token;
  const swapped = token.slice(0, 21) + other.slice(21);
  const lastChanged = token.slice(0, -1) + (token.endsWith('A') ? 'E' : 'A');
  for (const wrong of [
    '',
    'tpt_',
    token.slice(0, -1),
    `${token}A`,
    swapped,
    lastChanged,
    token.toUpperCase(),
    `tpt_${'0'.repeat(16)}_${'A'.repeat(43)}`,
  ]) {
    expect(code(await tokens.verify(wrong)), wrong).toBe('API-0110');
  }
  now += 999;
  expect(code(await tokens.verify(token))).toBe('ok');
  now += 1;
  expect(code(await tokens.verify(token))).toBe('API-0111');
  expect(await tokens.revoke(record.id)).toBe(true);
  expect(code(await tokens.verify(token))).toBe('API-0112');
  expect(await tokens.revoke('0'.repeat(16))).toBe(false);
});

test('a sandbox token forces an exercise of its organisation on all that is done with it', async () => {
  const tokens = make();
  const { token } = await tokens.issueSandbox('ACME_AIR.COM', instant(now + 1000));
  expect(await tokens.verify(token)).toMatchObject({
    ok: true,
    value: { roles: ['carrier'], organisation: 'ACME_AIR.COM', reality: 'exercise certification-ACME-AIR-COM' },
  });
  const long = await tokens.issueSandbox('X'.repeat(64), instant(now + 1000));
  expect(long.record.reality).toMatch(/^exercise certification-X{26}$/);
});

test('the file keeps records over a restart, for its owner alone, and revocations with them', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tokens-'));
  const path = join(folder, 'tokens.json');
  const tokens = make(await fileTokenStore(path));
  const [one, two] = await Promise.all([tokens.issue(order()), tokens.issue(order())]);
  await tokens.revoke(two.record.id);
  const again = make(await fileTokenStore(path));
  expect(code(await again.verify(one.token))).toBe('ok');
  expect(code(await again.verify(two.token))).toBe('API-0112');
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(await readFile(path, 'utf8')).not.toContain(one.token.slice(-43));
  await rm(folder, { recursive: true });
});

test('what an operator changes in the file is seen by the node that runs, and neither loses what the other wrote', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tokens-'));
  const path = join(folder, 'tokens.json');
  const node = make(await fileTokenStore(path));
  const mine = await node.issue(order());
  const operator = make(await fileTokenStore(path));
  const theirs = await operator.issue(order());
  expect(code(await node.verify(theirs.token))).toBe('ok');
  expect(await operator.revoke(mine.record.id)).toBe(true);
  expect(code(await node.verify(mine.token))).toBe('API-0112');
  const sandbox = await node.issueSandbox('BA', instant(now + 1000));
  expect(code(await operator.verify(sandbox.token))).toBe('ok');
  expect((await make(await fileTokenStore(path)).verify(sandbox.token)).ok).toBe(true);
  await rm(folder, { recursive: true });
});

test('bearer: our tokens by their look, others with the issuer, a visitor only where one is named', async () => {
  const tokens = make();
  const { token } = await tokens.issue(order());
  const guest = { name: 'visitor', roles: ['demonstration'], ports: [] };
  const visitor = (role?: string) => (role === 'nobody' ? undefined : { ...guest, roles: [role ?? 'demonstration'] });
  const call = (authorization: string | undefined, options = {}, role?: string) =>
    bearerAuthentication({ tokens, ...options })({
      authorization,
      header: (name) => (name === 'x-sit-as' ? role : undefined),
    });
  expect(code(await call(`Bearer ${token}`))).toBe('ok');
  expect(code(await call(`bearer  ${token}`))).toBe('ok');
  expect(code(await call(undefined))).toBe('API-0103');
  expect(await call(undefined, { visitor })).toEqual({ ok: true, value: guest });
  expect(await call(undefined, { visitor }, 'auditor')).toEqual({ ok: true, value: { ...guest, roles: ['auditor'] } });
  expect(code(await call(undefined, { visitor }, 'nobody'))).toBe('API-0103');
  expect(code(await call(undefined, {}, 'auditor'))).toBe('API-0103');
  // Bad credentials are never taken for a visitor's.
  expect(code(await call('Basic YTpi', { visitor }))).toBe('API-0103');
  expect(code(await call('Bearer', { visitor }))).toBe('API-0103');
  expect(code(await call('Bearer tpt_x', { visitor }))).toBe('API-0110');
  expect(code(await call('Bearer eyJ.a.b', { visitor }))).toBe('API-0110');
  expect(code(await call(`Bearer ${token}`, { tokens: undefined }))).toBe('API-0110');
});
