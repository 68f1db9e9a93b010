import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { settled, startBrowser } from './browser.ts';
import { builtConsole } from './built-console.ts';
import type { Person } from './fixtures/interchange.ts';
import { type RealNodes, startRealNodes } from './real-nodes.ts';
import { type Role, sitAs, tabTo } from './sit.ts';

/* The morning of each role, at three real nodes, with the keyboard alone. */

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

const sit = (role: Role) => sitAs(browser, nodes.address('CA'), role);
const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};
const text = async (page: Page, selector: string): Promise<string> =>
  (await page.locator(selector).allTextContents()).join('\n');

/** Says something at a node as a role of it does, without a page. */
async function sayAt(country: string, role: Role, path: string, body: unknown): Promise<Response> {
  const isText = typeof body === 'string';
  const response = await fetch(`${nodes.address(country)}/api/plan/${path}`, {
    method: 'POST',
    headers: {
      'x-sit-as': role,
      'content-type': isText ? 'application/x-ndjson' : 'application/json',
      'idempotency-key': crypto.randomUUID(),
    },
    body: isText ? body : JSON.stringify(body),
  });
  expect(response.ok, await response.clone().text()).toBe(true);
  return response;
}

test('an officer takes the most urgent with one key and settles it with three', async () => {
  await nodes.lodge({ conveyance: 'AC993', transaction: '1000993', people: [hassan] });
  const { page, end } = await sit('officer');
  await page.getByText('Take the most urgent').waitFor();
  await press(page, 'c');
  await page.waitForURL('**/referrals/*');
  await settled(page);
  expect(await text(page, '.desk')).toContain('May be the listed person');
  await press(page, '1', 'd', 'Enter');
  await page.locator('.activity').waitFor();
  expect(await text(page, '.activity')).toContain('May board');
  await end();
});

test('a supervisor opens the oldest referral, sees who holds it, and what the node measures of itself', async () => {
  await nodes.lodge({ conveyance: 'AC995', transaction: '1000995', people: [hassan] });
  const { page, end } = await sit('supervisor');
  await page.locator('main tbody tr').first().waitFor();
  await press(page, 'j', 'Enter');
  await page.waitForURL('**/referrals/*');
  await settled(page);
  expect(await text(page, 'main')).toContain('May be the listed person');
  await press(page, 'g', 'h');
  await page.waitForURL(/\/$/);
  await settled(page);
  await tabTo(page, /in time/);
  await press(page, 'Enter');
  await page.waitForURL('**/plan/milestones/*');
  await settled(page);
  expect(await text(page, '.plan-measured')).toMatch(/Kept|Not kept|Not yet measured/);
  await end();
});

test('the people of a carrier reach the very segment of a refused message with two', async () => {
  const token = await nodes.tokenFor('QN');
  await fetch(`${nodes.address('CA')}/api/lodgements`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/edifact' },
    body: "UNB+UNOA:4+A+B+261124:1200+1'UNH+1+PAXLST:D:02B:UN:IATA'BGM+745'UNT+9+1'UNZ+1+1'",
  });
  const { page, end } = await sit('carrier');
  await page.locator('#refused tbody tr').first().waitFor();
  await press(page, 'j', 'Enter');
  await page.waitForURL('**/messages/**');
  await settled(page);
  expect(await text(page, '.findings')).toContain('error');
  await tabTo(page, /^segment \d/);
  await press(page, 'Enter');
  await page.waitForURL('**#segment-*');
  await expect.poll(() => text(page, '.raw [data-lit]')).toContain('UNT+9');
  await end();
});

test('an auditor judges what was said to be done, and the verdict stands in the story', async () => {
  const { page, end } = await sit('auditor');
  await tabTo(page, /^[A-Z]{3}-\d/);
  await press(page, 'Enter');
  await page.waitForURL('**/plan/milestones/*');
  await settled(page);
  await press(page, 'v');
  await page.locator('dialog').waitFor();
  await tabTo(page, /^Verdict/);
  await tabTo(page, /Limited progress/, 'ArrowRight');
  await tabTo(page, /^As of/);
  await page.keyboard.type('2026-10');
  await tabTo(page, /^Reason/);
  await page.keyboard.type('two of five');
  await tabTo(page, /Give a verdict/);
  await press(page, 'Enter');
  await page.locator('.activity').waitFor();
  await expect.poll(() => text(page, '.plan-history')).toContain('Limited progress, as of October 2026');
  await end();
});

test('a commissioner signs what the partner proposed and signed, and the month is moved', async () => {
  const [milestone, pairs, month] = ['TRV-1.1', ['US-CA'], '2027-06'];
  await sayAt('US', 'secretariat', `milestones/${milestone}/proposals`, { pairs, month, reason: 'one more season' });
  const proposal = `US-${milestone}-1`;
  await sayAt('US', 'commissioner', `milestones/${milestone}/approvals`, { proposal, pairs, month });
  const facts = async (): Promise<string> =>
    (await fetch(`${nodes.address('US')}/api/plan/facts`, { headers: { 'x-sit-as': 'secretariat' } })).text();
  await expect.poll(facts).toContain('approved');
  await sayAt('CA', 'secretariat', 'facts', await facts());
  const { page, end } = await sit('commissioner');
  await page.locator('main tbody tr').first().waitFor();
  await press(page, 'j', 'Enter');
  await page.waitForURL(`**/plan/milestones/${milestone}`);
  await settled(page);
  await press(page, 'a');
  await page.locator('dialog').waitFor();
  expect(await text(page, '.plan-terms')).toContain('June 2027');
  await tabTo(page, /^Sign$/);
  await press(page, 'Enter');
  await page.locator('.activity').waitFor();
  await expect.poll(() => text(page, '.plan-proposals')).toContain('Canada has signed');
  await expect.poll(() => text(page, '.plan-history')).toContain('Canada signed June 2027');
  await end();
});

test('the secretariat prints the report in French with its keys', async () => {
  const { page, context, end } = await sit('secretariat');
  await press(page, 'r');
  await page.waitForURL('**/plan/report');
  await settled(page);
  await tabTo(page, /English$/);
  await tabTo(page, /Français$/, 'ArrowRight');
  await tabTo(page, /Open to print/);
  const [report] = await Promise.all([context.waitForEvent('page'), press(page, 'Enter')]);
  await report.waitForSelector('h1');
  expect(await report.locator('h1').textContent()).toBe('Rapport aux dirigeants');
  expect(await report.locator('tbody tr').count()).toBeGreaterThan(106);
  await end();
});
