import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeUtf8, type Hash, toHex } from '#kernel';
import { Frontier, leafHash, nodeHash } from './merkle.ts';
import { consistencyProof, inclusionProof, type NodeAt, verifyConsistency, verifyInclusion } from './proof.ts';

const hash: Hash = {
  sha256: (...parts) => new Uint8Array(createHash('sha256').update(Buffer.concat(parts)).digest()),
};

/** The definition of RFC 6962 section 2.1, written as it stands there. */
function definition(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return hash.sha256();
  const [only] = leaves;
  if (leaves.length === 1 && only !== undefined) return only;
  let half = 1;
  while (half * 2 < leaves.length) half *= 2;
  return nodeHash(hash, definition(leaves.slice(0, half)), definition(leaves.slice(half)));
}

const leavesOf = (size: number): Uint8Array[] =>
  Array.from({ length: size }, (_, index) => leafHash(hash, encodeUtf8(`leaf ${index}`)));

/** Asks only for complete subtrees inside the tree, as the port promises. */
const nodesOf =
  (leaves: readonly Uint8Array[]): NodeAt =>
  async (level, index) => {
    const width = 2 ** level;
    expect((index + 1) * width).toBeLessThanOrEqual(leaves.length);
    return definition(leaves.slice(index * width, (index + 1) * width));
  };

const sizes = fc.integer({ min: 1, max: 70 });
const flipped = (bytes: Uint8Array): Uint8Array => Uint8Array.from(bytes, (byte, at) => (at === 7 ? byte ^ 1 : byte));

test('the frontier has the root of the definition at each size, and goes on from its edge', () => {
  const leaves = leavesOf(70);
  let frontier = new Frontier(hash);
  for (let size = 0; size <= leaves.length; size += 1) {
    expect(toHex(frontier.root())).toBe(toHex(definition(leaves.slice(0, size))));
    expect(frontier.size).toBe(size);
    frontier = new Frontier(hash, size, frontier.edge);
    const kept: string[] = [];
    frontier.add(leaves[size] ?? leafHash(hash, encodeUtf8('more')), (level, index, node) => {
      kept.push(`${level} ${index}`);
      const width = 2 ** level;
      if (size < 70) expect(toHex(node)).toBe(toHex(definition(leaves.slice(index * width, (index + 1) * width))));
    });
    expect(kept[0]).toBe(`0 ${size}`);
  }
});

test('every leaf of every tree is proved, and no other leaf, place, size or root by that proof', async () => {
  await fc.assert(
    fc.asyncProperty(sizes, fc.nat(), async (size, place) => {
      const index = place % size;
      const leaves = leavesOf(size);
      const root = definition(leaves);
      const proof = await inclusionProof(hash, index, size, nodesOf(leaves));
      const claim = { leaf: leaves[index] as Uint8Array, index, size, root, proof };
      expect(verifyInclusion(hash, claim)).toBe(true);
      expect(verifyInclusion(hash, { ...claim, leaf: flipped(claim.leaf) })).toBe(false);
      expect(verifyInclusion(hash, { ...claim, root: flipped(root) })).toBe(false);
      expect(verifyInclusion(hash, { ...claim, index: size })).toBe(false);
      expect(verifyInclusion(hash, { ...claim, index: -1 })).toBe(false);
      expect(verifyInclusion(hash, { ...claim, proof: [...proof, root] })).toBe(false);
      if (proof.length > 0) {
        expect(verifyInclusion(hash, { ...claim, proof: proof.slice(1) })).toBe(false);
        expect(verifyInclusion(hash, { ...claim, proof: proof.map(flipped) })).toBe(false);
        expect(verifyInclusion(hash, { ...claim, proof: proof.map((one) => one.slice(1)) })).toBe(false);
      }
      if (index % 2 === 1) expect(verifyInclusion(hash, { ...claim, index: index - 1 })).toBe(false);
    }),
  );
});

test('every tree continues each of its beginnings, and no other one', async () => {
  await fc.assert(
    fc.asyncProperty(sizes, fc.nat(), async (size, place) => {
      const oldSize = (place % size) + 1;
      const leaves = leavesOf(size);
      const root = definition(leaves);
      const oldRoot = definition(leaves.slice(0, oldSize));
      const proof = await consistencyProof(hash, oldSize, size, nodesOf(leaves));
      const claim = { oldSize, size, oldRoot, root, proof };
      expect(verifyConsistency(hash, claim)).toBe(true);
      expect(verifyConsistency(hash, { ...claim, oldRoot: flipped(oldRoot) })).toBe(false);
      expect(verifyConsistency(hash, { ...claim, root: flipped(root) })).toBe(false);
      expect(verifyConsistency(hash, { ...claim, oldSize: 0 })).toBe(false);
      expect(verifyConsistency(hash, { ...claim, oldSize: size + 1 })).toBe(false);
      expect(verifyConsistency(hash, { ...claim, proof: [...proof, root] })).toBe(false);
      if (proof.length > 0) {
        expect(verifyConsistency(hash, { ...claim, proof: [] })).toBe(false);
        expect(verifyConsistency(hash, { ...claim, proof: proof.slice(1) })).toBe(false);
        expect(verifyConsistency(hash, { ...claim, proof: proof.map(flipped) })).toBe(false);
      }
    }),
  );
});

test('nothing is proved from the empty tree', () => {
  const root = hash.sha256();
  expect(verifyConsistency(hash, { oldSize: 0, size: 0, oldRoot: root, root, proof: [] })).toBe(false);
});
