import { MemoryStore } from '#ledger';
import { ports, storeConformance } from './conformance.ts';

storeConformance('memory', async () => {
  const store = new MemoryStore(ports.hash);
  return { durable: false, open: async () => store, dispose: async () => {} };
});
