import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { circumstances } from './machine.ts';
import type { BenchRow } from './row.ts';
import { cells, markdown } from './table.ts';

/**
 * `npm run bench`: every number of the house beside its floor or peer, and docs/reference/measured.md with them.
 * `npm run bench -- NAME...`: some of them, printed only. `npm run bench -- torture`: the full counts, in slices.
 */
const benches = {
  edifact: () => import('./edifact.ts'),
  screening: () => import('./screening.ts'),
  store: () => import('./store.ts'),
  node: () => import('./node.ts'),
  restart: () => import('./restart.ts'),
  command: () => import('./command.ts'),
  console: () => import('./console.ts'),
};
type Name = keyof typeof benches;
const isName = (name: string): name is Name => Object.hasOwn(benches, name);

const here = import.meta.dirname;
const page = resolve(here, '../docs/reference/measured.md');
const head = ['what', 'measured', 'beside', 'bar', ''];

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** What only a comparison needs is installed when it is first wanted. */
function installPeers(): void {
  const peers = join(here, 'peers');
  if (existsSync(join(peers, 'node_modules'))) return;
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: peers, stdio: 'inherit' });
}

/** Each bench is a process of its own, so that none finds the heap of another. Its rows are its last line. */
function rowsOf(name: Name): readonly BenchRow[] {
  const script = join(here, 'run.ts');
  const ran = spawnSync(process.execPath, ['--import', 'tsx', script, '--rows', name], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1 << 26,
  });
  if (ran.status !== 0) return [{ name: `${name}: could not be measured`, value: Number.NaN, unit: '', met: false }];
  return JSON.parse(ran.stdout.trimEnd().split('\n').at(-1) ?? '[]') as readonly BenchRow[];
}

const pageOf = (facts: readonly (readonly [string, string])[], rows: readonly BenchRow[]): string =>
  [
    '# What was measured',
    '',
    'Written by `npm run bench`: everything in one run, the median of five where nothing else is said, beside its floor or',
    'peer. What the bars are, and why, is said in the issues; a bar that was not met says so.',
    '',
    ...facts.map(([name, value]) => `- ${name}: ${value}`),
    '',
    markdown(head, rows.map(cells)),
    '',
  ].join('\n');

function run(names: readonly Name[], write: boolean): void {
  installPeers();
  const facts = circumstances();
  for (const [name, value] of facts) say(`${name}: ${value}`);
  const rows: BenchRow[] = [];
  for (const name of names) {
    say(`\n${name}`);
    const own = rowsOf(name);
    for (const row of own)
      say(
        cells(row)
          .filter((cell) => cell !== '')
          .join(' | '),
      );
    rows.push(...own);
  }
  const missed = rows.filter((row) => row.met === false);
  say(`\n${rows.length} numbers, ${missed.length} bars not met`);
  if (write) writeFileSync(page, pageOf(facts, rows));
}

async function main(asked: readonly string[]): Promise<void> {
  const [first, name = ''] = asked;
  if (first === 'torture') return (await import('./torture.ts')).torture(asked.slice(1));
  if (first === '--rows' && isName(name)) {
    const rows = await (await benches[name]()).bench();
    // A server that is still closing must not hold the table up.
    process.stdout.write(`${JSON.stringify(rows)}\n`, () => process.exit(0));
    return;
  }
  const names = asked.filter(isName);
  if (names.length < asked.length) {
    say(`there is ${Object.keys(benches).join(', ')} and torture`);
    process.exitCode = 2;
    return;
  }
  const all = Object.keys(benches).filter(isName);
  run(names.length === 0 ? all : names, names.length === 0);
}

await main(process.argv.slice(2));
