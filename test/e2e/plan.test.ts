import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { axe, clipped, keep, type OpenPage, openPage, settled, startBrowser, type View } from './browser.ts';
import { builtConsole } from './built-console.ts';
import { type FixtureNode, startFixtureNode } from './fixture-node.ts';

/* The secretariat's morning, with no mouse, and the whole board in every theme and language. */

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
});
afterEach(async () => {
  await opened.context.close();
  await node.close();
  expect(opened.strayed).toEqual([]);
  expect(opened.complaints).toEqual([]);
});

async function open(path: string, view: View = {}): Promise<void> {
  opened = await openPage(browser, node.address, view);
  page = opened.page;
  await page.goto(node.address + path);
  await settled(page);
}
const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};
const text = async (selector: string): Promise<string> => (await page.locator(selector).allTextContents()).join('\n');

test.each<View>([{}, { theme: 'dark' }, { language: 'fr' }, { language: 'es', width: 390 }])(
  'the whole board is accessible, and none of it is cut off: %o',
  async (view) => {
    await open('/plan', view);
    await keep(page, `plan-whole-${view.language ?? 'en'}-${view.theme ?? 'light'}`);
    expect([...(await axe(page)), ...(await clipped(page))]).toEqual([]);
  },
  120_000,
);

describe('every number leads to the list that it counts', () => {
  test('the numbers above and each cell of the matrix', async () => {
    await open('/plan');
    const links = page.locator('.sums a, .stand li a');
    const all = await links.evaluateAll((found: { href: string; textContent: string }[]) =>
      found.map(({ href, textContent }) => ({ href, count: Number(/\d+/.exec(textContent)?.[0]) })),
    );
    expect(all.length).toBeGreaterThan(60);
    // Cells of one chapter are enough to follow; the counting is one function for all of them.
    const some = all.filter(({ href }, at) => at < 8 || href.includes('chapter=FAC'));
    for (const { href, count } of some) {
      await page.goto(href);
      await settled(page);
      expect([href, await page.locator('.table tbody tr[data-led]').count()]).toEqual([href, count]);
    }
  }, 120_000);

  test('it says plainly how old the last report is, and tells “not applicable” from “unknown”', async () => {
    await open('/plan?chapter=TRV');
    expect(await text('.lead')).toContain('The last report speaks of October 2026');
    expect(await page.locator('.stand [data-cell="unknown"]').count()).toBeGreaterThan(0);
    expect(await page.locator('.stand [data-cell="not-applicable"]').count()).toBeGreaterThan(0);
  });
});

describe('the keyboard', () => {
  test('from the board to a milestone in two acts: a cell, a row', async () => {
    await open('/plan');
    await page.locator('[data-cell-at="0,0"]').focus();
    await press('ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowUp', 'Enter');
    await page.waitForURL('**/plan?chapter=TRV&pair=CA-MX');
    await press('j', 'Enter');
    await page.waitForURL('**/plan/milestones/TRV-1.1?chapter=TRV&pair=CA-MX');
    await settled(page);
    // The list travels along.
    await press('J');
    await expect.poll(() => page.url()).toContain('/plan/milestones/TRV-1.2?chapter=TRV&pair=CA-MX');
    await press('K', 'K');
    await expect.poll(() => page.url()).toContain('/plan/milestones/TRV-3.3?');
  });

  test('a month is proposed: what is missing is said, what was typed stays when the node refuses, what is sent is exact', async () => {
    const path = '/api/plan/milestones/TRV-1.1/proposals';
    node.answer(path, { status: 409, value: { status: 409, code: 'PLN-0211', title: 'others wrote' } });
    await open('/plan/milestones/TRV-1.1');
    await press('p');
    await page.locator('dialog').waitFor();
    await page.keyboard.type('2027-13');
    const send = page.locator('dialog footer .button');
    await send.focus();
    await press('Enter');
    expect(await text('.error-summary')).toMatch(/Write the month[\s\S]*Write at least a word/);
    expect(node.sent).toEqual([]);
    await page.locator('#ask-month').fill('2027-03');
    await page.locator('#ask-reason').fill('new readers');
    await send.focus();
    await press('Enter');
    await page.locator('.failure').waitFor();
    expect(await text('.failure')).toContain('PLN-0211');
    expect(await page.locator('#ask-reason').inputValue()).toBe('new readers');
    node.answer(path, { value: {} });
    await send.focus();
    await press('Enter');
    await page.locator('.activity').waitFor();
    expect(await text('.activity')).toContain('TRV-1.1: Propose a new month');
    const body = { pairs: ['US-CA', 'CA-MX'], month: '2027-03', reason: 'new readers' };
    expect(node.sent).toEqual([
      { path, body },
      { path, body },
    ]);
  });

  test('a proposal is signed in the very words of it', async () => {
    const path = '/api/plan/milestones/TRV-3.1/approvals';
    node.answer(path, { value: {} });
    await open('/plan/milestones/TRV-3.1');
    expect(await text('.plan-signatures')).toContain('Canada has not signed');
    await press('a');
    await page.locator('dialog').waitFor();
    expect(await text('.plan-terms')).toContain('June 2027');
    await page.locator('dialog footer .button').focus();
    await press('Enter');
    await page.locator('.activity').waitFor();
    expect(node.sent).toEqual([
      { path, body: { proposal: 'US-TRV-3.1-1', pairs: ['US-CA', 'US-MX'], month: '2027-06' } },
    ]);
  });
});

test('a verdict is measured, told with what it was counted from, and leads to the page behind it', async () => {
  await open('/plan/milestones/TRV-3.1');
  expect(await text('.plan-measured')).toMatch(/Kept[\s\S]*97\.3%[\s\S]*counted from 1,204[\s\S]*at least 95%/);
  expect(await page.locator('.plan-measured a').getAttribute('href')).toBe('/flights');
});

test('who may only read is offered nothing to say, and who may not read is told so', async () => {
  node.answer('/api/session', {
    value: {
      actor: { name: 'S. Chan', ports: [] },
      ...{ roles: ['reader'], permissions: ['plan.read'], country: 'CA', reality: 'live' },
      node: { version: '0.1.0', now: Date.UTC(2026, 10, 24, 19, 5, 9) },
    },
  });
  await open('/plan/milestones/TRV-3.1');
  expect(await text('main .button')).not.toMatch(/Propose|Comment|Sign|Follow/);
  node.answer('/api/plan', { status: 403, value: { status: 403, code: 'API-0104' } });
  await page.goto(`${node.address}/plan`);
  await settled(page);
  expect(await text('.failure')).toContain('API-0104');
  expect(await axe(page)).toEqual([]);
});
