import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { type AggregateId, aggregateId, err, invariant, type Reality, type View } from '#kernel';
import { ledgerFindings, type Store } from '#ledger';
import { Aggregates } from './aggregates.ts';
import { Keyring } from './keyring.ts';
import { usualPorts } from './network.ts';
import { type NodePorts, type SnapshotShelf, silentLog } from './ports.ts';
import { Recorder } from './recorder.ts';
import { Views } from './views.ts';

/** A shelf in memory whose next writing may fail, as when the disk is full or the process dies. */
class Shelf implements SnapshotShelf {
  files = new Map<string, readonly Uint8Array[]>();
  fails = false;
  async *read(name: string): AsyncGenerator<Uint8Array> {
    yield* this.files.get(name) ?? [];
  }
  async write(name: string, sections: AsyncIterable<Uint8Array>): Promise<void> {
    const whole: Uint8Array[] = [];
    for await (const section of sections) whole.push(section);
    if (this.fails) throw new RangeError('no room');
    this.files.set(name, whole);
  }
  async remove(name: string): Promise<void> {
    this.files.delete(name);
  }
}

const idOf = (number: number): AggregateId => {
  const id = aggregateId(number.toString(16).padStart(32, '0'));
  invariant(id !== undefined, 'an id');
  return id;
};

interface Counted {
  readonly count: number;
  readonly numbers: readonly number[];
}
const countView: View<Counted> = {
  name: 'test.counts',
  hears: (kind) => kind !== 'test.unheard',
  fold: {
    initial: undefined,
    apply: (known, { kind, data }) => {
      invariant(kind !== 'test.unheard', 'what is not heard is not folded');
      const { number } = z.object({ number: z.number() }).parse(data);
      if (kind === 'test.ended') return undefined;
      return { count: (known?.count ?? 0) + 1, numbers: [...(known?.numbers ?? []), number] };
    },
  },
};

interface Note {
  readonly aggregate: number;
  readonly kind: 'test.noted' | 'test.ended' | 'test.unheard';
  readonly reality: Reality;
}
const notes = (count: number): readonly Note[] =>
  Array.from({ length: count }, (_, number) => ({ aggregate: number % 3, kind: 'test.noted', reality: 'live' }));

/** Records entries, one after the other. */
async function note(ports: NodePorts, all: readonly Note[]): Promise<void> {
  const recorder = new Recorder(ports);
  const keyring = new Keyring(recorder);
  for (const [number, { aggregate, kind, reality }] of all.entries()) {
    const write = { aggregate: idOf(aggregate), kind, reality, data: { number }, key: keyring.of('x') };
    const done = await recorder.append([write], keyring.takeFresh());
    invariant(done.ok, 'appended');
  }
}

interface Start {
  readonly every?: number;
  readonly form?: string;
}

function begin(ports: NodePorts, { every = 5, form = 'one' }: Start = {}): Views {
  return new Views({ ports, aggregates: new Aggregates(ports), views: [countView], form, snapshotEvery: every });
}
async function start(ports: NodePorts, how?: Start): Promise<Views> {
  const views = begin(ports, how);
  await views.caughtUp();
  return views;
}
/** A life of the node: starts, records, folds, ends. */
async function live(ports: NodePorts, all: readonly Note[], how?: Start): Promise<void> {
  const views = await start(ports, how);
  await note(ports, all);
  await views.caughtUp();
  await views.close();
}

const listed = (views: Views, reality: Reality = 'live') => views.read<Counted>('test.counts', reality);
const counts = (views: Views) => Array.from(listed(views).state.values(), ({ count }) => count);

/** Behind which position a start folds: as far as the snapshot reaches. What stands in the end is right in any case. */
async function reach(ports: NodePorts, form?: string): Promise<number> {
  let from: number | undefined;
  const store: Store = Object.assign(Object.create(ports.store), {
    sequenced: (after: number, limit: number) => {
      if (limit > 1) from ??= after;
      return ports.store.sequenced(after, limit);
    },
    key: ports.store.key.bind(ports.store),
    onSequenced: ports.store.onSequenced.bind(ports.store),
  });
  const views = await start({ ...ports, store }, { every: 1000, ...(form === undefined ? {} : { form }) });
  const { snapshots: _, ...without } = ports;
  const anew = await start(without);
  for (const reality of ['live', 'demonstration'] as const)
    expect(listed(views, reality)).toEqual(listed(anew, reality));
  return from ?? -1;
}

async function node(): Promise<{ ports: NodePorts; shelf: Shelf }> {
  const shelf = new Shelf();
  return { ports: { ...(await usualPorts(silentLog)), send: async () => true, snapshots: shelf }, shelf };
}

test('views go on from their snapshot, and what comes later is a layer on it', async () => {
  const { ports, shelf } = await node();
  await live(ports, notes(6));
  expect(await reach(ports)).toBe(6);
  await live(ports, notes(2));
  expect([...shelf.files.keys()]).toEqual(['views', 'views-1']);
  expect(await reach(ports)).toBe(8);
  const views = await start(ports);
  expect(counts(views)).toEqual([3, 3, 2]);
  await note(ports, notes(4));
  await expect.poll(() => counts(views)).toEqual([5, 4, 3]);
  await views.close();
});

test('an answer of the program waits for no view: they are made before anything was read', async () => {
  const { ports, shelf } = await node();
  await live(ports, notes(6));
  shelf.read = async function* () {
    await new Promise(() => {});
    yield new Uint8Array();
  };
  const views = begin(ports);
  expect(listed(views)).toEqual({ state: new Map(), asOf: 0 });
});

test('another program, another ledger, and a ledger with another past find no snapshot', async () => {
  const { ports, shelf } = await node();
  await live(ports, notes(6));
  expect(await reach(ports, 'two')).toBe(0);
  const other = await node();
  await note(other.ports, notes(9));
  expect(await reach({ ...other.ports, snapshots: shelf })).toBe(0);
  // Restored from a backup it has the key, but has gone another way since.
  const { sequenced } = ports.store;
  ports.store.sequenced = async (after, limit) => {
    const news = await sequenced.call(ports.store, after, limit);
    return news.map((one) => ({ ...one, chain: '0'.repeat(64) }));
  };
  expect(await reach(ports)).toBe(0);
});

test('any changed byte, and any missing section, make a layer and those after it none', async () => {
  const { ports, shelf } = await node();
  await live(ports, notes(6));
  await live(ports, notes(2));
  const whole = new Map(shelf.files);
  for (const [name, reached] of [
    ['views', 0],
    ['views-1', 6],
  ] as const) {
    const sections = whole.get(name) ?? [];
    expect(sections.length).toBe(3);
    for (const [number, section] of sections.entries()) {
      shelf.files = new Map(whole).set(name, sections.toSpliced(number, 1));
      expect(await reach(ports), `${name} without ${number}`).toBe(reached);
      for (let at = 0; at < section.length; at += 7) {
        const changed = Uint8Array.from(section);
        changed[at] = (changed[at] ?? 0) ^ 1;
        shelf.files = new Map(whole).set(name, sections.with(number, changed));
        expect(await reach(ports), `${name} ${number} ${at}`).toBe(reached);
      }
    }
  }
  shelf.files = new Map(whole).set('views-1', whole.get('views') ?? []);
  expect(await reach(ports)).toBe(6);
});

test('a damaged layer is made again, and what stood after it is not taken for its sequel', async () => {
  const { ports, shelf } = await node();
  for (const count of [6, 1, 1]) await live(ports, notes(count));
  expect(await reach(ports)).toBe(8);
  shelf.files.set('views-1', []);
  expect(await reach(ports)).toBe(6);
  await live(ports, notes(1));
  expect(await reach(ports)).toBe(9);
});

test('the key of layers that are replaced is destroyed, also of those that another program wrote', async () => {
  const { ports, shelf } = await node();
  await live(ports, notes(6));
  const old = new Map(shelf.files);
  await live(ports, notes(1), { form: 'two' });
  expect(await reach(ports, 'two')).toBe(7);
  shelf.files = old;
  expect(await reach(ports)).toBe(0);
});

test('when much has changed everything is kept anew, and the layers are gone', async () => {
  const { ports, shelf } = await node();
  await live(ports, notes(6));
  for (let round = 0; round < 4; round += 1) {
    await live(ports, notes(3));
    expect(shelf.files.size).toBeLessThan(3);
    expect(await reach(ports)).toBe(6 + 3 * (round + 1));
  }
});

test('a shelf that fails is no reason to stop, and what it lacks is kept the next time', async () => {
  const { ports, shelf } = await node();
  await live(ports, notes(6));
  const views = await start(ports, { every: 2 });
  shelf.fails = true;
  await note(ports, notes(2));
  await views.caughtUp();
  shelf.fails = false;
  await note(ports, [{ aggregate: 1, kind: 'test.noted', reality: 'live' }]);
  await views.caughtUp();
  await views.close();
  expect(await reach(ports)).toBe(9);
});

test('when the ledger takes no key nothing is kept, and the next layer does not go on without what it lacks', async () => {
  const { ports } = await node();
  for (const count of [6, 3]) await live(ports, notes(count));
  const { append } = ports.store;
  const views = await start(ports, { every: 1 });
  await note(ports, notes(5));
  ports.store.append = async () => err(ledgerFindings.find('LED-0104', { cause: 'full' }));
  await views.caughtUp();
  ports.store.append = append.bind(ports.store);
  await note(
    ports,
    [3, 4, 5, 6].map((aggregate) => ({ aggregate, kind: 'test.noted', reality: 'live' })),
  );
  await views.caughtUp();
  await views.close();
  expect(await reach(ports)).toBe(18);
});

test('a shelf that cannot be read is as good as empty', async () => {
  const { ports, shelf } = await node();
  await live(ports, notes(6));
  shelf.read = () => {
    throw new RangeError('unreadable');
  };
  expect(await reach(ports)).toBe(0);
});

test('nothing is kept before enough has come, and nothing twice', async () => {
  const { ports, shelf } = await node();
  const views = await start(ports, { every: 10 });
  await note(ports, notes(9));
  await views.caughtUp();
  expect(shelf.files.size).toBe(0);
  await note(ports, notes(1));
  await views.caughtUp();
  await expect.poll(() => shelf.files.size).toBe(1);
  const kept = shelf.files.get('views');
  await views.close();
  await (await start(ports)).close();
  expect(shelf.files.get('views')).toBe(kept);
});

test('views that are told to stop while they read the snapshot stop, and keep nothing', async () => {
  const { ports, shelf } = await node();
  await live(ports, notes(6));
  await note(ports, notes(3));
  const before = new Map(shelf.files);
  const views = begin(ports);
  await views.close();
  expect(views.closed).toBe(true);
  expect(shelf.files).toEqual(before);
});

test('listeners are told which aggregates changed, and nothing of what a snapshot brought', async () => {
  const { ports } = await node();
  await live(ports, notes(6));
  const views = await start(ports);
  const told: string[] = [];
  const stop = views.listen(({ view, reality, keys }) => told.push(`${view} ${reality} ${keys.length}`));
  await views.caughtUp();
  expect(told).toEqual([]);
  await note(ports, [...notes(1), { aggregate: 0, kind: 'test.unheard', reality: 'live' }]);
  await expect.poll(() => told).toEqual(['test.counts live 1']);
  stop();
  await note(ports, notes(1));
  await views.caughtUp();
  expect(told).toHaveLength(1);
  await views.close();
});

const noteArbitrary: fc.Arbitrary<Note> = fc.record({
  aggregate: fc.nat(5),
  kind: fc.constantFrom('test.noted', 'test.noted', 'test.ended', 'test.unheard'),
  reality: fc.constantFrom('live', 'demonstration'),
});
const lifeArbitrary = fc.record({
  notes: fc.array(noteArbitrary, { maxLength: 12 }),
  every: fc.integer({ min: 1, max: 9 }),
  /** Does the disk lose the newest file, or refuse what is written? */
  luck: fc.constantFrom('good', 'good', 'lost', 'full'),
});

test('after any lives, whatever the disk lost, views stand as if they had folded everything', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(lifeArbitrary, { minLength: 1, maxLength: 6 }), async (lives) => {
      const { ports, shelf } = await node();
      for (const { notes: all, every, luck } of lives) {
        shelf.fails = luck === 'full';
        await live(ports, all, { every });
        const newest = [...shelf.files.keys()].at(-1);
        if (luck === 'lost' && newest !== undefined) shelf.files.delete(newest);
        await reach(ports);
      }
    }),
    { numRuns: 40 },
  );
});
