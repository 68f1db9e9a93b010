import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

let built: Promise<string> | undefined;

/** The console as it is shipped, built once for all browser tests of this run. */
export function builtConsole(): Promise<string> {
  built ??= (async () => {
    const given = process.env['TRIPOINT_CONSOLE_DIST'];
    if (given !== undefined) return given;
    const folder = join(await mkdtemp(join(tmpdir(), 'tripoint-console-')), 'console');
    // In a process of its own: the test runner's NODE_ENV would make React's development build of it.
    const words = [
      'node_modules/vite/bin/vite.js',
      'build',
      '--logLevel',
      'error',
      '--outDir',
      folder,
      '--emptyOutDir',
    ];
    await run(process.execPath, words, { env: { ...process.env, NODE_ENV: 'production' } });
    return folder;
  })();
  return built;
}
