import type { Hash } from '#kernel';
import { hexAt } from './bytes.ts';
import { Frontier, leafHash } from './merkle.ts';
import type { Head } from './store.ts';

/** The chain before the first entry: 32 zero bytes. */
export const chainStart: Uint8Array = new Uint8Array(32);

/** The chain after one more entry: the hash of the chain before it and of the entry's leaf. */
export const nextChain = (hash: Hash, chain: Uint8Array, leaf: Uint8Array): Uint8Array => hash.sha256(chain, leaf);

/** Gives places: the chain and the tree over header bytes, in the one order of the node. */
export class Sequence {
  readonly #hash: Hash;
  #frontier: Frontier;
  #chain: Uint8Array;

  /** Starts empty, or where `frontier` and `chain` left off. */
  constructor(hash: Hash, frontier: Frontier = new Frontier(hash), chain: Uint8Array = chainStart) {
    this.#hash = hash;
    this.#frontier = frontier;
    this.#chain = chain;
  }

  get size(): number {
    return this.#frontier.size;
  }

  get chain(): Uint8Array {
    return this.#chain;
  }

  get edge(): readonly Uint8Array[] {
    return this.#frontier.edge;
  }

  /** Adds one entry by its header's bytes; returns its leaf hash. Its position is the size afterwards. */
  add(header: Uint8Array): Uint8Array {
    const leaf = leafHash(this.#hash, header);
    this.addLeaf(leaf);
    return leaf;
  }

  /** Adds one entry by its leaf hash. */
  addLeaf(leaf: Uint8Array): void {
    this.#frontier.add(leaf);
    this.#chain = nextChain(this.#hash, this.#chain, leaf);
  }

  head(): Head {
    return { size: this.size, chain: hexAt(this.#chain, 0, 32), root: hexAt(this.#frontier.root(), 0, 32) };
  }
}
