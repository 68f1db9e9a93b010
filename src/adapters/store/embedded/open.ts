import { crc32 } from 'node:zlib';
import { err, type Finding, type Hash, ok, type Random, type Result, toHex } from '#kernel';
import { ledgerFindings } from '#ledger';
import { StoreFault } from '../fault.ts';
import { type Checkpoint, readCheckpoint, sequenceAt } from './checkpoint.ts';
import { type Disk, type DiskFile, openDisk } from './disk.ts';
import { EntryIndex } from './entry-index.ts';
import {
  firstLocation,
  Journal,
  offsetOf,
  type ScanEnd,
  segmentHeadLength,
  segmentName,
  segmentOf,
  segmentsAmong,
  storeOfSegment,
} from './journal.ts';
import { KeyFile, slotLength } from './key-file.ts';
import { type Lock, takeLock } from './lock.ts';
import { Pace } from './pace.ts';
import { SequenceFile } from './sequence-file.ts';
import { EmbeddedStore, type StoreParts } from './store.ts';
import { Tail, type TailEnd } from './tail.ts';

/** How the embedded store is opened. */
export interface EmbeddedOptions {
  readonly directory: string;
  readonly hash: Hash;
  readonly random: Random;
  /** Bytes after which a new segment of the journal begins. */
  readonly segmentLength?: number;
  /** Entries between two checkpoints: at most this many, and one frame, are read again at a restart. */
  readonly checkpointEvery?: number;
  /** Milliseconds of a steady clock, by which frames are paced; a simulator brings its own. */
  readonly now?: () => number;
}

const defaults = { segmentLength: 64 * 1024 * 1024, checkpointEvery: 20_000, now: () => performance.now() };

/**
 * Opens the store of a directory, or makes one. Errors: LED-0201 another process holds it, LED-0202 stored bytes have
 * changed, LED-0205 the files are of another form or another store.
 */
export async function openEmbeddedStore(options: EmbeddedOptions): Promise<Result<EmbeddedStore>> {
  const disk = await openDisk(options.directory);
  const lock = await takeLock(options.directory);
  if (!lock.ok) return lock;
  const opened = await openOnDisk(disk, options, lock.value);
  if (!opened.ok) await lock.value.release();
  return opened;
}

/** Opens the store of a disk. The lock, if any, is let go of when the store closes. */
export async function openOnDisk(
  disk: Disk,
  options: Omit<EmbeddedOptions, 'directory'>,
  lock?: Lock,
): Promise<Result<EmbeddedStore>> {
  try {
    return ok(await new Recovery(disk, { ...defaults, ...options }).open(lock));
  } catch (error) {
    if (error instanceof StoreFault) return err(error.finding);
    throw error;
  }
}

/** Positions that a rebuild keeps before it writes them. */
const savedAtOnce = 16_384;
const names = { keys: 'keys', index: 'index', sequence: 'sequence' };
const otherForm = (file: string): StoreFault => new StoreFault(ledgerFindings.find('LED-0205', { file }));

/** Brings a directory to the state that was last acknowledged: checkpoint, then the journal from there on. */
class Recovery {
  readonly #disk: Disk;
  readonly #options: Required<Omit<EmbeddedOptions, 'directory'>>;
  readonly #findings: Finding[] = [];
  #index = new EntryIndex();

  constructor(disk: Disk, options: Required<Omit<EmbeddedOptions, 'directory'>>) {
    this.#disk = disk;
    this.#options = options;
  }

  async open(lock: Lock | undefined): Promise<EmbeddedStore> {
    const store = await this.#identify();
    const journal = new Journal(this.#disk, store, this.#options.segmentLength);
    const indexFile = await this.#disk.open(names.index);
    const sequenceFile = await this.#disk.open(names.sequence);
    const checkpoint = await this.#load(store, indexFile, sequenceFile);
    const sequence = new SequenceFile(
      sequenceFile,
      this.#options.hash,
      checkpoint && sequenceAt(checkpoint, this.#options.hash),
    );
    const replayed = await this.#replay({ store, journal, sequence, checkpoint });
    return new EmbeddedStore(
      {
        ...{ store, disk: this.#disk, journal, index: this.#index, sequence, indexFile, lock, ...replayed },
        indexLength: checkpoint?.indexLength ?? 0,
        indexSum: checkpoint?.indexSum ?? 0,
        checkpointEvery: this.#options.checkpointEvery,
        pace: new Pace(this.#options.now),
      },
      this.#findings,
    );
  }

  /** The name of the store in this directory; makes its first files when there are none. */
  async #identify(): Promise<string> {
    const segments = segmentsAmong(await this.#disk.names());
    const [first] = segments;
    if (first !== undefined) {
      const { store, size } = await this.#headOf(first);
      if (store !== undefined) return store;
      // A first segment without a whole head and nothing after it was never finished being made.
      if (segments.length > 1 || size > segmentHeadLength) throw otherForm(segmentName(first));
    }
    return this.#create();
  }

  async #headOf(segment: number): Promise<{ readonly store: string | undefined; readonly size: number }> {
    const head = new Uint8Array(segmentHeadLength);
    const file = await this.#disk.open(segmentName(segment));
    await file.read(head, 0);
    const size = await file.size();
    await file.close();
    return { store: storeOfSegment(head, segment), size };
  }

  /** The key file first: once the first segment stands, so does all that it needs. */
  async #create(): Promise<string> {
    const store = toHex(this.#options.random.bytes(16));
    for (const name of await this.#disk.names()) {
      if (name === names.index || name === names.sequence || name === 'checkpoint') await this.#disk.remove(name);
    }
    const file = await this.#disk.open(names.keys);
    if ((await file.size()) > slotLength) throw otherForm(names.keys);
    await file.truncate(0);
    await (await KeyFile.create(file, store)).close();
    const journal = new Journal(this.#disk, store, this.#options.segmentLength);
    await journal.begin(segmentOf(firstLocation));
    await journal.close();
    return store;
  }

  /** Loads the index up to the checkpoint; undefined when everything is to be made again from the journal. */
  async #load(store: string, index: DiskFile, sequence: DiskFile): Promise<Checkpoint | undefined> {
    const checkpoint = await readCheckpoint(this.#disk);
    if (checkpoint !== undefined && checkpoint.store === store && (await sequence.size()) >= checkpoint.entries * 64) {
      const records = Buffer.allocUnsafe(checkpoint.indexLength);
      const got = await index.read(records, 0);
      if (got === checkpoint.indexLength && crc32(records) === checkpoint.indexSum) {
        this.#index.load(records);
        return checkpoint;
      }
    }
    await index.truncate(0);
    await sequence.truncate(0);
    return undefined;
  }

  async #replay(parts: {
    readonly store: string;
    readonly journal: Journal;
    readonly sequence: SequenceFile;
    readonly checkpoint: Checkpoint | undefined;
  }): Promise<Pick<StoreParts, 'keys' | 'frame' | 'landed'>> {
    const { store, journal, sequence, checkpoint } = parts;
    const keys = await this.#keys(store);
    const tail = new Tail(keys, this.#index, sequence, checkpoint);
    const frames = journal.scan(checkpoint?.location ?? firstLocation, checkpoint?.frame ?? 0, await this.#segments());
    let step = await frames.next();
    for (; step.done !== true; step = await frames.next()) {
      tail.take(step.value);
      if (sequence.unsaved >= savedAtOnce) await sequence.save();
    }
    const end = tail.end();
    await sequence.save();
    const location = await this.#cut(journal, step.value, end);
    if (checkpoint === undefined && tail.entries > 0) {
      this.#findings.push(ledgerFindings.find('LED-0204', { entries: tail.entries }));
    }
    const { frame, slots } = end;
    const landed = { end: location, frame, slots, entries: tail.entries, wiped: Promise.resolve(true) };
    const settled = await this.#settleKeys(store, keys, end);
    return { keys: settled, frame, landed: tail.entries > 0 ? landed : undefined };
  }

  /** Cuts off what was never acknowledged, and says where the journal ends. */
  async #cut(journal: Journal, { location, torn }: ScanEnd, { cut }: TailEnd): Promise<number> {
    const from = cut ?? location;
    if (torn > 0 || cut !== undefined) {
      const file = segmentName(segmentOf(from));
      const bytes = location - from + torn;
      this.#findings.push(ledgerFindings.find('LED-0203', { file, offset: offsetOf(from), bytes }));
    }
    await journal.settle(from);
    return from;
  }

  /** The segments; a last one whose head is not whole was never begun, and nothing can stand in it. */
  async #segments(): Promise<readonly number[]> {
    const segments = segmentsAmong(await this.#disk.names());
    const last = segments.at(-1) ?? 0;
    const { store, size } = await this.#headOf(last);
    if (store !== undefined || size > segmentHeadLength) return segments;
    await this.#disk.remove(segmentName(last));
    await this.#disk.sync();
    return segments.slice(0, -1);
  }

  async #keys(store: string): Promise<KeyFile> {
    const opened = await KeyFile.open(await this.#disk.open(names.keys), store);
    if (!opened.ok) throw new StoreFault(opened.error);
    return opened.value;
  }

  /** Finishes what a crash left: wipes keys that no frame names, overwrites those that were being forgotten. */
  async #settleKeys(store: string, keys: KeyFile, { slots, forgotten }: TailEnd): Promise<KeyFile> {
    let settled = keys;
    if (keys.slots > slots) {
      await keys.close();
      const file = await this.#disk.open(names.keys);
      await KeyFile.cut(file, slots);
      await file.close();
      settled = await this.#keys(store);
    }
    if (forgotten.length > 0) await settled.destroy(forgotten);
    const absent = settled.firstAbsent();
    if (absent === undefined) return settled;
    throw new StoreFault(ledgerFindings.find('LED-0202', { file: names.keys, offset: absent * slotLength }));
  }
}
