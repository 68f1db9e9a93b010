import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readDocPage, runDocPage } from '../support/doc-page.ts';
import { type Cluster, startCluster } from './cluster.ts';

/** What the pages of `docs/operate` tell an engineer to type, against a real PostgreSQL. */
const pages = await Promise.all(
  (await readdir('docs', { recursive: true }))
    .filter((name) => name.endsWith('.md'))
    .map((name) => readDocPage(`docs/${name}`)),
);
const needy = pages.filter((page) => page.needs.length > 0);

let cluster: Cluster;
beforeAll(async () => {
  // The first command of a stale checkout builds, and says so.
  await promisify(execFile)('bin/tripoint', ['--version']);
  cluster = await startCluster();
}, 120_000);
afterAll(() => cluster.stop());

/** A port that nobody listens on: any, or the one asked for; 0 when that is taken. */
async function freePort(wanted = 0): Promise<number> {
  const server = createServer();
  const listening = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(wanted, '127.0.0.1', () => resolve(true));
  });
  if (!listening) return 0;
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Two ports side by side, as the seats of a demonstration stand. */
async function freePorts(): Promise<readonly [number, number]> {
  for (;;) {
    const first = await freePort();
    if ((await freePort(first + 1)) !== 0) return [first, first + 1];
  }
}

test('there are pages for operators', () => {
  expect(needy.length).toBeGreaterThan(0);
});

test.each(needy.map((page) => [page.path, page] as const))(
  '%s: each example prints what the page shows',
  { timeout: 180_000 },
  async (path, page) => {
    const name = path.replaceAll(/\W/g, '_');
    const [first, second] = await freePorts();
    const replace: Record<string, string> = {
      'postgres://tripoint@127.0.0.1:5432/tripoint': await cluster.database(`docs_${name}`),
      'postgres://tripoint@127.0.0.1:5432/restored': await cluster.database(`restored_${name}`),
      '127.0.0.1:8421': `127.0.0.1:${first}`,
      '127.0.0.1:8422': `127.0.0.1:${second}`,
      '--port 8421': `--port ${first}`,
      'port: 8421': `port: ${first}`,
      'port: 8422': `port: ${second}`,
    };
    expect(await runDocPage(page, { replace })).toBeUndefined();
  },
);
