import { crc32 } from 'node:zlib';
import { type Clock, canonicalJson, encodeUtf8, instant, invariant, type KeyId, type Random, toHex } from '#kernel';
import { type DataKey, frameLength, type Head, putFrame, putHex, putU32, type Store } from '#ledger';
import { sealToKey } from '../../crypto/index.ts';
import { type Bytes, type KeysHead, type LedgerHead, putArchiveHead } from './archive.ts';

export interface BackupOptions {
  /** The operator's X25519 public key. Its secret half is kept away from the node. */
  readonly recoveryKey: Uint8Array;
  /** How many days the archive of keys may be restored. */
  readonly keepDays: number;
  readonly clock: Clock;
  readonly random: Random;
}

/** The two archives, to be written one after the other: the keys are those of the entries that the first one holds. */
export interface Backup {
  readonly head: Head;
  /** Sealed entries and their order; nothing in it can be read without keys. */
  readonly ledger: Bytes;
  /** The living data keys, sealed to the recovery key. */
  readonly keys: Bytes;
}

/** The keys that the archive of entries has met. */
interface Walked {
  readonly ids: Set<KeyId>;
  whole: boolean;
}

const entriesAtOnce = 500;
const keysAtOnce = 1000;
/** Id, secret, salt. */
export const keyRecordLength = 80;
const day = 86_400_000;

/** Makes the two archives of a store that goes on working: they hold what had a position when it was called. */
export async function backup(store: Store, options: BackupOptions): Promise<Backup> {
  const head = await store.head();
  const name = toHex(options.random.bytes(16));
  const createdAt = options.clock.now();
  const expiresAt = instant(createdAt + options.keepDays * day);
  const walked = { ids: new Set<KeyId>(), whole: false };
  return {
    head,
    ledger: ledgerArchive(store, { format: 'tripoint ledger archive 1', backup: name, createdAt, head }, walked),
    keys: keysArchive(
      store,
      { format: 'tripoint keys archive 1', backup: name, createdAt, expiresAt },
      { walked, to: options.recoveryKey },
    ),
  };
}

async function* ledgerArchive(store: Store, head: LedgerHead, walked: Walked): AsyncGenerator<Uint8Array> {
  yield putArchiveHead(head);
  let [position, number] = [0, 0];
  while (position < head.head.size) {
    const sequenced = await store.sequenced(position, Math.min(entriesAtOnce, head.head.size - position));
    const entries = sequenced.map((one) => one.entry);
    for (const { header } of entries) walked.ids.add(header.key);
    number += 1;
    const frame = { number, entries, keys: [], forgotten: [] };
    const bytes = new Uint8Array(frameLength(frame));
    putFrame(bytes, frame, crc32);
    yield bytes;
    position += entries.length;
  }
  walked.whole = true;
}

async function* keysArchive(
  store: Store,
  head: KeysHead,
  { walked, to }: { readonly walked: Walked; readonly to: Uint8Array },
): AsyncGenerator<Uint8Array> {
  invariant(walked.whole, 'the archive of entries is written first: it finds the keys');
  yield putArchiveHead(head);
  let living: DataKey[] = [];
  let number = 0;
  const sealed = (last: boolean): Uint8Array => {
    const bytes = sealToKey(to, keyRecords(living), boundOf(head, number, last));
    const block = new Uint8Array(4 + bytes.length);
    putU32(block, 0, bytes.length);
    block.set(bytes, 4);
    living = [];
    number += 1;
    return block;
  };
  for (const id of walked.ids) {
    const key = await store.key(id);
    if (key !== undefined) living.push(key);
    if (living.length === keysAtOnce) yield sealed(false);
  }
  yield sealed(true);
}

function keyRecords(keys: readonly DataKey[]): Uint8Array {
  const bytes = new Uint8Array(keys.length * keyRecordLength);
  keys.forEach(({ id, secret, salt }, index) => {
    putHex(bytes, index * keyRecordLength, id);
    bytes.set(secret, index * keyRecordLength + 16);
    bytes.set(salt, index * keyRecordLength + 48);
  });
  return bytes;
}

/** Binds each block to its archive, its place and its being the last, so that none can be left out or moved, nor the end put off. */
export const boundOf = (head: KeysHead, number: number, last: boolean): Uint8Array =>
  encodeUtf8(canonicalJson({ ...head, number, last }));
