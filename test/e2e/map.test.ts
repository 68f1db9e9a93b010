import { expect, test } from 'vitest';
import { until } from './browser.ts';
import { freshPage } from './fresh-page.ts';

/* The map and its list go together: what is chosen in the one is chosen in the other. */

const at = freshPage('/styles?part=map', `document.querySelector('.map-land') !== null`);

const ring = (): Promise<string> =>
  at.page.evaluate(`document.querySelector('.map-ring')?.getAttribute('cx') ?? ''`) as Promise<string>;
const focused = (): Promise<string> => at.page.evaluate('document.activeElement.textContent') as Promise<string>;
const chosenLabel = (): Promise<string> =>
  at.page.evaluate(`document.querySelector('.map-label[data-chosen]')?.textContent ?? ''`) as Promise<string>;

test('each row has its place on the map: the ring follows the keys', async () => {
  await at.page.locator('[data-row-link]').first().focus();
  expect(await chosenLabel()).toBe('SAN YSIDRO +2');
  const seen = new Set([await ring()]);
  for (let press = 0; press < 15; press += 1) {
    await at.page.keyboard.press('ArrowDown');
    seen.add(await ring());
  }
  expect(await focused()).toBe('IQALUIT');
  // Sixteen places; three of them are drawn with others.
  expect(seen.size).toBe(13);
  expect(seen.has('')).toBe(false);
});

test('a press on a mark leads to its row, and the next press to the next of those drawn as one', async () => {
  const mark = at.page.locator('.map-mark[data-members="3"]');
  await mark.click();
  await until(at.page, `document.activeElement.textContent === 'SAN YSIDRO'`);
  await mark.click();
  await until(at.page, `document.activeElement.textContent === 'OTAY MESA'`);
  expect(await chosenLabel()).toBe('OTAY MESA +2');
  await mark.click();
  await until(at.page, `document.activeElement.textContent === 'TIJUANA'`);
});

test('the ground is drawn once: choosing draws no outline anew', async () => {
  await at.page.evaluate(`window.grounds = [...document.querySelectorAll('.map-land')]`);
  await at.page.locator('[data-row-link]').first().focus();
  await at.page.keyboard.press('ArrowDown');
  expect(
    await at.page.evaluate(
      `[...document.querySelectorAll('.map-land')].every((path, at) => path === window.grounds[at])`,
    ),
  ).toBe(true);
});
