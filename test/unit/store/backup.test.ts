import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadBackup, loadCrypto, loadEmbeddedStore } from '#adapters';
import { type Instant, instant } from '#kernel';
import { openEntry, type Store, verifyLedger } from '#ledger';
import { entry, fresh, newAlias, ports, sequencedTo } from './conformance.ts';

const { backup, restore } = await loadBackup();
const { createEnvelope } = await loadCrypto();
const { openEmbeddedStore } = await loadEmbeddedStore();

const start = instant(1_764_000_000_000);
const at = (now: number) => ({ now: () => now as Instant });
const day = 86_400_000;
const recovery = createEnvelope(ports.random.bytes(32));

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'tripoint-backup-'));
});
afterEach(() => rm(root, { recursive: true }));

const open = async (name: string) => {
  const opened = await openEmbeddedStore({ directory: join(root, name), ...ports });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
};

async function whole(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return new Uint8Array(Buffer.concat(all));
}

/** Bytes in small pieces, as a slow pipe brings them. */
async function* pieces(bytes: Uint8Array, length = 777): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += length) yield bytes.subarray(from, from + length);
}

/** A store with living and forgotten keys, an alias, an aggregate under two keys, and its two archives. */
async function archived() {
  const store = await open('first');
  const alias = newAlias();
  const [kept, gone, named] = [fresh(3), fresh(2), fresh(1, { alias, data: { text: 'kept' } })];
  for (const group of [kept, gone, named]) await store.append(group);
  const later = fresh(0);
  await store.append({ keys: [later.key], entries: [entry(named.aggregate, 2, later.key)] });
  await store.forget([gone.key.id]);
  await sequencedTo(store, 7);
  const made = await backup(store, {
    recoveryKey: recovery.publicKey,
    keepDays: 30,
    clock: at(start),
    random: ports.random,
  });
  const ledger = await whole(made.ledger);
  const keys = await whole(made.keys);
  return { store, ledger, keys, head: made.head, alias, kept, gone, named };
}

const into = (store: Awaited<ReturnType<typeof open>>, ledger: Uint8Array, keys: Uint8Array, more = {}) =>
  restore(store, { ledger: pieces(ledger), keys: pieces(keys), recovery, clock: at(start), place: 'second', ...more });

const contents = async (store: Store) => ({ head: await store.head(), all: await store.sequenced(0, 1000) });

describe('restore drill', () => {
  test('a restored store is the one that was backed up: order, chain, root, keys, natural keys, what was forgotten', async () => {
    const { store, ledger, keys, head, alias, kept, gone, named } = await archived();
    const second = await open('second');
    expect(await into(second, ledger, keys)).toEqual({ ok: true, value: head });
    expect(await contents(second)).toEqual(await contents(store));
    await second.close();
    const again = await open('second');
    expect(await contents(again)).toEqual(await contents(store));
    expect(await again.find(alias)).toBe(named.aggregate);
    expect(await again.key(kept.key.id)).toEqual(kept.key);
    expect(await again.key(gone.key.id)).toBeUndefined();
    const [read] = await again.read(named.aggregate);
    expect(read && openEntry(read, named.key, ports)).toMatchObject({ value: { data: { text: 'kept' } } });
    expect(await verifyLedger(again, ports, { known: head })).toMatchObject({ opened: 5, forgotten: 2, findings: [] });
    expect((await again.append({ keys: [], entries: [entry(kept.aggregate, 4, kept.key)] })).ok).toBe(true);
    expect((await again.append({ keys: [], entries: [entry(gone.aggregate, 3, gone.key)] })).ok).toBe(false);
    await again.close();
    await store.close();
  });

  test('an empty store, and one with many keys', async () => {
    const empty = await open('empty');
    const made = await backup(empty, {
      recoveryKey: recovery.publicKey,
      keepDays: 1,
      clock: at(start),
      random: ports.random,
    });
    const [ledger, keys] = [await whole(made.ledger), await whole(made.keys)];
    const second = await open('second');
    expect(await into(second, ledger, keys)).toMatchObject({ ok: true, value: { size: 0 } });
    const groups = Array.from({ length: 2100 }, () => fresh(1));
    await Promise.all(groups.map((group) => second.append(group)));
    await sequencedTo(second, 2100);
    const large = await backup(second, {
      recoveryKey: recovery.publicKey,
      keepDays: 1,
      clock: at(start),
      random: ports.random,
    });
    const third = await open('third');
    const restored = await into(third, await whole(large.ledger), await whole(large.keys));
    expect(restored).toEqual({ ok: true, value: large.head });
    expect(await verifyLedger(third, ports)).toMatchObject({ opened: 2100, findings: [] });
    for (const store of [empty, second, third]) await store.close();
  });

  test('the archive of entries can be read by nobody, that of keys by the recovery key only', async () => {
    const { store, ledger, keys, kept } = await archived();
    for (const archive of [ledger, keys]) {
      expect(Buffer.from(archive).includes(Buffer.from(kept.key.secret))).toBe(false);
      expect(Buffer.from(archive).includes(Buffer.from(kept.key.salt))).toBe(false);
    }
    const second = await open('second');
    const other = createEnvelope(ports.random.bytes(32));
    expect(await into(second, ledger, keys, { recovery: other })).toMatchObject({
      error: { code: 'LED-0401', parameters: { archive: 'keys' } },
    });
    await second.close();
    await store.close();
  });

  test('refused: a place that is not empty, archives of two backups, keys that have expired', async () => {
    const { store, ledger, keys } = await archived();
    expect(await into(store, ledger, keys)).toMatchObject({ error: { code: 'LED-0402' } });
    const second = await open('second');
    const made = await backup(store, {
      recoveryKey: recovery.publicKey,
      keepDays: 30,
      clock: at(start),
      random: ports.random,
    });
    const other = await whole(made.ledger);
    expect(await into(second, other, keys)).toMatchObject({ error: { code: 'LED-0403' } });
    const clock = (days: number) => ({ clock: at(start + days) });
    expect(await into(second, ledger, keys, clock(30 * day + 1))).toMatchObject({ error: { code: 'LED-0404' } });
    expect(await into(second, ledger, keys, clock(30 * day))).toMatchObject({ ok: true });
    await second.close();
    await store.close();
  });

  test('refused: an archive with a changed byte, a missing end, or swapped for the other', async () => {
    const { store, ledger, keys } = await archived();
    let round = 0;
    const refused = async (changedLedger: Uint8Array, changedKeys: Uint8Array): Promise<void> => {
      round += 1;
      const target = await open(`target-${round}`);
      expect(await into(target, changedLedger, changedKeys)).toMatchObject({ ok: false, error: { code: 'LED-0401' } });
      await target.close();
    };
    const changed = (bytes: Uint8Array, place: number): Uint8Array => {
      const other = bytes.slice();
      other[place] = (other[place] ?? 0) ^ 4;
      return other;
    };
    for (let place = 0; place < ledger.length; place += 151) await refused(changed(ledger, place), keys);
    for (let place = 0; place < keys.length; place += 23) await refused(ledger, changed(keys, place));
    for (const cut of [0, 3, 100, keys.length - 1]) await refused(ledger, keys.subarray(0, cut));
    for (const cut of [0, 3, 100, ledger.length - 1]) await refused(ledger.subarray(0, cut), keys);
    await refused(keys, ledger);
    await store.close();
  });
});

describe('forgetting', () => {
  test('after one key is destroyed no byte of the data folder holds key, salt or plain text; the others still do', async () => {
    const directory = join(root, 'data');
    const store = await open('data');
    const secretText = 'MARTINEZ ÑOÑO passport X1234567';
    const [gone, kept] = [fresh(2, { data: { text: secretText } }), fresh(2, { data: { text: secretText } })];
    for (const group of [gone, kept]) await store.append(group);
    await store.forget([gone.key.id]);
    const search = async (): Promise<(bytes: Uint8Array) => boolean> => {
      const names = await readdir(directory);
      const everything = Buffer.concat(await Promise.all(names.map((name) => readFile(join(directory, name)))));
      return (bytes) => everything.includes(Buffer.from(bytes));
    };
    for (let round = 0; round < 2; round += 1) {
      const holds = await search();
      expect([holds(gone.key.secret), holds(gone.key.salt), holds(Buffer.from(secretText))]).toEqual([
        false,
        false,
        false,
      ]);
      // The search would find what is there.
      expect([holds(kept.key.secret), holds(kept.key.salt)]).toEqual([true, true]);
      expect(holds(gone.entries[0]?.payload ?? new Uint8Array(1))).toBe(true);
      if (round === 0) await store.close();
    }
  });
});
