import { crc32 } from 'node:zlib';
import { type Clock, type Envelope, err, type Finding, formatInstant, type KeyId, ok, type Result } from '#kernel';
import {
  type DataKey,
  type Head,
  keyIdAt,
  ledgerFindings,
  readEntry,
  readFrameBody,
  readFrameHead,
  type SealedEntry,
  type Store,
} from '#ledger';
import { ArchiveReader, type Bytes, type KeysHead, keysHeadSchema, ledgerHeadSchema } from './archive.ts';
import { boundOf, keyRecordLength } from './backup.ts';

/** A store that can be filled from a backup: entries whose key was forgotten come without it. */
export interface RestorableStore extends Store {
  adopt(entries: readonly SealedEntry[], keys: readonly DataKey[]): Promise<Result<void>>;
}

export interface RestoreOptions {
  readonly ledger: Bytes;
  readonly keys: Bytes;
  /** Opens what was sealed to the operator's recovery key. */
  readonly recovery: Pick<Envelope, 'open'>;
  readonly clock: Clock;
  /** Named in findings. */
  readonly place: string;
}

const damaged = (archive: string): Finding => ledgerFindings.find('LED-0401', { archive });
const longestBlock = 1024 * 1024;

/**
 * Fills an empty store from the two archives of one backup. Errors: LED-0401 an archive cannot be opened or is damaged,
 * LED-0402 the store is not empty, LED-0403 the archives do not belong together, LED-0404 the keys have expired.
 */
export async function restore(store: RestorableStore, options: RestoreOptions): Promise<Result<Head>> {
  const { place, clock } = options;
  if ((await store.head()).size > 0) return err(ledgerFindings.find('LED-0402', { directory: place }));
  const [ledger, keys] = [new ArchiveReader(options.ledger), new ArchiveReader(options.keys)];
  const ledgerHead = await ledger.head(ledgerHeadSchema);
  if (ledgerHead === undefined) return err(damaged('ledger'));
  const keysHead = await keys.head(keysHeadSchema);
  if (keysHead === undefined) return err(damaged('keys'));
  if (ledgerHead.backup !== keysHead.backup) {
    return err(ledgerFindings.find('LED-0403', { ledger: ledgerHead.backup, keys: keysHead.backup }));
  }
  if (clock.now() > keysHead.expiresAt) {
    return err(ledgerFindings.find('LED-0404', { expiresAt: formatInstant(keysHead.expiresAt) }));
  }
  const living = await openKeys(keys, keysHead, options.recovery);
  if (living === undefined) return err(damaged('keys'));
  return adoptAll(store, ledger, { head: ledgerHead.head, living });
}

async function openKeys(
  archive: ArchiveReader,
  head: KeysHead,
  recovery: Pick<Envelope, 'open'>,
): Promise<Map<KeyId, DataKey> | undefined> {
  const living = new Map<KeyId, DataKey>();
  for (let number = 0; ; number += 1) {
    const block = await archive.block(longestBlock);
    if (block === undefined) return undefined;
    const last = await archive.done();
    const records = recovery.open(block, boundOf(head, number, last));
    if (records === undefined) return undefined;
    for (let at = 0; at < records.length; at += keyRecordLength) {
      const id = keyIdAt(records, at);
      living.set(id, { id, secret: records.slice(at + 16, at + 48), salt: records.slice(at + 48, at + 80) });
    }
    if (last) return living;
  }
}

async function adoptAll(
  store: RestorableStore,
  archive: ArchiveReader,
  { head, living }: { readonly head: Head; readonly living: Map<KeyId, DataKey> },
): Promise<Result<Head>> {
  let size = 0;
  while (size < head.size) {
    const entries = await nextEntries(archive);
    if (entries === undefined) return err(damaged('ledger'));
    const keys: DataKey[] = [];
    for (const { header } of entries) {
      const key = living.get(header.key);
      if (key !== undefined) keys.push(key);
      living.delete(header.key);
    }
    const adopted = await store.adopt(entries, keys);
    if (!adopted.ok) return adopted;
    size += entries.length;
  }
  const restored = await sequencedHead(store, size);
  return restored.root === head.root && restored.chain === head.chain ? ok(restored) : err(damaged('ledger'));
}

async function nextEntries(archive: ArchiveReader): Promise<readonly SealedEntry[] | undefined> {
  const bytes = await archive.frame();
  const head = bytes && readFrameHead(bytes, 0, crc32);
  const body = head && readFrameBody(bytes, 0, head, crc32);
  if (bytes === undefined || body === undefined) return undefined;
  const entries: SealedEntry[] = [];
  for (let index = 0; index + 1 < body.starts.length; index += 1) {
    const at = body.starts[index] ?? 0;
    const entry = readEntry(bytes, at, (body.starts[index + 1] ?? 0) - at, crc32);
    if (entry === undefined) return undefined;
    entries.push(entry);
  }
  return entries;
}

/** The head once all have their positions. */
async function sequencedHead(store: Store, size: number): Promise<Head> {
  for (;;) {
    const head = await store.head();
    if (head.size >= size) return head;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
