import { type Hash, invariant } from '#kernel';

/** RFC 6962 section 2.1: leaves are hashed under 0x00, nodes under 0x01, so that neither passes for the other. */
const leafMark = Uint8Array.of(0);
const nodeMark = Uint8Array.of(1);

/** Hash of one leaf. */
export const leafHash = (hash: Hash, leaf: Uint8Array): Uint8Array => hash.sha256(leafMark, leaf);

/** Hash of an inner node. */
export const nodeHash = (hash: Hash, left: Uint8Array, right: Uint8Array): Uint8Array =>
  hash.sha256(nodeMark, left, right);

/**
 * The right edge of a growing tree: one hash for each complete subtree, the largest first. Adding a leaf costs two
 * hashes on the average, the root as many as the size has one-bits; memory is 32 bytes a bit of the size.
 */
export class Frontier {
  readonly #hash: Hash;
  #edge: Uint8Array[];
  #size: number;

  /** Starts empty, or where `edge` (of a tree of `size` leaves) left off. */
  constructor(hash: Hash, size = 0, edge: readonly Uint8Array[] = []) {
    this.#hash = hash;
    this.#size = size;
    this.#edge = [...edge];
  }

  get size(): number {
    return this.#size;
  }

  /** The hashes of the complete subtrees, to be kept and given back. */
  get edge(): readonly Uint8Array[] {
    return this.#edge;
  }

  /** Adds the hash of one leaf; `keep` hears each subtree that it completes, level 0 being the leaf itself. */
  add(leaf: Uint8Array, keep?: (level: number, index: number, node: Uint8Array) => void): void {
    let node = leaf;
    let index = this.#size;
    keep?.(0, index, node);
    for (let level = 1; index % 2 === 1; level += 1) {
      const left = this.#edge.pop();
      invariant(left !== undefined, 'an odd index has a left neighbour');
      node = nodeHash(this.#hash, left, node);
      index = Math.floor(index / 2);
      keep?.(level, index, node);
    }
    this.#edge.push(node);
    this.#size += 1;
  }

  /** The root; of no leaves it is the hash of nothing. */
  root(): Uint8Array {
    let node: Uint8Array | undefined;
    for (let at = this.#edge.length - 1; at >= 0; at -= 1) {
      const left = this.#edge[at];
      if (left !== undefined) node = node === undefined ? left : nodeHash(this.#hash, left, node);
    }
    return node ?? this.#hash.sha256();
  }
}
