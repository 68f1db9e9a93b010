import type { Hash } from '#kernel';
import { type Head, hexAt, Sequence } from '#ledger';
import type { DiskFile } from './disk.ts';

/** A record for each position: the entry's leaf hash and the chain after it. */
const recordLength = 64;

/** Where a sequence stands. */
export interface SequenceState {
  readonly size: number;
  readonly chain: Uint8Array;
  readonly edge: readonly Uint8Array[];
}

const grownRecords = (): Uint8Array => new Uint8Array(recordLength * 1024);

/**
 * Positions, chain and leaves. All of it can be made again from the journal, so that it is written and synced at
 * checkpoints only; until then it is read from memory.
 */
export class SequenceFile {
  readonly #file: DiskFile;
  readonly #sequence: Sequence;
  /** Positions that the file holds; after these come those that are being written, then the fresh ones. */
  #kept: number;
  #writing: Uint8Array = new Uint8Array(0);
  #fresh = grownRecords();
  #freshLength = 0;

  constructor(file: DiskFile, hash: Hash, sequence: Sequence = new Sequence(hash)) {
    this.#file = file;
    this.#sequence = sequence;
    this.#kept = sequence.size;
  }

  get size(): number {
    return this.#sequence.size;
  }

  /** The chain and the tree's right edge over everything that was added, written or not. */
  get current(): SequenceState {
    return { size: this.#sequence.size, chain: this.#sequence.chain, edge: [...this.#sequence.edge] };
  }

  /** How many positions are not in the file. */
  get unsaved(): number {
    return this.#sequence.size - this.#kept;
  }

  head(): Head {
    return this.#sequence.head();
  }

  /** Gives the next position to the entry with this header. */
  add(header: Uint8Array): void {
    if (this.#freshLength === this.#fresh.length) {
      const larger = new Uint8Array(this.#fresh.length * 2);
      larger.set(this.#fresh);
      this.#fresh = larger;
    }
    this.#fresh.set(this.#sequence.add(header), this.#freshLength);
    this.#fresh.set(this.#sequence.chain, this.#freshLength + 32);
    this.#freshLength += recordLength;
  }

  /** Writes what was added before the call. One caller at a time. */
  async save(): Promise<void> {
    this.#writing = this.#fresh.subarray(0, this.#freshLength);
    this.#fresh = grownRecords();
    this.#freshLength = 0;
    if (this.#writing.length > 0) await this.#file.write(this.#writing, this.#kept * recordLength);
    this.#kept += this.#writing.length / recordLength;
    this.#writing = new Uint8Array(0);
  }

  /** The chain after each of `count` positions above `after`; there must be so many. */
  async chains(after: number, count: number): Promise<readonly string[]> {
    const stored = Math.min(Math.max(this.#kept - after, 0), count);
    // Taken before anything is waited for: meanwhile the rest may move to the file.
    const rest = Array.from({ length: count - stored }, (_, index) => this.#chainInMemory(after + stored + index));
    if (stored === 0) return rest;
    const bytes = Buffer.allocUnsafe(stored * recordLength);
    await this.#file.read(bytes, after * recordLength);
    return [...Array.from({ length: stored }, (_, index) => hexAt(bytes, index * recordLength + 32, 32)), ...rest];
  }

  #chainInMemory(number: number): string {
    const at = (number - this.#kept) * recordLength + 32;
    const beyond = at - this.#writing.length;
    return beyond < 0 ? hexAt(this.#writing, at, 32) : hexAt(this.#fresh, beyond, 32);
  }

  sync(): Promise<void> {
    return this.#file.sync();
  }

  close(): Promise<void> {
    return this.#file.close();
  }
}
