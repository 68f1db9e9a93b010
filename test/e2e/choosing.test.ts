import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { axe, keep, type OpenPage, openPage, settled, startBrowser, until } from './browser.ts';
import { builtConsole } from './built-console.ts';
import { type FixtureNode, startFixtureNode } from './fixture-node.ts';

/* What is chosen by typing and what opens beside, with no mouse; and what axe says while it is open. */

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
const open = async (view: Parameters<typeof openPage>[2] = {}): Promise<void> => {
  opened = await openPage(browser, node.address, view);
  page = opened.page;
  await page.goto(`${node.address}/styles?part=choosing`);
  await settled(page);
};
beforeEach(() => open());
afterEach(async () => {
  await opened.context.close();
  expect(opened.strayed).toEqual([]);
  expect(opened.complaints).toEqual([]);
});
const press = async (...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};
const combo = () => page.locator('[role=combobox]');
const activeText = (): Promise<string> =>
  page.evaluate(`(() => {
    const field = document.querySelector('[role=combobox]');
    return document.getElementById(field.getAttribute('aria-activedescendant') ?? '')?.textContent ?? '';
  })()`) as Promise<string>;

test('an option is found without its accent, walked to and taken, and the focus never leaves the field', async () => {
  await combo().focus();
  await page.keyboard.type('mer');
  expect(await combo().getAttribute('aria-expanded')).toBe('true');
  await press('ArrowDown');
  expect(await activeText()).toContain('Mérida');
  expect(await page.evaluate('document.activeElement.getAttribute("role")')).toBe('combobox');
  await press('Enter');
  expect(await combo().inputValue()).toBe('Mérida');
  expect(await combo().getAttribute('aria-expanded')).toBe('false');
});

test('Escape closes, then clears; what is no option is taken back when the field is left', async () => {
  await combo().focus();
  await page.keyboard.type('YUL');
  await press('ArrowDown', 'Enter');
  expect(await combo().inputValue()).toBe('Montréal');
  await press('ArrowDown', 'Escape');
  expect(await combo().inputValue()).toBe('Montréal');
  await press('Escape');
  expect(await combo().inputValue()).toBe('');
  await page.keyboard.type('nowhere at all');
  expect(await page.locator('.combo-more').textContent()).toContain('Nothing fits');
  await press('Tab');
  expect(await combo().inputValue()).toBe('');
  await combo().focus();
  await page.keyboard.type('anticosti 6');
  expect(await page.locator('.field.combo > [role=status]').textContent()).toBe('4 fit');
});

test('the last of many options is seen when it is walked to', async () => {
  await combo().focus();
  await press('ArrowUp');
  await until(
    page,
    `(() => {
      const option = document.querySelector('[role=option][data-active]').getBoundingClientRect();
      const list = document.querySelector('[role=listbox]').getBoundingClientRect();
      return option.top >= list.top - 1 && option.bottom <= list.bottom + 1;
    })()`,
  );
});

test('axe minds nothing while the list, the calendar or the popover is open, in any theme and language', async () => {
  await opened.context.close();
  for (const view of [{}, { theme: 'dark' }, { theme: 'contrast' }, { language: 'fr' }, { language: 'es' }] as const) {
    await open(view);
    const name = `choosing-${'theme' in view ? view.theme : 'language' in view ? view.language : 'light'}`;
    await combo().focus();
    await press('ArrowDown');
    await keep(page, `${name}-list`);
    expect(await axe(page, '.field.combo')).toEqual([]);
    await press('Escape');
    for (const at of [0, 1, 2]) {
      await page.locator('.popover-place > button').nth(at).press('Enter');
      await page.waitForSelector('.popover:popover-open');
      await keep(page, `${name}-popover-${at}`);
      expect(await axe(page, '.popover:popover-open')).toEqual([]);
      await press('Escape');
    }
    if (view !== undefined) await opened.context.close();
  }
  await open();
});

test('a day is typed first, and put as ISO writes it when the field is left', async () => {
  const field = page.locator('.date-field input').first();
  await field.fill('2026/1/4');
  await press('Tab');
  expect(await field.inputValue()).toBe('2026-01-04');
  await field.fill('04/05/2026');
  await press('Tab');
  expect(await page.locator('.field-error').textContent()).toContain('year first');
  expect(await field.getAttribute('aria-invalid')).toBe('true');
});

test('a day is chosen in the calendar by keys, and the focus comes back', async () => {
  const field = page.locator('.date-field input').first();
  await field.fill('2026-01-31');
  const button = page.locator('.date-field').first().locator('.popover-place > button');
  await button.press('Enter');
  await page.waitForSelector('.popover:popover-open');
  const focused = (): Promise<string> =>
    page.evaluate('document.activeElement.getAttribute("aria-label")') as Promise<string>;
  await until(page, 'document.activeElement.getAttribute("aria-label") === "January 31, 2026"');
  await press('PageDown');
  expect(await focused()).toBe('February 28, 2026');
  await press('ArrowRight');
  expect(await focused()).toBe('March 1, 2026');
  await press('Home', 'ArrowDown', 'Enter');
  expect(await field.inputValue()).toBe('2026-03-08');
  expect(await page.locator('.popover:popover-open').count()).toBe(0);
  expect(
    await button.evaluate(
      (one: unknown) => one === (globalThis as { document?: { activeElement: unknown } }).document?.activeElement,
    ),
  ).toBe(true);
});

test('a month is chosen among the twelve of its year', async () => {
  const field = page.locator('.date-field input').nth(1);
  await page.locator('.date-field').nth(1).locator('.popover-place > button').press('Enter');
  await until(page, 'document.activeElement.getAttribute("aria-label") === "June 2006"');
  await press('PageDown', 'ArrowDown', 'Enter');
  expect(await field.inputValue()).toBe('2007-09');
});

test('a popover stands inside the page, and Escape gives the focus back', async () => {
  const button = page.locator('.popover-place > button').nth(2);
  await button.press('Enter');
  await page.waitForSelector('.popover:popover-open');
  const inside = await page
    .locator('.popover:popover-open')
    .evaluate((box: { getBoundingClientRect(): { left: number; right: number; top: number; bottom: number } }) => {
      const { left, right, top, bottom } = box.getBoundingClientRect();
      return left >= 0 && top >= 0 && right <= 1440 && bottom <= 900;
    });
  expect(inside).toBe(true);
  expect(await button.getAttribute('aria-expanded')).toBe('true');
  await press('Escape');
  await until(page, `document.querySelector('.popover:popover-open') === null`);
  expect(await page.evaluate('document.activeElement.textContent')).toBe('What is this?');
});
