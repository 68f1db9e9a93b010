import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadEmbeddedStore } from '#adapters';
import { ports, storeConformance } from './conformance.ts';

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
