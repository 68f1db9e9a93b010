import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Finding, instant, type Language, type Terminal } from '#kernel';
import type { Speaker } from '#locales';
import { cliFindings } from './findings.ts';
import { Output } from './output.ts';
import { printPdf } from './print.ts';
import { Refusal } from './refusal.ts';
import { refusedBy, requestNode } from './request-node.ts';

/** What the command was asked to speak and how. */
export interface Manner {
  readonly language: Language;
  readonly json: boolean;
}

/** A terminal with the means that only the command's own verbs have. */
export interface OwnTerminal extends Terminal {
  readonly flush: () => void;
}

/** The real terminal. Results go to standard output, everything else to standard error. */
export function openTerminal({ language, json }: Manner, say: Speaker): OwnTerminal {
  const output = new Output(1);
  const watched = process.stderr.isTTY === true && !json;
  const textOf = (finding: Finding): string => say(finding.code, finding.parameters);
  return {
    language,
    json,
    watched,
    say,
    textOf,
    out: (line) => output.line(line),
    outBytes: (bytes) => output.bytes(bytes),
    flush: () => output.flush(),
    progress: (text) => {
      if (watched) process.stderr.write(`\r${text}\u001b[K`);
    },
    complain: (finding) => {
      process.stderr.write(
        json ? `${JSON.stringify({ ...finding, text: textOf(finding) })}\n` : `${line(finding, textOf)}\n`,
      );
    },
    now: () => instant(Date.now()),
    readFile: (path) =>
      path === '-' ? readStandardInput() : readFile(path).catch((failed) => refuse('CLI-0105', path, failed)),
    ask: async (asked) => {
      const answer = await requestNode(asked, language);
      if (answer.status >= 300) throw refusedBy(asked.address, answer);
      return answer.bytes;
    },
    printPdf,
    writeFile: (path, bytes) => writeWhole(path, bytes).catch((failed) => refuse('CLI-0108', path, failed)),
  };
}

/** Writes a file, making the folders above it. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
}

function refuse(code: 'CLI-0105' | 'CLI-0108', path: string, failed: NodeJS.ErrnoException): never {
  throw new Refusal([cliFindings.find(code, { path, problem: failed.code ?? failed.message })], 2);
}

const line = (finding: Finding, textOf: (finding: Finding) => string): string => `${finding.code} ${textOf(finding)}`;

async function readStandardInput(): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of process.stdin) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

/** The language that is asked for by option or by the environment; English when none of ours is. */
export function languageOf(asked: string | undefined, environment: NodeJS.ProcessEnv): Language {
  const wanted =
    asked ?? environment['TRIPOINT_LANG'] ?? environment['LC_ALL'] ?? environment['LC_MESSAGES'] ?? environment['LANG'];
  const two = (wanted ?? '').slice(0, 2).toLowerCase();
  return two === 'fr' || two === 'es' ? two : 'en';
}
