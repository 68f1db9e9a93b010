// Plain JavaScript: it runs before anything is built. Keeps `dist/` as fresh as the sources.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join, resolve } from 'node:path';

const sources = ['src', 'data', 'index.html', 'vite.config.ts', 'package-lock.json', 'package.json', 'tools/build.ts'];
const day = 24 * 3600 * 1000;

/** The folder of a build that is as new as the sources; made now when there is none. */
export async function freshBuild(top) {
  const stamp = stampOf(top);
  const folder = join(top, 'dist', stamp);
  if (!existsSync(folder)) build(top, folder);
  // Says when it was last used, so that a build in use is never taken for an old one.
  utimesSync(folder, new Date(), new Date());
  return folder;
}

/** Path, time and size of every source. Reading them all would cost more than some commands take. */
export function stampOf(top) {
  const hash = createHash('sha256');
  for (const source of sources) visit(join(top, source), hash);
  return hash.digest('hex').slice(0, 16);
}

function visit(path, hash) {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return;
  if (found.isDirectory()) {
    for (const name of readdirSync(path).sort()) visit(join(path, name), hash);
  } else if (!/\.test\.tsx?$/.test(path)) hash.update(`${path} ${found.mtimeMs} ${found.size}\n`);
}

/** Builds into a new folder that is then renamed: whoever comes second throws his own away. */
function build(top, folder) {
  const dist = join(top, 'dist');
  mkdirSync(dist, { recursive: true });
  const fresh = join(dist, `.new-${process.pid}-${Math.random().toString(36).slice(2, 8)}`);
  process.stderr.write('building...\n');
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'tools/build.ts', fresh], {
    cwd: top,
    stdio: ['ignore', process.stderr.fd, process.stderr.fd],
  });
  if (status !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    process.stderr.write('the build failed\n');
    process.exit(1);
  }
  try {
    renameSync(fresh, folder);
  } catch (failed) {
    if (!existsSync(folder)) throw failed;
    rmSync(fresh, { recursive: true, force: true });
  }
  clean(dist, folder);
}

/** Removes builds that nobody used for a week, and halves of builds that died a day ago. */
function clean(dist, kept) {
  for (const name of readdirSync(dist)) {
    const path = join(dist, name);
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    const old = name.startsWith('.new-') ? age > day : /^[0-9a-f]{16}$/.test(name) && age > 7 * day;
    if (old && path !== kept) rmSync(path, { recursive: true, force: true });
  }
}

// `npm run build`.
if (process.argv[1] === import.meta.filename) process.stdout.write(`${await freshBuild(resolve('.'))}\n`);
