import { crc32 } from 'node:zlib';
import {
  type Frame,
  frameLength,
  type Group,
  headerAt,
  headerBytesAt,
  type KeySlot,
  putFrame,
  type SealedEntry,
} from '#ledger';
import type { EntryIndex } from './entry-index.ts';
import type { Journal } from './journal.ts';
import type { KeyFile } from './key-file.ts';
import type { SequenceFile } from './sequence-file.ts';

/** What a commit writes to. */
export interface CommitParts {
  readonly journal: Journal;
  readonly keys: KeyFile;
  readonly index: EntryIndex;
  readonly sequence: SequenceFile;
}

/** One caller who waits for the disk. */
export interface Waiting {
  readonly group: Group;
  /** The number of the aggregate of each entry. */
  readonly owners: readonly number[];
  readonly slots: readonly KeySlot[];
  /** Keys that are to be destroyed; a caller who brings some, or none at all, waits until they are. */
  readonly forgotten?: readonly KeySlot[];
  /** Hears that all is on stable storage, or why it never will be. */
  readonly settle: (cause: string | undefined) => void;
}

/** A frame that is on stable storage and has its positions: what a checkpoint may build on. */
export interface Landed {
  readonly end: number;
  readonly frame: number;
  readonly slots: number;
  readonly entries: number;
  /** Resolves when every key that this frame or one before it forgot has been overwritten; false when that failed. */
  readonly wiped: Promise<boolean>;
}

export interface CommitEvents {
  /** Called in one go after the frame's entries were placed and sequenced, before the next frame's are. */
  readonly landed: (landed: Landed) => void;
  readonly sequenced: (position: number) => void;
}

interface Batch {
  readonly waiting: readonly Waiting[];
  readonly frame: Frame;
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
  location: number;
}

/** A frame takes waiters up to about this many bytes, so that none waits for megabytes of others. */
const frameLimit = 4 * 1024 * 1024;
/** What a frame adds to a payload, generously. */
const overhead = 256;

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Group commit. All that wait share one frame and one sync; while the disk works on a frame, the one before it gets its
 * positions. What failed once is never tried again: after a failed sync nobody knows what the disk holds, so it stops.
 */
export class Committer {
  readonly #parts: CommitParts;
  readonly #events: CommitEvents;
  #queue: Waiting[] = [];
  #running: Promise<void> | undefined;
  #wiping: Promise<boolean> = Promise.resolve(true);
  #stopped: string | undefined;
  #frame: number;
  #slots: number;

  constructor(parts: CommitParts, frame: number, events: CommitEvents) {
    this.#parts = parts;
    this.#frame = frame;
    this.#slots = parts.keys.slots;
    this.#events = events;
  }

  /** Why nothing more is taken; undefined while all is well. */
  get stopped(): string | undefined {
    return this.#stopped;
  }

  enqueue(waiting: Waiting): void {
    this.#queue.push(waiting);
    this.#running ??= this.#run();
  }

  /** Takes nothing more; those who wait are told why. */
  stop(cause: string): void {
    this.#stopped ??= cause;
    for (const waiting of this.#queue.splice(0)) waiting.settle(this.#stopped);
  }

  /** Resolves when nobody waits and everything durable has its position. */
  async idle(): Promise<void> {
    while (this.#running !== undefined) await this.#running;
    await this.#wiping;
  }

  async #run(): Promise<void> {
    let last: Batch | undefined;
    do {
      // One turn of the loop, so that everyone who was just answered can come back into the next frame.
      await turn();
      last = await this.#round(last);
    } while (last !== undefined || this.#queue.length > 0);
    this.#running = undefined;
  }

  /** Writes the next frame, and meanwhile gives positions to the last one. */
  async #round(last: Batch | undefined): Promise<Batch | undefined> {
    const next = this.#take();
    const writing = next && this.#write(next);
    if (last !== undefined) this.#sequence(last);
    try {
      await writing;
    } catch (error) {
      this.stop(String(error));
    }
    if (next !== undefined) this.#settle(next);
    return this.#stopped === undefined ? next : undefined;
  }

  /** Those of the queue who fit into one frame. */
  #fitting(): readonly Waiting[] {
    let [count, bytes] = [0, 0];
    for (; count < this.#queue.length && bytes < frameLimit; count += 1) {
      for (const entry of this.#queue[count]?.group.entries ?? []) bytes += entry.payload.length + overhead;
    }
    return this.#queue.splice(0, count);
  }

  /** Makes the next frame of those that wait; undefined when nobody does. */
  #take(): Batch | undefined {
    if (this.#queue.length === 0) return undefined;
    const waiting = this.#fitting();
    const [entries, keys, forgotten]: [SealedEntry[], KeySlot[], KeySlot[]] = [[], [], []];
    for (const one of waiting) {
      for (const entry of one.group.entries) entries.push(entry);
      for (const slot of one.slots) keys.push(slot);
      for (const slot of one.forgotten ?? []) forgotten.push(slot);
    }
    this.#frame += 1;
    const frame: Frame = { number: this.#frame, entries, keys, forgotten };
    const bytes = this.#parts.journal.room(frameLength(frame));
    const starts = putFrame(bytes, frame, crc32);
    return { waiting, frame, bytes, starts, location: 0 };
  }

  /**
   * Keys and frame are synced side by side. When a crash leaves the frame without its keys, recovery sees that they are
   * missing and cuts the frame off; the other way round, it wipes keys that no frame names.
   */
  async #write(batch: Batch): Promise<void> {
    const { keys, journal } = this.#parts;
    const { frame, bytes, waiting } = batch;
    batch.location = await journal.place(bytes.length);
    const brought = frame.keys.length === 0 ? [] : waiting.flatMap((one) => one.group.keys);
    await Promise.all([journal.write(bytes), keys.write(frame.keys, brought)]);
  }

  /** Tells those who waited; what was written can be read from now on. */
  #settle(batch: Batch): void {
    if (this.#stopped === undefined) {
      this.#place(batch);
      this.#slots += batch.frame.keys.length;
      this.#wipe(batch);
    }
    for (const one of batch.waiting) {
      if (this.#stopped !== undefined || one.forgotten === undefined) one.settle(this.#stopped);
    }
  }

  #place({ starts, bytes, location, waiting }: Batch): void {
    let index = 0;
    for (const { owners } of waiting) {
      for (const owner of owners) {
        const at = starts[index] ?? 0;
        index += 1;
        const place = { location: location + at, length: (starts[index] ?? 0) - at };
        this.#parts.index.place(owner, place, bytes, headerAt(at));
      }
    }
  }

  /**
   * Overwrites the keys that a frame forgot, after the frame says so on stable storage: should a crash tear a slot, recovery
   * knows that it is to be gone. Meanwhile the next frames are written; only who forgets waits for this.
   */
  #wipe({ frame, waiting }: Batch): void {
    const forgetting = waiting.filter((one) => one.forgotten !== undefined);
    if (forgetting.length === 0) return;
    const before = this.#wiping;
    const wipe = async (): Promise<boolean> => {
      let whole = await before;
      try {
        if (frame.forgotten.length > 0) await this.#parts.keys.destroy(frame.forgotten);
      } catch (error) {
        whole = false;
        this.stop(String(error));
      }
      for (const one of forgetting) one.settle(whole ? undefined : this.#stopped);
      return whole;
    };
    this.#wiping = wipe();
  }

  /** Gives positions to what has landed. */
  #sequence({ starts, bytes, location, frame }: Batch): void {
    const { sequence } = this.#parts;
    const entries = starts.length - 1;
    for (let index = 0; index < entries; index += 1) sequence.add(headerBytesAt(bytes, starts[index] ?? 0));
    const end = location + bytes.length;
    this.#events.landed({ end, frame: frame.number, slots: this.#slots, entries, wiped: this.#wiping });
    if (entries > 0) this.#events.sequenced(sequence.size);
  }
}
