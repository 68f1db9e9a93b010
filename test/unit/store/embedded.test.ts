import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadEmbeddedStore } from '#adapters';
import { verifyLedger } from '#ledger';
import { entry, fresh, ports, storeConformance } from './conformance.ts';

const { openEmbeddedStore } = await loadEmbeddedStore();

/** Tiny segments and checkpoints at every few entries, so that each test walks over their edges. */
const small = { segmentLength: 2000, checkpointEvery: 3 };

for (const [name, limits] of [
  ['embedded', {}],
  ['embedded, small segments', small],
] as const) {
  storeConformance(name, async () => {
    const root = await mkdtemp(join(tmpdir(), 'tripoint-store-'));
    return {
      durable: true,
      async open() {
        const opened = await openEmbeddedStore({ directory: join(root, 'data'), ...ports, ...limits });
        if (!opened.ok) throw new Error(JSON.stringify(opened.error));
        return opened.value;
      },
      dispose: () => rm(root, { recursive: true }),
    };
  });
}

test('what comes while the store closes is refused, and its last checkpoint holds what was answered', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'tripoint-store-'));
  const open = async () => {
    const opened = await openEmbeddedStore({ directory, ...ports, ...small });
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    return opened.value;
  };
  let answered = 0;
  for (let round = 0; round < 5; round += 1) {
    const store = await open();
    const writer = async (): Promise<void> => {
      const { aggregate, key, ...group } = fresh();
      let result = await store.append(group);
      for (let version = 2; result.ok; version += 1) {
        answered += 1;
        result = await store.append({ entries: [entry(aggregate, version, key)], keys: [] });
      }
      expect(result.error).toMatchObject({ code: 'LED-0104', parameters: { cause: 'closed' } });
      await expect(store.forget([key.id])).rejects.toThrow();
    };
    const writers = Array.from({ length: 6 }, writer);
    for (let turns = 0; turns < 20; turns += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(store.stopped).toBeUndefined();
    const closed = store.close();
    expect(store.stopped).toBe('closed');
    await Promise.all([closed, ...writers]);
    const again = await open();
    const { findings, head } = await verifyLedger(again, ports);
    expect(findings).toEqual([]);
    expect(head.size).toBe(answered);
    await again.close();
  }
  expect(answered).toBeGreaterThan(0);
  await rm(directory, { recursive: true });
});
