import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { cliFindings } from './findings.ts';
import { Refusal } from './refusal.ts';

/** Browsers that print a page without a display; `TRIPOINT_CHROMIUM` names another. */
const browsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
/** A page that is not printed by then never will be, milliseconds. */
const patience = 60_000;

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function findBrowser(environment: NodeJS.ProcessEnv): string | undefined {
  const named = environment['TRIPOINT_CHROMIUM'];
  if (named !== undefined) return isProgram(named) ? named : undefined;
  const folders = (environment['PATH'] ?? '').split(delimiter);
  return browsers.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
}

/**
 * Prints HTML to a PDF with a browser of this machine: the page that anybody sees is the page that is printed. Refused
 * with CLI-0305 where there is no browser, and with CLI-0306 where it does not print.
 */
export async function printPdf(html: string, path: string): Promise<void> {
  const browser = findBrowser(process.env);
  if (browser === undefined) throw new Refusal([cliFindings.find('CLI-0305', { browsers: browsers.join(', ') })], 2);
  const folder = await mkdtemp(join(tmpdir(), 'tripoint-print-'));
  try {
    const page = join(folder, 'page.html');
    await writeFile(page, html);
    // The page is our own, and the sandbox of a browser refuses the superuser of a container.
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const words = ['--headless', '--disable-gpu', '--no-pdf-header-footer', `--user-data-dir=${folder}`, ...sandbox];
    const printed = spawnSync(browser, [...words, `--print-to-pdf=${resolve(path)}`, `file://${page}`], {
      stdio: 'ignore',
      timeout: patience,
    });
    if (printed.status !== 0) throw new Refusal([cliFindings.find('CLI-0306', { browser, path })], 2);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
