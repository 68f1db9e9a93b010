import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

let built: Promise<string> | undefined;

/** The console as it is shipped, built once for all browser tests of this run. */
export function builtConsole(): Promise<string> {
  built ??= (async () => {
    const given = process.env['TRIPOINT_CONSOLE_DIST'];
    if (given !== undefined) return given;
    const folder = join(await mkdtemp(join(tmpdir(), 'tripoint-console-')), 'console');
    await build({ logLevel: 'error', build: { outDir: folder, emptyOutDir: true } });
    return folder;
  })();
  return built;
}
