import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPage, settled, startBrowser, until, type View } from './browser.ts';
import { builtConsole } from './built-console.ts';
import { type FixtureNode, startFixtureNode } from './fixture-node.ts';
import { places } from './fixtures/places.ts';

/* Search and the map, with no mouse. */

let browser: Browser;
let node: FixtureNode;
beforeAll(async () => {
  node = await startFixtureNode(await builtConsole(), 'filled');
  browser = await startBrowser();
});
afterAll(async () => {
  await browser.close();
  await node.close();
});

async function open(path: string, view: View = {}) {
  const opened = await openPage(browser, node.address, view);
  await opened.page.goto(`${node.address}${path}`);
  await settled(opened.page);
  return opened;
}
const focused = 'document.activeElement?.textContent ?? ""';
const path = 'location.pathname + location.search';

test('a word typed from any page leads to what it names, and back to where one was', async () => {
  const { page, context, strayed, complaints } = await open('/referrals');
  await page.keyboard.press('/');
  await until(page, 'document.activeElement?.id === "search"');
  await page.keyboard.type('ac99');
  await until(page, 'document.querySelectorAll("a[data-hit]").length === 3');
  expect(await page.evaluate(path)).toBe('/search?q=ac99');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  expect(await page.evaluate(focused)).toContain('AC994');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  expect(await page.evaluate('document.activeElement?.id')).toBe('search');
  await page.keyboard.press('Enter');
  await until(page, 'location.pathname.startsWith("/flights/")');
  await settled(page);
  await page.goBack();
  await until(page, `${focused}.includes("AC991")`);
  expect(await page.evaluate(path)).toBe('/search?q=ac99');
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Escape');
  await until(page, 'location.pathname === "/referrals"');
  expect([...strayed, ...complaints]).toEqual([]);
  await context.close();
});

test('where nothing fits, the page says what can be found, and that nobody is found by name', async () => {
  const { page, context } = await open('/search?q=zzzz');
  await until(page, 'document.querySelector(".search-teach") !== null');
  const text = (await page.textContent('main')) ?? '';
  for (const said of ['“zzzz”', 'number, route, place', 'by name']) expect(text).toContain(said);
  await context.close();
});

test('the map shows what the list holds; arrows move in the list and the map follows; Enter opens the flights', async () => {
  const { page, context, strayed, complaints } = await open('/map');
  await until(page, 'document.querySelector(".map-land") !== null');
  const inside = places.places.filter(({ code }) => code !== 'LHR').length;
  expect(await page.evaluate('document.querySelectorAll(".map-land").length')).toBe(3);
  // Places too near to each other are one mark, which counts them.
  const drawn =
    '[...document.querySelectorAll(".map-mark")].reduce((sum, mark) => sum + Number(mark.dataset.members), 0)';
  expect(await page.evaluate(drawn)).toBe(inside);
  expect(await page.evaluate('document.querySelectorAll(".map-pair tbody tr").length')).toBe(places.places.length);
  const ring = 'document.querySelector(".map-ring")?.getAttribute("cx") ?? ""';
  await page.keyboard.press('j');
  const first = await page.evaluate(ring);
  expect(first).not.toBe('');
  await page.keyboard.press('ArrowDown');
  expect(await page.evaluate(ring)).not.toBe(first);
  await page.keyboard.press('Enter');
  await until(page, 'location.search === "?place=YYZ"');
  await settled(page);
  expect(await page.textContent('.filters')).toContain('YYZ');
  expect([...strayed, ...complaints]).toEqual([]);
  await context.close();
});

test('m leaves the list alone and brings the map back; what changes at the node shows without a reload', async () => {
  const { page, context } = await open('/map');
  await until(page, 'document.querySelector(".map-land") !== null');
  await page.keyboard.press('m');
  await until(page, 'document.querySelector(".map-land") === null');
  await page.keyboard.press('m');
  await until(page, 'document.querySelector(".map-land") !== null');
  const calm = places.places.map((place) => ({ ...place, need: 'none', needing: 0, why: [] }));
  node.answer('/api/travel/places', { value: { ...places, places: calm } });
  node.tell('travel.flights', []);
  await until(page, 'document.querySelector(".map-finding")?.textContent.includes("Nothing needs you") === true');
  await context.close();
});
