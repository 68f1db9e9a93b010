import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { tryFiles } from './mutation/pool.ts';
import { recordScores, type Score } from './mutation-page.ts';
import { isTest, placeOf } from './rooms.ts';

/**
 * Plants faults into pure code, one at a time, and counts those that a test of its room notices.
 * Without arguments: what changed since the last day's work and has a test of its own, the newest change first, as long as
 * the minutes of the CI last; what only whole nodes test would take them all.
 * Whole rooms, which also renews their rows of the table: `tools/mutate.ts src/kernel`.
 */
const minutes = 7;
const bar = 90;

const git = (...args: readonly string[]): readonly string[] =>
  execFileSync('git', args)
    .toString()
    .split('\n')
    .filter((line) => line !== '');

/** Changed files, the newest change first. */
function changed(): readonly string[] {
  const since = git('log', '-1', '--format=%ct')[0] ?? '0';
  const dayBefore = new Date((Number(since) - 24 * 3600) * 1000).toISOString();
  return [...new Set(git('log', `--since=${dayBefore}`, '--name-only', '--format='))];
}

const mutable = (path: string): boolean =>
  /^src\/.*\.ts$/.test(path) &&
  !isTest(path) &&
  placeOf(path)?.room.pure === true &&
  existsSync(path) &&
  !/(index|findings|part)\.ts$/.test(path);

const tests = git('ls-files', '--cached', '--others', '--exclude-standard', 'src', 'test/unit').filter(isTest);

/** The tests of a file's room: beside its code, and in test/unit where they need doubles of its ports, since src does not know test. */
function testsOf(path: string): readonly string[] {
  const unit = placeOf(path)?.unit ?? '';
  const folders = [`src/${unit}/`, `test/unit/${unit}/`];
  return tests.filter((test) => existsSync(test) && folders.some((folder) => test.startsWith(folder)));
}

/** A test that is named as the file is, beside it or in its room's folder of tests. */
const hasTest = (path: string): boolean => {
  const unit = placeOf(path)?.unit ?? '';
  const beside = path.slice(0, -'.ts'.length);
  const apart = `test/unit/${unit}/${beside.slice(beside.lastIndexOf('/') + 1)}`;
  return [beside, apart].some((name) => existsSync(`${name}.test.ts`) || existsSync(`${name}.property.test.ts`));
};

const asked = process.argv.slice(2);
const files = asked.length > 0 ? git('ls-files', ...asked).filter(mutable) : changed().filter(mutable).filter(hasTest);
const linesOf = (path: string): number => readFileSync(path, 'utf8').split('\n').length;
const date = new Date().toISOString().slice(0, 10);
const scores: Score[] = [];
let lines = 0;

const started = performance.now();
const passed = (): number => (performance.now() - started) / 60_000;
await tryFiles(
  files.map((path) => ({ path, tests: testsOf(path) })),
  Math.min(availableParallelism(), 4),
  ({ path, outcomes, broken }) => {
    const noticed = outcomes.filter(({ status }) => status === 'noticed' || status === 'hung').length;
    process.stdout.write(`${path}: ${noticed} of ${outcomes.length}\n`);
    for (const { status, text } of outcomes) if (status !== 'noticed') process.stdout.write(`  ${status} ${text}\n`);
    for (const test of broken) process.stdout.write(`  fails without any fault: ${test}\n`);
    const score = { path, noticed, mutants: outcomes.length, date };
    scores.push(score);
    // Only what is asked for by name renews the table: a row at a time, since a large room takes long.
    if (asked.length > 0) recordScores([score]);
    lines += linesOf(path);
  },
  () => asked.length > 0 || passed() < minutes,
);

const [noticed, mutants] = scores.reduce(([good, all], one) => [good + one.noticed, all + one.mutants], [0, 0]);
const percent = mutants === 0 ? 100 : (100 * noticed) / mutants;
process.stdout.write(
  `${percent.toFixed(1)} of 100 (bar ${bar}): ${noticed} of ${mutants} faults noticed; ${scores.length} of ${files.length} changed files, ` +
    `${lines} lines in ${passed().toFixed(1)} minutes\n`,
);
if (percent < bar) process.exitCode = 1;
