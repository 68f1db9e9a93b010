import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadEmbeddedStore } from '#adapters';
import type { AggregateId, KeyId } from '#kernel';
import { verifyLedger } from '#ledger';
import { ports } from '../unit/store/conformance.ts';

const kills = Number(process.env['TRIPOINT_KILLS'] ?? 20);
const { openEmbeddedStore } = await loadEmbeddedStore();

let root: string;
let script: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'tripoint-kill-'));
  script = join(root, 'store-writer.mjs');
  const entry = join(import.meta.dirname, 'store-writer.ts');
  await build({
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: script,
    logLevel: 'error',
  });
});
afterAll(() => rm(root, { recursive: true }));

/** Starts a writer, kills it after a while without any notice, and returns the lines that it got out. */
async function killed(directory: string, after: number): Promise<{ readonly pid: number; readonly lines: string[] }> {
  const child = spawn(process.execPath, [script, directory], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  let started: () => void = () => {};
  const opened = new Promise<void>((resolve) => {
    started = resolve;
  });
  child.stdout.on('data', (bytes: Buffer) => {
    output += bytes.toString();
    if (output.includes('\n')) started();
  });
  const closed = new Promise<void>((resolve) => child.on('close', () => resolve()));
  await Promise.race([opened, closed]);
  await new Promise((resolve) => setTimeout(resolve, after));
  child.kill('SIGKILL');
  await closed;
  // A line that the kill cut short was not said.
  return { pid: child.pid ?? 0, lines: output.split('\n').slice(0, -1) };
}

/** All bytes of a directory's files. */
async function everyByte(directory: string): Promise<Buffer> {
  const names = await readdir(directory);
  return Buffer.concat(await Promise.all(names.map((name) => readFile(join(directory, name)))));
}

test(`after each of ${kills} kills everything acknowledged is there, and everything forgotten is gone`, async () => {
  const directory = join(root, 'data');
  const entries = new Map<string, { aggregate: AggregateId; version: number; key: KeyId; digest: string }>();
  const forgetting = new Set<string>();
  const forgotten = new Map<string, string[]>();
  for (let kill = 0; kill < kills; kill += 1) {
    const { lines } = await killed(directory, 20 + ((kill * 67) % 300));
    expect(lines[0]).toMatch(/^opened/);
    for (const line of lines) {
      const [what, id = '', ...rest] = line.split(' ');
      if (what === 'A') {
        const [version, key, digest] = rest;
        entries.set(`${id} ${version}`, {
          aggregate: id as AggregateId,
          version: Number(version),
          key: key as KeyId,
          digest: digest ?? '',
        });
      }
      if (what === 'f') forgetting.add(id);
      if (what === 'F') forgotten.set(id, rest);
    }
    const opened = await openEmbeddedStore({ directory, ...ports, segmentLength: 400_000, checkpointEvery: 500 });
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    const store = opened.value;
    for (const { aggregate, version, key, digest } of entries.values()) {
      const [entry] = await store.read(aggregate, version - 1);
      expect(entry && createHash('sha256').update(entry.payload).digest('hex')).toBe(digest);
      if (!forgetting.has(key)) expect(await store.key(key)).toBeDefined();
      if (forgotten.has(key)) expect(await store.key(key)).toBeUndefined();
    }
    expect((await verifyLedger(store, ports)).findings).toEqual([]);
    await store.close();
  }
  expect(entries.size).toBeGreaterThan(kills * 20);
  expect(forgotten.size).toBeGreaterThan(kills);
  const bytes = await everyByte(directory);
  for (const [, [secret = '', salt = '']] of [...forgotten].slice(-500)) {
    expect(bytes.includes(Buffer.from(secret, 'hex'))).toBe(false);
    expect(bytes.includes(Buffer.from(salt, 'hex'))).toBe(false);
  }
});

test('a second opener is refused naming the first one, whose death frees the directory without any step', async () => {
  const directory = join(root, 'held');
  const child = spawn(process.execPath, [script, directory], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  child.stdout.resume();
  expect(await openEmbeddedStore({ directory, ...ports })).toMatchObject({
    ok: false,
    error: { code: 'LED-0201', parameters: { pid: String(child.pid) } },
  });
  const second = spawn(process.execPath, [script, directory], { stdio: ['ignore', 'pipe', 'inherit'] });
  const said = await new Promise<Buffer>((resolve) => second.stdout.once('data', resolve));
  expect(said.toString()).toBe(`refused LED-0201 ${child.pid}\n`);
  const dead = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGKILL');
  await dead;
  const opened = await openEmbeddedStore({ directory, ...ports });
  expect(opened.ok).toBe(true);
  if (opened.ok) await opened.value.close();
});
