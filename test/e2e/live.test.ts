import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { keep, type OpenPage, openPage, settled, startBrowser } from './browser.ts';
import { builtConsole } from './built-console.ts';
import { type FixtureNode, startFixtureNode } from './fixture-node.ts';
import { flights, now } from './fixtures/flights.ts';

/* The page lives without losing the place: values change where they stand, rows wait until they are asked for. */

let browser: Browser;
let node: FixtureNode;
let opened: OpenPage;
let page: Page;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  node = await startFixtureNode(await builtConsole(), 'filled');
  opened = await openPage(browser, node.address);
  page = opened.page;
  await page.goto(`${node.address}/flights`);
  await settled(page);
  await page.waitForSelector('.link-mark[data-live]');
});
afterEach(async () => {
  await opened.context.close();
  await node.close();
});

const rowOf = (name: string) => page.locator('tbody tr', { hasText: name });
const change = (items: readonly unknown[]): void => {
  node.answer('/api/travel/flights', { value: { asOf: now, items } });
  node.tell('travel.flights', []);
};

test('a value changes where it stands, and the row says so', async () => {
  change(flights.map((one) => (one.conveyance === 'DL4021' ? { ...one, dispositions: { board: 76 }, why: [] } : one)));
  await rowOf('DL 4021').getByText('76').first().waitFor();
  await page.waitForSelector('tr[data-changed]');
});

test('rows keep their place under the hand until the bar is used', async () => {
  await page.keyboard.press('j');
  const row = rowOf('AM 681');
  const before = await row.boundingBox();
  const [first] = flights;
  change([
    ...flights.filter(({ conveyance }) => conveyance !== 'WS2214'),
    { ...first, journey: '9'.repeat(32), conveyance: 'UA101', closesAt: now - 600_000, need: 'now' },
  ]);
  await page.getByText('1 new, 1 left').waitFor();
  const after = await row.boundingBox();
  expect(after?.x).toBe(before?.x);
  expect(await page.evaluate('document.activeElement?.textContent')).toContain('AM 681');
  expect(await rowOf('UA 101').count()).toBe(0);
  expect(await rowOf('WS 2214').getAttribute('data-gone')).toBe('true');
  await keep(page, 'live-waiting');
  await page.keyboard.press('.');
  await rowOf('UA 101').waitFor();
  expect(await rowOf('WS 2214').count()).toBe(0);
});

test('with no hand on the list, rows come by themselves', async () => {
  const [first] = flights;
  change([...flights, { ...first, journey: '9'.repeat(32), conveyance: 'UA101' }]);
  await rowOf('UA 101').waitFor();
});

test('a thousand changes move nothing', async () => {
  await page.keyboard.press('j');
  const before = await rowOf('AM 681').boundingBox();
  for (let turn = 0; turn < 1000; turn += 1) node.tell('travel.flights', []);
  await page.waitForTimeout(500);
  expect(await rowOf('AM 681').boundingBox()).toEqual(before);
  expect(await page.evaluate('document.activeElement?.textContent')).toContain('AM 681');
});

test('a cut line is told within 30 seconds, and what was missed is read when it is back', async () => {
  node.cut(true);
  await page.getByText('Not live since').waitFor({ timeout: 30_000 });
  await keep(page, 'live-cut');
  const [first] = flights;
  node.answer('/api/travel/flights', {
    value: { asOf: now, items: [...flights, { ...first, journey: '9'.repeat(32), conveyance: 'UA101' }] },
  });
  node.cut(false);
  await page.waitForSelector('.link-mark[data-live]', { timeout: 30_000 });
  await rowOf('UA 101').waitFor();
});

test('a renewal that fails keeps the page and says how old it is', async () => {
  node.answer('/api/travel/flights', { status: 503, value: { status: 503, code: 'LED-0201' } });
  node.tell('travel.flights', []);
  await page.getByText('Shown as of').waitFor();
  expect(await rowOf('AC 991').count()).toBe(1);
  await keep(page, 'live-stale');
});
