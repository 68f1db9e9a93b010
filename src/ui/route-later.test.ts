import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { later } from './route.ts';

const shown = ({ params }: { params: Readonly<Record<string, string>> }) => createElement('p', null, params['journey']);

test('a page is read when it is asked for, once, and then drawn at once with its parameters', async () => {
  let reads = 0;
  const page = later(() => {
    reads += 1;
    return Promise.resolve(shown);
  });
  expect(reads).toBe(0);
  await Promise.all([page.load?.(), page.load?.()]);
  expect(await page.load?.()).toBeUndefined();
  expect(reads).toBe(1);
  expect(renderToStaticMarkup(createElement(page, { params: { journey: 'J1' } }))).toBe('<p>J1</p>');
});

test('a page that cannot be read says so to whoever waits', async () => {
  const page = later(() => Promise.reject(new RangeError('gone')));
  await expect(page.load?.()).rejects.toThrow('gone');
});
