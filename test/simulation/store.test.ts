import { describe, expect, test } from 'vitest';
import { type EmbeddedStore, loadEmbeddedStore } from '#adapters';
import type { AggregateId, Finding, Random } from '#kernel';
import { type DataKey, type Group, type Head, newDataKey, type SealedEntry, verifyLedger } from '#ledger';
import { entry, ports } from '../unit/store/conformance.ts';
import { type Faults, SimulatedDisk, seeded } from './simulated-disk.ts';

const { openOnDisk } = await loadEmbeddedStore();

const seeds = Number(process.env['TRIPOINT_SEEDS'] ?? 500);
const first = Number(process.env['TRIPOINT_SEED'] ?? 1);
const never = { crashAfter: Number.POSITIVE_INFINITY };

/** One key of the run and what was said of it. */
interface Known {
  readonly key: DataKey;
  acknowledged: boolean;
  forgetting: boolean;
  forgotten: boolean;
}
interface Told {
  readonly group: Group;
  acknowledged: boolean;
}

/** Everything that was ever asked of the store, and everything that it ever answered. */
class Run {
  readonly random: () => number;
  readonly source: Random;
  readonly groups: Told[] = [];
  readonly keys: Known[] = [];
  readonly aliases = new Map<string, AggregateId>();
  /** Each aggregate with its last version and key, as far as was acknowledged. */
  readonly aggregates: { id: AggregateId; version: number; key: Known }[] = [];
  head: Head | undefined;
  disk: SimulatedDisk;
  closing = false;

  constructor(seed: number) {
    this.random = seeded(seed);
    this.source = { bytes: (count) => Uint8Array.from({ length: count }, () => this.random() * 256) };
    this.disk = new SimulatedDisk(this.random, this.faults());
  }

  faults(): Faults {
    const crashAfter = Math.floor(this.random() ** 2 * 500);
    return this.random() < 0.2 ? { crashAfter, failAt: Math.floor(this.random() * crashAfter) } : { crashAfter };
  }

  below(limit: number): number {
    return Math.floor(this.random() * limit);
  }

  hex(count: number): string {
    return Buffer.from(this.source.bytes(count)).toString('hex');
  }

  open(disk: SimulatedDisk) {
    const limits = { segmentLength: 3000 + this.below(20_000), checkpointEvery: 1 + this.below(60) };
    // A clock of any pace: some frames wait for everyone who was answered, some go ahead of them.
    const now = () => this.random();
    return openOnDisk(disk, { hash: ports.hash, random: this.source, now, ...limits });
  }

  /** A caller who appends and forgets until the power fails or the store stops. */
  async writer(store: EmbeddedStore): Promise<void> {
    for (;;) {
      const choice = this.random();
      if (choice < 0.15) await this.forget(store);
      else if (choice < 0.6) await this.append(store, this.begin());
      else await this.append(store, this.carryOn());
      if (store.stopped !== undefined) return;
      if (choice > 0.9) this.head = await store.head();
      if (choice > 0.993) {
        // The disk may fail at the very end too; all that was answered must be there all the same.
        await store.close().catch(() => undefined);
        return;
      }
    }
  }

  begin(): Group {
    const key = newDataKey(this.source);
    this.keys.push({ key, acknowledged: false, forgetting: false, forgotten: false });
    const entries: SealedEntry[] = [];
    for (let count = 1 + this.below(2); count > 0; count -= 1) {
      const aggregate = this.hex(16) as AggregateId;
      const alias = this.random() < 0.5 ? { alias: this.hex(32) } : {};
      if (alias.alias !== undefined) this.aliases.set(alias.alias, aggregate);
      entries.push(entry(aggregate, 1, key, { ...alias, data: { text: 'x'.repeat(this.below(900)) } }));
      if (this.random() < 0.3) entries.push(entry(aggregate, 2, key));
    }
    return { entries, keys: [key] };
  }

  carryOn(): Group {
    const one = this.aggregates[this.below(this.aggregates.length)];
    if (one === undefined || one.key.forgetting) return this.begin();
    return { entries: [entry(one.id, one.version + 1, one.key.key)], keys: [] };
  }

  async append(store: EmbeddedStore, group: Group): Promise<void> {
    const told: Told = { group, acknowledged: false };
    this.groups.push(told);
    const result = await store.append(group);
    if (!result.ok) {
      // A lost race, a forgotten key or a stopped store: the group may never be found later.
      if (result.error.code !== 'LED-0104') this.groups.splice(this.groups.indexOf(told), 1);
      return;
    }
    told.acknowledged = true;
    for (const key of group.keys) {
      const known = this.keys.find((one) => one.key === key);
      if (known !== undefined) known.acknowledged = true;
    }
    for (const { header } of group.entries) {
      const known = this.aggregates.find((one) => one.id === header.aggregate);
      const key = this.keys.find((one) => one.key.id === header.key) as Known;
      if (known === undefined) this.aggregates.push({ id: header.aggregate, version: header.version, key });
      else known.version = Math.max(known.version, header.version);
    }
  }

  async forget(store: EmbeddedStore): Promise<void> {
    const known = this.keys[this.below(this.keys.length)];
    if (known === undefined || known.forgetting) return;
    known.forgetting = true;
    try {
      await store.forget([known.key.id]);
      known.forgotten = true;
    } catch {
      // The store has stopped; nothing was promised.
    }
  }

  /** Compares all that was ever answered with what a start finds. */
  async check(store: EmbeddedStore, disk: SimulatedDisk): Promise<void> {
    const found = new Map<AggregateId, readonly SealedEntry[]>();
    for (const { group } of this.groups) {
      for (const { header } of group.entries) found.set(header.aggregate, await store.read(header.aggregate));
    }
    for (const { group, acknowledged } of this.groups) {
      const kept = group.entries.filter(({ header, payload }) =>
        (found.get(header.aggregate) ?? []).some(
          (one) => one.header.version === header.version && Buffer.compare(one.payload, payload) === 0,
        ),
      );
      if (acknowledged) expect(kept.length, 'an acknowledged group is there whole').toBe(group.entries.length);
      else expect([0, group.entries.length], 'a group is there whole or not at all').toContain(kept.length);
    }
    for (const [alias, aggregate] of this.aliases) {
      if ((found.get(aggregate) ?? []).length > 0) expect(await store.find(alias)).toBe(aggregate);
      else expect(await store.find(alias)).toBeUndefined();
    }
    await this.checkKeys(store, disk);
    const verified = await verifyLedger(store, ports, this.head === undefined ? {} : { known: this.head });
    expect(verified.findings).toEqual([]);
    expect(verified.head.size).toBe([...found.values()].reduce((sum, entries) => sum + entries.length, 0));
    this.settle(found);
  }

  async checkKeys(store: EmbeddedStore, disk: SimulatedDisk): Promise<void> {
    const everything = Buffer.from(disk.everything());
    for (const { key, acknowledged, forgetting, forgotten } of this.keys) {
      const kept = await store.key(key.id);
      if (acknowledged && !forgetting) expect(kept).toEqual(key);
      if (forgotten) expect(kept).toBeUndefined();
      if (kept !== undefined) continue;
      expect(everything.includes(Buffer.from(key.secret)), 'no byte of a secret is left').toBe(false);
      expect(everything.includes(Buffer.from(key.salt)), 'no byte of a salt is left').toBe(false);
    }
  }

  /** What the start found is from now on the truth: a group that nobody was told of may have been kept. */
  settle(found: ReadonlyMap<AggregateId, readonly SealedEntry[]>): void {
    this.aggregates.length = 0;
    for (const told of [...this.groups]) {
      const [one] = told.group.entries;
      const kept =
        one && found.get(one.header.aggregate)?.some((other) => Buffer.compare(other.payload, one.payload) === 0);
      if (kept) told.acknowledged = true;
      else this.groups.splice(this.groups.indexOf(told), 1);
    }
    for (const [id, entries] of found) {
      const key = this.keys.find((known) => known.key.id === entries[0]?.header.key);
      if (key !== undefined) this.aggregates.push({ id, version: entries.length, key });
    }
  }
}

async function crashAndReopen(run: Run): Promise<void> {
  const opened = await Promise.race([run.open(run.disk).catch((error: Error) => error), run.disk.crash]);
  if (opened !== undefined && !(opened instanceof Error)) {
    if (!opened.ok) throw new Error(`refused: ${JSON.stringify(opened.error)}`);
    const writers = Array.from({ length: 1 + run.below(6) }, () => run.writer(opened.value));
    await Promise.race([Promise.all(writers), run.disk.crash]);
  }
  const found = run.disk.afterCrash(never);
  const resting = found.copy();
  const checked = await run.open(resting);
  if (!checked.ok) throw new Error(`refused: ${JSON.stringify(checked.error)}`);
  await run.check(checked.value, resting);
  await checked.value.close();
  run.disk = resting.afterCrash(run.faults());
}

describe(`store simulation, ${seeds} seeds`, () => {
  test('whatever was answered is there after crash, torn write and lost bytes, and what was forgotten is gone', async () => {
    let acknowledged = 0;
    for (let seed = first; seed < first + seeds; seed += 1) {
      const run = new Run(seed);
      try {
        for (let crash = 0; crash < 3; crash += 1) await crashAndReopen(run);
      } catch (error) {
        throw new Error(`seed ${seed} (TRIPOINT_SEED=${seed} TRIPOINT_SEEDS=1)`, { cause: error });
      }
      acknowledged += run.groups.filter((told) => told.acknowledged).length;
    }
    // A simulation in which nothing happens proves nothing.
    expect(acknowledged).toBeGreaterThan(seeds * 5);
  });
});

describe('rot', () => {
  const findingsOf = async (disk: SimulatedDisk): Promise<readonly Finding[]> => {
    const opened = await openOnDisk(disk, { hash: ports.hash, random: ports.random, segmentLength: 4000 });
    return opened.ok ? opened.value.findings : [opened.error];
  };

  /** A store of several segments at rest after a crash, so that opening reads all of the journal. */
  async function stored(): Promise<{ disk: SimulatedDisk; run: Run }> {
    const run = new Run(7);
    const disk = new SimulatedDisk(run.random, never);
    const opened = await openOnDisk(disk, { hash: ports.hash, random: run.source, segmentLength: 4000 });
    if (!opened.ok) throw new Error('refused');
    for (let count = 0; count < 12; count += 1) await run.append(opened.value, run.begin());
    for (let count = 0; count < 3; count += 1) await run.forget(opened.value);
    await run.append(opened.value, run.carryOn());
    return { disk, run };
  }

  test('a bit that flips in the journal is refused with its place, and in the last frame cut off', async () => {
    const { disk } = await stored();
    const segments = (await disk.names()).filter((name) => name.startsWith('journal-')).sort();
    expect(segments.length).toBeGreaterThan(2);
    for (const name of segments) {
      const last = name === segments.at(-1);
      const length = disk.contentOf(name).length;
      for (let at = 0; at < length; at += 1 + (at % 29)) {
        const rotten = disk.copy();
        rotten.rot(name, at, at % 8);
        const [finding] = await findingsOf(rotten);
        const place = Number(finding?.parameters['offset']);
        if (at < 64) expect(finding?.code).toMatch(/LED-020[25]/);
        else if (last && finding?.code === 'LED-0203') expect(place).toBeLessThanOrEqual(at);
        else expect(finding).toMatchObject({ code: 'LED-0202', parameters: { file: name } });
        if (at >= 64) expect(place).toBeLessThanOrEqual(at);
      }
    }
  });

  test('a bit that flips in a key is refused with its slot', async () => {
    const { disk } = await stored();
    const length = disk.contentOf('keys').length;
    for (let at = 128; at < length - 128; at += 5) {
      if (at % 128 >= 88) continue;
      const rotten = disk.copy();
      rotten.rot('keys', at, at % 8);
      const [finding] = await findingsOf(rotten);
      // The forgotten ones are overwritten again: the journal says that they are to be gone.
      if (finding?.code === 'LED-0204') continue;
      expect(finding).toMatchObject({ code: 'LED-0202', parameters: { file: 'keys', offset: at - (at % 128) } });
    }
  });

  test('a damaged index, sequence or checkpoint is made again', async () => {
    const { disk, run } = await stored();
    const opened = await openOnDisk(disk, { hash: ports.hash, random: run.source, segmentLength: 4000 });
    if (!opened.ok) throw new Error('refused');
    const head = await opened.value.head();
    await opened.value.close();
    expect(await findingsOf(disk.copy())).toEqual([]);
    for (const name of ['index', 'checkpoint']) {
      for (let at = 0; at < disk.contentOf(name).length; at += 13) {
        const rotten = disk.copy();
        rotten.rot(name, at, at % 8);
        const again = await openOnDisk(rotten, { hash: ports.hash, random: run.source, segmentLength: 4000 });
        expect(again.ok && again.value.findings.map((one) => one.code)).toEqual(['LED-0204']);
        expect(again.ok && (await again.value.head())).toEqual(head);
      }
    }
  });
});
