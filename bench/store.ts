import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { loadCrypto, loadEmbeddedStore } from '#adapters';
import { type AggregateId, instant, toHex } from '#kernel';
import {
  type DataKey,
  type Frame,
  frameLength,
  newDataKey,
  putFrame,
  type SealedEntry,
  type Store,
  sealEntry,
} from '#ledger';
import { benchFolder, syncMilliseconds } from './machine.ts';
import { type BenchRow, median, seconds } from './row.ts';

const crypto = await loadCrypto();
const ports = { hash: crypto.createSha256(), cipher: crypto.createAesGcm(), random: crypto.createRandom() };
const { openEmbeddedStore } = await loadEmbeddedStore();

const rounds = 5;
const newId = (): AggregateId => toHex(ports.random.bytes(16)) as AggregateId;

/** An entry of about 1 KB: the filler makes the sealed payload 1,024 bytes and some. */
const filler = toHex(ports.random.bytes(480));
const seal = (aggregate: AggregateId, version: number, key: DataKey): SealedEntry =>
  sealEntry(
    { aggregate, version, at: instant(1_764_000_000_000), kind: 'bench.noted', reality: 'live', data: { filler } },
    key,
    ports,
  );

async function openIn(root: string, name: string, more = {}) {
  const opened = await openEmbeddedStore({ directory: join(root, name), ...ports, ...more });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
}

/** Entries a second of `writers` who each append one entry after another, `sealed` beforehand or on the way. */
async function appending(
  store: Store,
  { writers, each, sealed }: { writers: number; each: number; sealed: boolean },
): Promise<number> {
  const key = newDataKey(ports.random);
  await store.append({ entries: [], keys: [key] });
  const aggregates = Array.from({ length: writers }, newId);
  const ready = aggregates.map((id) => (sealed ? Array.from({ length: each }, (_, at) => seal(id, at + 1, key)) : []));
  const since = process.hrtime.bigint();
  await Promise.all(
    aggregates.map(async (id, writer) => {
      for (let version = 1; version <= each; version += 1) {
        const entry = ready[writer]?.[version - 1] ?? seal(id, version, key);
        const result = await store.append({ entries: [entry], keys: [] });
        if (!result.ok) throw new Error(result.error.code);
      }
    }),
  );
  return (writers * each) / seconds(since);
}

/** Entries a second of a bare write and fdatasync, one after another, of frames made beforehand. */
function bare(root: string, writers: number, groups: number): number {
  const [key, id] = [newDataKey(ports.random), newId()];
  const entries = Array.from({ length: writers }, (_, at) => seal(id, at + 1, key));
  const frame: Frame = { number: 1, entries, keys: [], forgotten: [] };
  const bytes = new Uint8Array(frameLength(frame));
  putFrame(bytes, frame, crc32);
  const file = openSync(join(root, `bare-${newId()}`), 'w');
  const since = process.hrtime.bigint();
  for (let group = 0; group < groups; group += 1) {
    writeSync(file, bytes);
    fdatasyncSync(file);
  }
  const rate = (writers * groups) / seconds(since);
  closeSync(file);
  return rate;
}

function sealMicroseconds(): number {
  const [key, id] = [newDataKey(ports.random), newId()];
  const count = 5000;
  const since = process.hrtime.bigint();
  for (let version = 1; version <= count; version += 1) seal(id, version, key);
  return (seconds(since) * 1e6) / count;
}

/** Bare, single and many writers in turn, so that all see the same weather on the disk and the processors. */
async function appends(root: string): Promise<BenchRow[]> {
  const store = await openIn(root, 'appends');
  const rates: Record<string, number[]> = {};
  const note = (name: string, rate: number): void => {
    rates[name] = [...(rates[name] ?? []), rate];
  };
  await appending(store, { writers: 64, each: 20, sealed: false });
  for (let round = 0; round < rounds; round += 1) {
    for (const sealed of [true, false]) {
      note(`1 ${sealed}`, await appending(store, { writers: 1, each: 200, sealed }));
      note(`64 ${sealed}`, await appending(store, { writers: 64, each: 100, sealed }));
      note('bare', bare(root, 128, 100));
      note(`128 ${sealed}`, await appending(store, { writers: 128, each: 100, sealed }));
    }
  }
  await store.close();
  const rate = (name: string): number => median(rates[name] ?? []);
  const row = (name: string, sealed: boolean, writers: number, bar: number): BenchRow => {
    const value = rate(`${writers} ${sealed}`);
    const peer = writers === 64 ? rate('1 true') : rate('bare');
    const against =
      writers === 64
        ? `one sync per entry, ${Math.round(peer)}/s`
        : `bare write + fdatasync of the same bytes in the same groups, ${Math.round(peer)}/s`;
    return { name, value, unit: 'entries/s', ratio: value / peer, against, bar, met: value / peer >= bar };
  };
  return [
    row('durable append of 1 KB sealed bytes, 64 writers', true, 64, 20),
    row('durable append of 1 KB sealed bytes, 128 writers', true, 128, 0.5),
    row('durable append of 1 KB, sealing included, 64 writers', false, 64, 10),
    row('durable append of 1 KB, sealing included, 128 writers', false, 128, 0.2),
  ];
}

/** The rows of the store. */
export async function bench(): Promise<BenchRow[]> {
  const root = await mkdtemp(join(benchFolder(), 'tripoint-bench-'));
  try {
    return [
      { name: 'sync of this disk, 1 KB', value: syncMilliseconds(root, 200), unit: 'ms' },
      { name: 'sealing one entry of 1 KB', value: sealMicroseconds(), unit: 'us' },
      ...(await appends(root)),
    ];
  } finally {
    await rm(root, { recursive: true });
  }
}
