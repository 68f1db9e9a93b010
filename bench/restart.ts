import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { loadCrypto } from '#adapters';
import { type AggregateId, aggregateId, invariant, type KeyId, toHex } from '#kernel';
import { type DataKey, newDataKey, openEntry, type SealedEntry, type Store, sealEntry } from '#ledger';
import type { Network, Node } from '#node';
import { countries, lastingNetwork, lastingNode } from '../test/support/lasting-network.ts';
import { londonToronto, PassengerLists } from './passenger-lists.ts';
import { type BenchRow, median, seconds } from './row.ts';

const crypto = await loadCrypto();
const ports = { hash: crypto.createSha256(), cipher: crypto.createAesGcm(), random: crypto.createRandom() };

const entries = Number(process.env['TRIPOINT_BENCH_ENTRIES'] ?? 1_000_000);
const realLists = 1_200;
const atOnce = 100;
const canada = countries.find((country) => country === 'CA');
invariant(canada !== undefined, 'the country of the lists');
const seat = canada;

async function lodgeOne(node: Node, bytes: Uint8Array): Promise<void> {
  const actor = { name: 'AC', organisation: 'AC' };
  const lodged = await node.lodge({ bytes, actor, mediaType: 'application/edifact' });
  invariant(lodged.ok && lodged.value.status === 'accepted', 'the list of the benchmark is taken');
}

/** Opens a folder's network and hands out the store of the seat. */
async function open(folder: string): Promise<{ readonly network: Network; readonly store: Store }> {
  let store: Store | undefined;
  const around = (opened: Store, country: string): Store => {
    if (country === seat) store = opened;
    return opened;
  };
  const network = await lastingNetwork({ folder, around });
  invariant(store !== undefined, 'the seat has a store');
  return { network, store };
}

const freshId = (): AggregateId => {
  const id = aggregateId(toHex(ports.random.bytes(16)));
  invariant(id !== undefined, '32 digits');
  return id;
};

/** The entries of real traffic once more, as those of other journeys: under other ids, other keys, sealed anew. */
async function copyOf(store: Store, original: readonly SealedEntry[]): Promise<number> {
  const [aggregates, keys] = [new Map<AggregateId, AggregateId>(), new Map<KeyId, DataKey>()];
  const fresh = <Id, Value>(known: Map<Id, Value>, id: Id, make: () => Value): Value => {
    const value = known.get(id) ?? make();
    known.set(id, value);
    return value;
  };
  const versions = new Map<AggregateId, number>();
  const copies: SealedEntry[] = [];
  for (const sealed of original) {
    const key = await store.key(sealed.header.key);
    const opened = key === undefined ? undefined : openEntry(sealed, key, ports);
    if (opened?.ok !== true) continue;
    const aggregate = fresh(aggregates, sealed.header.aggregate, freshId);
    const own = fresh(keys, sealed.header.key, () => newDataKey(ports.random));
    const version = (versions.get(aggregate) ?? 0) + 1;
    versions.set(aggregate, version);
    copies.push(sealEntry({ ...opened.value, aggregate, version }, own, ports));
  }
  const done = await store.append({ entries: copies, keys: [...keys.values()] });
  invariant(done.ok, 'a copy is appended');
  return copies.length;
}

/** Real traffic of three nodes, then copies of it in the seat's ledger until it holds as many entries as wanted. */
async function fill(folder: string): Promise<number> {
  const { network, store } = await open(folder);
  const node = network.node(seat);
  const lists = new PassengerLists();
  for (let done = 0; done < realLists; done += 8) {
    await Promise.all(Array.from({ length: 8 }, () => lodgeOne(node, lists.next(1, Date.now(), true).bytes)));
  }
  await node.settled();
  const { size: real } = await store.head();
  const whole = new Map<AggregateId, SealedEntry[]>();
  for (const { entry } of await store.sequenced(0, real)) {
    const { aggregate, kind } = entry.header;
    // The channels to the partners are no journeys: there is one of each.
    if (kind.startsWith('exchange.')) continue;
    whole.set(aggregate, [...(whole.get(aggregate) ?? []), entry]);
  }
  const aggregates = [...whole.values()];
  let size = real;
  for (let from = 0; size < entries; from = (from + atOnce) % aggregates.length) {
    size += await copyOf(store, aggregates.slice(from, from + atOnce).flat());
  }
  await node.settled();
  await network.close();
  return size;
}

interface Restart {
  readonly answer: number;
  /** Of this process, until the answer: what a machine that does nothing else would need at least. */
  readonly processor: number;
  readonly rebuilt: number;
  /** The longest that nothing else had its turn while the views were made: milliseconds. */
  readonly held: number;
}

/**
 * Seconds from nothing to the first answer of one node whose partners are silent, on a list that touches its country
 * alone; and until every view and timer knows the whole ledger.
 */
async function restart(folder: string, lists: PassengerLists): Promise<Restart> {
  const since = process.hrtime.bigint();
  const before = process.cpuUsage();
  const node = await lastingNode(folder, seat);
  await lodgeOne(node, lists.next(1, Date.now(), true, londonToronto).bytes);
  const answer = seconds(since);
  const { user, system } = process.cpuUsage(before);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await node.settled();
  delay.disable();
  const rebuilt = seconds(since);
  await node.close();
  return { answer, processor: (user + system) / 1e6, rebuilt, held: delay.max / 1e6 };
}

/** The rows of a whole node's restart. */
export async function bench(): Promise<BenchRow[]> {
  const folder = await mkdtemp(join(process.env['TRIPOINT_BENCH_DIR'] ?? tmpdir(), 'tripoint-bench-restart-'));
  try {
    const size = await fill(folder);
    return await measure(folder, size);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function measure(folder: string, size: number): Promise<BenchRow[]> {
  const lists = new PassengerLists();
  const restarts: Restart[] = [];
  for (let round = 0; round < 5; round += 1) restarts.push(await restart(folder, lists));
  const drop = (name: string) => rm(join(folder, seat.toLowerCase(), name), { recursive: true });
  await drop('snapshots');
  const unkept = await restart(folder, lists);
  await drop('snapshots');
  await drop('checkpoint');
  const bare = await restart(folder, lists);
  const [unit, bar] = ['s', 3] as const;
  const middle = (of: (one: Restart) => number): number => median(restarts.map(of));
  const value = middle(({ answer }) => answer);
  const slice = 'the longest slice of it';
  return [
    {
      name: `one node, ${size} entries, partners silent, restart to first answer`,
      value,
      unit,
      bar,
      met: value <= bar,
    },
    { name: '  processor time of it', value: middle(({ processor }) => processor), unit },
    { name: '  the same, until views and timers stand', value: middle(({ rebuilt }) => rebuilt), unit },
    { name: `  ${slice}`, value: middle(({ held }) => held), unit: 'ms' },
    { name: '  without snapshots, first answer', value: unkept.answer, unit, bar, met: unkept.answer <= bar },
    { name: '  without snapshots, full rebuild of views and timers', value: unkept.rebuilt, unit },
    { name: `  ${slice}`, value: unkept.held, unit: 'ms' },
    { name: '  from the journal alone, first answer', value: bare.answer, unit },
    { name: '  from the journal alone, full rebuild', value: bare.rebuilt, unit },
  ];
}
