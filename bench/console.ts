import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { startDemonstration } from '#node';
import { type BenchRow, median, quantile } from './row.ts';

const rounds = 5;
const root = resolve(import.meta.dirname, '..');
/** A slow laptop on the line of a remote port: a quarter of the processor, 10 Mbit/s, 40 ms. */
const slow = { rate: 4, latency: 40, bytesPerSecond: 1_250_000 };

interface Bare {
  readonly address: string;
  readonly close: () => Promise<void>;
}

const bareSource = `
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
createRoot(document.getElementById('root')).render(createElement('main', null, createElement('h1', null, 'Ready')));
`;

/** A page that does nothing but show a heading by React, served compressed as the node serves its own. */
async function serveBare(): Promise<Bare> {
  const built = await build({
    stdin: { contents: bareSource, resolveDir: root },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const script = gzipSync(built.outputFiles[0]?.contents ?? '');
  const html = gzipSync('<!doctype html><div id="root"></div><script type="module" src="/bare.js"></script>');
  const server = createServer(({ url }, response) => {
    const isScript = url === '/bare.js';
    response.setHeader('content-encoding', 'gzip');
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
    response.end(isScript ? script : html);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  // A server on a port has an address of this shape.
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

async function openSlow(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  const { latency, bytesPerSecond } = slow;
  const line = { downloadThroughput: bytesPerSecond, uploadThroughput: bytesPerSecond };
  await session.send('Network.emulateNetworkConditions', { offline: false, latency, ...line });
  await session.send('Emulation.setCPUThrottlingRate', { rate: slow.rate });
  return page;
}

/** Milliseconds from going to an address to the frame in which its heading stands. */
async function firstFrame(browser: Browser, address: string): Promise<number> {
  const page = await openSlow(browser);
  await page.goto(address);
  await page.waitForSelector('main h1');
  const at = await page.evaluate<number>(
    'new Promise((drawn) => requestAnimationFrame(() => drawn(performance.now())))',
  );
  await page.context().close();
  return at;
}

/** What stands before every page, gzip: the scripts that index.html names, and the largest language. */
function firstLoad(folder: string): number {
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const scripts = readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.js'));
  const size = (name: string): number =>
    gzipSync(readFileSync(join(folder, 'assets', name)), { level: 9 }).length / 1000;
  const first = scripts.filter((name) => html.includes(name)).reduce((sum, name) => sum + size(name), 0);
  return first + Math.max(...scripts.filter((name) => /^(en|fr|es)-/.test(name)).map(size));
}

interface Scrolled {
  readonly rows: number;
  readonly frames: readonly number[];
  readonly longest: number;
}

/** Scrolls a list of 10,000 rows 120 times by 400 pixels, a step a frame, and watches frames and long tasks. */
const scrolling = `(async () => {
  const table = [...document.querySelectorAll('table')].find((one) => Number(one.getAttribute('aria-rowcount')) > 5000);
  let box = table;
  while (box && box.scrollHeight <= box.clientHeight + 1) box = box.parentElement;
  let longest = 0;
  const watch = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  });
  watch.observe({ type: 'longtask' });
  const frames = [];
  let rows = 0;
  let before = performance.now();
  for (let step = 0; step < 120; step += 1) {
    box.scrollTop += 400;
    await new Promise(requestAnimationFrame);
    const now = performance.now();
    frames.push(now - before);
    before = now;
    rows = Math.max(rows, table.querySelectorAll('tbody tr').length);
  }
  watch.disconnect();
  return { rows, frames, longest };
})()`;

/** Milliseconds from a click to the frame after it, on a way of the navigation. */
async function clickAnswer(page: Page, address: string): Promise<number> {
  await page.goto(address);
  await page.waitForSelector('main h1');
  return page.evaluate<number>(`(async () => {
    const link = [...document.querySelectorAll('nav a')].find((one) => one.getAttribute('aria-current') === null);
    const began = performance.now();
    link.click();
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    return performance.now() - began;
  })()`);
}

const executablePath = process.env['TRIPOINT_CHROMIUM'] ?? '/usr/bin/chromium';

/** The console as it is shipped, in Chromium. */
function buildConsole(): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'tripoint-bench-')), 'console');
  const words = ['build', '--logLevel', 'error', '--outDir', folder, '--emptyOutDir'];
  const ran = spawnSync(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), ...words], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (ran.status !== 0) throw new TypeError('the console could not be built');
  return folder;
}

const several = async (measure: () => Promise<number>): Promise<number[]> => {
  const all: number[] = [];
  for (let round = 0; round < rounds; round += 1) all.push(await measure());
  return all;
};

/** The console in a browser: what it weighs, how soon it shows on a slow laptop, how it scrolls and answers. */
export async function bench(): Promise<readonly BenchRow[]> {
  const consoleFolder = buildConsole();
  const started = await startDemonstration({ port: 0, seed: 1, generate: false, log: 'silent', consoleFolder });
  if (!started.ok) throw new TypeError(JSON.stringify(started.error));
  const bare = await serveBare();
  const browser = await chromium.launch({ executablePath, headless: true, args: ['--no-sandbox', '--disable-gpu'] });
  const [seat] = started.value.seats;
  const address = seat?.address ?? '';
  try {
    // In turns, so that whatever else the machine does falls on both.
    const firsts: { bare: number; own: number }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      firsts.push({ bare: await firstFrame(browser, bare.address), own: await firstFrame(browser, address) });
    }
    const plain = median(firsts.map((one) => one.bare));
    const own = median(firsts.map((one) => one.own));
    const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
    const clicks = await several(() => clickAnswer(page, address));
    await page.goto(`${address}/styles?part=lists`);
    await page.waitForSelector('table[aria-rowcount="10001"], table[aria-rowcount="10000"]');
    const { rows, frames, longest } = await page.evaluate<Scrolled>(scrolling);
    const weight = firstLoad(consoleFolder);
    const ratio = own / plain;
    return [
      {
        name: 'console: first load of script, gzip, with a language',
        value: weight,
        unit: 'kB',
        bar: 150,
        met: weight <= 150,
      },
      {
        name: 'console: first frame at a quarter of the processor, 10 Mbit/s, 40 ms',
        value: own,
        unit: 'ms',
        ratio,
        against: `a bare React page ${plain.toFixed(0)} ms`,
        bar: 1.35,
        met: ratio <= 1.35,
      },
      {
        name: 'console: rows in the document for a list of 10,000',
        value: rows,
        unit: 'rows',
        bar: 100,
        met: rows <= 100,
      },
      {
        name: 'console: longest task while it scrolls 48,000 pixels',
        value: longest,
        unit: 'ms',
        against: `p95 of a frame ${quantile(frames, 0.95).toFixed(1)} ms`,
        bar: 50,
        met: longest <= 50,
      },
      {
        name: 'console: from a click to the frame after it',
        value: median(clicks),
        unit: 'ms',
        bar: 100,
        met: median(clicks) <= 100,
      },
    ];
  } finally {
    await browser.close();
    await bare.close();
    await started.value.close();
    rmSync(resolve(consoleFolder, '..'), { recursive: true, force: true });
  }
}
