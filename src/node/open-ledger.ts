import { mkdir, mkdtemp, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type loadBackup, loadCrypto, loadEmbeddedStore, loadPostgresStore } from '#adapters';
import { err, ok, type Result } from '#kernel';
import { ledgerFindings } from '#ledger';
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

/** Opens the ledger of a place; an embedded one has to be there: a check of nothing would find nothing wrong. */
export function openLedger(place: LedgerPlace): Promise<Result<OpenLedger>> {
  return 'data' in place ? openFolder(resolve(place.data)) : openConfigured(place.config);
}

/** A ledger that is being filled: it comes to its place when it is whole, and leaves nothing behind when it is not. */
export interface LedgerInTheMaking extends OpenLedger {
  /** Closes it, and puts it in its place or throws it away. */
  end(whole: boolean): Promise<void>;
}

/**
 * Opens an empty ledger to be filled from a backup. An embedded one is made in a folder beside its place, so that a
 * damaged archive leaves no half of a ledger there; a database is filled where it is. LED-0402 the place is not empty.
 */
export async function openToRestore(place: LedgerPlace): Promise<Result<LedgerInTheMaking>> {
  const target = await embeddedFolder(place);
  if (!target.ok) return target;
  if (target.value === undefined) return inPlace(await openLedger(place));
  const name = target.value;
  if (!(await isEmpty(name))) return err(ledgerFindings.find('LED-0402', { directory: name }));
  await mkdir(dirname(name), { recursive: true });
  const part = await mkdtemp(`${name}.part-`);
  const store = await openEmbedded(part);
  if (!store.ok) return store;
  const end = async (whole: boolean): Promise<void> => {
    await store.value.close();
    await (whole ? putInPlace(part, name) : rm(part, { recursive: true }));
  };
  return ok({ store: store.value, name, end });
}

function inPlace(opened: Result<OpenLedger>): Result<LedgerInTheMaking> {
  return opened.ok ? ok({ ...opened.value, end: () => opened.value.store.close() }) : opened;
}

/** The folder of an embedded store, by its own name or its configuration; undefined where it is a database. */
async function embeddedFolder(place: LedgerPlace): Promise<Result<string | undefined>> {
  if ('data' in place) return ok(resolve(place.data));
  const read = await loadConfig(place.config);
  if (!read.ok) return read;
  const { store } = read.value;
  return ok(store.kind === 'embedded' ? join(dirname(resolve(place.config)), store.folder) : undefined);
}

/** Renames a whole folder to its name, durably. */
async function putInPlace(part: string, name: string): Promise<void> {
  await rename(part, name);
  const parent = await open(dirname(name), 'r');
  await parent.sync().finally(() => parent.close());
}

async function openFolder(name: string): Promise<Result<OpenLedger>> {
  if (await isEmpty(name)) return noLedger(name);
  const store = await openEmbedded(name);
  return store.ok ? ok({ store: store.value, name }) : store;
}

async function openConfigured(path: string): Promise<Result<OpenLedger>> {
  const read = await loadConfig(path);
  if (!read.ok) return read;
  const [config, folder] = [read.value, dirname(resolve(path))];
  const embedded = config.store.kind === 'embedded' ? join(folder, config.store.folder) : undefined;
  if (embedded !== undefined && (await isEmpty(embedded))) return noLedger(embedded);
  const identity = await loadIdentity(join(folder, config.identity));
  const store = await openStore(config, folder, identity);
  const name = embedded ?? 'PostgreSQL';
  return store.ok ? ok({ store: store.value, name, node: { config, folder, identity } }) : store;
}
