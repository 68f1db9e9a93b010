import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { workingTree } from './tidy/tree.ts';
import { generatedPages } from './tidy.ts';

/**
 * `npm run docs`: prints the generated pages from the code, then runs every example of the documentation.
 * `npm run docs -- screenshots` takes the pictures of the console anew, of a recorded node at a fixed moment.
 */
const isTaking = process.argv[2] === 'screenshots';
const tree = workingTree('.');
for (const [path, print] of isTaking ? [] : Object.entries(generatedPages)) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, await print(tree));
  process.stdout.write(`${path}\n`);
}

const tests = isTaking
  ? ['--project', 'browser', 'test/e2e/screenshots.test.ts']
  : ['--project', 'unit', 'test/unit/repository/documentation.test.ts'];
const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...tests], {
  stdio: 'inherit',
  env: { ...process.env, ...(isTaking ? { TRIPOINT_TAKE_SCREENSHOTS: '1' } : {}) },
});
process.exitCode = status ?? 1;
