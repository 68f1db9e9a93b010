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
import type { Pace } from './pace.ts';
import type { SequenceFile } from './sequence-file.ts';

/** What a commit writes to. */
export interface CommitParts {
  readonly journal: Journal;
  readonly keys: KeyFile;
  readonly index: EntryIndex;
  readonly sequence: SequenceFile;
  readonly pace: Pace;
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
  /** Resolves when the frame is on stable storage, or the committer has stopped because it never will be. */
  written: Promise<void>;
  /** Those at the front who have been told. */
  told: number;
}

/** A frame takes waiters up to about this many bytes, so that none waits for megabytes of others. */
const frameLimit = 4 * 1024 * 1024;
/** What a frame adds to a payload, generously. */
const overhead = 256;

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Group commit. All that wait share one frame and one sync; while the disk works on a frame, the one before it gets its
 * positions. What failed once is never tried again: after a failed sync nobody knows what the disk holds, so it stops.
 *
 * Mostly the disk is slower than those it answers: then everyone who was answered is waited for, one turn of the loop, so
 * that few syncs serve many. When there are so many that the disk would stand idle while they work, half of them are
 * answered while it writes for the other half.
 */
export class Committer {
  readonly #parts: CommitParts;
  readonly #events: CommitEvents;
  readonly #pace: Pace;
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
    this.#pace = parts.pace;
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
    let ahead: Batch | undefined;
    do {
      const since = this.#pace.now();
      // One turn of the loop, so that everyone who was just answered can come back into the next frame.
      await turn();
      if (last !== undefined) this.#pace.worked(since, last.told);
      const next = ahead ?? this.#begin();
      if (last !== undefined) this.#finish(last);
      await next?.written;
      ahead = next && this.#land(next);
      last = this.#stopped === undefined ? next : undefined;
    } while (last !== undefined || ahead !== undefined || this.#queue.length > 0);
    this.#running = undefined;
  }

  /** What is left to do of a frame that has landed, while the disk works on the next one. */
  #finish(batch: Batch): void {
    this.#tell(batch, batch.waiting.length);
    this.#sequence(batch);
  }

  /** Those of the queue who fit into one frame. */
  #fitting(): readonly Waiting[] {
    let [count, bytes] = [0, 0];
    for (; count < this.#queue.length && bytes < frameLimit; count += 1) {
      for (const entry of this.#queue[count]?.group.entries ?? []) bytes += entry.payload.length + overhead;
    }
    return this.#queue.splice(0, count);
  }

  /** Makes the next frame of those that wait and begins to write it; undefined when nobody does. */
  #begin(): Batch | undefined {
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
    const batch: Batch = { waiting, frame, bytes, starts, location: 0, written: Promise.resolve(), told: 0 };
    batch.written = this.#write(batch);
    return batch;
  }

  /**
   * Keys and frame are synced side by side. When a crash leaves the frame without its keys, recovery sees that they are
   * missing and cuts the frame off; the other way round, it wipes keys that no frame names.
   */
  async #write(batch: Batch): Promise<void> {
    const { keys, journal } = this.#parts;
    const { frame, bytes, waiting } = batch;
    const since = this.#pace.now();
    try {
      batch.location = await journal.place(bytes.length);
      const brought = frame.keys.length === 0 ? [] : waiting.flatMap((one) => one.group.keys);
      await Promise.all([journal.write(bytes), keys.write(frame.keys, brought)]);
      this.#pace.wrote(since);
    } catch (error) {
      this.stop(String(error));
    }
  }

  /**
   * Takes in what was written, which can be read from now on, and tells those who waited. Where it is crowded the next
   * frame, which is returned, is on its way before that; when nobody waits for one, only half of them are told as yet.
   */
  #land(batch: Batch): Batch | undefined {
    const count = batch.waiting.length;
    if (this.#stopped !== undefined) {
      for (const one of batch.waiting) one.settle(this.#stopped);
      return undefined;
    }
    const crowded = this.#pace.crowded(count + this.#queue.length);
    const ahead = crowded ? this.#begin() : undefined;
    this.#place(batch);
    this.#slots += batch.frame.keys.length;
    this.#wipe(batch);
    this.#tell(batch, crowded && ahead === undefined ? count >> 1 : count);
    return ahead;
  }

  /** Tells those before `until`; who forgets hears when it is done. */
  #tell(batch: Batch, until: number): void {
    for (; batch.told < until; batch.told += 1) {
      const one = batch.waiting[batch.told];
      if (one?.forgotten === undefined) one?.settle(undefined);
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
