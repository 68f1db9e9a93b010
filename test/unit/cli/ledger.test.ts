import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { begin, built, objects, type Ran, tripoint } from '../../support/command.ts';
import { paxlst } from '../node/paxlst.ts';

/** One node, as a ministry runs it: started, lodged with, stopped, checked, backed up, restored, exported. All by the command. */
let folder = '';
const file = (name: string): string => join(folder, name);
const here = (words: string): Promise<Ran> => tripoint(words.split(' '), { cwd: folder });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tripoint-ledger-'));
  await built();
  for (const name of ['ca', 'again']) {
    const config = ['country: CA', `store: { kind: embedded, folder: ${name} }`, 'identity: identity.json'];
    writeFileSync(file(`${name}.yaml`), [...config, 'http: { port: 0 }', 'reality: demonstration'].join('\n'));
  }
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a node while `work` works with its address; resolves with the exit code after SIGTERM. */
async function whileRunning(config: string, work: (address: string) => Promise<void>): Promise<number | null> {
  const child = begin(['node', '--config', config, '--json'], { cwd: folder });
  const ended = new Promise<number | null>((done) => child.on('close', done));
  const address = await new Promise<string>((done, fail) => {
    createInterface(child.stdout).on('line', (line) => {
      const told: unknown = JSON.parse(line);
      if (typeof told === 'object' && told !== null && 'address' in told) done(String(told.address));
    });
    child.on('close', () => fail(new TypeError('the node did not start')));
  });
  try {
    await work(address);
  } finally {
    child.kill('SIGTERM');
  }
  return ended;
}

const lodge = (address: string, token: string, reference: string): Promise<Response> =>
  fetch(`${address}/api/lodgements`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: new Uint8Array(paxlst({ reference, transaction: reference, from: 'YYZ', to: 'YUL' })),
  });

test('a node is stopped in the middle of requests, and none that was accepted is lost', {
  timeout: 300_000,
}, async () => {
  const made = await here('node --config ca.yaml --token AC --roles carrier --organisation AC');
  expect(made).toMatchObject({ code: 0, err: '' });
  const token = made.out.trim();
  const answers: Promise<number>[] = [];
  const code = await whileRunning('ca.yaml', async (address) => {
    expect((await lodge(address, token, '1')).status).toBe(200);
    // While the node runs, its ledger is its own.
    const refused = await here('ledger verify --config ca.yaml --json');
    expect([refused.code, objects(refused.err)[0]?.['code']]).toEqual([3, 'LED-0201']);
    for (let number = 2; number <= 12; number += 1) {
      // One that comes too late is refused, or finds nobody.
      const answer = lodge(address, token, String(number));
      answers.push(answer.then(({ status }) => status).catch(() => 0));
    }
    await Promise.race(answers);
  });
  expect(code).toBe(0);
  const accepted = (await Promise.all(answers)).filter((status) => status === 200).length + 1;
  expect(accepted).toBeGreaterThan(1);
  const exported = await here('export --config ca.yaml --purpose audit --by tester --kind lodgement.answered');
  expect(objects(exported.out).length).toBeGreaterThanOrEqual(accepted);
});

test('verify, backup, restore: the restored ledger is the one that was backed up', { timeout: 300_000 }, async () => {
  const verified = await here('ledger verify --config ca.yaml --json');
  expect(verified).toMatchObject({ code: 0, err: '' });
  const [head] = objects(verified.out);
  expect(head).toMatchObject({ forgotten: 0, findings: 0, opened: head?.['size'] });
  writeFileSync(file('head.json'), verified.out);

  const key = (await here('backup --new-key recovery.key')).out.trim();
  expect(key).toMatch(/^[0-9a-f]{64}$/);
  expect((await here('backup --new-key recovery.key')).code).toBe(3);
  const backup = await here(`backup --config ca.yaml --to archives --recovery-key ${key} --keep-days 7 --json`);
  expect(backup.code).toBe(0);
  const { ledger, keys, entries } = objects<Record<string, string>>(backup.out)[0] ?? {};
  expect([entries, readdirSync(file('archives')).length]).toEqual([head?.['size'], 2]);

  const restored = await here(
    `restore --config again.yaml --ledger ${ledger} --keys ${keys} --recovery recovery.key --json`,
  );
  expect(restored).toMatchObject({ code: 0, err: '' });
  expect(objects(restored.out)).toEqual([{ size: head?.['size'], chain: head?.['chain'], root: head?.['root'] }]);
  expect(await here('ledger verify --config again.yaml --known head.json --json')).toEqual(verified);
  const twice = await here(
    `restore --config again.yaml --ledger ${ledger} --keys ${keys} --recovery recovery.key --json`,
  );
  expect([twice.code, objects(twice.err)[0]?.['code']]).toEqual([3, 'LED-0402']);

  writeFileSync(file('other.key'), `${'1'.repeat(64)}\n`);
  const wrong = await here(`restore --data elsewhere --ledger ${ledger} --keys ${keys} --recovery other.key --json`);
  expect([wrong.code, objects(wrong.err)[0]?.['code']]).toEqual([3, 'LED-0401']);
  const missing = await here(`restore --data elsewhere --ledger none --keys ${keys} --recovery recovery.key --json`);
  expect([missing.code, objects(missing.err)[0]?.['code']]).toEqual([3, 'NOD-0208']);
  // The restored node finds what was lodged by its natural key, and goes on.
  const code = await whileRunning('again.yaml', async (address) => {
    expect((await fetch(`${address}/health`)).status).toBe(200);
    await expect.poll(async () => (await fetch(`${address}/ready`)).status, { timeout: 20_000 }).toBe(200);
  });
  expect(code).toBe(0);
  expect((await here('migrate --config again.yaml --json')).code).toBe(0);
});

test('an export says who read and why before anything leaves, and finds a person wherever she stands', {
  timeout: 300_000,
}, async () => {
  const about = await here('export --config ca.yaml --purpose redress --by officer-7 --about ga123456');
  expect(about).toMatchObject({ code: 0, err: '' });
  const entries = objects<{ kind: string; data: unknown; position: number }>(about.out);
  expect(entries.length).toBeGreaterThan(0);
  for (const { kind } of entries) expect(kind).not.toMatch(/^audit/);
  expect(about.out.toLowerCase()).toContain('ga123456');

  const readings = await here('export --config ca.yaml --purpose audit --kind audit.personal-reading');
  expect(objects<{ data: object }>(readings.out).map(({ data }) => data)).toContainEqual(
    expect.objectContaining({ actor: 'officer-7', purpose: 'redress', path: { about: 'ga123456' } }),
  );
  const [first] = objects<{ aggregate: string }>(about.out);
  const one = await here(`export --config ca.yaml --purpose audit --aggregate ${first?.aggregate}`);
  expect(new Set(objects<{ aggregate: string }>(one.out).map(({ aggregate }) => aggregate))).toEqual(
    new Set([first?.aggregate]),
  );
  const idle = await here('export --config ca.yaml --purpose curiosity --json');
  expect([idle.code, idle.out, objects(idle.err)[0]?.['code']]).toEqual([3, '', 'NOD-0207']);
});

test('a changed byte is found; there is nothing to verify where there is no ledger', { timeout: 300_000 }, async () => {
  const nothing = await here('ledger verify --data nowhere --json');
  expect([nothing.code, objects(nothing.err)[0]?.['code']]).toEqual([3, 'NOD-0205']);
  writeFileSync(file('known.json'), '{"size":1}');
  expect((await here('ledger verify --config ca.yaml --known known.json')).code).toBe(2);
  const segment = /journal|segment/;
  const name = readdirSync(file('again')).find((one) => segment.test(one)) ?? expect.fail('there is a journal');
  const path = join(file('again'), name);
  const bytes = readFileSync(path);
  // Where the entries stand; what follows them may be room that was never written.
  const place = 2000;
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  writeFileSync(path, bytes);
  // Found when the store is opened, or by the proofs.
  expect([1, 3]).toContain((await here('ledger verify --config again.yaml --json')).code);
});

test('a port that is taken is a finding, and the ledger is let go', { timeout: 300_000 }, async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const place = other.address();
  const port = typeof place === 'object' && place !== null ? place.port : 0;
  writeFileSync(file('taken.yaml'), `country: CA\nstore: { kind: embedded, folder: taken }\nhttp: { port: ${port} }\n`);
  const { code, out, err } = await here('node --config taken.yaml --json');
  other.close();
  expect([code, objects(out)]).toEqual([3, []]);
  expect(objects(err)[0]).toMatchObject({ code: 'NOD-0209', parameters: { port, problem: 'EADDRINUSE' } });
  expect((await here('ledger verify --config taken.yaml')).code).toBe(0);
});
