import { existsSync } from 'node:fs';
import { checkRooms } from './rooms-check.ts';
import { lines, program, runSteps, type Step } from './steps.ts';
import { workingTree } from './tidy/tree.ts';
import { tidy } from './tidy.ts';

/** `npm run check`: everything that can be said of the code without running it. */
const biome = 'node_modules/@biomejs/cli-linux-x64/biome';
const compiler = 'node_modules/typescript-native/bin/tsc';
const node = process.execPath;

const compile = (config: string): Step =>
  program(`types: ${config}`, node, [compiler, '-p', config, '--pretty', 'false']);

const rooms = lines('rooms', async () => {
  const folders = ['src', 'test', 'tools', 'bench'].filter((folder) => existsSync(folder));
  return (await checkRooms('.', folders)).map(({ from, to, rule }) => `${from}: ${to}: ${rule}`);
});

const tidiness = lines('tidy', async () =>
  (await tidy(workingTree('.'))).map(
    ({ path, line, rule, text }) => `${path}${line === undefined ? '' : `:${line}`} ${rule}: ${text}`,
  ),
);

const steps: readonly Step[] = [
  program('lint: typed rules', node, ['node_modules/eslint/bin/eslint.js', 'src', 'test', 'tools', 'bench']),
  // Biome ships one program a platform; this repository pins the one of its CI. Elsewhere the CI has the last word.
  ...(existsSync(biome) ? [program('format and lint', biome, ['check', '--error-on-warnings'])] : []),
  ...['tsconfig.json', 'tsconfig.pure.json', 'tsconfig.web.json'].map(compile),
  rooms,
  program('dead files, exports, packages', node, ['node_modules/knip/bin/knip.js', '--no-progress']),
  tidiness,
];

const failed = await runSteps(steps, 2);
if (!existsSync(biome))
  process.stdout.write('Biome has no program for this platform here: format and lint not checked\n');
process.stdout.write(failed.length === 0 ? '\nall checks passed\n' : `\nfailed: ${failed.join(', ')}\n`);
process.exitCode = failed.length === 0 ? 0 : 1;
