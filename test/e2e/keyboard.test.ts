import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type OpenPage, openPage, settled, startBrowser, until } from './browser.ts';
import { builtConsole } from './built-console.ts';
import { type FixtureNode, startFixtureNode } from './fixture-node.ts';
import { lodgementId, referralIds } from './fixtures/travellers.ts';

/* What an officer does in a shift, with no mouse. Each press is counted where the house promises a number. */

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
});
afterEach(async () => {
  await opened.context.close();
  await node.close();
  expect(opened.strayed).toEqual([]);
  expect(opened.complaints).toEqual([]);
});

const open = async (path: string): Promise<void> => {
  await page.goto(node.address + path);
  await settled(page);
};
const focused = (): Promise<string> => page.evaluate('document.activeElement?.textContent ?? ""') as Promise<string>;
const heading = (): Promise<string | null> => page.locator('h1').textContent();

test('from home to the segment that the carrier wrote, in three acts', async () => {
  await open('/flights');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  expect(await focused()).toContain('AC 991');
  await page.keyboard.press('Enter');
  await settled(page);
  expect(await heading()).toContain('AC 991');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await settled(page);
  expect(await heading()).toContain('AL-HASSAN');
  // Why is open already, and so is the raw segment.
  expect(await page.locator('.why-panel').textContent()).toContain('A lookout may name this person');
  const lit = page.locator('.raw [aria-current=location]');
  expect(await lit.textContent()).toContain('AL-HASSAN');
  expect(
    await lit.evaluate((line: { getBoundingClientRect(): { top: number } }) => line.getBoundingClientRect().top),
  ).toBeGreaterThan(0);
  await page.keyboard.press('m');
  await settled(page);
  expect(page.url()).toContain(`/messages/${lodgementId}#segment-14`);
  expect(await page.locator('.raw [aria-current=location]').textContent()).toContain('AL-HASSAN');
});

test('coming back puts the focus where it was', async () => {
  await open('/flights');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await settled(page);
  await page.goBack();
  await until(page, 'document.activeElement?.textContent.includes("AC 991")');
});

test('a referral is decided in three keys, and the next one is there', async () => {
  await open(`/referrals/${referralIds[0]}`);
  for (const key of ['1', 'd', 'Enter']) await page.keyboard.press(key);
  await page.waitForURL(`**/referrals/${referralIds[1]}`);
  expect(node.sent).toEqual([
    { path: `/api/casework/referrals/${referralIds[0]}/claim`, body: {} },
    {
      path: `/api/casework/referrals/${referralIds[0]}/outcome`,
      body: { outcome: 'board', reason: 'date-of-birth-differs' },
    },
  ]);
  expect(await page.locator('.activity').textContent()).toContain('May board');
});

test('Enter alone decides nothing and says what is missing, in the words of the summary', async () => {
  await open(`/referrals/${referralIds[0]}`);
  await page.keyboard.press('Enter');
  expect(await focused()).toContain('Choose an outcome.');
  expect(node.sent).toEqual([]);
});

test('what was typed stays when the node refuses, and the page says why', async () => {
  node.answer(`/api/casework/referrals/${referralIds[0]}/claim`, {
    status: 409,
    value: { status: 409, code: 'CAS-0103', detail: 'S. Chan works on it' },
  });
  await open(`/referrals/${referralIds[0]}`);
  await page.keyboard.press('3');
  await page.keyboard.press('o');
  await page.keyboard.type('seen at gate 54');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.failure');
  expect(await page.locator('.failure').textContent()).toContain('CAS-0103');
  expect(await page.locator('#words').inputValue()).toBe('seen at gate 54');
});

const specimen = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];

test('the booth: a scan brings one answer within a second, and the next document can follow', async () => {
  await open('/booth');
  const began = Date.now();
  await page.keyboard.insertText(specimen.join('\n'));
  await page.waitForSelector('.booth-answer .status');
  expect(Date.now() - began).toBeLessThan(1000);
  expect(await page.locator('.booth-answer .status').textContent()).toContain('To secondary');
  expect(await page.locator('.directions').textContent()).toContain('To secondary');
  expect(node.sent).toEqual([{ path: '/api/travel/booth', body: { mrz: specimen.join('\n'), port: 'YYZ' } }]);
  await page.keyboard.insertText(specimen.join('\n').replace('ANNA', 'ANNE'));
  await expect.poll(() => node.sent.length).toBe(2);
  await page.keyboard.press('Escape');
  expect(await page.locator('textarea').inputValue()).toBe('');
  expect(await page.locator('.booth-wait').textContent()).toContain('Ready');
});

test('typing the zone key by key asks once, at its last character', async () => {
  await open('/booth');
  await page.keyboard.type(specimen.join('\n'));
  await page.waitForSelector('.booth-answer .status');
  expect(node.sent.length).toBe(1);
});

test('the keys of the page are told, Escape closes and gives the focus back', async () => {
  await open('/flights');
  await page.keyboard.press('j');
  const before = await focused();
  await page.keyboard.press('?');
  const help = page.locator('dialog');
  expect(await help.textContent()).toContain('Next row');
  await page.keyboard.press('Escape');
  await help.waitFor({ state: 'detached' });
  expect(await focused()).toBe(before);
});

test('single letters can be switched off', async () => {
  await open('/flights');
  await page.keyboard.press('?');
  await page.getByLabel('Single letters act as keys').uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('g');
  await page.keyboard.press('b');
  expect(page.url()).toBe(`${node.address}/flights`);
});

test('g and a letter go elsewhere; letters typed into a field do not', async () => {
  await open('/flights');
  await page.keyboard.press('f');
  await page.keyboard.type('gb mex');
  expect(page.url()).toContain('find=gb+mex');
  await page.keyboard.press('Escape');
  await page.keyboard.press('g');
  await page.keyboard.press('r');
  await page.waitForURL('**/referrals');
});

test('every stop of the Tab key is seen: its ring differs from the page without it', async () => {
  await open('/flights');
  const seen = new Set<string>();
  for (let stop = 0; stop < 40; stop += 1) {
    await page.keyboard.press('Tab');
    const ring = (await page.evaluate(
      `(() => { const one = document.activeElement; const lit = one.matches('.choice input') ? one.nextElementSibling : one;
        return one === document.body ? '' : one.outerHTML.slice(0, 80) + '|' + getComputedStyle(lit).boxShadow; })()`,
    )) as string;
    if (ring === '') break;
    seen.add(ring);
    expect(ring).not.toMatch(/\|none$/);
  }
  expect(seen.size).toBeGreaterThan(10);
});
