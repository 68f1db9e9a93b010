import { expect, test } from 'vitest';
import { aggregateId, definePart, type Fold, type Instant, instant, invariant, type Part, type View } from '#kernel';
import { Aggregates } from './aggregates.ts';
import { Keyring } from './keyring.ts';
import { usualPorts } from './network.ts';
import { type NodePorts, type SnapshotShelf, silentLog } from './ports.ts';
import { Recorder } from './recorder.ts';
import { SnapshotKeeper, Snapshots } from './snapshots.ts';
import { Views } from './views.ts';

/** A shelf in memory whose next writing may fail, as when the disk is full or the process dies. */
class Shelf implements SnapshotShelf {
  readonly files = new Map<string, Uint8Array>();
  fails = false;
  read = async (name: string) => this.files.get(name);
  write = async (name: string, bytes: Uint8Array) => {
    if (this.fails) throw new RangeError('no room');
    this.files.set(name, bytes);
  };
}

/** A clock that stands until it is told, and an alarm that rings by it. */
class Standing {
  #now = 1_000_000;
  #rings = new Map<() => void, number>();
  clock = { now: (): Instant => instant(this.#now) };
  alarm = {
    at: (at: Instant, ring: () => void) => {
      this.#rings.set(ring, at);
      return () => void this.#rings.delete(ring);
    },
  };
  pass(milliseconds: number): void {
    this.#now += milliseconds;
    for (const [ring, at] of this.#rings) {
      if (at > this.#now) continue;
      this.#rings.delete(ring);
      ring();
    }
  }
}

const portsWith = async (more: Partial<NodePorts>): Promise<NodePorts> => ({
  ...(await usualPorts(silentLog)),
  send: async () => true,
  ...more,
});

test('a snapshot is read as it was written, maps and sets included, by the program that wrote it', async () => {
  const ports = await portsWith({ snapshots: new Shelf() });
  const state = { words: new Map([['a', new Set([1, 2])]]), at: 5 };
  await new Snapshots(ports, 'one').write('views', { position: 7, state });
  expect(await new Snapshots(ports, 'one').read('views')).toEqual({ position: 7, state });
  expect(await new Snapshots(ports, 'two').read('views')).toBeUndefined();
  expect(await new Snapshots(ports, 'one').read('timers')).toBeUndefined();
});

test('without a shelf there is none, and nothing fails', async () => {
  const ports = await portsWith({});
  const snapshots = new Snapshots(ports, 'one');
  await snapshots.write('views', { position: 1, state: 1 });
  expect(await snapshots.read('views')).toBeUndefined();
});

test('any changed byte makes a snapshot none', async () => {
  const shelf = new Shelf();
  const ports = await portsWith({ snapshots: shelf });
  await new Snapshots(ports, 'one').write('views', { position: 7, state: 'x' });
  const whole = shelf.files.get('views') ?? new Uint8Array();
  for (let at = 0; at < whole.length; at += 1) {
    const changed = Uint8Array.from(whole);
    changed[at] = (changed[at] ?? 0) ^ 1;
    shelf.files.set('views', changed);
    expect(await new Snapshots(ports, 'one').read('views'), `byte ${at}`).toBeUndefined();
  }
  for (const length of [0, 5, 16, 28, whole.length - 1]) {
    shelf.files.set('views', whole.subarray(0, length));
    expect(await new Snapshots(ports, 'one').read('views'), `${length} bytes`).toBeUndefined();
  }
});

test('the key of the snapshot before is destroyed, also of one that another life wrote', async () => {
  const shelf = new Shelf();
  const ports = await portsWith({ snapshots: shelf });
  const first = new Snapshots(ports, 'one');
  await first.write('views', { position: 1, state: 'old' });
  const old = shelf.files.get('views') ?? new Uint8Array();
  const second = new Snapshots(ports, 'one');
  await second.read('views');
  await second.write('views', { position: 2, state: 'new' });
  expect(await second.read('views')).toEqual({ position: 2, state: 'new' });
  shelf.files.set('views', old);
  expect(await new Snapshots(ports, 'one').read('views')).toBeUndefined();
});

test('when the new one cannot be written the old one stands', async () => {
  const shelf = new Shelf();
  const ports = await portsWith({ snapshots: shelf });
  const snapshots = new Snapshots(ports, 'one');
  await snapshots.write('views', { position: 1, state: 'old' });
  shelf.fails = true;
  await expect(snapshots.write('views', { position: 2, state: 'new' })).rejects.toThrow();
  expect(await new Snapshots(ports, 'one').read('views')).toEqual({ position: 1, state: 'old' });
});

async function keeper(every: number) {
  const shelf = new Shelf();
  const standing = new Standing();
  const ports = await portsWith({ snapshots: shelf, clock: standing.clock, alarm: standing.alarm });
  const snapshots = new Snapshots(ports, 'one', every);
  let state = 0;
  const keeping = new SnapshotKeeper(ports, snapshots, { name: 'fold', position: 0, state: () => state });
  const kept = async () => {
    await new Promise((resolve) => setImmediate(resolve));
    return (await new Snapshots(ports, 'one').read('fold'))?.position;
  };
  const rested = (position: number): void => {
    state = position;
    keeping.rested(position);
  };
  return { keeping, standing, kept, rested, shelf };
}

test('a fold is kept in a quiet second, once enough has come', async () => {
  const { standing, kept, rested } = await keeper(10);
  rested(9);
  standing.pass(5000);
  expect(await kept()).toBeUndefined();
  rested(10);
  standing.pass(999);
  rested(12);
  standing.pass(999);
  expect(await kept()).toBeUndefined();
  standing.pass(1);
  expect(await kept()).toBe(12);
  rested(21);
  standing.pass(5000);
  expect(await kept()).toBe(12);
});

test('a node that is never quiet keeps it when very much has come', async () => {
  const { kept, rested } = await keeper(10);
  rested(99);
  expect(await kept()).toBeUndefined();
  rested(100);
  expect(await kept()).toBe(100);
});

test('at the end what has come since is kept; nothing new is not kept again', async () => {
  const { keeping, rested, kept, shelf } = await keeper(10);
  rested(3);
  await keeping.close();
  expect(await kept()).toBe(3);
  const bytes = shelf.files.get('fold');
  await keeping.close();
  expect(shelf.files.get('fold')).toBe(bytes);
});

test('a shelf that fails is no reason to stop', async () => {
  const { keeping, rested, shelf, kept } = await keeper(10);
  shelf.fails = true;
  rested(100);
  await keeping.close();
  shelf.fails = false;
  rested(101);
  await keeping.close();
  expect(await kept()).toBe(101);
});

const counted: Fold<ReadonlyMap<string, number>> = {
  initial: new Map(),
  apply: (counts, { kind, aggregate }) =>
    kind === 'test.noted' ? new Map(counts).set(aggregate, (counts.get(aggregate) ?? 0) + 1) : counts,
};
const countView: View<ReadonlyMap<string, number>> = { name: 'test.counts', fold: counted };
const part: Part = definePart({ name: 'test', title: { en: '', fr: '', es: '' }, views: [countView] });

/** Records `count` entries in one of three aggregates after another. */
async function note(ports: NodePorts, count: number): Promise<void> {
  const recorder = new Recorder(ports);
  const keyring = new Keyring(recorder);
  for (let number = 0; number < count; number += 1) {
    const aggregate = aggregateId(String(number % 3).padStart(32, '0'));
    invariant(aggregate !== undefined, 'an id');
    const write = { aggregate, kind: 'test.noted', data: { number }, reality: 'live' as const, key: keyring.of('x') };
    const done = await recorder.append([write], keyring.takeFresh());
    invariant(done.ok, 'appended');
  }
}

async function openViews(ports: NodePorts): Promise<Views> {
  const views = await Views.open({
    ...{ ports, aggregates: new Aggregates(ports), parts: [part], snapshots: new Snapshots(ports, 'one', 5) },
  });
  await views.caughtUp();
  return views;
}
const counts = (views: Views) => views.read<ReadonlyMap<string, number>>('test.counts', 'live');

test('views go on from their snapshot as if they had folded everything', async () => {
  const ports = await portsWith({ snapshots: new Shelf() });
  await note(ports, 20);
  const first = await openViews(ports);
  const before = counts(first);
  expect([...before.state.values()]).toEqual([7, 7, 6]);
  await first.close();
  const second = await openViews(ports);
  expect(counts(second)).toEqual(before);
  await note(ports, 4);
  await expect.poll(() => [...counts(second).state.values()]).toEqual([9, 8, 7]);
  await second.close();
  const anew = await openViews({ ...ports, snapshots: new Shelf() });
  const third = await openViews(ports);
  expect(counts(third)).toEqual(counts(anew));
});

test('listeners are told which aggregates changed, and nothing of what a snapshot brought', async () => {
  const ports = await portsWith({ snapshots: new Shelf() });
  await note(ports, 6);
  await (await openViews(ports)).close();
  const views = await openViews(ports);
  const told: string[] = [];
  const stop = views.listen(({ view, keys }) => told.push(`${view} ${keys.length}`));
  await views.caughtUp();
  expect(told).toEqual([]);
  await note(ports, 1);
  await expect.poll(() => told).toEqual(['test.counts 1']);
  stop();
  await note(ports, 1);
  await views.caughtUp();
  expect(told).toHaveLength(1);
  await views.close();
});
