import type { Hash } from '#kernel';
import { nodeHash } from './merkle.ts';

/**
 * Where proofs come from: the hash of the complete subtree at `level` (0 is a leaf) and `index` (the subtree covers the
 * leaves from index x 2^level on). It is asked only for subtrees that lie inside the tree.
 */
export type NodeAt = (level: number, index: number) => Promise<Uint8Array>;

/** The largest power of two below `size` (RFC 6962 section 2.1). */
function split(size: number): number {
  let half = 1;
  while (half * 2 < size) half *= 2;
  return half;
}

async function subtree(hash: Hash, start: number, size: number, at: NodeAt): Promise<Uint8Array> {
  const level = Math.log2(size);
  if (Number.isInteger(level)) return at(level, start / size);
  const half = split(size);
  return nodeHash(hash, await subtree(hash, start, half, at), await subtree(hash, start + half, size - half, at));
}

/** That the leaf at `index` (from 0) is in the tree of `size` leaves: RFC 6962 section 2.1.1, nearest hash first. */
export async function inclusionProof(hash: Hash, index: number, size: number, at: NodeAt): Promise<Uint8Array[]> {
  const path: Uint8Array[] = [];
  let [start, length] = [0, size];
  while (length > 1) {
    const half = split(length);
    const left = index < start + half;
    path.push(await (left ? subtree(hash, start + half, length - half, at) : subtree(hash, start, half, at)));
    if (!left) start += half;
    length = left ? half : length - half;
  }
  return path.reverse();
}

/** That the tree of `size` leaves continues the one of `oldSize`: RFC 6962 section 2.1.2. Sizes from 1, old not above new. */
export async function consistencyProof(hash: Hash, oldSize: number, size: number, at: NodeAt): Promise<Uint8Array[]> {
  const path: Uint8Array[] = [];
  let [start, length, old, whole] = [0, size, oldSize, true];
  while (old < length) {
    const half = split(length);
    const left = old <= half;
    path.push(await (left ? subtree(hash, start + half, length - half, at) : subtree(hash, start, half, at)));
    if (!left) {
      start += half;
      old -= half;
      whole = false;
    }
    length = left ? half : length - half;
  }
  if (!whole) path.push(await subtree(hash, start, length, at));
  return path.reverse();
}

const same = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, at) => byte === b[at]);

/** The claim that a leaf stands in a tree. */
export interface Inclusion {
  readonly leaf: Uint8Array;
  readonly index: number;
  readonly size: number;
  readonly root: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

const stands = ({ leaf, index, size }: Inclusion): boolean =>
  Number.isSafeInteger(index) && index >= 0 && index < size && leaf.length === 32;

/** Checks an inclusion proof (RFC 9162 section 2.1.3.2). */
export function verifyInclusion(hash: Hash, claim: Inclusion): boolean {
  const { leaf, index, size, root, proof } = claim;
  if (!stands(claim)) return false;
  let [node, at, last] = [leaf, index, size - 1];
  for (const other of proof) {
    if (last === 0 || other.length !== 32) return false;
    if (at % 2 === 1 || at === last) {
      node = nodeHash(hash, other, node);
      [at, last] = climb(at, last);
    } else node = nodeHash(hash, node, other);
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && same(node, root);
}

/** Skips the levels on which a node at the right edge has no partner. */
function climb(at: number, last: number): [number, number] {
  let [place, edge] = [at, last];
  while (place % 2 === 0 && place !== 0) [place, edge] = [Math.floor(place / 2), Math.floor(edge / 2)];
  return [place, edge];
}

/** The claim that a tree continues an older one. */
export interface Consistency {
  readonly oldSize: number;
  readonly size: number;
  readonly oldRoot: Uint8Array;
  readonly root: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/**
 * Checks a consistency proof (RFC 9162 section 2.1.4.2). A proof from the empty tree says nothing and is refused, as the
 * transparency-dev vectors mark it.
 */
export function verifyConsistency(hash: Hash, claim: Consistency): boolean {
  const { oldSize, size, oldRoot, root, proof } = claim;
  if (!Number.isSafeInteger(oldSize) || oldSize < 1 || oldSize > size) return false;
  if (oldSize === size) return proof.length === 0 && same(oldRoot, root);
  const path = Number.isInteger(Math.log2(oldSize)) ? [oldRoot, ...proof] : proof;
  const [first, ...rest] = path;
  if (first === undefined || proof.length === 0) return false;
  return joins(hash, claim, first, rest);
}

function joins(hash: Hash, claim: Consistency, first: Uint8Array, rest: readonly Uint8Array[]): boolean {
  let [at, last] = [claim.oldSize - 1, claim.size - 1];
  while (at % 2 === 1) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  let [old, now] = [first, first];
  for (const other of rest) {
    if (last === 0 || other.length !== 32) return false;
    if (at % 2 === 1 || at === last) {
      [old, now] = [nodeHash(hash, other, old), nodeHash(hash, other, now)];
      [at, last] = climb(at, last);
    } else now = nodeHash(hash, now, other);
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && same(old, claim.oldRoot) && same(now, claim.root);
}
