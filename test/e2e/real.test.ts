import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { axe, clipped, keep, type OpenPage, openPage, settled, startBrowser } from './browser.ts';
import { builtConsole } from './built-console.ts';
import type { Person } from './fixtures/interchange.ts';
import { type RealNodes, startRealNodes } from './real-nodes.ts';

/*
 * Three nodes as `tripoint start` makes them, with the generator off. What a page shows here was lodged by one POST,
 * decided by three countries, and read in a browser; between the nodes stand faults.
 */
const tremblay: Person = { family: 'TREMBLAY', given: 'ELODIE', born: '810402', sex: 'F', number: 'HK2291048' };
const hassan: Person = { family: 'AL-HASSAN', given: 'OMAR', born: '790302', sex: 'M', number: 'GA4821933' };
const kovalenko: Person = { family: 'KOVALENKO', given: 'OLEKSANDR', born: '840611', sex: 'M', number: 'FE7712044' };

let browser: Browser;
let nodes: RealNodes;
let opened: OpenPage;
let page: Page;
beforeAll(async () => {
  [browser, nodes] = await Promise.all([startBrowser(), builtConsole().then(startRealNodes)]);
});
afterAll(async () => {
  await browser.close();
  await nodes.close();
});
afterEach(async () => {
  nodes.faults.set('MX', { kind: 'none' });
  await opened.context.close();
  expect(opened.strayed).toEqual([]);
  expect(opened.complaints).toEqual([]);
});

async function sit(country: string, path = '/flights'): Promise<void> {
  await opened?.context.close();
  opened = await openPage(browser, nodes.address(country));
  page = opened.page;
  await page.goto(nodes.address(country) + path);
  await settled(page);
  await page.waitForSelector('.link-mark[data-live]');
}
const row = (text: string) => page.locator('tbody tr', { hasText: text });
const text = async (selector: string): Promise<string> => (await page.locator(selector).allTextContents()).join('\n');
/** Opens the row of a flight and then that of a traveller, by keyboard alone. */
async function openRow(name: string): Promise<void> {
  await row(name).locator('[data-row-link]').focus();
  await page.keyboard.press('Enter');
  await settled(page);
}
const looked = async (name: string): Promise<void> => {
  await keep(page, `real-${name}`);
  expect([...(await axe(page)), ...(await clipped(page))]).toEqual([]);
};

describe('one POST of one file', () => {
  beforeEach(() => sit('CA'));

  test('fills the page that someone is looking at', async () => {
    expect(await text('h1')).toBe('No flight needs you now');
    const { status, reply } = await nodes.lodge({
      conveyance: 'AC991',
      transaction: '1000991',
      people: [tremblay, hassan, kovalenko],
    });
    expect([status, reply.includes('CUSRES')]).toEqual([200, true]);
    await row('AC 991').waitFor();
    // What someone who has never seen the page reads first: which flight, and why.
    await expect.poll(() => text('h1')).toBe('1 flight needs you now');
    const lead = await text('.first');
    expect(lead).toContain('AC 991');
    expect(lead).toContain('1 traveller waits for an officer');
    expect(await row('AC 991').textContent()).toContain('1 traveller must not board');
    await looked('today');
  });

  test('shows who decided what, and the segment that the carrier wrote', async () => {
    await openRow('AC 991');
    const [first] = await page.locator('tbody tr').allTextContents();
    expect(first).toContain('KOVALENKO');
    expect(first).toContain('Do not board');
    await looked('flight');
    await openRow('AL-HASSAN');
    expect(await text('.why-panel')).toContain('May be the person of a lookout');
    expect(await text('.evidence')).toMatch(/HASSAN *Hassan *agrees/);
    expect(await text('.partner-answers')).toMatch(/United States.*May board[\s\S]*|Mexico.*May board/);
    const lit = page.locator('.raw [aria-current=location]');
    await lit.waitFor();
    expect(await lit.textContent()).toContain('AL-HASSAN:OMAR');
    await looked('traveller');
    await page.keyboard.press('m');
    await settled(page);
    expect(await text('.raw [data-lit]')).toContain('AL-HASSAN:OMAR');
    await looked('message');
  });

  test('brings the case to an officer, who settles it in three keys', async () => {
    await page.keyboard.press('g');
    await page.keyboard.press('r');
    await openRow('AC991-2');
    expect(await text('.desk')).toContain('May be the listed person');
    await looked('referral');
    for (const key of ['1', 'd', 'Enter']) await page.keyboard.press(key);
    await page.locator('.activity').waitFor();
    expect(await text('.activity')).toContain('May board');
    await expect.poll(() => text('h1')).toBe('No referral waits');
    await looked('settled');
  });

  test('shows the same journey in the other seats, each with its own word and no one else’s', async () => {
    await sit('MX');
    await openRow('AC 991');
    await openRow('KOVALENKO');
    expect(await text('.why-panel')).toContain('Do not board');
    expect(await text('.evidence')).toMatch(/KOVALENKO *Kovalenko *agrees/);
    expect(await text('.panel')).toContain('lodged at another country’s node');
    await looked('traveller-mexico');
    await sit('US');
    await openRow('AC 991');
    expect(await text('tbody')).not.toContain('Do not board');
  });
});

describe('a partner', () => {
  test('that stands still is named, and the fail rule that spoke for it', async () => {
    nodes.faults.set('MX', { kind: 'stopped' });
    await sit('CA');
    await nodes.lodge({ conveyance: 'AC993', transaction: '1000993', people: [tremblay] });
    await row('AC 993').getByText('silent since').waitFor();
    expect(await row('AC 993').textContent()).toContain('MX silent since');
    expect(await row('AC 993').textContent()).toContain('A partner did not answer in time on 1 traveller');
    await looked('partner-silent');
    await openRow('AC 993');
    await openRow('TREMBLAY');
    expect(await text('.partner-answers')).toContain('no answer in time: the fail rule speaks');
    expect(await text('.history')).toContain('Partner did not answer in time');
    await looked('fail-rule');
    await page.goto(`${nodes.address('CA')}/node`);
    await settled(page);
    await row('Mexico').waitFor();
    expect(await row('Mexico').textContent()).toContain('does not answer');
  });

  test('that answers late and stricter overwrites what was said, before the officer’s eyes', async () => {
    // Each way: long past the time limit of the fail rule, and long enough to open two pages on a busy machine.
    nodes.faults.set('MX', { kind: 'slow', milliseconds: 8000 });
    await sit('CA');
    await nodes.lodge({ conveyance: 'AC995', transaction: '1000995', people: [kovalenko] });
    await row('AC 995').getByText('silent since').waitFor();
    await openRow('AC 995');
    await openRow('KOVALENKO');
    expect(await text('.partner-answers')).toContain('no answer in time: the fail rule speaks');
    // The page is not loaded again: the late word comes by itself.
    await expect.poll(() => text('.told'), { timeout: 90_000 }).toContain('Do not board');
    const history = await text('.history');
    expect(history).toContain('Partner answered late');
    expect(history).toContain('Correction sent to the carrier');
    expect(await text('.partner-answers')).not.toContain('fail rule');
    await looked('late-answer');
  });

  test('whose answer was falsified on the way is not believed, and the node says how often', async () => {
    nodes.faults.set('MX', { kind: 'garbled' });
    await sit('CA');
    await nodes.lodge({ conveyance: 'AC997', transaction: '1000997', people: [kovalenko] });
    await row('AC 997').getByText('silent since').waitFor();
    await page.goto(`${nodes.address('CA')}/node`);
    await settled(page);
    await page.locator('.refusals').waitFor();
    expect(await text('.refusals')).toMatch(/said to be from Mexico/);
    expect(await text('.refusals')).toContain('EXC-01');
    await looked('falsified');
    // The true answer comes when the way is clear again, and is believed.
    nodes.faults.set('MX', { kind: 'none' });
    await page.goto(`${nodes.address('CA')}/flights`);
    await settled(page);
    await expect.poll(() => row('AC 997').textContent(), { timeout: 60_000 }).toContain('must not board');
  });
});

const zone = ['P<CANKOVALENKO<<OLEKSANDR<<<<<<<<<<<<<<<<<<<', 'FE77120444CAN8406114M3101012<<<<<<<<<<<<<<04'];

test('the booth answers from the real lists within a second, with the keyboard alone', async () => {
  await sit('MX', '/booth');
  const began = Date.now();
  await page.keyboard.insertText(zone.join('\n'));
  await page.locator('.booth-answer .status').waitFor();
  expect(Date.now() - began).toBeLessThan(1000);
  await looked('booth');
  expect(await text('.booth-answer .status')).toContain('Do not');
  expect(await text('.directions')).not.toBe('');
});
