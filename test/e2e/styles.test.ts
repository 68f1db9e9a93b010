import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe, clipped, keep, openPage, settled, startBrowser, untranslated, type View } from './browser.ts';
import { builtConsole } from './built-console.ts';
import { type FixtureNode, startFixtureNode } from './fixture-node.ts';

let browser: Browser;
let node: FixtureNode;
beforeAll(async () => {
  [browser, node] = await Promise.all([
    startBrowser(),
    builtConsole().then((folder) => startFixtureNode(folder, 'filled')),
  ]);
});
afterAll(async () => {
  await browser.close();
  await node.close();
});

const views: readonly View[] = [
  { theme: 'light' },
  { theme: 'dark' },
  { theme: 'contrast' },
  { language: 'fr' },
  { language: 'es' },
  { language: 'fr', width: 390 },
];

test.each(views)('the component page is accessible: %o', async (view) => {
  const { page, context, strayed, complaints } = await openPage(browser, node.address, view);
  await page.goto(`${node.address}/styles`);
  await settled(page);
  await keep(page, `styles-${view.language ?? 'en'}-${view.theme ?? 'light'}-${view.width ?? 1440}`);
  expect(await axe(page)).toEqual([]);
  expect(await clipped(page)).toEqual([]);
  expect(strayed).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
});

test.each([320, 390, 1440])('the longest texts fit at %d pixels, and none is hard-coded', async (width) => {
  const { page, context } = await openPage(browser, node.address, { language: 'pseudo', width });
  await page.goto(`${node.address}/styles`);
  await settled(page);
  await keep(page, `styles-pseudo-${width}`);
  expect(await clipped(page)).toEqual([]);
  expect(await untranslated(page)).toEqual([]);
  await context.close();
});

test('forced colours keep every shape', async () => {
  const { page, context } = await openPage(browser, node.address, { forcedColors: true });
  await page.goto(`${node.address}/styles`);
  await settled(page);
  await keep(page, 'styles-forced-colours');
  expect(await page.locator('.status .shape').count()).toBeGreaterThan(10);
  await context.close();
});
