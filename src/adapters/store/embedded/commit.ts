import { crc32 } from 'node:zlib';
import { type Frame, frameLength, type Group, headerBytesAt, type KeySlot, putFrame } from '#ledger';
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
  readonly slots: readonly KeySlot[];
  readonly forgotten: readonly KeySlot[];
  /** Hears that all is on stable storage, or why it never will be. */
  readonly settle: (cause: string | undefined) => void;
}

/** A frame that is on stable storage and has its positions: what a checkpoint may build on. */
export interface Landed {
  readonly end: number;
  readonly frame: number;
  readonly slots: number;
  readonly entries: number;
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
  /** Two in turn: one is being written while the other is being sequenced. */
  readonly #buffers: [Uint8Array, Uint8Array] = [new Uint8Array(frameLimit / 8), new Uint8Array(frameLimit / 8)];
  #queue: Waiting[] = [];
  #running: Promise<void> | undefined;
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
  }

  async #run(): Promise<void> {
    let last: Batch | undefined;
    let side: 0 | 1 = 0;
    do {
      // One turn of the loop, so that everyone who was just answered can come back into the next frame.
      await turn();
      last = await this.#round(side, last);
      side = side === 0 ? 1 : 0;
    } while (last !== undefined || this.#queue.length > 0);
    this.#running = undefined;
  }

  /** Writes the next frame, and meanwhile gives positions to the last one. */
  async #round(side: 0 | 1, last: Batch | undefined): Promise<Batch | undefined> {
    const next = this.#take(side);
    const writing = next && this.#write(next);
    const sequencing = last && this.#sequence(last);
    try {
      await Promise.all([writing, sequencing]);
    } catch (error) {
      this.stop(String(error));
    }
    if (next !== undefined) this.#settle(next);
    return this.#stopped === undefined ? next : undefined;
  }

  /** Makes the next frame of those that wait; undefined when nobody does. */
  #take(side: 0 | 1): Batch | undefined {
    if (this.#queue.length === 0) return undefined;
    let [count, bytes] = [0, 0];
    for (; count < this.#queue.length && bytes < frameLimit; count += 1) {
      for (const entry of this.#queue[count]?.group.entries ?? []) bytes += entry.payload.length + overhead;
    }
    const waiting = this.#queue.splice(0, count);
    this.#frame += 1;
    const frame: Frame = {
      number: this.#frame,
      entries: waiting.flatMap((one) => one.group.entries),
      keys: waiting.flatMap((one) => one.slots),
      forgotten: waiting.flatMap((one) => one.forgotten),
    };
    const length = frameLength(frame);
    const buffer = this.#buffer(side, length);
    const starts = putFrame(buffer, frame, crc32);
    return { waiting, frame, bytes: buffer.subarray(0, length), starts, location: 0 };
  }

  #buffer(side: 0 | 1, length: number): Uint8Array {
    if (this.#buffers[side].length >= length) return this.#buffers[side];
    const buffer = new Uint8Array(length);
    // A single huge message does not keep its buffer.
    if (length <= 2 * frameLimit) this.#buffers[side] = buffer;
    return buffer;
  }

  /**
   * Keys and frame are synced side by side. When a crash leaves the frame without its keys, recovery sees that they are
   * missing and cuts the frame off; the other way round, it wipes keys that no frame names.
   */
  async #write(batch: Batch): Promise<void> {
    const { keys, journal } = this.#parts;
    const { frame, bytes, waiting } = batch;
    batch.location = await journal.place(bytes.length);
    const storeKeys = async (): Promise<void> => {
      await keys.write(
        frame.keys,
        waiting.flatMap((one) => one.group.keys),
      );
      await keys.sync();
    };
    await Promise.all([journal.write(bytes), frame.keys.length > 0 ? storeKeys() : undefined]);
    if (frame.forgotten.length > 0) await keys.destroy(frame.forgotten);
  }

  /** Tells those who waited; what was written can be read from now on. */
  #settle({ starts, bytes, location, waiting, frame }: Batch): void {
    if (this.#stopped === undefined) {
      for (let index = 0; index + 1 < starts.length; index += 1) {
        const at = starts[index] ?? 0;
        const place = { location: location + at, length: (starts[index + 1] ?? 0) - at };
        this.#parts.index.place(headerBytesAt(bytes, at), place);
      }
      this.#slots += frame.keys.length;
    }
    for (const one of waiting) one.settle(this.#stopped);
  }

  /** Gives positions to what has landed; the checkpoint is told when their writing has begun, so that it can wait for it. */
  async #sequence({ starts, bytes, location, frame }: Batch): Promise<void> {
    const { sequence } = this.#parts;
    const entries = starts.length - 1;
    for (let index = 0; index < entries; index += 1) sequence.add(headerBytesAt(bytes, starts[index] ?? 0));
    const saved = sequence.save();
    this.#events.landed({ end: location + bytes.length, frame: frame.number, slots: this.#slots, entries });
    await saved;
    if (entries > 0) this.#events.sequenced(sequence.saved.size);
  }
}
