import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadBackup, loadCrypto, loadPostgresStore } from '#adapters';
import { type AggregateId, instant } from '#kernel';
import { type Store, verifyLedger } from '#ledger';
import { entry, fresh, newAlias, ports, sequencedTo, storeConformance } from '../unit/store/conformance.ts';
import { type Cluster, startCluster } from './cluster.ts';

const { openPostgresStore } = await loadPostgresStore();

let cluster: Cluster;
let root: string;
beforeAll(async () => {
  cluster = await startCluster();
  root = await mkdtemp(join(tmpdir(), 'tripoint-epochs-'));
});
afterAll(async () => {
  await cluster.stop();
  await rm(root, { recursive: true });
});

let databases = 0;
const epochSecret = ports.random.bytes(32);
const nextName = (): string => {
  databases += 1;
  return `store_${databases}`;
};
const tryOpen = async (name: string) =>
  openPostgresStore({ url: await cluster.database(name), keyFolder: join(root, name), epochSecret, ...ports });
async function open(name: string) {
  const opened = await tryOpen(name);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
}

storeConformance('PostgreSQL', async () => {
  const name = nextName();
  return { durable: true, open: () => open(name), dispose: async () => {} };
});

describe('PostgreSQL', () => {
  test('a database that may lose what it confirms is refused', async () => {
    const name = nextName();
    for (const [setting, value] of [
      ['fsync', 'off'],
      ['full_page_writes', 'off'],
      ['synchronous_commit', 'off'],
      ['synchronous_commit', 'local'],
    ] as const) {
      await cluster.restart({ [setting]: value });
      expect(await tryOpen(name)).toMatchObject({
        ok: false,
        error: { code: 'LED-0206', parameters: { setting, value, needed: 'on' } },
      });
    }
    await cluster.restart({});
    await (await open(name)).close();
  });

  test('a database that is not there, and tables of another version, are refused', async () => {
    const url = (await cluster.database('postgres_absent')).replace('postgres_absent', 'nowhere');
    const absent = await openPostgresStore({ url, keyFolder: join(root, 'absent'), epochSecret, ...ports });
    expect(absent).toMatchObject({ ok: false, error: { code: 'LED-0209' } });
    const name = nextName();
    await (await open(name)).close();
    const sql = postgres(await cluster.database(name));
    await sql`update tripoint.migration set checksum = 'other' where number = 1`;
    await sql.end();
    expect(await tryOpen(name)).toMatchObject({ error: { code: 'LED-0207', parameters: { migration: 1 } } });
  });

  test('what was acknowledged outlives a crash of the server', async () => {
    const name = nextName();
    const store = await open(name);
    const groups = Array.from({ length: 200 }, () => fresh(2));
    await Promise.all(groups.map((group) => store.append(group)));
    await store.forget(groups.slice(0, 20).map((group) => group.key.id));
    await store.close().catch(() => {});
    await cluster.crash();
    const again = await open(name);
    await sequencedTo(again, 400);
    expect(await verifyLedger(again, ports)).toMatchObject({ opened: 360, forgotten: 40, findings: [] });
    await again.close();
  });

  test('two processes: one order, one winner of each race, each hears of the other, a key forgotten by one is gone for both', async () => {
    const name = nextName();
    const stores = [await open(name), await open(name)] as const;
    const shared = fresh(1);
    await stores[0].append(shared);
    let heard = 0;
    stores[1].onSequenced((position) => {
      heard = Math.max(heard, position);
    });
    let won = 0;
    const writer = async (store: Store): Promise<void> => {
      for (let round = 0; round < 40; round += 1) {
        const version = (await store.versionOf(shared.aggregate)) + 1;
        const result = await store.append({ keys: [], entries: [entry(shared.aggregate, version, shared.key)] });
        if (result.ok) won += 1;
        else expect(result.error.code).toBe('LED-0101');
        await store.append(fresh(1));
      }
    };
    await Promise.all([writer(stores[0]), writer(stores[1]), writer(stores[0]), writer(stores[1])]);
    expect(await stores[1].versionOf(shared.aggregate)).toBe(1 + won);
    await sequencedTo(stores[0], 1 + won + 160);
    expect(heard).toBe(1 + won + 160);
    expect((await verifyLedger(stores[0], ports)).findings).toEqual([]);
    expect(await stores[0].head()).toEqual(await stores[1].head());
    const alias = newAlias();
    const both = [fresh(1, { alias }), fresh(1, { alias })] as const;
    const results = await Promise.all([stores[0].append(both[0]), stores[1].append(both[1])]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    await stores[0].forget([shared.key.id]);
    expect(await stores[1].key(shared.key.id)).toBeUndefined();
    await Promise.all(
      [0, 1, 2, 3, 4, 5].map((_, index) => stores[index % 2 === 0 ? 0 : 1].forget([both[0].key.id, both[1].key.id])),
    );
    for (const group of both) expect(await stores[1].key(group.key.id)).toBeUndefined();
    for (const store of stores) await store.close();
  });

  test('after forgetting, neither the epoch file nor all of the database holds what opens the key; the others still open', async () => {
    const name = nextName();
    const store = await open(name);
    const groups = Array.from({ length: 600 }, () => fresh(1));
    await Promise.all(groups.map((group) => store.append(group)));
    const epochsBefore = await readFile(join(root, name, 'epochs'));
    const [gone] = groups;
    if (gone === undefined) throw new Error('none');
    await store.forget([gone.key.id]);
    const bucket = Number.parseInt(gone.key.id.slice(0, 2), 16);
    const epochsAfter = await readFile(join(root, name, 'epochs'));
    const slots = (bytes: Buffer): Buffer[] =>
      [0, 1].map((slot) => bytes.subarray((bucket * 2 + slot) * 128, (bucket * 2 + slot + 1) * 128));
    const old = slots(epochsBefore).find((slot) => slot.some((byte) => byte !== 0)) as Buffer;
    // The sealed epoch key that opened the wraps, which the write-ahead log still holds, stands nowhere any more.
    expect(slots(epochsAfter).some((slot) => slot.equals(old))).toBe(false);
    expect(slots(epochsAfter).filter((slot) => slot.some((byte) => byte !== 0))).toHaveLength(1);
    for (const group of groups.slice(1)) expect(await store.key(group.key.id)).toEqual(group.key);
    await store.close();
    const sql = postgres(await cluster.database(name));
    await sql`checkpoint`;
    await sql.end();
    for (const file of await readdir(cluster.folder, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue;
      const bytes = await readFile(join(file.parentPath, file.name));
      for (const secret of [gone.key.secret, gone.key.salt, old.subarray(16, 64)]) {
        expect(bytes.includes(Buffer.from(secret))).toBe(false);
      }
    }
  });

  test('the restore drill, into another database', async () => {
    const { backup, restore } = await loadBackup();
    const { createEnvelope } = await loadCrypto();
    const recovery = createEnvelope(ports.random.bytes(32));
    const store = await open(nextName());
    const groups = [fresh(3), fresh(1, { alias: newAlias() }), fresh(2)];
    for (const group of groups) await store.append(group);
    await store.forget([groups[2]?.key.id as never]);
    await sequencedTo(store, 6);
    const clock = { now: () => instant(1_764_000_000_000) };
    const made = await backup(store, { recoveryKey: recovery.publicKey, keepDays: 1, clock, random: ports.random });
    const second = await open(nextName());
    const whole = async (pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> => {
      const all: Uint8Array[] = [];
      for await (const piece of pieces) all.push(piece);
      return all;
    };
    const [ledger, keys] = [await whole(made.ledger), await whole(made.keys)];
    const pieces = async function* (all: Uint8Array[]): AsyncGenerator<Uint8Array> {
      yield* all;
    };
    const restored = await restore(second, {
      ledger: pieces(ledger),
      keys: pieces(keys),
      recovery,
      clock,
      place: 'second',
    });
    expect(restored).toEqual({ ok: true, value: await store.head() });
    expect(await second.sequenced(0, 10)).toEqual(await store.sequenced(0, 10));
    expect(await second.find(groups[1]?.entries[0]?.header.alias ?? '')).toBe(groups[1]?.aggregate as AggregateId);
    expect(await verifyLedger(second, ports)).toMatchObject({ opened: 4, forgotten: 2, findings: [] });
    await second.close();
    await store.close();
  });
});
