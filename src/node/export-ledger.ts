import { join } from 'node:path';
import { loadClock, loadCrypto } from '#adapters';
import { accessTableSchema } from '#api';
import { err, formatInstant, invariant, ok, type Result } from '#kernel';
import { openEntry, type SequencedEntry } from '#ledger';
import { tablesFrom } from './data-folder.ts';
import { nodeFindings } from './findings.ts';
import type { Progress } from './keep-ledger.ts';
import { type OpenLedger, openLedger } from './open-ledger.ts';
import { recordReadingOffline } from './reading-record.ts';
import { Recorder } from './recorder.ts';

/** Which entries are exported, for whom and why. */
export interface ExportOrder {
  readonly config: string;
  /** Who reads. */
  readonly by: string;
  /** Why, from the closed list of purposes. */
  readonly purpose: string;
  readonly aggregate?: string;
  readonly kind?: string;
  /** Only entries that hold this text somewhere: a document number, a reference, a name. */
  readonly about?: string;
  readonly onLine: (line: ExportedEntry) => void;
  readonly progress?: Progress;
}

/** One entry as it leaves. Without `data`: its key was destroyed, or it cannot be opened, which `ledger verify` tells apart. */
export interface ExportedEntry {
  readonly position: number;
  readonly aggregate: string;
  readonly version: number;
  readonly at: string;
  readonly kind: string;
  readonly reality: string;
  readonly data?: unknown;
}

const batch = 1000;
const part = 'node';

/**
 * Tells the entries of a ledger in their order. Reading personal data is itself an entry, durable before the first line
 * leaves. NOD-0207 the purpose is not one of the closed list.
 */
export async function exportLedger(order: ExportOrder): Promise<Result<number>> {
  const opened = await openLedger({ config: order.config });
  if (!opened.ok) return opened;
  const ledger = opened.value;
  try {
    const allowed = checkPurpose(ledger, order.purpose);
    if (!allowed.ok) return allowed;
    // What is read is what stood there before the reading was recorded.
    const { size } = await ledger.store.head();
    const recorded = await recordExport(ledger, order);
    return recorded.ok ? ok(await tellAll(ledger, order, size)) : recorded;
  } finally {
    await ledger.store.close();
  }
}

function checkPurpose({ node }: OpenLedger, purpose: string): Result<void> {
  const tables = node?.config.tables === undefined ? undefined : join(node.folder, node.config.tables);
  const known = accessTableSchema.parse(tablesFrom(tables)('access/roles.json')).purposes.map(({ name }) => name);
  return known.includes(purpose)
    ? ok(undefined)
    : err(nodeFindings.find('NOD-0207', { purpose, known: known.join(', ') }));
}

async function recordExport({ store, node }: OpenLedger, order: ExportOrder): Promise<Result<unknown>> {
  invariant(node !== undefined, 'an export names the configuration of its node');
  const { createAesGcm, createRandom, createSha256 } = await loadCrypto();
  const { systemClock: clock } = await loadClock();
  const ports = { clock, store, cipher: createAesGcm(), hash: createSha256(), random: createRandom() };
  const recorder = new Recorder({ ...ports, aliasSecret: node.identity.alias });
  const { aggregate, kind, about } = order;
  const path = Object.fromEntries(
    Object.entries({ aggregate, kind, about }).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
  return recordReadingOffline(recorder, {
    ...{ purpose: order.purpose, part, path, pattern: 'tripoint export', at: clock.now() },
    actor: { name: order.by },
    reality: node.config.reality,
  });
}

async function tellAll({ store }: OpenLedger, order: ExportOrder, size: number): Promise<number> {
  const { createAesGcm, createSha256 } = await loadCrypto();
  const ports = { cipher: createAesGcm(), hash: createSha256() };
  let [position, told] = [0, 0];
  while (position < size) {
    const entries = await store.sequenced(position, Math.min(batch, size - position));
    for (const entry of entries) {
      position = entry.position;
      const line = await lineOf(entry, order);
      if (line === undefined) continue;
      order.onLine(line);
      told += 1;
    }
    order.progress?.(position, size);
  }
  return told;

  async function lineOf(
    { entry, position: place }: SequencedEntry,
    asked: ExportOrder,
  ): Promise<ExportedEntry | undefined> {
    const { aggregate, version, at, kind, reality, key: id } = entry.header;
    if (!isAsked(entry.header, asked)) return undefined;
    const key = await store.key(id);
    const opened = key === undefined ? undefined : openEntry(entry, key, ports);
    const line = { position: place, aggregate, version, at: formatInstant(at), kind, reality };
    if (opened?.ok !== true) return asked.about === undefined ? line : undefined;
    const { data } = opened.value;
    return asked.about === undefined || holds(data, asked.about) ? { ...line, data } : undefined;
  }
}

const isAsked = ({ aggregate, kind }: SequencedEntry['entry']['header'], asked: ExportOrder): boolean =>
  (asked.aggregate ?? aggregate) === aggregate && (asked.kind ?? kind) === kind;

/** True when the text stands in the data, in any case; bytes are looked through as Latin letters. */
function holds(data: unknown, text: string): boolean {
  if (data instanceof Uint8Array)
    return Buffer.from(data).toString('latin1').toLowerCase().includes(text.toLowerCase());
  if (typeof data === 'object' && data !== null) return Object.values(data).some((value) => holds(value, text));
  return String(data).toLowerCase().includes(text.toLowerCase());
}
