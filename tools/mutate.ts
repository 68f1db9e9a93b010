import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { recordScores } from './mutation-page.ts';
import { isTest, placeOf } from './rooms.ts';

/**
 * Mutation tests what changed in pure rooms since the last day's work, the newest change first, and no more than fits the
 * minutes of the CI. Measured on two cores: a line is a mutant, a third of them static, and a static one runs every test of
 * its room: 900 lines were not done after ten minutes. Whole rooms: `tools/mutate.ts src/kernel`.
 */
const mostLines = 300;

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
  hasTest(path) &&
  !/(index|findings|part)\.ts$/.test(path);

/** Where the tests of a room stand that need doubles of its ports: src does not know test. */
const testsOf = (folder: string): string => folder.replace(/^src/, 'test/unit');

/** Code without a test of its own, beside it or in its room's folder of tests, is tested from elsewhere, which costs more than the minutes allow. */
const hasTest = (path: string): boolean =>
  ['.test.ts', '.property.test.ts']
    .map((ending) => path.replace(/\.ts$/, ending))
    .some((test) => existsSync(test) || existsSync(testsOf(test)));

function choose(paths: readonly string[]): readonly string[] {
  let left = mostLines;
  return paths.filter((path) => {
    const lines = readFileSync(path, 'utf8').split('\n').length;
    const fits = lines <= left;
    if (fits) left -= lines;
    return fits;
  });
}

const asked = process.argv.slice(2);
const files = asked.length > 0 ? git('ls-files', ...asked).filter(mutable) : choose(changed().filter(mutable));
if (files.length === 0) {
  process.stdout.write('no changed file of a pure room has a test beside it\n');
  process.exitCode = 1;
} else {
  process.stdout.write(`mutating ${files.length} files:\n${files.join('\n')}\n`);
  const stryker = ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run', '--mutate', files.join(',')];
  const folders = [...new Set(files.map((path) => dirname(path)))];
  const rooms = folders.flatMap((folder) => [folder, testsOf(folder)]).join(',');
  const { status } = spawnSync(process.execPath, stryker, {
    stdio: 'inherit',
    env: { ...process.env, TRIPOINT_MUTATED_ROOMS: rooms },
  });
  // Only whole rooms, asked for by name, renew the table.
  if (asked.length > 0 && status !== null) recordScores('.tmp/mutation.json', new Date().toISOString().slice(0, 10));
  process.exitCode = status ?? 1;
}
