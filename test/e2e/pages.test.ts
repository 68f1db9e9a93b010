import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axe, clipped, follow, keep, openPage, settled, startBrowser, untranslated, type View } from './browser.ts';
import { builtConsole } from './built-console.ts';
import { type FixtureNode, startFixtureNode } from './fixture-node.ts';
import type { Mood } from './fixtures/answers.ts';
import { pages } from './walk.ts';

let browser: Browser;
const nodes = new Map<Mood, FixtureNode>();
const moods: readonly Mood[] = ['filled', 'empty', 'error', 'stranger'];
beforeAll(async () => {
  const folder = await builtConsole();
  browser = await startBrowser();
  for (const mood of moods) nodes.set(mood, await startFixtureNode(folder, mood));
});
afterAll(async () => {
  await browser.close();
  for (const node of nodes.values()) await node.close();
});

/** Looks at one page after the other in one browser profile, so that a walk costs seconds and not minutes. */
async function walk(
  mood: Mood,
  view: View,
  look: (name: string, page: import('playwright-core').Page) => Promise<readonly string[]>,
) {
  const node = nodes.get(mood);
  const { page, context, strayed, complaints } = await openPage(browser, node?.address ?? '', view);
  const faults: string[] = [];
  const [first] = Object.keys(pages);
  for (const [name, path] of Object.entries(pages)) {
    if (name === first) await page.goto(`${node?.address}${path}`);
    else await follow(page, path);
    await settled(page);
    for (const fault of await look(name, page)) faults.push(`${name}: ${fault}`);
  }
  await context.close();
  return [...faults, ...strayed, ...complaints];
}

const named = (view: View): string => `${view.language ?? 'en'}-${view.theme ?? 'light'}-${view.width ?? 1440}`;

const seen: readonly [Mood, View][] = [
  ['filled', {}],
  ['filled', { theme: 'dark' }],
  ['filled', { theme: 'contrast' }],
  ['filled', { language: 'fr' }],
  ['filled', { language: 'es' }],
  ['empty', {}],
  ['empty', { language: 'fr', theme: 'dark' }],
  ['empty', { language: 'es' }],
  ['error', {}],
  ['error', { language: 'fr', theme: 'dark' }],
  ['error', { language: 'es' }],
  ['stranger', {}],
];

describe('every page in every state', () => {
  test.each(seen)('%s, %o: axe finds nothing and nothing is cut off', async (mood, view) => {
    const faults = await walk(mood, view, async (name, page) => {
      if (view.language === undefined || mood === 'filled') await keep(page, `${name}-${mood}-${named(view)}`);
      return [...(await axe(page)), ...(await clipped(page))];
    });
    expect(faults).toEqual([]);
  });

  test.each([320, 390, 1440])('the longest texts fit at %d pixels, and none is hard-coded', async (width) => {
    for (const mood of ['filled', 'empty'] as const) {
      const faults = await walk(mood, { language: 'pseudo', width }, async (name, page) => {
        if (mood === 'filled') await keep(page, `${name}-${mood}-pseudo-${width}`);
        return [...(await clipped(page)), ...(await untranslated(page))];
      });
      expect(faults).toEqual([]);
    }
  });

  test('on a phone in French, and in forced colours', async () => {
    for (const view of [{ language: 'fr', width: 390 } as const, { forcedColors: true }]) {
      const faults = await walk('filled', view, async (name, page) => {
        await keep(page, `${name}-filled-${'forcedColors' in view ? 'forced' : named(view)}`);
        return clipped(page);
      });
      expect(faults).toEqual([]);
    }
  });
});
