import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCrypto } from '#adapters';
import { fromHex, toHex } from '#kernel';
import { Frontier, leafHash, verifyConsistency, verifyInclusion } from '#ledger';
import type { Conformance } from '../kind.ts';

interface Roots {
  readonly leaf_inputs_hex: readonly string[];
  readonly root_hex_by_size: readonly string[];
}

interface Proof {
  readonly case: string;
  readonly proof: readonly string[] | null;
  readonly wantErr: boolean;
}
interface Inclusion extends Proof {
  readonly leafIdx: number;
  readonly treeSize: number;
  readonly root: string;
  readonly leafHash: string;
}
interface Consistency extends Proof {
  readonly size1: number;
  readonly size2: number;
  readonly root1: string;
  readonly root2: string;
}

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));

/**
 * Roots, inclusion and consistency proofs of RFC 6962 as transparency-dev publishes them; a sample is a root or a case,
 * and the false ones must be refused. Their subtree cases belong to a later draft, whose proofs the ledger does not make.
 */
export async function run(folder: string): Promise<Conformance> {
  const hash = (await loadCrypto()).createSha256();
  const read = <Value>(name: string): Value => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Value;
  const roots = read<Roots>('roots.json');
  const frontier = new Frontier(hash);
  const rightRoots = roots.root_hex_by_size.map((root, size) => {
    const leaf = roots.leaf_inputs_hex[size - 1];
    if (leaf !== undefined) frontier.add(leafHash(hash, fromHex(leaf) ?? new Uint8Array()));
    return { name: `root of ${size}`, right: toHex(frontier.root()) === root };
  });
  const inclusions = read<readonly Inclusion[]>('inclusion.json').map((one) => {
    const proof = (one.proof ?? []).map(bytes);
    const claim = { leaf: bytes(one.leafHash), index: one.leafIdx, size: one.treeSize, root: bytes(one.root), proof };
    return { name: one.case, right: verifyInclusion(hash, claim) === !one.wantErr };
  });
  const consistencies = read<readonly Consistency[]>('consistency.json').map((one) => {
    const [oldRoot, root] = [bytes(one.root1), bytes(one.root2)];
    const claim = { oldSize: one.size1, size: one.size2, oldRoot, root, proof: (one.proof ?? []).map(bytes) };
    return { name: one.case, right: verifyConsistency(hash, claim) === !one.wantErr };
  });
  const all = [...rightRoots, ...inclusions, ...consistencies];
  const failures = all.filter(({ right }) => !right).map(({ name }) => name);
  return { found: all.length, passed: all.length - failures.length, failures };
}
