import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type AggregateId, type Cipher, type Hash, instant, type Random, toHex } from '#kernel';
import { MemoryStore } from './memory-store.ts';
import { newDataKey, sealEntry } from './seal.ts';
import type { DataKey, Group, SealedEntry, SequencedEntry, Store } from './store.ts';
import { verifyLedger } from './verify.ts';

const hash: Hash = {
  sha256: (...parts) => new Uint8Array(createHash('sha256').update(Buffer.concat(parts)).digest()),
};
/** Hides nothing, but knows what belongs together: enough to tell what verification finds. */
const cipher: Cipher = {
  seal: (key, nonce, plain, bound) => Buffer.concat([plain, hash.sha256(key, nonce, plain, bound)]),
  open(key, nonce, sealed, bound) {
    const plain = sealed.subarray(0, -32);
    return Buffer.compare(hash.sha256(key, nonce, plain, bound), sealed.subarray(-32)) === 0 ? plain : undefined;
  },
};
const random: Random = { bytes: (count) => new Uint8Array(randomBytes(count)) };
const ports = { hash, cipher, random };

const entry = (aggregate: AggregateId, version: number, key: DataKey): SealedEntry => {
  const header = { aggregate, version, at: instant(version), kind: 'test.noted', reality: 'live' as const };
  return sealEntry({ ...header, data: { version } }, key, ports);
};

/** A group of one new aggregate with `count` entries under a key of its own. */
function fresh(count: number): Group & { aggregate: AggregateId; key: DataKey } {
  const [aggregate, key] = [toHex(random.bytes(16)) as AggregateId, newDataKey(random)];
  return {
    aggregate,
    key,
    entries: Array.from({ length: count }, (_, at) => entry(aggregate, at + 1, key)),
    keys: [key],
  };
}

/** A store that tells another story of its entries than it should. */
async function told(change: (entries: SequencedEntry[]) => SequencedEntry[], known = false) {
  const store = new MemoryStore(ports.hash);
  const [one, two] = [fresh(2), fresh(3)];
  await store.append(one);
  await store.append(two);
  const head = await store.head();
  const lying: Pick<Store, 'sequenced' | 'key' | 'head'> = {
    sequenced: async (after, limit) => change([...(await store.sequenced(0, 100))]).slice(after, after + limit),
    key: (id) => store.key(id),
    head: () => store.head(),
  };
  const verified = await verifyLedger(lying, ports, known ? { known: head } : {});
  return { ...verified, codes: [...new Set(verified.findings.map((finding) => finding.code))], one, two };
}

const at = (entries: SequencedEntry[], index: number): SequencedEntry => entries[index] as SequencedEntry;

describe('verification', () => {
  test('an untouched ledger holds, and progress is told', async () => {
    expect(await told((entries) => entries)).toMatchObject({ opened: 5, forgotten: 0, findings: [] });
    const store = new MemoryStore(ports.hash);
    await store.append(fresh(1200));
    const heard: number[] = [];
    const options = { progress: (position: number) => heard.push(position), known: await store.head() };
    expect(await verifyLedger(store, ports, options)).toMatchObject({ opened: 1200, findings: [] });
    expect(heard).toEqual([1000, 1200]);
  });

  test('a changed payload, header, position, chain, order or number of entries is found', async () => {
    const replaced = (index: number, more: (entry: SequencedEntry) => Partial<SequencedEntry>) =>
      told((entries) => entries.map((one, place) => (place === index ? { ...one, ...more(one) } : one)));
    const flip = (bytes: Uint8Array): Uint8Array => bytes.map((byte, place) => (place === 20 ? byte ^ 1 : byte));
    const payload = await replaced(1, ({ entry: sealed }) => ({ entry: { ...sealed, payload: flip(sealed.payload) } }));
    expect(payload.findings).toMatchObject([{ code: 'LED-0301', parameters: { version: 2 } }]);
    expect(payload.opened).toBe(4);
    const header = await replaced(1, ({ entry: sealed }) => ({
      entry: { ...sealed, header: { ...sealed.header, kind: 'test.other' } },
    }));
    expect(header.codes).toEqual(['LED-0302', 'LED-0301', 'LED-0304']);
    expect(header.findings[0]?.parameters).toEqual({ position: 2 });
    expect((await replaced(2, () => ({ position: 9 }))).findings).toMatchObject([
      { code: 'LED-0302', parameters: { position: 3 } },
    ]);
    expect((await replaced(2, () => ({ chain: '0'.repeat(64) }))).codes).toEqual(['LED-0302']);
    const swapped = await told((entries) => [at(entries, 1), at(entries, 0), ...entries.slice(2)]);
    expect(swapped.codes).toEqual(['LED-0302', 'LED-0303', 'LED-0304']);
    const missing = await told((entries) => entries.filter((_, index) => index !== 3));
    expect(missing.codes).toContain('LED-0303');
    expect(missing.codes).toContain('LED-0304');
    expect((await told((entries) => entries.slice(0, 4))).findings).toMatchObject([
      { code: 'LED-0304', parameters: { size: 4, claimed: 5 } },
    ]);
  });

  test('a ledger that was written anew does not pass through a head that was published', async () => {
    const store = new MemoryStore(ports.hash);
    const group = fresh(2);
    await store.append(group);
    const known = await store.head();
    await store.append({ keys: [], entries: [entry(group.aggregate, 3, group.key)] });
    expect((await verifyLedger(store, ports, { known })).findings).toEqual([]);
    const anew = new MemoryStore(ports.hash);
    await anew.append(fresh(3));
    expect((await verifyLedger(anew, ports, { known })).findings).toMatchObject([
      { code: 'LED-0304', parameters: { size: 2, claimed: 2 } },
    ]);
    const shorter = new MemoryStore(ports.hash);
    await shorter.append({ ...group, entries: group.entries.slice(0, 1) });
    expect((await verifyLedger(shorter, ports, { known })).findings).toMatchObject([
      { code: 'LED-0304', parameters: { size: 1, claimed: 2 } },
    ]);
    const empty = { size: 0, chain: '1'.repeat(64), root: '1'.repeat(64) };
    expect((await verifyLedger(store, ports, { known: empty })).findings).toHaveLength(1);
  });

  test('a published head has to agree in its chain and in its root', async () => {
    const store = new MemoryStore(ports.hash);
    await store.append(fresh(2));
    const known = await store.head();
    for (const other of [{ chain: '1'.repeat(64) }, { root: '1'.repeat(64) }]) {
      const { findings } = await verifyLedger(store, ports, { known: { ...known, ...other } });
      expect(findings).toMatchObject([{ code: 'LED-0304', parameters: { size: 2, claimed: 2 } }]);
    }
  });

  test('an entry whose key was destroyed is forgotten, and the proofs still hold', async () => {
    const store = new MemoryStore(ports.hash);
    const [kept, gone] = [fresh(2), fresh(3)];
    await store.append(kept);
    await store.append(gone);
    const without: Pick<Store, 'sequenced' | 'key' | 'head'> = {
      sequenced: (after, limit) => store.sequenced(after, limit),
      key: async (id) => (id === gone.key.id ? undefined : store.key(id)),
      head: () => store.head(),
    };
    expect(await verifyLedger(without, ports)).toMatchObject({ opened: 2, forgotten: 3, findings: [] });
  });

  test('a version that was left out is named with the last before it', async () => {
    const { findings, one } = await told((entries) => entries.filter((_, index) => index !== 0));
    expect(findings.find(({ code }) => code === 'LED-0303')?.parameters).toEqual({
      aggregate: one.aggregate,
      version: 2,
      last: 0,
    });
  });
});
