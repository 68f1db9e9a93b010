import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { workingTree } from './tidy/tree.ts';
import { generatedPages } from './tidy.ts';

/** `npm run docs`: prints the generated pages from the code, then runs every example of the documentation. */
const tree = workingTree('.');
for (const [path, print] of Object.entries(generatedPages)) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, await print(tree));
  process.stdout.write(`${path}\n`);
}

const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', 'test/unit/repository/documentation.test.ts'],
  { stdio: 'inherit' },
);
process.exitCode = status ?? 1;
