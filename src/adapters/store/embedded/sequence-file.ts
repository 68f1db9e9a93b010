import type { Hash } from '#kernel';
import { Frontier, type Head, hexAt, Sequence } from '#ledger';
import type { DiskFile } from './disk.ts';

/** A record for each position: the entry's leaf hash and the chain after it. */
const recordLength = 64;

/** Where a sequence stands. */
export interface SequenceState {
  readonly size: number;
  readonly chain: Uint8Array;
  readonly edge: readonly Uint8Array[];
}

/** Positions, chain and leaves. All of it can be made again from the journal; it is synced at checkpoints only. */
export class SequenceFile {
  readonly #file: DiskFile;
  readonly #sequence: Sequence;
  #unsaved = new Uint8Array(recordLength * 256);
  #unsavedCount = 0;
  readonly #hash: Hash;
  #saved: SequenceState;

  constructor(file: DiskFile, hash: Hash, sequence: Sequence = new Sequence(hash)) {
    this.#file = file;
    this.#hash = hash;
    this.#sequence = sequence;
    this.#saved = this.current;
  }

  /** The chain and the tree's right edge over everything that was added, written or not. */
  get current(): SequenceState {
    return { size: this.#sequence.size, chain: this.#sequence.chain, edge: [...this.#sequence.edge] };
  }

  /** How many were added and not yet written. */
  get unsaved(): number {
    return this.#unsavedCount;
  }

  /** Positions that can be read, and the chain and the tree's right edge over them. */
  get saved(): SequenceState {
    return this.#saved;
  }

  head(): Head {
    const { size, chain, edge } = this.#saved;
    const root = new Frontier(this.#hash, size, edge).root();
    return { size, chain: hexAt(chain, 0, 32), root: hexAt(root, 0, 32) };
  }

  /** Gives the next position to the entry with this header. */
  add(header: Uint8Array): void {
    if ((this.#unsavedCount + 1) * recordLength > this.#unsaved.length) {
      const larger = new Uint8Array(this.#unsaved.length * 2);
      larger.set(this.#unsaved);
      this.#unsaved = larger;
    }
    const at = this.#unsavedCount * recordLength;
    this.#unsaved.set(this.#sequence.add(header), at);
    this.#unsaved.set(this.#sequence.chain, at + 32);
    this.#unsavedCount += 1;
  }

  #saving: Promise<void> = Promise.resolve();

  /** Writes what was added, so that it can be read. One caller at a time. */
  save(): Promise<void> {
    this.#saving = this.#save();
    return this.#saving;
  }

  /** Resolves when what is being written has been. */
  saving(): Promise<void> {
    return this.#saving;
  }

  async #save(): Promise<void> {
    const count = this.#unsavedCount;
    if (count === 0) return;
    await this.#file.write(this.#unsaved.subarray(0, count * recordLength), this.#saved.size * recordLength);
    this.#saved = this.current;
    this.#unsavedCount = 0;
  }

  /** The chain after each of `count` positions above `after`. */
  async chains(after: number, count: number): Promise<readonly string[]> {
    const bytes = Buffer.allocUnsafe(count * recordLength);
    await this.#file.read(bytes, after * recordLength);
    return Array.from({ length: count }, (_, index) => hexAt(bytes, index * recordLength + 32, 32));
  }

  /** The leaf hash at a position counted from 0, and what follows, up to `count` of them. */
  async leaves(from: number, count: number): Promise<readonly Uint8Array[]> {
    const bytes = new Uint8Array(count * recordLength);
    await this.#file.read(bytes, from * recordLength);
    return Array.from({ length: count }, (_, index) => bytes.slice(index * recordLength, index * recordLength + 32));
  }

  sync(): Promise<void> {
    return this.#file.sync();
  }

  close(): Promise<void> {
    return this.#file.close();
  }
}
