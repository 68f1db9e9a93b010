import { expect, test } from 'vitest';
import { axe, settled, until } from './browser.ts';
import { freshPage } from './fresh-page.ts';

/* Every chart by keyboard: point to point, the table instead of the drawing, the numbers to take away, and print. */

const at = freshPage('/styles?part=charts');

const names = [
  'What was promised, and when it comes',
  'What was counted, and what was expected',
  'How long it takes',
  'How much of each',
];
const chart = (name: string) => at.page.locator(`figure.chart[aria-label="${name}"]`);
const focusedName = (): Promise<string> =>
  at.page.evaluate(
    'document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent',
  ) as Promise<string>;
const enter = (name: string): Promise<void> => chart(name).locator('[data-point][tabindex="0"]').focus();

test.each(names)('%s: one stop of the Tab key, read point by point, and shown where the eye is', async (name) => {
  expect(await chart(name).locator('[data-point][tabindex="0"]').count()).toBe(1);
  await enter(name);
  const seen = new Set<string>();
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowRight', 'ArrowDown']) {
    seen.add(await focusedName());
    await at.page.keyboard.press(key);
  }
  expect(seen.size).toBeGreaterThan(1);
  const told = await chart(name).locator('.chart-reading').textContent();
  expect((await focusedName()).replaceAll(/\s/g, '')).toBe(told?.replaceAll(/\s/g, ''));
});

test.each(names)('%s: the table in its place has a row for each point and nothing that axe minds', async (name) => {
  const points = await chart(name).locator('[data-point]').count();
  await enter(name);
  await at.page.keyboard.press('t');
  await until(at.page, `document.querySelectorAll('figure.chart table').length === 1`);
  expect(await chart(name).locator('tbody tr').count()).toBe(points);
  expect(await chart(name).locator('.chart-drawing').count()).toBe(0);
  expect(await axe(at.page)).toEqual([]);
  await at.page.keyboard.press('t');
  expect(await chart(name).locator('.chart-drawing').count()).toBe(1);
});

test('with the focus elsewhere the key shows the first chart as a table', async () => {
  await at.page.keyboard.press('t');
  expect(
    await chart(names[0] ?? '')
      .locator('table')
      .count(),
  ).toBe(1);
});

test('the numbers are copied as a spreadsheet reads them', async () => {
  await at.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await enter('How much of each');
  await at.page.keyboard.press('c');
  await until(at.page, `document.querySelector('.chart-copied p') !== null`);
  expect(await at.page.evaluate('navigator.clipboard.readText()')).toBe(
    'Where,Waiting\r\nNORTH,412\r\nEAST,158\r\nSOUTH,97\r\nWEST,3\r\n',
  );
  expect(await at.page.locator('.chart-copied p').textContent()).toContain('4 rows are copied');
});

test('where the browser does not allow copying, the numbers can be taken by hand', async () => {
  await at.page.evaluate(`navigator.clipboard.writeText = () => Promise.reject(new TypeError('not allowed'))`);
  await enter('How much of each');
  await at.page.keyboard.press('c');
  await at.page.waitForSelector('.chart-copied textarea');
  expect(await at.page.locator('.chart-copied textarea').inputValue()).toContain('NORTH,412');
});

test('drawing and table are printed both', async () => {
  await at.page.evaluate(`dispatchEvent(new Event('beforeprint'))`);
  expect(await at.page.locator('figure.chart table').count()).toBe(4);
  expect(await at.page.locator('figure.chart .chart-drawing').count()).toBe(4);
  await at.page.evaluate(`dispatchEvent(new Event('afterprint'))`);
  await until(at.page, `document.querySelectorAll('figure.chart table').length === 0`);
});

test('a timeline of a hundred and six rows is walked to its end', async () => {
  await at.page.goto(`${at.node.address}/styles?part=charts&rows=106`);
  await settled(at.page);
  await enter(names[0] ?? '');
  for (let press = 0; press < 105; press += 1) await at.page.keyboard.press('ArrowDown');
  expect(await focusedName()).toContain('12.7 BLAINE FORT FRANCES');
  expect(
    await chart(names[0] ?? '')
      .locator('.timeline li')
      .count(),
  ).toBe(106);
});
