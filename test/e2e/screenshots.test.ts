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
 * browser draws letters otherwise, so they stand in a folder of its version; without one for this browser a page is drawn
 * in two browsers, and has to be equal.
 */
const isTaking = process.env['TRIPOINT_TAKE_SCREENSHOTS'] === '1';

let browser: Browser;
let other: Browser;
let node: FixtureNode;
let folder: string;
beforeAll(async () => {
  [browser, other] = await Promise.all([startBrowser(), startBrowser()]);
  node = await startFixtureNode(await builtConsole(), 'filled');
  folder = resolve('docs/screenshots', `chromium-${browser.version().split('.')[0]}`);
  if (isTaking) await mkdir(folder, { recursive: true });
});
afterAll(async () => {
  await Promise.all([browser.close(), other.close(), node.close()]);
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
  // What opens over a page covers what is seen of it, and not the whole.
  const fullPage = (await page.locator('dialog[open]').count()) === 0;
  const look = () => page.screenshot({ fullPage, animations: 'disabled', caret: 'hide' });
  // What a page reads besides its main thing may come a moment later: it is done when it looks the same for a while.
  let picture = await look();
  for (let same = 0, again = 0; same < 2 && again < 30; again += 1) {
    await page.waitForTimeout(100);
    const before = picture;
    picture = await look();
    same = picture.equals(before) ? same + 1 : 0;
  }
  await context.close();
  return picture;
}

/** The corners of a frame are smoothed a shade of 255 lighter or darker from one start of a browser to the next. */
const unseen = 2;

/** How many pixels of two pictures differ by more than nobody can see; all of them when their sizes differ. */
async function differing(one: Buffer, two: Buffer): Promise<number> {
  const context = await other.newContext();
  const page = await context.newPage();
  const count = await page.evaluate<number>(`(async () => {
    const read = async (text) => {
      const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
      canvas.drawImage(image, 0, 0);
      return canvas.getImageData(0, 0, image.width, image.height);
    };
    const [one, two] = [await read('${one.toString('base64')}'), await read('${two.toString('base64')}')];
    if (one.width !== two.width || one.height !== two.height) return one.width * one.height;
    let count = 0;
    for (let at = 0; at < one.data.length; at += 4) {
      const far = [0, 1, 2].some((channel) => Math.abs(one.data[at + channel] - two.data[at + channel]) > ${unseen});
      if (far) count += 1;
    }
    return count;
  })()`);
  await context.close();
  return count;
}

test('a picture is told from another by a single pixel', async () => {
  const context = await browser.newContext({ viewport: { width: 40, height: 30 } });
  const page = await context.newPage();
  const shot = async (style: string): Promise<Buffer> => {
    await page.setContent(`<body style="margin:0;background:#fff"><div style="width:1px;height:1px;${style}"></div>`);
    return page.screenshot();
  };
  const [white, black, almost] = [await shot(''), await shot('background:#000'), await shot('background:#fdfdfd')];
  expect([await differing(white, white), await differing(white, black), await differing(white, almost)]).toEqual([
    0, 1, 0,
  ]);
  expect(await differing(white, await page.screenshot({ clip: { x: 0, y: 0, width: 40, height: 29 } }))).toBe(1200);
  await context.close();
});

test.each(pictures)('%s looks as in the documentation', { timeout: 60_000 }, async (name, path, view) => {
  const file = join(folder, `${name}.png`);
  const picture = await take(browser, path, view);
  if (isTaking) await writeFile(file, picture);
  const known = existsSync(folder) ? await readFile(file) : await take(other, path, view);
  expect(await differing(picture, known), `${name}.png: npm run docs -- screenshots, and look at it`).toBe(0);
});
