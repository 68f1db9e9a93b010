import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type OpenPage, openPage, settled, startBrowser, until } from './browser.ts';
import { builtConsole } from './built-console.ts';
import { type FixtureNode, startFixtureNode } from './fixture-node.ts';

/* The map and its list go together: what is chosen in the one is chosen in the other. */

let browser: Browser;
let node: FixtureNode;
let opened: OpenPage;
let page: Page;
beforeAll(async () => {
  browser = await startBrowser();
  node = await startFixtureNode(await builtConsole(), 'filled');
});
afterAll(async () => {
  await browser.close();
  await node.close();
});
beforeEach(async () => {
  opened = await openPage(browser, node.address);
  page = opened.page;
  await page.goto(`${node.address}/styles?part=map`);
  await settled(page);
  await until(page, `document.querySelector('.map-land') !== null`);
});
afterEach(async () => {
  await opened.context.close();
  expect(opened.strayed).toEqual([]);
  expect(opened.complaints).toEqual([]);
});

const ring = (): Promise<string> =>
  page.evaluate(`document.querySelector('.map-ring')?.getAttribute('cx') ?? ''`) as Promise<string>;
const focused = (): Promise<string> => page.evaluate('document.activeElement.textContent') as Promise<string>;
const chosenLabel = (): Promise<string> =>
  page.evaluate(`document.querySelector('.map-label[data-chosen]')?.textContent ?? ''`) as Promise<string>;

test('each row has its place on the map: the ring follows the keys', async () => {
  await page.locator('[data-row-link]').first().focus();
  expect(await chosenLabel()).toBe('SAN YSIDRO +2');
  const seen = new Set([await ring()]);
  for (let press = 0; press < 15; press += 1) {
    await page.keyboard.press('ArrowDown');
    seen.add(await ring());
  }
  expect(await focused()).toBe('IQALUIT');
  // Sixteen places; three of them are drawn with others.
  expect(seen.size).toBe(13);
  expect(seen.has('')).toBe(false);
});

test('a press on a mark leads to its row, and the next press to the next of those drawn as one', async () => {
  const mark = page.locator('.map-mark[data-members="3"]');
  await mark.click();
  expect(await focused()).toBe('SAN YSIDRO');
  await mark.click();
  expect(await focused()).toBe('OTAY MESA');
  expect(await chosenLabel()).toBe('OTAY MESA +2');
  await mark.click();
  expect(await focused()).toBe('TIJUANA');
});

test('the ground is drawn once: choosing draws no outline anew', async () => {
  await page.evaluate(`window.grounds = [...document.querySelectorAll('.map-land')]`);
  await page.locator('[data-row-link]').first().focus();
  await page.keyboard.press('ArrowDown');
  expect(
    await page.evaluate(`[...document.querySelectorAll('.map-land')].every((path, at) => path === window.grounds[at])`),
  ).toBe(true);
});
