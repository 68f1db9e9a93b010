import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { openPage, settled, type View } from './browser.ts';

export const roles = [
  'everybody',
  'officer',
  'supervisor',
  'carrier',
  'auditor',
  'commissioner',
  'secretariat',
  'operator',
] as const;
export type Role = (typeof roles)[number];

/** Opens the first page of a node in a role, as somebody who has chosen it before. */
export async function sitAs(browser: Browser, address: string, role: Role, view: View = {}) {
  const opened = await openPage(browser, address, view);
  const chosen = role === 'everybody' ? '' : `sessionStorage.setItem('tripoint.sit', '${role}');`;
  await opened.context.addInitScript(`try { ${chosen} } catch {}`);
  await opened.page.goto(`${address}/`);
  await settled(opened.page);
  const end = async (): Promise<void> => {
    await opened.context.close();
    expect([...opened.strayed, ...opened.complaints]).toEqual([]);
  };
  return { page: opened.page, context: opened.context, end };
}

/** What has the focus, as it is called: by its own label, or by its question and its words. */
const focused = `(() => {
  const here = document.activeElement;
  const question = here?.closest('fieldset')?.querySelector('legend')?.textContent ?? '';
  const words = here?.ariaLabel ?? [...(here?.labels ?? [])].map((label) => label.textContent).join(' ');
  return [question, words === '' ? here?.textContent : words].filter((text) => text !== '').join(': ');
})()`;

/** Presses a key, Tab where none is named, until what is meant has the focus, as people without a mouse do. */
export async function tabTo(page: Page, text: RegExp, key = 'Tab'): Promise<void> {
  const passed: string[] = [];
  while (passed.length < 80) {
    await page.keyboard.press(key);
    const name = await page.evaluate<string>(focused);
    if (text.test(name)) return;
    passed.push(name);
  }
  throw new TypeError(`not reached: ${String(text)} among ${passed.join(' | ')}`);
}
