import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadCrypto } from '#adapters';
import { lodgementId } from '#kernel';
import { type Store, verifyLedger } from '#ledger';
import type { Network } from '#node';
import { countries, digestOf, lastingNetwork } from '../support/lasting-network.ts';

const kills = Number(process.env['TRIPOINT_KILLS'] ?? 20);
const top = join(import.meta.dirname, '../..');

let root: string;
let built: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'tripoint-kill-node-'));
  // Within the checkout, since the program finds its tables from where it stands.
  await mkdir(join(top, 'dist'), { recursive: true });
  built = await mkdtemp(join(top, 'dist', 'kill-'));
  await build({
    entryPoints: [join(import.meta.dirname, 'node-worker.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: join(built, 'node-worker.mjs'),
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'error',
  });
});
afterAll(async () => {
  await rm(root, { recursive: true, force: true });
  await rm(built, { recursive: true, force: true });
});

/** Starts three nodes under load, kills them without notice once they gave some answers, and returns what got out. */
async function killed(folder: string, enough: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, [join(built, 'node-worker.mjs'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  let reached: () => void = () => {};
  const working = new Promise<void>((resolve) => {
    reached = resolve;
  });
  child.stdout.on('data', (bytes: Buffer) => {
    output += bytes.toString();
    if (output.split('\n').length > enough + 1) reached();
  });
  const closed = new Promise<void>((resolve) => child.on('close', () => resolve()));
  await Promise.race([working, closed]);
  // Anywhere within an answer, a snapshot or a new epoch.
  await new Promise((resolve) => setTimeout(resolve, (enough * 17) % 61));
  expect(child.exitCode).toBe(null);
  child.kill('SIGKILL');
  await closed;
  // A line that the kill cut short was not said.
  return output.split('\n').slice(0, -1);
}

interface Answer {
  readonly country: string;
  readonly lodgement: string;
  readonly key: string;
  readonly digest: string;
}

const answerOf = (line: string): Answer[] => {
  const [what, country = '', lodgement = '', key = '', digest = ''] = line.split(' ');
  return what === 'A' ? [{ country, lodgement, key, digest }] : [];
};

/** What the ledger says was answered. */
async function told(network: Network, { country, lodgement }: Answer): Promise<string> {
  const id = lodgementId(lodgement);
  const state = id === undefined ? undefined : await network.node(country).lodging.state(id);
  return digestOf((state?.answered?.replies ?? []).map(({ text }) => ({ bytes: Buffer.from(text, 'latin1') })));
}

test(
  `after each of ${kills} kills every answer ever given stands, and nothing is left half done`,
  async () => {
    const { createAesGcm, createSha256 } = await loadCrypto();
    const folder = join(root, 'data');
    const answers: Answer[] = [];
    for (let kill = 0; kill < kills; kill += 1) {
      answers.push(...(await killed(folder, 1 + ((kill * 37) % 90))).flatMap(answerOf));
      // The killed nodes go on from where they died; what is looked at is a copy.
      const copy = join(root, `copy-${kill}`);
      await cp(folder, copy, { recursive: true });
      const stores: Store[] = [];
      const around = (store: Store): Store => {
        stores.push(store);
        return store;
      };
      const network = await lastingNetwork({ folder: copy, around, pace: { epochLength: 60, snapshotEvery: 50 } });
      for (const answer of answers) expect(await told(network, answer), JSON.stringify(answer)).toBe(answer.digest);
      await Promise.all(countries.map((country) => network.node(country).settled()));
      for (const country of countries) {
        const { views } = network.node(country);
        await expect.poll(() => views.read<Set<string>>('lodgement.unanswered', 'live').state.size).toBe(0);
        await expect.poll(() => views.read<Map<string, unknown>>('lodgement.relays', 'live').state.size).toBe(0);
      }
      const [last] = answers.slice(-1);
      if (last !== undefined) {
        const { country, key, lodgement } = last;
        const again = await network.node(country).lodge({
          ...{ bytes: new Uint8Array(), mediaType: 'application/edifact', idempotencyKey: key },
          actor: { name: 'AC', organisation: 'AC' },
        });
        expect(again).toMatchObject({ ok: true, value: { lodgement } });
        expect(again.ok && (await digestOf(again.value.replies))).toBe(last.digest);
      }
      for (const store of stores) {
        expect((await verifyLedger(store, { cipher: createAesGcm(), hash: createSha256() })).findings).toEqual([]);
      }
      await network.close();
      await rm(copy, { recursive: true, force: true });
    }
    expect(answers.length).toBeGreaterThan(kills);
  },
  kills * 60_000 + 60_000,
);
