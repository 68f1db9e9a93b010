import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { loadHttp } from '#adapters';
import { type Demonstration, startDemonstration } from '#node';
import type { CarrierOrder, CarrierReport } from './carrier.ts';
import { benchFolder, syncMilliseconds } from './machine.ts';
import { listOf, numbers, vocabulary } from './names.ts';
import { type BenchRow, median, quantile } from './row.ts';

const listed = 100_000;
const carrierName = 'AC';
/** What the open peer (US-CBP/GTAS) does, one country, by the reference's measurement. */
const openPeer = 45;

/** Three nodes in this process, each served over HTTP, with a ledger on disk and a list of 100,000 names. */
class World {
  readonly folder: string;
  readonly #demonstration: Demonstration;
  readonly #carrier: ChildProcess;
  readonly #token: string;
  /** Countries whose letters are taken and never delivered. */
  readonly stopped: Set<string>;

  private constructor(
    folder: string,
    parts: { demonstration: Demonstration; token: string; stopped: Set<string>; carrier: ChildProcess },
  ) {
    this.folder = folder;
    this.#demonstration = parts.demonstration;
    this.#token = parts.token;
    this.stopped = parts.stopped;
    this.#carrier = parts.carrier;
  }

  static async start(): Promise<World> {
    const folder = await mkdtemp(join(benchFolder(), 'tripoint-bench-node-'));
    const list = listOf(listed, vocabulary(numbers(7)));
    const stopped = new Set<string>();
    const started = await startDemonstration({
      ...{ port: 0, folder, seed: 1, generate: false, log: 'warn' },
      lists: () => [list],
      post: async ({ to, bytes }, deliver) => (stopped.has(to) ? new Promise<boolean>(() => {}) : deliver(bytes)),
    });
    if (!started.ok) throw new Error(JSON.stringify(started.error));
    const demonstration = started.value;
    const token = await demonstration.tokenFor(carrierName);
    const carrier = fork(new URL('carrier.ts', import.meta.url), { execArgv: ['--import', 'tsx'] });
    return new World(folder, { demonstration, token, stopped, carrier });
  }

  /** A carrier, in a process of its own, lodges at Canada's node. */
  async carry(order: Omit<CarrierOrder, 'address' | 'token'>): Promise<CarrierReport> {
    const address = this.#demonstration.seats.find((seat) => seat.country === 'CA')?.address ?? '';
    this.#carrier.send({ ...order, address, token: this.#token });
    const [report] = (await once(this.#carrier, 'message')) as [CarrierReport];
    if (report.problems.length > 0) throw new Error(`not answered as it should be: ${report.problems.join('; ')}`);
    return report;
  }

  async close(): Promise<void> {
    this.#carrier.kill();
    await this.#demonstration.close();
    await rm(this.folder, { recursive: true });
  }
}

const rounds = 5;
const rate = 50;

/** Microseconds of processor that this process, with all three nodes, spends on each of so many passengers. */
async function processor(passengers: number, work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / passengers;
}

/** One passenger a message, 50 a second, each measured from the moment when it was due. Quantiles over all rounds. */
async function interactive(world: World): Promise<BenchRow[]> {
  const order = { passengers: 1, interactive: true, rate };
  await world.carry({ ...order, lists: 200 });
  const [times, syncs, cpu]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < rounds; round += 1) {
    syncs.push(syncMilliseconds(world.folder));
    const carried = async (): Promise<void> => void times.push(...(await world.carry({ ...order, lists: 400 })).times);
    cpu.push(await processor(400, carried));
  }
  const against = `sync of this disk ${median(syncs).toFixed(2)} ms`;
  const row = (name: string, share: number, bar: number): BenchRow => {
    const value = quantile(times, share);
    return { name: `interactive answer, ${name}`, value, unit: 'ms', against, bar, met: value <= bar };
  };
  return [
    row('p50', 0.5, 10),
    row('p99', 0.99, 60),
    row('p99.9', 0.999, 300),
    { name: 'interactive answer, processor time of all three nodes', value: median(cpu), unit: 'us/passenger' },
  ];
}

/** The same with one partner that takes letters and never answers, and with both. */
async function neverSilent(world: World): Promise<BenchRow[]> {
  const times: number[] = [];
  for (const stopped of [['MX'], ['MX', 'US']]) {
    for (const country of stopped) world.stopped.add(country);
    times.push(...(await world.carry({ lists: 100, passengers: 1, interactive: true, rate })).times);
  }
  world.stopped.clear();
  const value = Math.max(...times) / 1000;
  return [{ name: 'interactive answer, partners silent, the slowest', value, unit: 's', bar: 2, met: value <= 2 }];
}

/** As many at once as a node takes before it turns the next one away: those that it takes are to be answered in time. */
async function crowded(world: World): Promise<BenchRow[]> {
  const { usualUnderWay } = await loadHttp();
  const order = { passengers: 1, interactive: true, atOnce: usualUnderWay };
  await world.carry({ ...order, lists: 300 });
  const { times } = await world.carry({ ...order, lists: 1000 });
  const value = quantile(times, 0.99) / 1000;
  return [{ name: `interactive answer, ${usualUnderWay} under way, p99`, value, unit: 's', bar: 2, met: value <= 2 }];
}

/** Lists of 150 passengers, four on their way at a time. */
async function batch(world: World): Promise<BenchRow[]> {
  const order = { passengers: 150, interactive: false, atOnce: 4 };
  await world.carry({ ...order, lists: 4 });
  const passengers = 20 * order.passengers;
  const [rates, cpu]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    const carried = async (): Promise<void> => {
      rates.push(passengers / (await world.carry({ ...order, lists: 20 })).seconds);
    };
    cpu.push(await processor(passengers, carried));
  }
  const value = median(rates);
  return [
    {
      name: 'batch, screened, decided by three countries, durable',
      value,
      unit: 'passengers/s',
      against: `the open peer, one country, about ${openPeer}/s: ${(value / openPeer).toFixed(1)} times`,
      bar: 500,
      bound: 'at least',
      met: value >= 500,
    },
    { name: 'batch, processor time of all three nodes', value: median(cpu), unit: 'us/passenger' },
  ];
}

const parts = { interactive, crowded, batch, silent: neverSilent };

/** The rows of a whole network, or some of them: through the HTTP API as a carrier uses it, EDIFACT in and CUSRES out. */
export async function bench(names: readonly string[] = Object.keys(parts)): Promise<BenchRow[]> {
  const world = await World.start();
  try {
    const rows: BenchRow[] = [];
    for (const [name, part] of Object.entries(parts)) if (names.includes(name)) rows.push(...(await part(world)));
    return rows;
  } finally {
    await world.close();
  }
}
