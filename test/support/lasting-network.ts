import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { loadClock, loadCrypto, loadEmbeddedStore, loadFiles } from '#adapters';
import { type CountryCode, countryCode, type Domain, encodeUtf8, invariant, toHex } from '#kernel';
import type { Store } from '#ledger';
import {
  createNetwork,
  createNode,
  loadDomains,
  type Network,
  type NetworkOptions,
  type Node,
  type NodePorts,
  silentLog,
  tablesFrom,
} from '#node';

/** The three countries of the tests. */
export const countries: readonly CountryCode[] = ['US', 'CA', 'MX'].map((text) => {
  const code = countryCode(text);
  invariant(code !== undefined, 'a country of the test');
  return code;
});

export interface Lasting extends Partial<NetworkOptions> {
  /** Each country's ledger and snapshots stand in a folder of this one, by its letters. */
  readonly folder: string;
  /** Puts something between a node and its store. */
  readonly around?: (store: Store, country: CountryCode) => Store;
}

let domains: readonly Domain[] | undefined;

/** The keys that a country has in every life. */
async function keysOf(country: CountryCode) {
  const { createEnvelope, createSha256, createSigner } = await loadCrypto();
  const secret = (use: string): Uint8Array => createSha256().sha256(encodeUtf8(`${use} of ${country}`));
  return {
    envelope: createEnvelope(secret('seal')),
    signer: createSigner(secret('sign')),
    aliasSecret: secret('alias'),
  };
}

/** Everything that makes a node the same node when it is started again in its folder. */
async function doorsIn({ folder, around }: Lasting, country: CountryCode) {
  const { createRandom, createSha256 } = await loadCrypto();
  const { openEmbeddedStore } = await loadEmbeddedStore();
  const { snapshotFiles } = await loadFiles();
  const hash = createSha256();
  const directory = join(folder, country.toLowerCase());
  await mkdir(directory, { recursive: true });
  const opened = await openEmbeddedStore({ directory, hash, random: createRandom() });
  if (!opened.ok) throw new TypeError(JSON.stringify(opened.error));
  return {
    store: around?.(opened.value, country) ?? opened.value,
    snapshots: snapshotFiles(join(directory, 'snapshots')),
    ...(await keysOf(country)),
  };
}

/** One of these nodes by itself, in the same folder: it knows its partners, and none of them can be reached. */
export async function lastingNode(folder: string, country: CountryCode): Promise<Node> {
  domains ??= await loadDomains();
  const { createAesGcm, createRandom, createSha256 } = await loadCrypto();
  const { alarm, systemClock: clock } = await loadClock();
  const others = countries.filter((other) => other !== country);
  const partners = others.map(async (other) => {
    const { envelope, signer } = await keysOf(other);
    return { country: other, sealKey: envelope.publicKey, signKey: signer.publicKey };
  });
  const made = await createNode(
    {
      ...{ country, domains, reality: 'live', tables: tablesFrom(), lists: [], partners: await Promise.all(partners) },
      ...{ lenient: () => false, texts: (_language, finding) => finding.code },
    },
    {
      ...{ clock, alarm: { at: (at, ring) => alarm(at, ring) }, log: silentLog, send: async () => false },
      ...{ random: createRandom(), hash: createSha256(), cipher: createAesGcm() },
      ...(await doorsIn({ folder }, country)),
    },
  );
  if (!made.ok) throw new TypeError(JSON.stringify(made.error));
  return made.value;
}

/** Three nodes whose ledgers outlive them: started again in the same folder they go on. */
export async function lastingNetwork(options: Lasting): Promise<Network> {
  domains ??= await loadDomains();
  const { alarm, systemClock: clock } = await loadClock();
  const doors = new Map<CountryCode, Partial<NodePorts>>();
  for (const country of countries) doors.set(country, await doorsIn(options, country));
  const made = await createNetwork({
    ...{ countries, domains, tables: tablesFrom(), reality: 'live' },
    ...options,
    ports: (country) => ({
      ...{ clock, alarm: { at: (at, ring) => alarm(at, ring) } },
      ...doors.get(country),
      ...options.ports?.(country),
    }),
  });
  if (!made.ok) throw new TypeError(JSON.stringify(made.error));
  return made.value;
}

/** A digest of all replies of an answer, to say that two are the same. */
export async function digestOf(replies: readonly { readonly bytes: Uint8Array }[]): Promise<string> {
  const { createSha256 } = await loadCrypto();
  return toHex(createSha256().sha256(...replies.map(({ bytes }) => bytes))).slice(0, 32);
}
