import { type FileHandle, mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { loadBackup, loadClock, loadCrypto } from '#adapters';
import { err, type Finding, formatInstant, fromHex, instant, ok, type Result, toHex } from '#kernel';
import { type Head, type Verification, verifyLedger } from '#ledger';
import type { NodeConfig } from './config.ts';
import { nodeFindings } from './findings.ts';
import { type LedgerPlace, type OpenLedger, openLedger, openToRestore } from './open-ledger.ts';

/** Hears how much of a long work is done. */
export type Progress = (done: number, of: number) => void;

/** Opens the ledger of a place, works with it, and closes it whatever comes of that. */
async function withLedger<Value>(
  place: LedgerPlace,
  work: (ledger: OpenLedger) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  const ledger = await openLedger(place);
  if (!ledger.ok) return ledger;
  return work(ledger.value).finally(() => ledger.value.store.close());
}

/** Recomputes every proof of a ledger; `known` is a head that was kept or published earlier. */
export function verifyLedgerAt(
  place: LedgerPlace,
  { known, progress }: { readonly known?: Head; readonly progress?: Progress },
): Promise<Result<Verification>> {
  return withLedger(place, async ({ store }) => {
    const { createAesGcm, createSha256 } = await loadCrypto();
    const { size } = await store.head();
    const verified = await verifyLedger(
      store,
      { cipher: createAesGcm(), hash: createSha256() },
      { ...(known === undefined ? {} : { known }), progress: (position) => progress?.(position, size) },
    );
    return ok(verified);
  });
}

/** What is to be backed up, and how; recovery key and days stand in the configuration where they are not given. */
export interface BackupOrder {
  readonly place: LedgerPlace;
  /** The folder of the archives. */
  readonly to: string;
  /** X25519, 64 hexadecimal digits. */
  readonly recoveryKey?: string;
  readonly keepDays?: number;
  readonly progress?: Progress;
}

/** Two archives, and until when that of the keys may be restored. */
export interface BackedUp {
  readonly ledger: string;
  readonly keys: string;
  readonly entries: number;
  readonly expiresAt: string;
}

const usualDays = 30;
const dayMilliseconds = 86_400_000;

/** To whom the keys are sealed, and how long they may be restored: as ordered, else as configured. */
function sealing(order: BackupOrder, configured: NodeConfig['backup']) {
  const key = order.recoveryKey ?? configured?.recoveryKey ?? '';
  return { recoveryKey: fromHex(key), keepDays: order.keepDays ?? configured?.keepDays ?? usualDays };
}

/** Writes the two archives of a ledger: first the entries, then the keys that they need, sealed to the recovery key. */
export function backupLedger(order: BackupOrder): Promise<Result<BackedUp>> {
  return withLedger(order.place, async ({ store, node }) => {
    const { recoveryKey, keepDays } = sealing(order, node?.config.backup);
    if (recoveryKey?.length !== 32) return err(nodeFindings.find('NOD-0206'));
    const { backup } = await loadBackup();
    const { createRandom } = await loadCrypto();
    const { systemClock: clock } = await loadClock();
    const at = clock.now();
    const made = await backup(store, { recoveryKey, keepDays, clock, random: createRandom() });
    const name = join(order.to, formatInstant(at).replaceAll(/[:.]/g, '-'));
    const [ledger, keys] = [`${name}.ledger`, `${name}.keys`];
    await mkdir(order.to, { recursive: true });
    await writeWhole(ledger, made.ledger, () => order.progress?.(0, 2));
    await writeWhole(keys, made.keys, () => order.progress?.(1, 2));
    const expiresAt = formatInstant(instant(at + keepDays * dayMilliseconds));
    return ok({ ledger, keys, entries: made.head.size, expiresAt });
  });
}

/** A file that stands there whole, on stable storage, or not at all; readable by its owner only. */
async function writeWhole(path: string, pieces: AsyncIterable<Uint8Array>, onPiece: () => void): Promise<void> {
  const file = await open(`${path}.part`, 'wx', 0o600);
  try {
    for await (const piece of pieces) {
      await file.writeFile(piece);
      onPiece();
    }
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.part`, path);
}

/** The two archives of one backup, and the secret half of the recovery key as hexadecimal digits. */
export interface RestoreFrom {
  readonly ledger: string;
  readonly keys: string;
  readonly recovery: string;
}

/** Fills an empty place from a backup. What is damaged leaves an embedded place as empty as it was. */
export async function restoreLedger(place: LedgerPlace, from: RestoreFrom): Promise<Result<Head>> {
  const secret = fromHex(from.recovery.trim());
  if (secret?.length !== 32) return err(nodeFindings.find('NOD-0206'));
  const opened = await openToRestore(place);
  if (!opened.ok) return opened;
  const ledger = opened.value;
  let whole = false;
  try {
    const head = await fill(ledger, from, secret);
    whole = head.ok;
    return head;
  } finally {
    await ledger.end(whole);
  }
}

async function fill({ store, name }: OpenLedger, from: RestoreFrom, secret: Uint8Array): Promise<Result<Head>> {
  const { restore } = await loadBackup();
  const { createEnvelope } = await loadCrypto();
  const { systemClock: clock } = await loadClock();
  const files: FileHandle[] = [];
  // Opened before they are read: a stream that cannot open its file says so to nobody while the other one is read.
  const opened = async (path: string) => {
    const file = await open(path);
    files.push(file);
    return file.createReadStream({ autoClose: false });
  };
  try {
    const [ledger, keys] = [await opened(from.ledger), await opened(from.keys)];
    return await restore(store, { ledger, keys, recovery: createEnvelope(secret), clock, place: name });
  } catch (problem) {
    return err(unreadable(problem));
  } finally {
    for (const file of files) await file.close();
  }
}

function unreadable(problem: unknown): Finding {
  if (problem instanceof Error && 'path' in problem && 'code' in problem) {
    return nodeFindings.find('NOD-0208', { path: String(problem.path), problem: String(problem.code) });
  }
  throw problem;
}

/** Makes the operator's recovery key: the secret half goes into a new file that only its owner reads, the public half is returned. */
export async function makeRecoveryKey(path: string): Promise<Result<string>> {
  const { createEnvelope, createRandom } = await loadCrypto();
  const secret = createRandom().bytes(32);
  try {
    const file = await open(path, 'wx', 0o600);
    await file.writeFile(`${toHex(secret)}\n`);
    await file.sync();
    await file.close();
    return ok(toHex(createEnvelope(secret).publicKey));
  } catch (problem) {
    return err(unreadable(problem));
  }
}

/** Brings a store to the form of this version. Opening does it; here it is done without a node, so that one can look before it starts. */
export function migrateLedger(
  place: LedgerPlace,
): Promise<Result<{ readonly name: string; readonly entries: number }>> {
  return withLedger(place, async ({ store, name }) => ok({ name, entries: (await store.head()).size }));
}
