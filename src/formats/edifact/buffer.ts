import type { Tape } from './tape.ts';

/**
 * The bytes that a tape looks at, as chunks come in. A chunk that follows nothing is looked at where it is, without a
 * copy; what is left of it when the next comes is moved to a buffer that grows by doubling.
 */
export class ChunkBuffer {
  readonly #tape: Tape;
  /** Bytes in use, from 0. */
  length = 0;
  /** Where byte 0 stands in the lodgement. */
  base = 0;
  #owned = false;
  #added = 0;

  constructor(tape: Tape) {
    this.#tape = tape;
  }

  /** Bytes in use that were lodged: all but the terminators that the reader added. */
  get lodged(): number {
    return this.length - this.#added;
  }

  /** Adds terminators, so that an unfinished segment can be read. */
  terminate(count: number, keep: number): void {
    this.append(new Uint8Array(count).fill(this.#tape.characters.terminator), keep);
    this.#added = count;
  }

  /** Adds a chunk. `keep` is the first byte that is still needed. */
  append(chunk: Uint8Array, keep: number): void {
    const tape = this.#tape;
    if (keep >= this.length) {
      this.#release(this.length);
      tape.bytes = chunk;
      this.length = chunk.length;
      this.#owned = false;
      return;
    }
    const needed = this.length - keep + chunk.length;
    if (this.#owned && this.length + chunk.length <= tape.bytes.length) {
      tape.bytes.set(chunk, this.length);
      this.length += chunk.length;
      return;
    }
    const fits = this.#owned && needed <= tape.bytes.length;
    const bytes = fits ? tape.bytes : new Uint8Array(Math.max(needed, 2 * (this.length - keep), 65_536));
    if (fits) bytes.copyWithin(0, keep, this.length);
    else bytes.set(tape.bytes.subarray(keep, this.length));
    bytes.set(chunk, this.length - keep);
    tape.bytes = bytes;
    this.#owned = true;
    this.#release(keep);
    this.length = needed;
  }

  #release(keep: number): void {
    this.#tape.shift(keep);
    this.base += keep;
  }
}
