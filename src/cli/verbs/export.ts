import { userInfo } from 'node:os';
import { lastValue, neededValue, readOptions } from '../options.ts';
import type { OwnRun } from '../own-verb.ts';
import { progressBar } from '../progress.ts';
import { orRefuse } from '../refusal.ts';

/** `tripoint export`: entries of a ledger as JSON lines. Who reads, and why, is itself recorded before anything leaves. */
export const run: OwnRun = async (args, terminal) => {
  const spec = { valued: ['config', 'purpose', 'by', 'aggregate', 'kind', 'about'] };
  const options = orRefuse(readOptions('export', args, spec));
  const config = orRefuse(neededValue('export', options, 'config'));
  const purpose = orRefuse(neededValue('export', options, 'purpose'));
  const filters = ['aggregate', 'kind', 'about'].flatMap((name) => {
    const value = lastValue(options, name);
    return value === undefined ? [] : [[name, value]];
  });
  const { exportLedger } = await import('#node');
  const told = await exportLedger({
    ...{ config, purpose, progress: progressBar(terminal) },
    by: lastValue(options, 'by') ?? userInfo().username,
    ...Object.fromEntries(filters),
    onLine: (line) => terminal.out(JSON.stringify(line, bytesAsText)),
  });
  orRefuse(told, 3);
  return 0;
};

/** Raw messages leave as base64, since JSON has no bytes. */
const bytesAsText = (_name: string, value: unknown): unknown =>
  value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value;
