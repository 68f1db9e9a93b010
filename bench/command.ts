import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type BenchRow, median, seconds } from './row.ts';

const command = resolve(import.meta.dirname, '../bin/tripoint');
const rounds = 5;

/** Processor seconds of a command and of all that it starts, as the shell counts them. */
function processor(args: readonly string[], input: string): number {
  const script = '"$@" > /dev/null; times';
  // A shell whose input is a socket takes itself for a remote one and reads its start file, which would be counted.
  const ran = spawnSync('bash', ['--norc', '-c', script, 'bash', process.execPath, ...args], {
    input,
    encoding: 'utf8',
  });
  const children = ran.stdout.trimEnd().split('\n').at(-1) ?? '';
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, rest]) => sum + 60 * Number(minutes) + Number(rest),
    0,
  );
}

/** What a person waits for at a prompt: median processor time of commands that load as little as they can. */
function prompts(): readonly BenchRow[] {
  const list = resolve(import.meta.dirname, '../docs/samples/flight.edi');
  const decoded = spawnSync(process.execPath, [command, 'decode', 'paxlst', list, '--whole', '--json'], {
    encoding: 'utf8',
  });
  const of = (args: readonly string[], input = ''): number =>
    median(Array.from({ length: rounds }, () => processor(args, input)));
  const bare = of(['-e', '0']);
  const row = (name: string, args: readonly string[], input = ''): BenchRow => {
    const value = of([command, ...args], input);
    return {
      name: `tripoint ${name}, processor time`,
      value,
      unit: 's',
      against: `bare node ${bare.toFixed(2)} s`,
      bar: 0.3,
      met: value <= 0.3,
    };
  };
  return [
    row('--version', ['--version']),
    row('--help', ['--help']),
    row('decode paxlst', ['decode', 'paxlst', list, '--json']),
    row('encode paxlst', ['encode', 'paxlst', '-'], decoded.stdout),
  ];
}

/** The address that `tripoint start` prints once its three nodes answer. */
async function printed(start: ChildProcess): Promise<void> {
  let text = '';
  for await (const chunk of start.stdout ?? []) {
    text += String(chunk);
    if (/https?:\/\/\S+/.test(text)) return;
  }
  throw new Error('tripoint start has ended');
}

/** The most memory that a process ever had, in megabytes. */
const peak = (pid: number): number =>
  Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1024;

/** Three nodes from an empty folder, with the console and the generated day: how soon, and what they take in their first half minute. */
async function nothing(folder: string): Promise<readonly BenchRow[]> {
  const since = process.hrtime.bigint();
  const start = spawn(
    process.execPath,
    [command, 'start', '--no-browser', '--port', '0', '--folder', join(folder, 'nodes')],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  try {
    await printed(start);
    const value = seconds(since);
    await sleep(30_000);
    const memory = peak(start.pid ?? 0);
    return [
      { name: 'three nodes from nothing', value, unit: 's', bar: 10, met: value <= 10 },
      { name: 'three nodes from nothing, memory at most', value: memory, unit: 'MB', bar: 1000, met: memory <= 1000 },
    ];
  } finally {
    start.kill('SIGKILL');
  }
}

function generator(): BenchRow {
  const since = process.hrtime.bigint();
  const ran = spawnSync(process.execPath, [command, 'generate', 'day', '--travellers', '1000000'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (ran.status !== 0) throw new Error('tripoint generate has failed');
  const value = seconds(since);
  return { name: 'a million travellers made up, once', value, unit: 's', bar: 60, met: value <= 60 };
}

/** The rows of the command as a person at a prompt meets it. */
export async function bench(): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tripoint-bench-command-'));
  try {
    // A checkout is built when its command is first called.
    spawnSync(process.execPath, [command, '--version']);
    return [...prompts(), ...(await nothing(folder)), generator()];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
