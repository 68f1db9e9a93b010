import { expect, test } from 'vitest';
import { settled, until } from './browser.ts';
import { freshPage } from './fresh-page.ts';

/* Ten thousand rows in a real table of which a hundred stand in the page at most: keys, numbers, the filter, print. */

const frame = '.table-frame[data-long]';
const at = freshPage('/styles?part=lists', `document.querySelectorAll('${frame} tbody tr').length > 10`);

const rowCount = (): Promise<number> => at.page.locator(`tr`).count();
/** The number of the row that has the focus, and whether it is seen inside its frame, clear of the head. */
const focusedRow = (): Promise<{ row: number; seen: boolean }> =>
  at.page.evaluate(`(() => {
    const row = document.activeElement.closest('tr');
    if (row === null) return { row: 0, seen: false };
    const box = row.getBoundingClientRect();
    const frame = row.closest('.table-frame');
    const edge = frame.getBoundingClientRect();
    const head = frame.querySelector('thead').getBoundingClientRect();
    return {
      row: Number(row.getAttribute('aria-rowindex')),
      seen: box.top >= head.bottom - 1 && box.bottom <= edge.bottom + 1,
    };
  })()`);
const press = async (...keys: string[]): Promise<void> => {
  for (const key of keys) await at.page.keyboard.press(key);
};

test('the whole is counted though little of it stands in the page', async () => {
  expect(await at.page.locator(`${frame} table`).getAttribute('aria-rowcount')).toBe('10001');
  expect(await rowCount()).toBeLessThanOrEqual(100);
  expect(await at.page.locator(`${frame} *`).count()).toBeLessThanOrEqual(600);
  await at.page.locator(frame).evaluate((box: { scrollTop: number; scrollHeight: number }) => {
    box.scrollTop = box.scrollHeight;
  });
  await until(at.page, `document.querySelector('${frame} tr[aria-rowindex="10001"]') !== null`);
  expect(await rowCount()).toBeLessThanOrEqual(100);
});

test('each key walks, and the row that has the focus is seen and stays', async () => {
  await at.page.locator(`${frame} [data-row-link]`).first().focus();
  expect(await focusedRow()).toEqual({ row: 2, seen: true });
  const steps = [
    ['ArrowDown', 3],
    ['ArrowUp', 2],
    ['ArrowUp', 2],
    ['PageDown', 12],
    ['PageUp', 2],
    ['End', 10_001],
    ['ArrowDown', 10_001],
    ['ArrowUp', 10_000],
    ['Home', 2],
    ['j', 3],
    ['k', 2],
  ] as const;
  for (const [key, row] of steps) {
    await press(key);
    expect([key, await focusedRow()]).toEqual([key, { row, seen: true }]);
  }
  await press('End');
  await at.page.locator(frame).evaluate((box: { scrollTop: number }) => {
    box.scrollTop = 0;
  });
  await until(at.page, `document.querySelector('${frame} tr[aria-rowindex="2"]') !== null`);
  expect((await focusedRow()).row).toBe(10_001);
  expect(await rowCount()).toBeLessThanOrEqual(100);
});

test('the list is one stop of the Tab key', async () => {
  await at.page.locator(`${frame} [data-row-link]`).first().focus();
  await press('PageDown', 'Tab');
  expect(await at.page.evaluate(`document.activeElement.closest('${frame}') === null`)).toBe(true);
  await press('Shift+Tab');
  expect((await focusedRow()).row).toBe(12);
});

test('the filter finds in every column, without accents, and leads to the rows', async () => {
  await press('/');
  // Two tables can be filtered here; the key leads to the last of them, the pointer to each.
  const field = at.page.locator('.table-tools input[type=search]').first();
  await field.fill('merida stop');
  await until(
    at.page,
    `document.querySelector('.table-filter [role=status]').textContent.startsWith('1,428 of 10,000')`,
  );
  expect(await at.page.locator(`${frame} table`).getAttribute('aria-rowcount')).toBe('1429');
  const first = await at.page.locator(`${frame} tbody tr`).nth(0).textContent();
  expect(first).toContain('MÉRIDA');
  await press('ArrowDown');
  expect(await focusedRow()).toEqual({ row: 2, seen: true });
  await field.fill('nothing like it');
  await until(at.page, `document.querySelector('.table-nothing') !== null`);
  await at.page.locator('.table-nothing button').click();
  expect(await at.page.locator(`${frame} table`).getAttribute('aria-rowcount')).toBe('10001');
});

test('who would rather turn pages gets a hundred rows a at.page, and keeps that choice', async () => {
  await at.page.locator('.table-tools input[type=checkbox]').check();
  const table = at.page.locator('.table-whole:has(.table-pages) table');
  expect(await table.locator('tbody tr').count()).toBe(100);
  await at.page.locator('.table-pages button').nth(1).click();
  expect(await at.page.locator('.table-pages p').textContent()).toBe('Rows 101 to 200 of 10,000');
  expect(await table.locator('tbody tr').first().getAttribute('aria-rowindex')).toBe('102');
  await table.locator('[data-row-link][tabindex="0"]').focus();
  await press('ArrowUp');
  expect((await focusedRow()).row).toBe(101);
  expect(await at.page.locator('.table-pages p').textContent()).toBe('Rows 1 to 100 of 10,000');
  await at.page.reload();
  await settled(at.page);
  expect(await at.page.locator('.table-pages p').textContent()).toBe('Rows 1 to 100 of 10,000');
});

test('sorting is said in words and to the ear, and takes the whole list along', async () => {
  const head = at.page.locator(`${frame} th[aria-sort]`).nth(2);
  await head.locator('button').click();
  await head.locator('button').click();
  expect(await head.getAttribute('aria-sort')).toBe('descending');
  expect(await at.page.locator(`${frame} tbody tr`).first().textContent()).toContain('24,99');
  expect(await at.page.locator('.table-whole > [role=status]').allTextContents()).toContain(
    'Sorted by Count, descending',
  );
});

test('all rows are printed', async () => {
  await at.page.evaluate(`dispatchEvent(new Event('beforeprint'))`);
  expect(await at.page.locator('tbody tr[aria-rowindex]').count()).toBe(10_000);
  await at.page.evaluate(`dispatchEvent(new Event('afterprint'))`);
  await until(at.page, `document.querySelectorAll('tr').length <= 100`);
});
