import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { rooms } from '../../../tools/rooms.ts';

const run = promisify(execFile);

/** Each line is one door to the world; the compiler must refuse every one, in the program that holds all pure rooms. */
const doors = [
  'export const a = process.env;',
  "export const b = Buffer.from('x');",
  "export const c = fetch('https://example.org');",
  'export const d = setTimeout(() => undefined, 1);',
  "export const e = (): unknown => require('x');",
  "export const f = console.log('x');",
  'export const g = performance.now();',
  'export const h = crypto.randomUUID();',
  'export const i = document.title;',
  "export const j = new URL('https://example.org');",
];

test('the compiler refuses every door to the world in a pure room', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tripoint-pure-'));
  try {
    const top = process.cwd();
    writeFileSync(join(folder, 'planted.ts'), doors.join('\n'));
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({
        extends: join(top, 'tsconfig.pure.json'),
        // The real pure rooms are compiled along: one type import from a package that pulls in Node's types would switch the proof off.
        include: [...pureFolders(top), './planted.ts'],
        exclude: [join(top, 'src/**/*.test.ts'), join(top, 'src/**/*.test.tsx'), join(top, 'src/**/console/**')],
      }),
    );
    const compiler = join(top, 'node_modules/typescript-native/bin/tsc');
    const { stdout } = await run(process.execPath, [compiler, '-p', folder, '--pretty', 'false']).catch(
      (failed: { readonly stdout: string }) => failed,
    );
    const refused = [...stdout.matchAll(/planted\.ts\((\d+),\d+\): error TS2/g)].map((match) => Number(match[1]));
    expect([...new Set(refused)]).toEqual(doors.map((_, index) => index + 1));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

const pureFolders = (top: string): readonly string[] =>
  rooms.filter((room) => room.pure).map((room) => join(top, room.folder));

test('the pure program includes every pure room', () => {
  const { include } = JSON.parse(readFileSync('tsconfig.pure.json', 'utf8')) as { readonly include: readonly string[] };
  const folders = rooms.filter((room) => room.pure).map((room) => room.folder.replace('/*', ''));
  expect([...include].sort()).toEqual(folders.sort());
});
