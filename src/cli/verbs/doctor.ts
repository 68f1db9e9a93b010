import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';
import { err, type Finding, ok, type Result } from '#kernel';
import { cliFindings } from '../findings.ts';
import { lastValue, readOptions } from '../options.ts';
import type { OwnRun } from '../own-verb.ts';
import { orRefuse } from '../refusal.ts';

/** `tripoint doctor`: is this machine fit to run a node? Looks, and changes nothing that stays. */
export const run: OwnRun = async (args, terminal) => {
  const options = orRefuse(readOptions('doctor', args, { valued: ['data'] }));
  const folder = lastValue(options, 'data') ?? tmpdir();
  const checks = [nodeVersion(), nodeLanguages(), diskSync(folder), memory()];
  const findings = checks.flatMap((check) => (check.ok ? [] : [check.error]));
  for (const check of checks) if (check.ok) terminal.out(say(check.value));
  for (const finding of findings) terminal.complain(finding);
  const fit = findings.every((finding) => finding.severity !== 'error');
  if (fit) terminal.out(say({ key: 'cli.doctor.fit', parameters: {} }));
  return fit ? 0 : 1;

  function say({ key, parameters }: Fact): string {
    return terminal.json ? JSON.stringify({ check: key, ...parameters }) : terminal.say(key, parameters);
  }
};

interface Fact {
  readonly key: string;
  readonly parameters: Readonly<Record<string, string | number>>;
}
const fact = (key: string, parameters: Fact['parameters']): Result<Fact> =>
  ok({ key: `cli.doctor.${key}`, parameters });

const oldestNode = [20, 19] as const;

function nodeVersion(): Result<Fact> {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const fit = major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
  return fit
    ? fact('node', { version: process.versions.node })
    : err(cliFindings.find('CLI-0301', { found: process.versions.node, needed: oldestNode.join('.') }));
}

/** A Node built without the languages prints every plural as in English. */
function nodeLanguages(): Result<Fact> {
  const languages = ['en-CA', 'fr-CA', 'es-MX'];
  const missing = languages.find((one) => Intl.PluralRules.supportedLocalesOf(one).length === 0);
  return missing === undefined
    ? fact('languages', { languages: languages.join(', ') })
    : err(cliFindings.find('CLI-0302', { language: missing }));
}

/** The median of some syncs of one kilobyte, which is what an interactive answer waits for. */
function diskSync(folder: string): Result<Fact> {
  try {
    const own = mkdtempSync(join(folder, 'tripoint-doctor-'));
    try {
      const times = Array.from({ length: 21 }, () => oneSync(join(own, 'sync'))).sort((a, b) => a - b);
      const milliseconds = Math.round((times[10] ?? 0) * 100) / 100;
      return milliseconds < 1 ? fact('sync', { milliseconds }) : err(slow(milliseconds));
    } finally {
      rmSync(own, { recursive: true });
    }
  } catch (failed) {
    return err(
      cliFindings.find('CLI-0303', {
        path: folder,
        problem: failed instanceof Error ? failed.message : String(failed),
      }),
    );
  }
}

const slow = (milliseconds: number): Finding => cliFindings.find('CLI-0304', { milliseconds });

function oneSync(path: string): number {
  const file = openSync(path, 'a');
  try {
    writeSync(file, new Uint8Array(1024));
    const started = performance.now();
    fdatasyncSync(file);
    return performance.now() - started;
  } finally {
    closeSync(file);
  }
}

const memory = (): Result<Fact> => fact('memory', { megabytes: Math.round(freemem() / 1024 / 1024) });
