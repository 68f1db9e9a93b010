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

/** The parts of the component page; each is loaded by itself. */
const parts = ['basics', 'lists', 'charts', 'choosing', 'map'] as const;
const addressOf = (part: (typeof parts)[number]): string =>
  `${node.address}/styles${part === 'basics' ? '' : `?part=${part}`}`;
const each = <Other>(others: readonly Other[]) => parts.flatMap((part) => others.map((other) => ({ part, other })));

test.each(each(views))('the component page is accessible: $part $other', async ({ part, other: view }) => {
  const { page, context, strayed, complaints } = await openPage(browser, node.address, view);
  await page.goto(addressOf(part));
  await settled(page);
  await keep(page, `styles-${part}-${view.language ?? 'en'}-${view.theme ?? 'light'}-${view.width ?? 1440}`);
  expect(await axe(page)).toEqual([]);
  expect(await clipped(page)).toEqual([]);
  expect(strayed).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
});

test.each(each([320, 390, 1440]))(
  'the longest texts fit at $other pixels, and none is hard-coded: $part',
  async (one) => {
    const { page, context } = await openPage(browser, node.address, { language: 'pseudo', width: one.other });
    await page.goto(addressOf(one.part));
    await settled(page);
    await keep(page, `styles-${one.part}-pseudo-${one.other}`);
    expect(await clipped(page)).toEqual([]);
    expect(await untranslated(page)).toEqual([]);
    await context.close();
  },
);

test.each(parts)('forced colours keep every shape: %s', async (part) => {
  const { page, context } = await openPage(browser, node.address, { forcedColors: true });
  await page.goto(addressOf(part));
  await settled(page);
  await keep(page, `styles-${part}-forced-colours`);
  if (part !== 'choosing') expect(await page.locator('.shape').count()).toBeGreaterThan(10);
  await context.close();
});
