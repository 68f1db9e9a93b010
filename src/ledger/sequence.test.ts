import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { encodeUtf8, type Hash, toHex } from '#kernel';
import { Frontier, leafHash } from './merkle.ts';
import { chainStart, nextChain, Sequence } from './sequence.ts';

const hash: Hash = {
  sha256: (...parts) => new Uint8Array(createHash('sha256').update(Buffer.concat(parts)).digest()),
};
const sha = (hex: string): string => createHash('sha256').update(Buffer.from(hex, 'hex')).digest('hex');

test('chain and leaf are the hashes that are written down', () => {
  const sequence = new Sequence(hash);
  expect(sequence.head()).toEqual({ size: 0, chain: '0'.repeat(64), root: sha('') });
  const leaf = sequence.add(encodeUtf8('a'));
  expect(toHex(leaf)).toBe(sha('0061'));
  expect(sequence.head()).toEqual({ size: 1, chain: sha('0'.repeat(64) + sha('0061')), root: sha('0061') });
  const first = sequence.head().chain;
  sequence.addLeaf(leafHash(hash, encodeUtf8('b')));
  expect(sequence.head()).toEqual({
    size: 2,
    chain: sha(first + sha('0062')),
    root: sha(`01${sha('0061')}${sha('0062')}`),
  });
  expect(toHex(sequence.chain)).toBe(
    toHex(nextChain(hash, Buffer.from(first, 'hex'), leafHash(hash, encodeUtf8('b')))),
  );
  expect(toHex(chainStart)).toBe('0'.repeat(64));
});

test('it goes on from where another left off', () => {
  const [whole, first] = [new Sequence(hash), new Sequence(hash)];
  for (let number = 0; number < 23; number += 1) {
    whole.add(encodeUtf8(`entry ${number}`));
    if (number < 13) first.add(encodeUtf8(`entry ${number}`));
  }
  const second = new Sequence(hash, new Frontier(hash, first.size, first.edge), first.chain);
  for (let number = 13; number < 23; number += 1) second.add(encodeUtf8(`entry ${number}`));
  expect(second.head()).toEqual(whole.head());
  expect(second.size).toBe(23);
});
