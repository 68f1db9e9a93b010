import { type ChildProcess, spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { createServer } from 'vite';

/**
 * `npm run dev`: three nodes from their sources, started again when a source changes; the console by Vite, changed as you
 * type. Further words go to `tripoint start`.
 */
const port = 8421;
const folders = ['src', 'data'];
/** Editors write a file in several strokes. */
const settled = 300;

let nodes: ChildProcess | undefined;
let timer: NodeJS.Timeout | undefined;

function start(): void {
  const words = ['bin/tripoint', 'start', '--port', String(port), '--no-browser', ...process.argv.slice(2)];
  nodes = spawn(process.execPath, words, { stdio: 'inherit' });
}

function startAgain(): void {
  const old = nodes;
  if (old?.exitCode === null) {
    old.once('exit', start);
    old.kill('SIGTERM');
  } else start();
}

for (const folder of folders) {
  watch(folder, { recursive: true }, (_event, name) => {
    // The console is Vite's business.
    if (name === null || /console\/|^ui\/|\.test\.tsx?$/.test(name)) return;
    clearTimeout(timer);
    timer = setTimeout(startAgain, settled);
  });
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    nodes?.kill('SIGTERM');
    process.exit();
  });
}
process.env['TRIPOINT_NODE'] = `http://127.0.0.1:${port}`;
// What the nodes are built into is no page of ours.
const pages = await createServer({ server: { watch: { ignored: ['**/dist/**'] } } });
await pages.listen();
pages.printUrls();
start();
