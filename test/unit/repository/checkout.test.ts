import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

const run = promisify(execFile);

/** A checkout whose build takes a moment and says which sources it was made from. */
let top = '';
beforeAll(() => {
  top = mkdtempSync(join(tmpdir(), 'tripoint-checkout-'));
  for (const folder of ['src', 'data', 'tools', 'dist']) mkdirSync(join(top, folder));
  for (const file of ['bin', 'tools/checkout.js', 'package.json']) cpSync(file, join(top, file), { recursive: true });
  symlinkSync(join(process.cwd(), 'node_modules'), join(top, 'node_modules'));
  writeFileSync(join(top, 'src/text.txt'), 'one');
  writeFileSync(
    join(top, 'tools/build.ts'),
    `import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
     const [folder = ''] = process.argv.slice(2);
     mkdirSync(folder);
     const text = readFileSync('src/text.txt', 'utf8');
     setTimeout(() => {
       writeFileSync(folder + '/entry.js', 'export const enter = (args) => (console.log(args[0] + " ${'$'}{text}"), 3)'.replace('${'$'}{text}', text));
     }, 300);`,
  );
});
afterAll(() => rmSync(top, { recursive: true }));

const start = async (word: string): Promise<string> => {
  const { stdout, code } = await run(process.execPath, [join(top, 'bin/tripoint'), word]).then(
    (done) => ({ stdout: done.stdout, code: 0 }),
    (failed: { readonly stdout: string; readonly code: number }) => failed,
  );
  return `${code} ${stdout.trim()}`;
};
const builds = () => readdirSync(join(top, 'dist')).filter((name) => name !== 'release');

test('six stale starts at once all work, and leave one build', { timeout: 60_000 }, async () => {
  const words = ['a', 'b', 'c', 'd', 'e', 'f'];
  expect(await Promise.all(words.map(start))).toEqual(words.map((word) => `3 ${word} one`));
  expect(builds()).toHaveLength(1);
});

test('a changed source is built again; builds out of use for a week go', { timeout: 60_000 }, async () => {
  const old = join(top, 'dist', 'a'.repeat(16));
  mkdirSync(old);
  const before = builds();
  utimesSync(old, new Date(0), new Date(0));
  writeFileSync(join(top, 'src/text.txt'), 'another');
  expect(await start('g')).toBe('3 g another');
  expect(builds()).toHaveLength(before.length);
  expect(builds()).not.toContain('a'.repeat(16));
});

test('a build that fails says so and leaves nothing', { timeout: 60_000 }, async () => {
  const before = builds();
  writeFileSync(join(top, 'tools/build.ts'), 'process.exit(1);');
  expect(await start('h')).toBe('1 ');
  expect(builds()).toEqual(before);
});
