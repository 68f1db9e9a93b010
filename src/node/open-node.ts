import { join } from 'node:path';
import { loadClock, loadCrypto, loadFiles, loadMetrics, loadPartners } from '#adapters';
import { type Domain, err, type Finding, fromHex, invariant, type Language, type Result } from '#kernel';
import type { NodeConfig } from './config.ts';
import { createNode } from './create-node.ts';
import { tablesFrom } from './data-folder.ts';
import { loadIdentity } from './identity.ts';
import { readLists } from './lists.ts';
import { meteredStore } from './meter.ts';
import type { Node } from './node.ts';
import { openStore } from './open-ledger.ts';
import type { Log, NodePorts } from './ports.ts';

export interface OpenOptions {
  readonly config: NodeConfig;
  /** The folder that the configuration's paths are relative to. */
  readonly folder: string;
  readonly domains: readonly Domain[];
  readonly texts: (language: Language, finding: Finding) => string;
  readonly log: Log;
  /** Told when the store has stopped: the node is of no use any more. */
  readonly onFault?: (finding: Finding) => void;
  /** How bytes reach a partner; by default HTTP to the address in the configuration. */
  readonly send?: NodePorts['send'];
}

const keyBytes = (text: string): Uint8Array => {
  const bytes = fromHex(text);
  invariant(bytes !== undefined, 'the schema has checked the digits');
  return bytes;
};

/** Opens a node on this machine: real disk, real clock, real keys. */
export async function openNode(options: OpenOptions): Promise<Result<Node, readonly Finding[]>> {
  const { config, folder, domains, texts, log } = options;
  const identity = await loadIdentity(join(folder, config.identity));
  const lists = await readLists(folder, config.lists);
  if (!lists.ok) return lists;
  const store = await openStore(config, folder, identity);
  if (!store.ok) return err([store.error]);
  const { createAesGcm, createEnvelope, createRandom, createSha256, createSigner } = await loadCrypto();
  const { alarm, systemClock } = await loadClock();
  const { snapshotFiles } = await loadFiles();
  const meter = (await loadMetrics()).createMetrics({ process: true });
  const ports: NodePorts = {
    clock: systemClock,
    alarm: { at: (at, ring) => alarm(at, ring) },
    random: createRandom(),
    hash: createSha256(),
    cipher: createAesGcm(),
    envelope: createEnvelope(identity.sealing),
    signer: createSigner(identity.signing),
    store: meteredStore(store.value, meter, options.onFault),
    meter,
    aliasSecret: identity.alias,
    send: options.send ?? (await httpLines(config)),
    log,
    snapshots: snapshotFiles(join(folder, snapshotFolder(config))),
  };
  const node = await createNode(
    {
      country: config.country,
      reality: config.reality,
      domains,
      tables: tablesFrom(config.tables === undefined ? undefined : join(folder, config.tables)),
      lists: lists.value,
      partners: config.partners.map(({ country, sealingKey, signingKey }) => ({
        country,
        sealKey: keyBytes(sealingKey),
        signKey: keyBytes(signingKey),
      })),
      lenient: (organisation) => config.lenient.includes(organisation),
      texts,
    },
    ports,
  );
  if (!node.ok) await store.value.close();
  return node;
}

/** Beside the keys of the ledger: what is kept there is sealed under them. */
const snapshotFolder = ({ store }: NodeConfig): string =>
  join(store.kind === 'embedded' ? store.folder : store.keys, 'snapshots');

async function httpLines(config: NodeConfig): Promise<NodePorts['send']> {
  const { createHttpTransport } = await loadPartners();
  const partners = config.partners.map(({ country, url, token }) => {
    const headers = token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } };
    return [String(country), { url, ...headers }] as const;
  });
  return createHttpTransport({ partners: new Map(partners) }).send;
}
