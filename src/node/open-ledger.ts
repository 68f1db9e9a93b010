import { mkdir, readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type loadBackup, loadCrypto, loadEmbeddedStore, loadPostgresStore } from '#adapters';
import { err, ok, type Result } from '#kernel';
import type { NodeConfig } from './config.ts';
import { nodeFindings } from './findings.ts';
import { type Identity, loadIdentity } from './identity.ts';
import { loadConfig } from './load-config.ts';

/** Where a ledger stands: by the configuration of its node, or the bare folder of an embedded store. */
export type LedgerPlace = { readonly config: string } | { readonly data: string };

type Backup = Awaited<ReturnType<typeof loadBackup>>;
/** What both kinds of store are. */
export type LedgerStore = Parameters<Backup['restore']>[0];

/** A ledger without its node: nobody lodges, no timer fires, no partner is spoken to. */
export interface OpenLedger {
  readonly store: LedgerStore;
  /** What findings call the place. */
  readonly name: string;
  /** Of a place that is named by its configuration. */
  readonly node?: { readonly config: NodeConfig; readonly folder: string; readonly identity: Identity };
}

/** Opens the store of a node by its configuration; `folder` is what the paths in it are relative to. */
export async function openStore(config: NodeConfig, folder: string, identity: Identity): Promise<Result<LedgerStore>> {
  const { store } = config;
  if (store.kind === 'embedded') return openEmbedded(join(folder, store.folder));
  const { createRandom, createSha256 } = await loadCrypto();
  const { openPostgresStore } = await loadPostgresStore();
  return openPostgresStore({
    url: store.url,
    keyFolder: join(folder, store.keys),
    epochSecret: identity.epoch,
    hash: createSha256(),
    random: createRandom(),
  });
}

async function openEmbedded(directory: string): Promise<Result<LedgerStore>> {
  const { createRandom, createSha256 } = await loadCrypto();
  const { openEmbeddedStore } = await loadEmbeddedStore();
  await mkdir(directory, { recursive: true });
  return openEmbeddedStore({ directory, hash: createSha256(), random: createRandom() });
}

const isEmpty = async (folder: string): Promise<boolean> => (await readdir(folder).catch(() => [])).length === 0;

const noLedger = (path: string): Result<never> => err(nodeFindings.find('NOD-0205', { path }));

/** Opens the ledger of a place. An embedded one is made only where `make` says so: a check of nothing would find nothing wrong. */
export function openLedger(place: LedgerPlace, make = false): Promise<Result<OpenLedger>> {
  return 'data' in place ? openFolder(resolve(place.data), make) : openConfigured(place.config, make);
}

async function openFolder(name: string, make: boolean): Promise<Result<OpenLedger>> {
  if (!make && (await isEmpty(name))) return noLedger(name);
  const store = await openEmbedded(name);
  return store.ok ? ok({ store: store.value, name }) : store;
}

async function openConfigured(path: string, make: boolean): Promise<Result<OpenLedger>> {
  const read = await loadConfig(path);
  if (!read.ok) return read;
  const [config, folder] = [read.value, dirname(resolve(path))];
  const embedded = config.store.kind === 'embedded' ? join(folder, config.store.folder) : undefined;
  if (embedded !== undefined && !make && (await isEmpty(embedded))) return noLedger(embedded);
  const identity = await loadIdentity(join(folder, config.identity));
  const store = await openStore(config, folder, identity);
  const name = embedded ?? 'PostgreSQL';
  return store.ok ? ok({ store: store.value, name, node: { config, folder, identity } }) : store;
}
