import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axe, clipped, keep, openPage, settled, startBrowser, until, untranslated, type View } from './browser.ts';
import { builtConsole } from './built-console.ts';
import type { Person } from './fixtures/interchange.ts';
import { type RealNodes, startRealNodes } from './real-nodes.ts';

/* What needs me now, asked by each role of three real nodes; and what each finds with the keyboard alone. */

const roles = [
  'everybody',
  'officer',
  'supervisor',
  'carrier',
  'auditor',
  'commissioner',
  'secretariat',
  'operator',
] as const;
const hassan: Person = { family: 'AL-HASSAN', given: 'OMAR', born: '790302', sex: 'M', number: 'GA4821933' };

let browser: Browser;
let nodes: RealNodes;
beforeAll(async () => {
  [browser, nodes] = await Promise.all([startBrowser(), builtConsole().then(startRealNodes)]);
  await nodes.lodge({ conveyance: 'AC991', transaction: '1000991', people: [hassan] });
});
afterAll(async () => {
  await browser.close();
  await nodes.close();
});

/** Opens the first page in a role, as somebody who has chosen it before. */
async function sitAs(role: (typeof roles)[number], view: View = {}) {
  const address = nodes.address('CA');
  const opened = await openPage(browser, address, view);
  const chosen = role === 'everybody' ? '' : `sessionStorage.setItem('tripoint.sit', '${role}');`;
  await opened.context.addInitScript(`try { ${chosen} } catch {}`);
  await opened.page.goto(`${address}/`);
  await settled(opened.page);
  const end = async (): Promise<void> => {
    await opened.context.close();
    expect([...opened.strayed, ...opened.complaints]).toEqual([]);
  };
  return { page: opened.page, end };
}

describe('each home', () => {
  test.each(roles)('%s: axe finds nothing and nothing is cut off, in three languages and two themes', async (role) => {
    for (const view of [{}, { theme: 'dark' }, { language: 'fr' }, { language: 'es' }] satisfies View[]) {
      const { page, end } = await sitAs(role, view);
      await keep(page, `home-${role}-${view.language ?? 'en'}-${view.theme ?? 'light'}`);
      expect([...(await axe(page)), ...(await clipped(page))]).toEqual([]);
      await end();
    }
  });

  test.each([320, 390])('the longest texts fit a phone of %d pixels, and the page is not wider', async (width) => {
    for (const role of roles) {
      const { page, end } = await sitAs(role, { language: 'pseudo', width });
      const faults = [...(await clipped(page)), ...(await untranslated(page))];
      if ((await page.evaluate('document.documentElement.scrollWidth')) !== width) faults.push('wider than the phone');
      expect(faults.map((fault) => `${role}: ${fault}`)).toEqual([]);
      await keep(page, `home-${role}-pseudo-${width}`);
      await end();
    }
  });
});

describe('by keyboard alone', () => {
  test('an officer takes the most urgent with one key and settles it with three', async () => {
    await nodes.lodge({ conveyance: 'AC993', transaction: '1000993', people: [hassan] });
    const { page, end } = await sitAs('officer');
    await page.getByText('Take the most urgent').waitFor();
    await page.keyboard.press('c');
    await page.waitForURL('**/referrals/*');
    await settled(page);
    expect(await page.locator('.desk').textContent()).toContain('May be the listed person');
    for (const key of ['1', 'd', 'Enter']) await page.keyboard.press(key);
    await page.locator('.activity').waitFor();
    expect(await page.locator('.activity').textContent()).toContain('May board');
    await end();
  });

  test('the people of a carrier reach the segment of a refused message with two', async () => {
    const token = await nodes.tokenFor('QN');
    await fetch(`${nodes.address('CA')}/api/lodgements`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/edifact' },
      body: "UNB+UNOA:4+A+B+261124:1200+1'UNH+1+PAXLST:D:02B:UN:IATA'BGM+745'UNT+9+1'UNZ+1+1'",
    });
    const { page, end } = await sitAs('carrier');
    await page.locator('#refused tbody tr').first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/messages/**');
    await settled(page);
    expect(await page.locator('.findings').textContent()).toContain('error');
    await end();
  });

  test('the secretariat opens the report from its first page', async () => {
    const { page, end } = await sitAs('secretariat');
    await page.getByRole('link', { name: 'Report to the leaders' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/plan/report');
    await end();
  });
});

test('the tour stands in the page, is walked by keyboard, and does not come again unless asked', async () => {
  const { page, end } = await sitAs('everybody', { first: true });
  const tour = page.locator('.tour');
  expect(await axe(page)).toEqual([]);
  for (let step = 0; step < 4; step += 1) {
    await tour.locator('.button').first().focus();
    await page.keyboard.press('Enter');
  }
  expect(await tour.textContent()).toContain('5 of 5');
  await page.keyboard.press('Escape');
  await tour.waitFor({ state: 'detached' });
  await page.reload();
  await settled(page);
  expect(await tour.count()).toBe(0);
  await page.keyboard.press('?');
  await page.getByRole('button', { name: 'Take the tour' }).press('Enter');
  await tour.waitFor();
  await end();
});

test('who sits in a role sees its places and no others', async () => {
  const { page, end } = await sitAs('everybody');
  await page.getByLabel('You sit as').selectOption('secretariat');
  await until(page, 'document.querySelector(".places").textContent.includes("Plan")');
  await until(page, '!document.querySelector(".places").textContent.includes("Flights")');
  await end();
});
