import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadCrypto } from '#adapters';
import { fromHex, toHex } from '#kernel';
import { Frontier, leafHash, verifyConsistency, verifyInclusion } from '#ledger';

const folder = join(process.env['TRIPOINT_DATA'] ?? '../shared/data', 'exchange/merkle-rfc6962');
const hash = (await loadCrypto()).createSha256();
const read = <Value>(name: string): Value => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Value;
const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text ?? '', 'base64'));

interface InclusionCase {
  readonly case: string;
  readonly leafIdx: number;
  readonly treeSize: number;
  readonly root: string;
  readonly leafHash: string;
  readonly proof: readonly string[] | null;
  readonly wantErr: boolean;
}
interface ConsistencyCase {
  readonly case: string;
  readonly size1: number;
  readonly size2: number;
  readonly root1: string;
  readonly root2: string;
  readonly proof: readonly string[] | null;
  readonly wantErr: boolean;
}

describe('RFC 6962 vectors of transparency-dev', () => {
  test('roots of each size', () => {
    const { leaf_inputs_hex: leaves, root_hex_by_size: roots } = read<{
      leaf_inputs_hex: string[];
      root_hex_by_size: string[];
    }>('roots.json');
    const frontier = new Frontier(hash);
    expect(toHex(frontier.root())).toBe(roots[0]);
    leaves.forEach((leaf, index) => {
      frontier.add(leafHash(hash, fromHex(leaf) ?? new Uint8Array()));
      expect(toHex(frontier.root())).toBe(roots[index + 1]);
    });
  });

  test('every inclusion case', () => {
    const cases = read<InclusionCase[]>('inclusion.json');
    expect(cases.length).toBeGreaterThan(50);
    for (const one of cases) {
      const proof = (one.proof ?? []).map(bytes);
      const claim = { leaf: bytes(one.leafHash), index: one.leafIdx, size: one.treeSize, root: bytes(one.root), proof };
      expect(verifyInclusion(hash, claim), one.case).toBe(!one.wantErr);
    }
  });

  test('every consistency case', () => {
    const cases = read<ConsistencyCase[]>('consistency.json');
    expect(cases.length).toBeGreaterThan(50);
    for (const one of cases) {
      const [oldRoot, root] = [bytes(one.root1), bytes(one.root2)];
      const claim = { oldSize: one.size1, size: one.size2, oldRoot, root, proof: (one.proof ?? []).map(bytes) };
      expect(verifyConsistency(hash, claim), one.case).toBe(!one.wantErr);
    }
  });
});
