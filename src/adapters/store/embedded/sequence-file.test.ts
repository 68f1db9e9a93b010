import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { encodeUtf8, type Hash } from '#kernel';
import { Sequence } from '#ledger';
import type { DiskFile } from './disk.ts';
import { SequenceFile } from './sequence-file.ts';

const hash: Hash = {
  sha256: (...parts) => new Uint8Array(createHash('sha256').update(Buffer.concat(parts)).digest()),
};

/** A file in memory whose writes can be held up. */
class SlowFile implements DiskFile {
  content = Buffer.alloc(0);
  held: (() => void) | undefined;
  hold = false;

  async size() {
    return this.content.length;
  }
  async read(into: Uint8Array, at: number) {
    const found = this.content.subarray(at, at + into.length);
    into.set(found);
    return found.length;
  }
  async write(bytes: Uint8Array, at: number) {
    const copy = bytes.slice();
    if (this.hold) {
      await new Promise<void>((resolve) => {
        this.held = resolve;
      });
    }
    const content = Buffer.alloc(Math.max(this.content.length, at + copy.length));
    content.set(this.content);
    content.set(copy, at);
    this.content = content;
  }
  writeThrough(bytes: Uint8Array, at: number) {
    return this.write(bytes, at);
  }
  async sync() {}
  async truncate() {}
  async close() {}
}

const entry = (number: number): Uint8Array => encodeUtf8(`entry ${number}`);

/** The chain after each of so many entries. */
function chainsOf(count: number): string[] {
  const sequence = new Sequence(hash);
  return Array.from({ length: count }, (_, number) => {
    sequence.add(entry(number));
    return sequence.head().chain;
  });
}

test('chains are read alike from the file, from what is being written and from memory', async () => {
  const expected = chainsOf(1400);
  const file = new SlowFile();
  const sequence = new SequenceFile(file, hash);
  const add = (from: number, end: number): void => {
    for (let number = from; number < end; number += 1) sequence.add(entry(number));
  };
  const check = async (): Promise<void> => {
    const { size } = sequence;
    expect(await sequence.chains(0, size)).toEqual(expected.slice(0, size));
    expect(await sequence.chains(size - 7, 7)).toEqual(expected.slice(size - 7, size));
    expect(await sequence.chains(3, 4)).toEqual(expected.slice(3, 7));
    expect(sequence.head().chain).toBe(expected[size - 1]);
  };
  add(0, 100);
  await check();
  await sequence.save();
  expect(sequence.unsaved).toBe(0);
  await check();
  add(100, 1300);
  file.hold = true;
  const saving = sequence.save();
  add(1300, 1400);
  expect(sequence.unsaved).toBe(1300);
  await check();
  file.held?.();
  await saving;
  expect(sequence.unsaved).toBe(100);
  await check();
  file.hold = false;
  await sequence.save();
  expect(file.content).toHaveLength(1400 * 64);
  await check();
});

test('chains that were asked for while they moved to the file are whole', async () => {
  const file = new SlowFile();
  const sequence = new SequenceFile(file, hash);
  for (let number = 0; number < 100; number += 1) sequence.add(entry(number));
  await sequence.save();
  for (let number = 100; number < 200; number += 1) sequence.add(entry(number));
  const asked = sequence.chains(50, 100);
  await sequence.save();
  expect(await asked).toEqual(chainsOf(150).slice(50));
});

test('an empty save writes nothing, and a sequence goes on from a checkpoint', async () => {
  const file = new SlowFile();
  const first = new SequenceFile(file, hash);
  await first.save();
  expect(file.content).toHaveLength(0);
  const whole = new Sequence(hash);
  for (let number = 0; number < 10; number += 1) {
    first.add(entry(number));
    whole.add(entry(number));
  }
  await first.save();
  const { size, chain, edge } = first.current;
  expect([size, chain, edge]).toEqual([10, whole.chain, whole.edge]);
  const second = new SequenceFile(file, hash, whole);
  second.add(entry(10));
  expect(await second.chains(8, 3)).toEqual(chainsOf(11).slice(8));
});
