import { createHash } from 'node:crypto';
import { writeSync } from 'node:fs';
import { loadCrypto, loadEmbeddedStore } from '#adapters';
import { type AggregateId, instant, toHex } from '#kernel';
import { type DataKey, newDataKey, sealEntry } from '#ledger';

/** Run as a process of its own: appends and forgets under load, and says on standard output, at once, what was acknowledged. */
const crypto = await loadCrypto();
const ports = { hash: crypto.createSha256(), cipher: crypto.createAesGcm(), random: crypto.createRandom() };
const { openEmbeddedStore } = await loadEmbeddedStore();
const say = (line: string): void => void writeSync(1, `${line}\n`);

const opened = await openEmbeddedStore({
  directory: process.argv[2] ?? '',
  ...ports,
  segmentLength: 400_000,
  checkpointEvery: 500,
});
if (!opened.ok) {
  say(`refused ${opened.error.code} ${opened.error.parameters['pid'] ?? ''}`);
  process.exit(3);
}
const store = opened.value;
say(`opened ${opened.value.findings.map((finding) => finding.code).join()}`);

const seal = (aggregate: AggregateId, version: number, key: DataKey) =>
  sealEntry(
    {
      ...{ aggregate, version, at: instant(Date.now()), kind: 'test.noted', reality: 'live' },
      data: { filler: toHex(ports.random.bytes(200)) },
    },
    key,
    ports,
  );

async function writer(): Promise<void> {
  for (let round = 0; ; round += 1) {
    const [aggregate, key] = [toHex(ports.random.bytes(16)) as AggregateId, newDataKey(ports.random)];
    for (let version = 1; version <= 3; version += 1) {
      const entry = seal(aggregate, version, key);
      const result = await store.append({ entries: [entry], keys: version === 1 ? [key] : [] });
      if (!result.ok) throw new Error(result.error.code);
      say(`A ${aggregate} ${version} ${key.id} ${createHash('sha256').update(entry.payload).digest('hex')}`);
    }
    if (round % 2 === 0) continue;
    say(`f ${key.id}`);
    await store.forget([key.id]);
    say(`F ${key.id} ${toHex(key.secret)} ${toHex(key.salt)}`);
  }
}

await Promise.all(Array.from({ length: 16 }, writer));
