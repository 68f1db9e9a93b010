import { execFileSync } from 'node:child_process';
import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { median, seconds } from './row.ts';

/** Where temporary ledgers stand while something is measured: `TRIPOINT_BENCH_DIR`, or the system's place. */
export const benchFolder = (): string => process.env['TRIPOINT_BENCH_DIR'] ?? tmpdir();

/** Milliseconds that a write of 1 KB and its fdatasync take in a folder: the median of some. */
export function syncMilliseconds(folder: string, times = 50): number {
  const file = openSync(join(folder, 'sync'), 'w');
  const bytes = new Uint8Array(1024);
  const taken = Array.from({ length: times }, () => {
    const since = process.hrtime.bigint();
    writeSync(file, bytes);
    fdatasyncSync(file);
    return seconds(since) * 1e3;
  });
  closeSync(file);
  return median(taken);
}

function diskOf(folder: string): string {
  const own = mkdtempSync(join(folder, 'tripoint-sync-'));
  try {
    return `${syncMilliseconds(own).toFixed(2)} ms a sync of 1 KB`;
  } finally {
    rmSync(own, { recursive: true });
  }
}

/** The commit that is measured, with a plus sign when something beside it was changed. */
export function commit(): string {
  const git = (...args: readonly string[]): string => execFileSync('git', args, { encoding: 'utf8' }).trim();
  return `${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain', '-uno') === '' ? '' : '+'}`;
}

/** What figures are worth nothing without: when, on what machine, how busy it was. */
export function circumstances(): readonly (readonly [string, string])[] {
  return [
    ['date', `${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC`],
    ['commit', commit()],
    ['processor', `${availableParallelism()} x ${cpus()[0]?.model ?? 'unknown'}`],
    ['memory', `${(totalmem() / 2 ** 30).toFixed(0)} GiB`],
    ['disk', diskOf(benchFolder())],
    ['node', process.version],
    ['load at the start', loadavg()[0]?.toFixed(2) ?? ''],
  ];
}
