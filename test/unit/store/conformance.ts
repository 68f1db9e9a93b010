import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadCrypto } from '#adapters';
import { type AggregateId, instant, type KeyId, toHex } from '#kernel';
import {
  type DataKey,
  type EntryDraft,
  type Group,
  headerBytes,
  newDataKey,
  openEntry,
  type SealedEntry,
  Sequence,
  type Store,
  sealEntry,
  verifyLedger,
} from '#ledger';

const crypto = await loadCrypto();
/** The ports that tests of stores share. */
export const ports = { hash: crypto.createSha256(), cipher: crypto.createAesGcm(), random: crypto.createRandom() };

export const newAggregate = (): AggregateId => toHex(ports.random.bytes(16)) as AggregateId;
export const newAlias = (): string => toHex(ports.random.bytes(32));
export const newKey = (): DataKey => newDataKey(ports.random);

/** A sealed entry of a test. */
export function entry(
  aggregate: AggregateId,
  version: number,
  key: DataKey,
  more: Partial<EntryDraft> = {},
): SealedEntry {
  const base = {
    aggregate,
    version,
    at: instant(1_764_000_000_000 + version),
    kind: 'test.noted',
    reality: 'live' as const,
  };
  return sealEntry({ ...base, data: { version }, ...more }, key, ports);
}

/** A group of one new aggregate with `count` entries under a key of its own. */
export function fresh(count = 1, more: Partial<EntryDraft> = {}): Group & { aggregate: AggregateId; key: DataKey } {
  const [aggregate, key] = [newAggregate(), newKey()];
  const entries = Array.from({ length: count }, (_, index) => entry(aggregate, index + 1, key, more));
  return { aggregate, key, entries, keys: [key] };
}

/** What a store's makers tell the suite. */
export interface Maker {
  /** Opens the store of the test, or opens it again after `close`. */
  readonly open: () => Promise<Store>;
  /** True when entries outlive `close`. */
  readonly durable: boolean;
  readonly dispose: () => Promise<void>;
}

/** Resolves when the store has given `size` positions. */
export async function sequencedTo(store: Store, size: number): Promise<void> {
  while ((await store.head()).size < size) {
    await new Promise<void>((resolve) => {
      const stop = store.onSequenced(() => {
        stop();
        resolve();
      });
      // The position may have come between the question and the listening.
      setTimeout(resolve, 5);
    });
  }
}

const codeOf = (result: Awaited<ReturnType<Store['append']>>): string => (result.ok ? 'ok' : result.error.code);

/** What every store must do; run over each of them. */
export function storeConformance(name: string, make: () => Promise<Maker>): void {
  describe(`store conformance: ${name}`, () => {
    let maker: Maker;
    let store: Store;
    beforeEach(async () => {
      maker = await make();
      store = await maker.open();
    });
    afterEach(async () => {
      await store.close();
      await maker.dispose();
    });

    test('what was appended is read as it was, in version order, from a version on', async () => {
      const group = fresh(3, { alias: newAlias(), reality: 'exercise flood-2026' });
      const first = { ...group, entries: group.entries.slice(0, 1) };
      expect(codeOf(await store.append(first))).toBe('ok');
      expect(codeOf(await store.append({ keys: [], entries: group.entries.slice(1, 2) }))).toBe('LED-0102');
      const plain = fresh(3);
      expect(codeOf(await store.append(plain))).toBe('ok');
      expect(await store.read(plain.aggregate)).toEqual(plain.entries);
      expect(await store.read(plain.aggregate, 2)).toEqual(plain.entries.slice(2));
      expect(await store.read(plain.aggregate, 3)).toEqual([]);
      expect(await store.read(newAggregate())).toEqual([]);
      expect(await store.read(group.aggregate)).toEqual(first.entries);
    });

    test('an opened entry holds the data that was sealed', async () => {
      const group = fresh(1, { data: { text: 'é', bytes: Uint8Array.of(1, 2, 3) } });
      await store.append(group);
      const [read] = await store.read(group.aggregate);
      const key = await store.key(group.key.id);
      const opened = read && key && openEntry(read, key, ports);
      expect(opened).toMatchObject({ ok: true, value: { data: { text: 'é', bytes: Uint8Array.of(1, 2, 3) } } });
    });

    test('versions count at once, durable or pending', async () => {
      const group = fresh(2);
      expect(await store.versionOf(group.aggregate)).toBe(0);
      const pending = store.append(group);
      const next = store.append({ keys: [], entries: [entry(group.aggregate, 3, group.key)] });
      expect([codeOf(await pending), codeOf(await next)]).toEqual(['ok', 'ok']);
      expect(await store.versionOf(group.aggregate)).toBe(3);
    });

    test('of two appends of one version one wins, and nothing of the other is kept', async () => {
      const first = fresh(1);
      await store.append(first);
      const rival = (): Group & { other: AggregateId; key: DataKey } => {
        const [other, key] = [newAggregate(), newKey()];
        return { other, key, keys: [key], entries: [entry(other, 1, key), entry(first.aggregate, 2, first.key)] };
      };
      const rivals = [rival(), rival(), rival()];
      const results = await Promise.all(rivals.map((group) => store.append(group)));
      expect(results.map(codeOf).sort()).toEqual(['LED-0101', 'LED-0101', 'ok']);
      for (const [index, group] of rivals.entries()) {
        const won = results[index]?.ok === true;
        expect(await store.versionOf(group.other)).toBe(won ? 1 : 0);
        expect(await store.read(group.other)).toHaveLength(won ? 1 : 0);
        expect((await store.key(group.key.id)) !== undefined).toBe(won);
      }
      expect(await store.read(first.aggregate)).toHaveLength(2);
    });

    test('a version that leaves a gap or comes again is refused, also within a group', async () => {
      const group = fresh(1);
      expect(codeOf(await store.append({ ...group, entries: [entry(group.aggregate, 2, group.key)] }))).toBe(
        'LED-0101',
      );
      expect(codeOf(await store.append({ ...group, entries: [entry(group.aggregate, 0, group.key)] }))).toBe(
        'LED-0101',
      );
      const doubled = { ...group, entries: [...group.entries, ...group.entries] };
      expect(codeOf(await store.append(doubled))).toBe('LED-0101');
      expect(codeOf(await store.append(group))).toBe('ok');
      expect(codeOf(await store.append({ keys: [], entries: group.entries }))).toBe('LED-0101');
      expect(await store.read(group.aggregate)).toHaveLength(1);
    });

    test('a natural key belongs to one aggregate, pending ones included', async () => {
      const alias = newAlias();
      const [one, two] = [fresh(1, { alias }), fresh(1, { alias })];
      expect(await store.find(alias)).toBeUndefined();
      const both = [store.append(one), store.append(two)];
      expect((await Promise.all(both)).map(codeOf)).toEqual(['ok', 'LED-0102']);
      expect(await store.find(alias)).toBe(one.aggregate);
      expect(await store.find(newAlias())).toBeUndefined();
      const shared = newAlias();
      const [three, four] = [fresh(1, { alias: shared }), fresh(1, { alias: shared })];
      const together = { keys: [...three.keys, ...four.keys], entries: [...three.entries, ...four.entries] };
      expect(codeOf(await store.append(together))).toBe('LED-0102');
      expect(await store.find(shared)).toBeUndefined();
    });

    test('keys are kept, forgotten keys are gone, and nothing is appended under a key that is not there', async () => {
      const [kept, gone] = [fresh(1), fresh(1)];
      await store.append(kept);
      await store.append(gone);
      expect(await store.key(kept.key.id)).toEqual(kept.key);
      expect(await store.key(gone.key.id)).toEqual(gone.key);
      await store.forget([gone.key.id]);
      expect(await store.key(gone.key.id)).toBeUndefined();
      expect(await store.key(kept.key.id)).toEqual(kept.key);
      expect(await store.read(gone.aggregate)).toEqual(gone.entries);
      const more = { keys: [], entries: [entry(gone.aggregate, 2, gone.key)] };
      expect(codeOf(await store.append(more))).toBe('LED-0103');
      expect(codeOf(await store.append({ keys: [], entries: fresh(1).entries }))).toBe('LED-0103');
      await store.forget([gone.key.id, newKey().id]);
      await store.forget([]);
      expect(await store.key('0'.repeat(32) as KeyId)).toBeUndefined();
    });

    test('a key that is forgotten while it is on its way is gone when both are done', async () => {
      const group = fresh(1);
      const appended = store.append(group);
      const forgotten = store.forget([group.key.id]);
      expect(codeOf(await appended)).toBe('ok');
      await forgotten;
      expect(await store.key(group.key.id)).toBeUndefined();
      expect(await store.read(group.aggregate)).toEqual(group.entries);
    });

    test('positions are given in one order without gaps, the chain and the root follow from them', async () => {
      expect(await store.head()).toEqual(new Sequence(ports.hash).head());
      expect(await store.sequenced(0, 10)).toEqual([]);
      const groups = Array.from({ length: 40 }, (_, index) => fresh(1 + (index % 3)));
      await Promise.all(groups.map((group) => store.append(group)));
      const total = groups.reduce((sum, group) => sum + group.entries.length, 0);
      await sequencedTo(store, total);
      const all = await store.sequenced(0, 1000);
      expect(all.map((one) => one.position)).toEqual(Array.from({ length: total }, (_, index) => index + 1));
      const sequence = new Sequence(ports.hash);
      const versions = new Map<string, number>();
      for (const { entry: sealed, chain } of all) {
        sequence.add(headerBytes(sealed.header));
        expect(chain).toBe(sequence.head().chain);
        expect(sealed.header.version).toBe((versions.get(sealed.header.aggregate) ?? 0) + 1);
        versions.set(sealed.header.aggregate, sealed.header.version);
      }
      expect(await store.head()).toEqual(sequence.head());
      expect(await store.sequenced(5, 7)).toEqual(all.slice(5, 12));
      expect(await store.sequenced(total, 7)).toEqual([]);
    });

    test('who listens hears of each position, until he stops', async () => {
      const heard: number[] = [];
      const stop = store.onSequenced((position) => heard.push(position));
      await store.append(fresh(2));
      await sequencedTo(store, 2);
      await store.append(fresh(1));
      await sequencedTo(store, 3);
      expect(heard.at(-1)).toBe(3);
      stop();
      const before = heard.length;
      await store.append(fresh(1));
      await sequencedTo(store, 4);
      expect(heard).toHaveLength(before);
    });

    test('a group without entries, without keys, or with megabytes', async () => {
      const key = newKey();
      expect(codeOf(await store.append({ entries: [], keys: [key] }))).toBe('ok');
      expect(await store.key(key.id)).toEqual(key);
      expect(codeOf(await store.append({ entries: [], keys: [] }))).toBe('ok');
      const bytes = ports.random.bytes(3_000_000);
      const large = { keys: [], entries: [entry(newAggregate(), 1, key, { data: bytes })] };
      expect(codeOf(await store.append(large))).toBe('ok');
      const [read] = await store.read(large.entries[0]?.header.aggregate as AggregateId);
      const opened = read && openEntry(read, key, ports);
      expect(opened?.ok === true && Buffer.compare(opened.value.data as Uint8Array, bytes)).toBe(0);
    });

    test('the whole ledger verifies, also after forgetting', async () => {
      const groups = [fresh(2), fresh(3), fresh(1)];
      for (const group of groups) await store.append(group);
      await sequencedTo(store, 6);
      const head = await store.head();
      expect(await verifyLedger(store, ports)).toEqual({ head, opened: 6, forgotten: 0, findings: [] });
      await store.forget([groups[1]?.key.id as KeyId]);
      expect(await verifyLedger(store, ports, { known: head })).toEqual({
        head,
        opened: 3,
        forgotten: 3,
        findings: [],
      });
    });

    test('everything outlives closing, where it should', async () => {
      if (!maker.durable) return;
      const alias = newAlias();
      const [kept, gone] = [fresh(3), fresh(2)];
      const named = fresh(1, { alias });
      for (const group of [kept, gone, named]) await store.append(group);
      await store.forget([gone.key.id]);
      await sequencedTo(store, 6);
      const before = { head: await store.head(), all: await store.sequenced(0, 100) };
      for (let round = 0; round < 2; round += 1) {
        await store.close();
        store = await maker.open();
        expect({ head: await store.head(), all: await store.sequenced(0, 100) }).toEqual(before);
        expect(await store.versionOf(kept.aggregate)).toBe(3);
        expect(await store.read(kept.aggregate)).toEqual(kept.entries);
        expect(await store.key(kept.key.id)).toEqual(kept.key);
        expect(await store.key(gone.key.id)).toBeUndefined();
        expect(await store.find(alias)).toBe(named.aggregate);
      }
      expect(codeOf(await store.append({ keys: [], entries: [entry(gone.aggregate, 3, gone.key)] }))).toBe('LED-0103');
      expect(codeOf(await store.append({ keys: [], entries: [entry(kept.aggregate, 4, kept.key)] }))).toBe('ok');
      await sequencedTo(store, 7);
      expect((await verifyLedger(store, ports, { known: before.head })).findings).toEqual([]);
    });
  });
}
