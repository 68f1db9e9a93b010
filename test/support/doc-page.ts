import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';

/**
 * The examples of a page of the documentation. A block `yaml file=ca.yaml` is written to that file; in a block `console`
 * a line `$ command` is run and what follows is what it must print: `…` stands for anything, a line `…` for any lines.
 * A command that ends with `&` runs on until the page ends. What a page needs beyond Node it says in `<!-- needs: … -->`.
 */
export interface DocPage {
  readonly path: string;
  readonly needs: readonly string[];
  readonly steps: readonly DocStep[];
}
export type DocStep =
  | { readonly kind: 'file'; readonly line: number; readonly name: string; readonly text: string }
  | { readonly kind: 'command'; readonly line: number; readonly command: string; readonly expected: string };

export async function readDocPage(path: string): Promise<DocPage> {
  const markdown = await readFile(path, 'utf8');
  const needs = /<!-- needs: (.*?) -->/.exec(markdown)?.[1]?.split(' ') ?? [];
  const steps: DocStep[] = [];
  for (const block of markdown.matchAll(/^```([^\n]*)\n(.*?)^```$/gms)) {
    const [, info = '', body = ''] = block;
    const line = markdown.slice(0, block.index).split('\n').length;
    const file = /\bfile=(\S+)/.exec(info)?.[1];
    if (file !== undefined) steps.push({ kind: 'file', line, name: file, text: body });
    if (info === 'console') steps.push(...commandsOf(body, line + 1));
  }
  return { path, needs, steps };
}

function commandsOf(body: string, firstLine: number): readonly DocStep[] {
  const steps: { kind: 'command'; line: number; command: string; expected: string }[] = [];
  for (const [index, line] of body.split('\n').slice(0, -1).entries()) {
    const last = steps.at(-1);
    if (line.startsWith('$ '))
      steps.push({ kind: 'command', line: firstLine + index, command: line.slice(2), expected: '' });
    else if (last === undefined) throw new TypeError(`line ${firstLine + index}: an example begins with a command`);
    else if (last.command.endsWith('\\')) last.command += `\n${line}`;
    else last.expected += `${line}\n`;
  }
  return steps;
}

const escaped = (words: string): string => words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** True when the output is what the page shows. */
export function isShown(output: string, expected: string): boolean {
  const lines = expected.split('\n').slice(0, -1);
  const pattern = lines.map((line) =>
    line === '…' ? '(?:.*\\n)*?' : `${line.split('…').map(escaped).join('.*?')}\\n`,
  );
  const printed = output === '' || output.endsWith('\n') ? output : `${output}\n`;
  return new RegExp(`^${pattern.join('')}$`).test(printed);
}

export interface DocRun {
  /** What stands in the page, and what is put in its place: an address, a port. */
  readonly replace?: Readonly<Record<string, string>>;
}

/** Runs the steps of a page in a folder of their own; returns the first that did not print what the page shows. */
export async function runDocPage(page: DocPage, { replace = {} }: DocRun = {}): Promise<string | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'tripoint-docs-'));
  const running: ChildProcess[] = [];
  const here = (words: string): string =>
    Object.entries(replace).reduce((all, [from, to]) => all.replaceAll(from, to), words);
  try {
    await mkdir(join(folder, '.bin'));
    await symlink(resolve('bin/tripoint'), join(folder, '.bin/tripoint'));
    await symlink(resolve('docs/samples'), join(folder, 'samples'));
    for (const step of page.steps) {
      if (step.kind === 'file') {
        await mkdir(dirname(join(folder, step.name)), { recursive: true });
        await writeFile(join(folder, step.name), here(step.text));
        continue;
      }
      const printed = await runCommand(here(step.command), here(step.expected), { folder, running });
      if (!isShown(printed, here(step.expected))) return `${page.path}:${step.line}: $ ${step.command}\n${printed}`;
    }
    return undefined;
  } finally {
    for (const child of running)
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
    await Promise.all(running.map((child) => child.exitCode ?? new Promise((done) => child.once('exit', done))));
    await rm(folder, { recursive: true, force: true });
  }
}

const patience = 30_000;

async function runCommand(
  command: string,
  expected: string,
  { folder, running }: { folder: string; running: ChildProcess[] },
): Promise<string> {
  const stays = command.endsWith(' &');
  const child = spawn('/bin/sh', ['-c', `exec 2>&1; ${stays ? `exec ${command.slice(0, -2)}` : command}`], {
    cwd: folder,
    env: { ...process.env, PATH: `${folder}/.bin:${process.env['PATH'] ?? ''}`, LANG: 'en_CA.UTF-8', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  if (!stays) return text(child.stdout);
  running.push(child);
  let output = '';
  return new Promise((done) => {
    const given = setTimeout(() => done(output), patience);
    child.stdout.on('data', (piece: Buffer) => {
      output += piece.toString();
      if (!isShown(output, expected)) return;
      clearTimeout(given);
      done(output);
    });
  });
}
