import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axe, clipped, keep, settled, startBrowser, until, untranslated, type View } from './browser.ts';
import { builtConsole } from './built-console.ts';
import type { Person } from './fixtures/interchange.ts';
import { type RealNodes, startRealNodes } from './real-nodes.ts';
import { type Role, roles, sitAs } from './sit.ts';

/* What needs me now, asked by each role of three real nodes. */

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

const sit = (role: Role, view: View = {}) => sitAs(browser, nodes.address('CA'), role, view);

describe('each home', () => {
  test.each(roles)('%s: axe finds nothing and nothing is cut off, in three languages and two themes', async (role) => {
    for (const view of [{}, { language: 'fr', theme: 'dark' }, { language: 'es' }] satisfies View[]) {
      const { page, end } = await sit(role, view);
      await keep(page, `home-${role}-${view.language ?? 'en'}-${view.theme ?? 'light'}`);
      expect([...(await axe(page)), ...(await clipped(page))]).toEqual([]);
      await end();
    }
  });

  test.each([320, 390])('the longest texts fit a phone of %d pixels, and the page is not wider', async (width) => {
    for (const role of roles) {
      const { page, end } = await sit(role, { language: 'pseudo', width });
      const faults = [...(await clipped(page)), ...(await untranslated(page))];
      if ((await page.evaluate('document.documentElement.scrollWidth')) !== width) faults.push('wider than the phone');
      expect(faults.map((fault) => `${role}: ${fault}`)).toEqual([]);
      await keep(page, `home-${role}-pseudo-${width}`);
      await end();
    }
  });
});

test('the tour stands in the page, is walked by keyboard, and does not come again unless asked', async () => {
  const { page, end } = await sit('everybody', { first: true });
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
  const { page, end } = await sit('everybody');
  await page.getByLabel('You sit as').selectOption('secretariat');
  await until(page, 'document.querySelector(".places").textContent.includes("Plan")');
  await until(page, '!document.querySelector(".places").textContent.includes("Flights")');
  await end();
});
