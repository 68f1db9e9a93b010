import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadClock, loadCrypto, loadEmbeddedStore, loadFiles, loadLog, loadMetrics } from '#adapters';
import {
  type CountryCode,
  countryCode,
  type Domain,
  err,
  type Finding,
  invariant,
  ok,
  type Result,
  type SubjectList,
} from '#kernel';
import { tablesFrom } from './data-folder.ts';
import { demonstrationLists } from './demonstration-lists.ts';
import { loadDomains } from './domains/index.ts';
import { feed } from './feed.ts';
import { loadIdentity } from './identity.ts';
import { meteredStore } from './meter.ts';
import { createNetwork, type Network, type Post } from './network.ts';
import { workOnPlan } from './plan-demonstration.ts';
import type { NodePorts } from './ports.ts';
import { makeTokens, type Seat, serveSeats } from './seats.ts';
import { loadSpeakers } from './speakers.ts';

export interface DemonstrationOptions {
  /** The port of the first country; the others take the next free ones. 0: any free ones. */
  readonly port: number;
  /** Where the three ledgers stand; without one they stand in a temporary folder that goes with the process. */
  readonly folder?: string;
  readonly seed: number;
  readonly consoleFolder?: string;
  /** False: nothing is generated, the pages fill with what is lodged by hand. */
  readonly generate: boolean;
  readonly log?: 'info' | 'warn' | 'silent';
  /** Lists to screen against instead of the made-up ones. */
  readonly lists?: (country: CountryCode) => readonly SubjectList[];
  /** Told when a port was taken and another one is used. */
  readonly onPortTaken?: (taken: number, used: number) => void;
  /** How envelopes travel, for tests that stop or delay a node. */
  readonly post?: Post;
}

/** Three countries on one machine, with a console for each seat. */
export interface Demonstration {
  readonly seats: readonly Seat[];
  readonly network: Network;
  /** Makes a token with which a carrier may lodge at any of the three. */
  readonly tokenFor: (organisation: string) => Promise<string>;
  /** Resolves when the generated day has been lodged. */
  readonly fed: Promise<number>;
  close(): Promise<void>;
}

const countries = ['US', 'CA', 'MX'].map((name): CountryCode => {
  const code = countryCode(name);
  invariant(code !== undefined, 'the three countries have codes');
  return code;
});

type Place = Pick<NodePorts, 'store' | 'snapshots' | 'envelope' | 'signer' | 'aliasSecret' | 'meter'>;

/** The ledger of each country with its own keys, so that a demonstration that is started again goes on. */
async function openPlaces(folder: string): Promise<Result<ReadonlyMap<CountryCode, Place>>> {
  const { openEmbeddedStore } = await loadEmbeddedStore();
  const { createEnvelope, createRandom, createSha256, createSigner } = await loadCrypto();
  const { snapshotFiles } = await loadFiles();
  const { createMetrics } = await loadMetrics();
  const places = new Map<CountryCode, Place>();
  for (const country of countries) {
    const directory = join(folder, country.toLowerCase());
    await mkdir(directory, { recursive: true });
    const store = await openEmbeddedStore({ directory, hash: createSha256(), random: createRandom() });
    if (!store.ok) {
      for (const open of places.values()) await open.store.close();
      return store;
    }
    const { alias, sealing, signing } = await loadIdentity(`${directory}.json`);
    const meter = createMetrics({ process: true });
    places.set(country, {
      ...{ meter, store: meteredStore(store.value, meter) },
      ...{ snapshots: snapshotFiles(join(directory, 'snapshots')), aliasSecret: alias },
      ...{ envelope: createEnvelope(sealing), signer: createSigner(signing) },
    });
  }
  return ok(places);
}

type ListsOf = (country: CountryCode) => readonly SubjectList[];

/** The lists that were asked for, or the made-up ones. */
function listsFor({ lists }: DemonstrationOptions): Result<ListsOf, readonly Finding[]> {
  if (lists !== undefined) return ok(lists);
  const shipped = demonstrationLists();
  return shipped.ok ? ok((country) => shipped.value.get(country) ?? []) : shipped;
}

interface Living extends Pick<DemonstrationOptions, 'seed'> {
  readonly domains: readonly Domain[];
  readonly seats: readonly Seat[];
  readonly tokens: Awaited<ReturnType<typeof makeTokens>>;
  readonly network: Network;
}

/** What makes the pages live: officials work on the plan, and carriers lodge a generated day. */
function live({ domains, seats, tokens, seed, network }: Living, { alarm, systemClock: clock }: Clocks) {
  let closing = false;
  const working = workOnPlan(network, { aborted: () => closing });
  const feeding = feed({ domains, seats, tokenFor: tokens.tokenFor, seed, clock, alarm: { at: alarm } });
  return {
    fed: feeding.done,
    stop: async (): Promise<void> => {
      closing = true;
      await working;
      await feeding.stop();
    },
  };
}
type Clocks = Awaited<ReturnType<typeof loadClock>>;

/** Starts the three nodes, serves each, and lodges a generated day through the real HTTP API. */
export async function startDemonstration(
  options: DemonstrationOptions,
): Promise<Result<Demonstration, readonly Finding[]>> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'tripoint-')));
  const places = await openPlaces(folder);
  if (!places.ok) return err([places.error]);
  const domains = await loadDomains();
  const speakers = await loadSpeakers(domains);
  const { createLog } = await loadLog();
  const log = createLog({ level: options.log ?? 'warn' });
  const lists = listsFor(options);
  if (!lists.ok) return lists;
  const made = await createNetwork({
    ...{ countries, domains, log },
    tables: tablesFrom(),
    reality: 'demonstration',
    lists: lists.value,
    // The made-up carriers have the defects of real ones, and are read as such carriers are.
    lenient: () => true,
    texts: speakers.finding,
    ports: (country) => places.value.get(country) ?? {},
    ...(options.post === undefined ? {} : { post: options.post }),
  });
  if (!made.ok) return made;
  const tokens = await makeTokens();
  const { seats, closeSeats } = await serveSeats({ ...options, network: made.value, countries, tokens, speakers, log });
  const life = options.generate
    ? live({ ...options, domains, seats, tokens, network: made.value }, await loadClock())
    : undefined;
  return ok({
    seats,
    network: made.value,
    tokenFor: tokens.tokenFor,
    fed: life?.fed ?? Promise.resolve(0),
    close: async () => {
      await life?.stop();
      await closeSeats();
      await made.value.close();
      if (options.folder === undefined) await rm(folder, { recursive: true, force: true });
    },
  });
}
