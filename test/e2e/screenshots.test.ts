import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPage, settled, startBrowser, type View } from './browser.ts';
import { builtConsole } from './built-console.ts';
import { type FixtureNode, startFixtureNode } from './fixture-node.ts';
import { now } from './fixtures/flights.ts';
import { pages } from './walk.ts';

/*
 * The pictures of the documentation: taken by `npm run docs -- screenshots` and compared here, pixel by pixel. Another
 * browser draws letters otherwise, so they stand in a folder of its version; where there are none for this browser there
 * is nothing to compare with.
 */
const isTaking = process.env['TRIPOINT_TAKE_SCREENSHOTS'] === '1';

const browser: Browser = await startBrowser();
const folder = resolve('docs/screenshots', `chromium-${browser.version().split('.')[0]}`);
const hasPictures = isTaking || existsSync(folder);
let node: FixtureNode;
beforeAll(async () => {
  node = await builtConsole().then((built) => startFixtureNode(built, 'filled'));
  if (isTaking) await mkdir(folder, { recursive: true });
});
afterAll(async () => {
  await Promise.all([browser.close(), node.close()]);
});

const pictures: readonly (readonly [string, string, View])[] = Object.entries(pages).flatMap(([name, path]) => [
  [name, path, {}] as const,
  ...(['today', 'plan', 'milestone', 'referral', 'home'].includes(name)
    ? ([
        [`${name}-dark`, path, { theme: 'dark' }],
        [`${name}-phone`, path, { language: 'fr', width: 390, height: 844 }],
      ] as const)
    : []),
]);

/** A page at a fixed moment, whole. */
async function take(by: Browser, path: string, view: View): Promise<Buffer> {
  const { page, context } = await openPage(by, node.address, view);
  await page.clock.setFixedTime(now);
  await page.goto(`${node.address}${path}`);
  await settled(page);
  const look = () => page.screenshot({ fullPage: true, animations: 'disabled', caret: 'hide' });
  // What a page reads besides its main thing may come a moment later: it is done when it looks the same for a while.
  let picture = await look();
  for (let same = 0, again = 0; same < 3 && again < 30; again += 1) {
    await page.waitForTimeout(150);
    const before = picture;
    picture = await look();
    same = picture.equals(before) ? same + 1 : 0;
  }
  await context.close();
  return picture;
}

test.skipIf(!hasPictures).each(pictures)(
  '%s looks as in the documentation',
  { timeout: 60_000 },
  async (name, path, view) => {
    const file = join(folder, `${name}.png`);
    const picture = await take(browser, path, view);
    if (isTaking) await writeFile(file, picture);
    const known = await readFile(file);
    expect(picture.equals(known), `${name}.png differs: npm run docs -- screenshots, and look at it`).toBe(true);
  },
);
