import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { isShown, readDocPage, runDocPage } from '../../support/doc-page.ts';

const pages = await Promise.all(
  (await readdir('docs', { recursive: true }))
    .filter((name) => name.endsWith('.md'))
    .map((name) => readDocPage(`docs/${name}`)),
);
const runnable = pages.filter((page) => page.steps.length > 0 && page.needs.length === 0);

// The first command of a stale checkout builds, and says so.
beforeAll(() => promisify(execFile)('bin/tripoint', ['--version']), 120_000);

test('there are pages whose examples run on a fresh machine', () => {
  expect(runnable.length).toBeGreaterThan(0);
});

test.each(runnable.map((page) => [page.path, page] as const))(
  '%s: each example prints what the page shows',
  { timeout: 120_000 },
  async (_path, page) => {
    expect(await runDocPage(page)).toBeUndefined();
  },
);

test('what is shown is compared line by line, … standing for what changes', () => {
  expect(isShown('a\nb 12 c\n', 'a\nb … c\n')).toBe(true);
  expect(isShown('a\nb 12 d\n', 'a\nb … c\n')).toBe(false);
  expect(isShown('a\nx\ny\nb\n', 'a\n…\nb\n')).toBe(true);
  expect(isShown('a\n', '')).toBe(false);
  expect(isShown('', '')).toBe(true);
  expect(isShown('1.5', '1.5\n')).toBe(true);
  expect(isShown('145\n', '1.5\n')).toBe(false);
});
