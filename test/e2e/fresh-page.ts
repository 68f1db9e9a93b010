import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { type OpenPage, openPage, settled, startBrowser, until } from './browser.ts';
import { builtConsole } from './built-console.ts';
import { type FixtureNode, startFixtureNode } from './fixture-node.ts';

/** What stands while a test runs. */
export interface Standing {
  readonly page: Page;
  readonly node: FixtureNode;
}

/**
 * One browser and one recorded node for a file of tests, and before each test a fresh page at an address, once `ready`
 * holds in it. A page that reached out of the node, or complained, fails its test.
 */
export function freshPage(path: string, ready = 'true'): Standing {
  let browser: Browser;
  let node: FixtureNode;
  let opened: OpenPage;
  beforeAll(async () => {
    browser = await startBrowser();
    node = await startFixtureNode(await builtConsole(), 'filled');
  });
  afterAll(async () => {
    await browser.close();
    await node.close();
  });
  beforeEach(async () => {
    opened = await openPage(browser, node.address);
    await opened.page.goto(`${node.address}${path}`);
    await settled(opened.page);
    await until(opened.page, ready);
  });
  afterEach(async () => {
    await opened.context.close();
    expect(opened.strayed).toEqual([]);
    expect(opened.complaints).toEqual([]);
  });
  return {
    get page() {
      return opened.page;
    },
    get node() {
      return node;
    },
  };
}
