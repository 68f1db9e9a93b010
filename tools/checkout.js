// Plain JavaScript: it runs before anything is built, and before every command, so it loads nothing that it can do without.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { resolve } from 'node:path';

const folders = ['src', 'data'];
const files = ['index.html', 'vite.config.ts', 'package-lock.json', 'package.json', 'tools/build.ts'];
const day = 24 * 3600 * 1000;

/** The folder of a build that is as new as the sources; made now when there is none. */
export async function freshBuild(top) {
  const folder = `${top}/dist/${stampOf(top)}`;
  if (!existsSync(folder)) await build(top, folder);
  // Says when it was last used, so that a build in use is never taken for an old one.
  utimesSync(folder, new Date(), new Date());
  return folder;
}

/** Path, time and size of every source, as 16 hexadecimal digits. Reading the sources would cost more than most commands. */
export function stampOf(top) {
  const lines = files.map((file) => lineOf(top, file));
  for (const folder of folders) list(top, folder, lines);
  return fnv(lines.join('\n'));
}

function list(top, folder, lines) {
  const entries = readdirSync(`${top}/${folder}`, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) list(top, path, lines);
    else if (!/\.test\.tsx?$/.test(entry.name)) lines.push(lineOf(top, path));
  }
}

function lineOf(top, path) {
  const found = statSync(`${top}/${path}`, { throwIfNoEntry: false });
  return found === undefined ? path : `${path} ${found.mtimeMs} ${found.size}`;
}

/** FNV-1a, twice 32 bits from different beginnings: it tells builds of one checkout apart; it guards nothing. */
function fnv(text) {
  let [one, two] = [0x811c9dc5, 0x01000193];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 0x01000193);
    two = Math.imul(two ^ code, 0x01000193);
  }
  return [one, two].map((hash) => (hash >>> 0).toString(16).padStart(8, '0')).join('');
}

/** Builds into a new folder that is then renamed: whoever comes second throws his own away. */
async function build(top, folder) {
  // Loading it costs as much as a fifth of a short command.
  const { spawnSync } = await import('node:child_process');
  const dist = `${top}/dist`;
  mkdirSync(dist, { recursive: true });
  const fresh = `${dist}/.new-${process.pid}-${Math.random().toString(36).slice(2, 8)}`;
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
    const path = `${dist}/${name}`;
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    const old = name.startsWith('.new-') ? age > day : /^[0-9a-f]{16}$/.test(name) && age > 7 * day;
    if (old && path !== kept) rmSync(path, { recursive: true, force: true });
  }
}

// `npm run build`.
if (process.argv[1] === import.meta.filename) process.stdout.write(`${await freshBuild(resolve('.'))}\n`);
