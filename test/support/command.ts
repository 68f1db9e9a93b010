import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

/** What a run of the command left. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** How a command is called beside its words. */
export interface Calling {
  readonly input?: string | Uint8Array;
  readonly cwd?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

const program = resolve('bin/tripoint');

/** Starts `./bin/tripoint` as a shell does: a process of its own, no terminal, English. */
export function begin(words: readonly string[], { cwd, environment }: Omit<Calling, 'input'> = {}) {
  return spawn(process.execPath, [program, ...words], {
    cwd: cwd ?? process.cwd(),
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], LANG: 'C', CI: 'true', ...environment },
  });
}

/** Runs `./bin/tripoint` to its end. */
export function tripoint(words: readonly string[], calling: Calling = {}): Promise<Ran> {
  const child = begin(words, calling);
  const pieces: Record<'out' | 'err', Buffer[]> = { out: [], err: [] };
  child.stdout.on('data', (piece: Buffer) => pieces.out.push(piece));
  child.stderr.on('data', (piece: Buffer) => pieces.err.push(piece));
  // One who does not read his input must not fail the test by closing it.
  child.stdin.on('error', () => {});
  child.stdin.end(calling.input);
  const text = (name: 'out' | 'err'): string => Buffer.concat(pieces[name]).toString();
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => done({ code: code ?? -1, out: text('out'), err: text('err') }));
  });
}

/** The JSON objects of an output, one a line. */
export const objects = <Shape = Readonly<Record<string, unknown>>>(out: string): Shape[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Shape => JSON.parse(line));

/** Builds when stale, so that no test of a time limit pays for it. */
export async function built(): Promise<void> {
  const { code, err } = await tripoint(['--version']);
  if (code !== 0) throw new TypeError(`the command does not run: ${err}`);
}
