import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const here = import.meta.dirname;
export const screenshotFolder = join(here, 'screenshots');

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--force-color-profile=srgb',
];

/** The installed Chromium; the environment may name another one. */
export const startBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['TRIPOINT_CHROMIUM'] ?? '/usr/bin/chromium',
    headless: true,
    args: flags,
  });

export interface View {
  readonly language?: 'en' | 'fr' | 'es' | 'pseudo';
  readonly theme?: 'light' | 'dark' | 'contrast';
  readonly width?: number;
  readonly height?: number;
  readonly forcedColors?: boolean;
  /** Somebody who has never been here: the tour begins. */
  readonly first?: boolean;
}

export interface OpenPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Requests to anywhere but the node. */
  readonly strayed: readonly string[];
  /** What the page complained of: exceptions and errors on its console. */
  readonly complaints: readonly string[];
}

/** A fresh browser profile that looks at the console in one language, theme and width. */
export async function openPage(browser: Browser, address: string, view: View = {}): Promise<OpenPage> {
  const { language = 'en', theme = 'light', width = 1440, height = 900, forcedColors = false } = view;
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'en-CA',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
    ...(forcedColors ? { forcedColors: 'active' as const } : {}),
  });
  await context.addInitScript(
    `try { ${view.first === true ? '' : "localStorage.setItem('tripoint.tour', 'over');"} localStorage.setItem('tripoint.theme', '${theme}'); sessionStorage.setItem('tripoint.language', '${language}'); } catch {}`,
  );
  const page = await context.newPage();
  const strayed: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(address)) strayed.push(request.url());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    const expected = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !expected) complaints.push(message.text());
  });
  return { page, context, strayed, complaints };
}

/** Waits until an expression holds in the page. The page's policy forbids evaluating text, so it is asked from outside. */
export async function until(page: Page, expression: string, patienceMs = 10_000): Promise<void> {
  const end = Date.now() + patienceMs;
  while (!(await page.evaluate(expression))) {
    if (Date.now() > end) throw new TypeError(`did not come to be: ${expression}`);
    await page.waitForTimeout(30);
  }
}

/** Goes to an address of the console as a link does, without loading the console again. */
export async function follow(page: Page, path: string): Promise<void> {
  await page.evaluate(
    `new Promise((done) => {
      history.pushState({}, '', ${JSON.stringify(path)});
      dispatchEvent(new PopStateEvent('popstate'));
      requestAnimationFrame(() => requestAnimationFrame(() => done()));
    })`,
  );
}

/** Waits until the page has read what it shows. */
export async function settled(page: Page): Promise<void> {
  await page.waitForSelector('h1');
  // The component page shows one on purpose.
  const shown = 'location.pathname === "/styles" && location.search === "" ? 1 : 0';
  await until(page, `document.querySelectorAll(".skeleton").length === (${shown})`);
  await until(page, 'document.querySelector("tbody[aria-busy]") === null');
  await page.evaluate('document.fonts.ready.then(() => undefined)');
}

const requireHere = createRequire(import.meta.url);
const axeSource = await readFile(requireHere.resolve('axe-core/axe.min.js'), 'utf8');
const options = {
  runOnly: {
    type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
  },
  resultTypes: ['violations', 'incomplete'],
};

interface AxeResult {
  readonly id: string;
  readonly nodes: readonly {
    readonly target: readonly string[];
    readonly failureSummary?: string;
    readonly html: string;
  }[];
}

/**
 * Labels of the map carry a halo of the surface, on which their colour is checked by the tokens' own test. Arrows and
 * single digits are no text to axe; lines of a raw message that are scrolled out of sight lie under others.
 */
const isCertain = (id: string, { target, html, failureSummary = '' }: AxeResult['nodes'][number]): boolean =>
  id !== 'color-contrast' ||
  !(
    /non-text characters|too short/.test(failureSummary) ||
    html.includes('class="map-label"') ||
    (/#segment-|> li:nth-child|#_r_\w+-\d+ >/.test(target.join(' ')) && failureSummary.includes('obscured'))
  );

/**
 * What axe finds, one line a place. Contrast that it could not compute is counted too; so what opens over a page is looked
 * at by itself (`within`, a selector), since it cannot compute what lies behind.
 */
export async function axe(page: Page, within?: string): Promise<readonly string[]> {
  const root = within === undefined ? 'document' : `document.querySelector(${JSON.stringify(within)})`;
  if (!(await page.evaluate('typeof axe === "object"'))) await page.evaluate(axeSource);
  const found = (await page.evaluate(
    `axe.run(${root}, ${JSON.stringify(options)}).then(({ violations, incomplete }) => ({ violations, incomplete }))`,
  )) as { violations: AxeResult[]; incomplete: AxeResult[] };
  const line = ({ id, nodes }: AxeResult): string[] =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.html.slice(0, 120)} ${node.failureSummary ?? ''}`);
  const unsure = found.incomplete
    .filter(({ id }) => id === 'color-contrast')
    .map((one) => ({ ...one, nodes: one.nodes.filter((node) => isCertain(one.id, node)) }));
  return [...found.violations, ...unsure].flatMap(line);
}

const inPage = async (name: string): Promise<string> =>
  (await readFile(join(here, 'pages', name), 'utf8')).replace(/^\/\*[\s\S]*?\*\/\s*/, '').replace(/;\s*$/, '');

export const clipped = async (page: Page): Promise<readonly string[]> =>
  (await page.evaluate(`(${await inPage('clipped.js')})()`)) as string[];
export const untranslated = async (page: Page): Promise<readonly string[]> =>
  (await page.evaluate(`(${await inPage('untranslated.js')})()`)) as string[];

/** Keeps what the page looks like, to be looked at; where nobody will look, it is not drawn. */
export async function keep(page: Page, name: string): Promise<void> {
  if (process.env['CI'] !== undefined) return;
  await mkdir(screenshotFolder, { recursive: true });
  await page.screenshot({
    path: join(screenshotFolder, `${name}.png`),
    fullPage: true,
    animations: 'disabled',
    caret: 'hide',
  });
}
