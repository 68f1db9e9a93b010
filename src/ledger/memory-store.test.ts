import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { type AggregateId, type Hash, instant, type KeyId } from '#kernel';
import { headerBytes } from './header.ts';
import { MemoryStore } from './memory-store.ts';
import { Sequence } from './sequence.ts';
import type { DataKey, EntryHeader, SealedEntry } from './store.ts';

const hash: Hash = {
  sha256: (...parts) => new Uint8Array(createHash('sha256').update(Buffer.concat(parts)).digest()),
};
const [a, b] = ['a', 'b'].map((letter) => letter.repeat(32) as AggregateId) as [AggregateId, AggregateId];
const key: DataKey = { id: '1'.repeat(32) as KeyId, secret: new Uint8Array(32), salt: new Uint8Array(32) };

const entry = (aggregate: AggregateId, version: number, more: Partial<EntryHeader> = {}): SealedEntry => ({
  header: {
    ...{ aggregate, version, at: instant(version), kind: 'x.noted', key: key.id },
    ...{ commitment: '0'.repeat(64), reality: 'live', ...more },
  },
  payload: Uint8Array.of(version),
});

test('what was appended is there, in its versions and positions', async () => {
  const store = new MemoryStore(hash);
  const heard: number[] = [];
  const stop = store.onSequenced((position) => heard.push(position));
  const alias = 'e'.repeat(64);
  expect(await store.append({ entries: [], keys: [key] })).toEqual({ ok: true, value: undefined });
  expect(heard).toEqual([]);
  const entries = [entry(a, 1, { alias }), entry(b, 1), entry(a, 2)];
  expect((await store.append({ entries, keys: [] })).ok).toBe(true);
  expect(heard).toEqual([3]);
  expect([
    await store.versionOf(a),
    await store.versionOf(b),
    await store.versionOf('c'.repeat(32) as AggregateId),
  ]).toEqual([2, 1, 0]);
  expect(await store.read(a)).toEqual([entries[0], entries[2]]);
  expect(await store.read(a, 1)).toEqual([entries[2]]);
  expect(await store.read('c'.repeat(32) as AggregateId)).toEqual([]);
  expect([await store.find(alias), await store.find('d'.repeat(64))]).toEqual([a, undefined]);
  const sequence = new Sequence(hash);
  const chains = entries.map(({ header }) => {
    sequence.add(headerBytes(header));
    return sequence.head().chain;
  });
  const all = entries.map((one, at) => ({ position: at + 1, chain: chains[at], entry: one }));
  expect(await store.sequenced(0, 10)).toEqual(all);
  expect(await store.sequenced(1, 1)).toEqual(all.slice(1, 2));
  expect(await store.head()).toEqual(sequence.head());
  stop();
  await store.append({ entries: [entry(b, 2)], keys: [] });
  expect(heard).toEqual([3]);
});

test('a refused group leaves nothing, a forgotten key is gone, a closed store tells nobody', async () => {
  const store = new MemoryStore(hash);
  const heard: number[] = [];
  store.onSequenced((position) => heard.push(position));
  await store.append({ entries: [], keys: [key] });
  expect(await store.append({ entries: [entry(b, 1), entry(a, 2)], keys: [] })).toMatchObject({
    ok: false,
    error: { code: 'LED-0101' },
  });
  expect((await store.head()).size).toBe(0);
  expect(await store.key(key.id)).toBe(key);
  await store.forget([key.id]);
  expect(await store.key(key.id)).toBeUndefined();
  expect(await store.append({ entries: [entry(a, 1)], keys: [] })).toMatchObject({ error: { code: 'LED-0103' } });
  await store.close();
  await store.append({ entries: [entry(a, 1)], keys: [key] });
  expect((await store.head()).size).toBe(1);
  expect(heard).toEqual([]);
});
