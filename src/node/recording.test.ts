import { expect, test } from 'vitest';
import { type AggregateId, aggregateId, err, type Fold, invariant, type KeyId } from '#kernel';
import { ledgerFindings, type Store } from '#ledger';
import { Aggregates, forgottenKind } from './aggregates.ts';
import { aroundStore } from './around-store.ts';
import { Keyring } from './keyring.ts';
import { usualPorts } from './network.ts';
import { type NodePorts, silentLog } from './ports.ts';
import { Queue } from './queue.ts';
import { Recorder, type Write } from './recorder.ts';

const ports = async (): Promise<NodePorts> => ({ ...(await usualPorts(silentLog)), send: async () => true });

const idOf = (number: number): AggregateId => {
  const id = aggregateId(String(number).padStart(32, '0'));
  invariant(id !== undefined, 'an id');
  return id;
};

const noted = (aggregate: AggregateId, keyring: Keyring, data: unknown = {}): Write => ({
  ...{ aggregate, kind: 'test.noted', data, reality: 'live', key: keyring.of('x') },
});

async function note(recorder: Recorder, aggregate: AggregateId, data: unknown = {}) {
  const keyring = new Keyring(recorder);
  const write = noted(aggregate, keyring, data);
  return recorder.append([write], keyring.takeFresh());
}

const listed: Fold<readonly unknown[]> = {
  initial: [],
  apply: (all, { kind, data }) => (kind === 'test.noted' ? [...all, data] : all),
};

test('writers of one aggregate at the same time get versions without gaps', async () => {
  const doors = await ports();
  const recorder = new Recorder(doors);
  const done = await Promise.all(Array.from({ length: 40 }, (_, number) => note(recorder, idOf(number % 2))));
  const versions = done.flatMap((one) => (one.ok ? one.value : []));
  for (const aggregate of [idOf(0), idOf(1)]) {
    const own = versions.filter((entry) => entry.aggregate === aggregate).map(({ version }) => version);
    expect(own.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
  }
});

/** A store in which somebody else appends first, so many times. */
function contested(store: Store, times: number, first: () => Promise<unknown>): Store {
  let left = times;
  const append: Store['append'] = async (group) => {
    if (left > 0) {
      left -= 1;
      await first();
    }
    return store.append(group);
  };
  return aroundStore(store, { append });
}

test('a lost race is run again with the next version, and sealed anew', async () => {
  const doors = await ports();
  const other = new Recorder(doors);
  const store = contested(doors.store, 3, () => note(other, idOf(1), 'theirs'));
  const done = await note(new Recorder({ ...doors, store }), idOf(1), 'ours');
  expect(done).toMatchObject({ ok: true, value: [{ version: 4, data: 'ours' }] });
  const state = await new Aggregates(doors).state(idOf(1), listed);
  expect(state).toEqual(['theirs', 'theirs', 'theirs', 'ours']);
});

test('a race that is lost again and again is told at last', async () => {
  const doors = await ports();
  const other = new Recorder(doors);
  const store = contested(doors.store, 100, () => note(other, idOf(1)));
  const done = await note(new Recorder({ ...doors, store }), idOf(1));
  expect(done).toMatchObject({ ok: false, error: { code: 'LED-0101' } });
});

test('who says what he has seen is told when somebody came first', async () => {
  const doors = await ports();
  const recorder = new Recorder(doors);
  await note(recorder, idOf(1));
  await note(recorder, idOf(1));
  const keyring = new Keyring(recorder);
  const write = noted(idOf(1), keyring);
  const late = await recorder.append([write], keyring.takeFresh(), { aggregate: idOf(1), version: 1 });
  expect(late).toEqual({
    ok: false,
    error: ledgerFindings.find('LED-0101', { aggregate: idOf(1), version: 2, last: 2 }),
  });
  const again = new Keyring(recorder);
  const right = await recorder.append([noted(idOf(1), again)], again.takeFresh(), { aggregate: idOf(1), version: 2 });
  expect(right).toMatchObject({ ok: true, value: [{ version: 3 }] });
});

test('a natural key opens one aggregate, however many ask at once; its text is nowhere in the ledger', async () => {
  const doors = await ports();
  const recorder = new Recorder(doors);
  const opened = await Promise.all(Array.from({ length: 5 }, () => recorder.open('AC123 2026-12-01')));
  expect(new Set(opened.map(({ aggregate }) => aggregate)).size).toBe(1);
  expect(opened.map(({ fresh }) => fresh)).toEqual([true, false, false, false, false]);
  const [first] = opened;
  invariant(first !== undefined, 'opened');
  expect(await recorder.find('AC123 2026-12-01')).toBeUndefined();
  const keyring = new Keyring(recorder);
  await recorder.append([{ ...noted(first.aggregate, keyring), alias: first.alias }], keyring.takeFresh());
  expect(await recorder.find('AC123 2026-12-01')).toBe(first.aggregate);
  expect(await new Recorder({ ...doors, aliasSecret: new Uint8Array(32) }).find('AC123 2026-12-01')).toBeUndefined();
  expect((await recorder.open('AC123 2026-12-01')).fresh).toBe(false);
  expect(JSON.stringify(await doors.store.read(first.aggregate))).not.toContain('AC123');
});

test('a keyring makes one key a retention class, and hands each out once', async () => {
  const recorder = new Recorder(await ports());
  const keyring = new Keyring(recorder);
  const [a, b] = [keyring.of('a'), keyring.of('b')];
  expect(keyring.of('a')).toBe(a);
  expect(keyring.takeFresh()).toEqual([a, b]);
  expect(keyring.takeFresh()).toEqual([]);
  expect(keyring.takeFresh()).toEqual([]);
});

test('a fold that is hot goes on from where it was, and one of a forgotten key begins anew without it', async () => {
  const doors = await ports();
  const recorder = new Recorder(doors);
  const aggregates = new Aggregates(doors);
  expect(await aggregates.state(idOf(1), listed)).toBeUndefined();
  await note(recorder, idOf(1), 1);
  await note(recorder, idOf(1), 2);
  expect(await aggregates.state(idOf(1), listed)).toEqual([1, 2]);
  await note(recorder, idOf(1), 3);
  expect(await aggregates.state(idOf(1), listed)).toEqual([1, 2, 3]);
  const [first] = await doors.store.read(idOf(1));
  invariant(first !== undefined, 'recorded');
  await doors.store.forget([first.header.key]);
  aggregates.drop(idOf(1));
  expect(await aggregates.state(idOf(1), listed)).toEqual([2, 3]);
  expect((await aggregates.entries(idOf(1))).map(({ kind }) => kind)).toEqual([
    forgottenKind,
    'test.noted',
    'test.noted',
  ]);
});

test('two folds of one aggregate do not disturb each other, and few are kept', async () => {
  const doors = await ports();
  const recorder = new Recorder(doors);
  const aggregates = new Aggregates(doors, 1);
  const counted: Fold<number> = { initial: 0, apply: (count) => count + 1 };
  for (const number of [1, 2, 1]) await note(recorder, idOf(number), number);
  expect(await aggregates.state(idOf(1), listed)).toEqual([1, 1]);
  expect(await aggregates.state(idOf(1), counted)).toBe(2);
  await note(recorder, idOf(1), 5);
  expect(await aggregates.state(idOf(1), counted)).toBe(3);
  expect(await aggregates.state(idOf(2), counted)).toBe(1);
  expect(await aggregates.state(idOf(1), listed)).toEqual([1, 1, 5]);
});

test('work of one name is done in the order of its coming, that of others meanwhile', async () => {
  const queue = new Queue<string>();
  const done: string[] = [];
  const work = (name: string, ticks: number) => async () => {
    for (let tick = 0; tick < ticks; tick += 1) await Promise.resolve();
    done.push(name);
  };
  const failing = queue.run('a', async () => {
    throw new RangeError('failed');
  });
  const all = [queue.run('a', work('a1', 20)), queue.run('a', work('a2', 1)), queue.run('b', work('b1', 1))];
  await expect(failing).rejects.toThrow('failed');
  await Promise.all(all);
  expect(done).toEqual(['b1', 'a1', 'a2']);
});

/** How many keys each append brought, and which were destroyed. */
function countingKeys(store: Store) {
  const [brought, forgotten]: [number[], KeyId[]] = [[], []];
  const counting: Pick<Store, 'append' | 'forget'> = {
    append: (group) => {
      brought.push(group.keys.length);
      return store.append(group);
    },
    forget: (keys) => {
      forgotten.push(...keys);
      return store.forget(keys);
    },
  };
  const around = aroundStore(store, counting);
  return { store: around, brought, forgotten };
}

test('keys are made ahead: but for the first, no group brings one, and each entry has its own', async () => {
  const doors = await ports();
  const { store, brought, forgotten } = countingKeys(doors.store);
  const recorder = new Recorder({ ...doors, store });
  const used = new Set<string>();
  for (let number = 0; number < 100; number += 1) {
    expect((await note(recorder, idOf(number))).ok).toBe(true);
    const [entry] = await store.read(idOf(number));
    invariant(entry !== undefined, 'an entry');
    used.add(entry.header.key);
    expect(await store.key(entry.header.key)).toBeDefined();
  }
  expect(used.size).toBe(100);
  const ahead = brought.filter((keys) => keys === 64).length;
  expect(brought.filter((keys) => keys === 1).length).toBeLessThan(5);
  expect(brought.filter((keys) => keys === 0).length).toBeGreaterThan(95);
  expect(ahead).toBeGreaterThan(1);
  await recorder.close();
  expect(forgotten.length).toBe(ahead * 64 + brought.filter((keys) => keys === 1).length - 100);
  expect(forgotten.some((key) => used.has(key))).toBe(false);
});

test('a store that takes no keys ahead takes them with their group', async () => {
  const doors = await ports();
  const append: Store['append'] = async (group) =>
    group.entries.length === 0 ? err(ledgerFindings.find('LED-0104', { cause: 'test' })) : doors.store.append(group);
  const store = aroundStore(doors.store, { append });
  const recorder = new Recorder({ ...doors, store });
  for (let number = 0; number < 5; number += 1) expect((await note(recorder, idOf(number))).ok).toBe(true);
  await recorder.close();
});
