import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '#kernel';
import { cliFindings } from '../findings.ts';
import { lastValue, type Options, readOptions } from '../options.ts';
import type { ExitCode, Home, OwnRun } from '../own-verb.ts';
import { whenTold } from '../signals.ts';
import type { OwnTerminal } from '../terminal.ts';

/** `tripoint node --config us.yaml`: one node, as a ministry runs it; and what its operator needs before: keys and tokens. */
export const run: OwnRun = async (args, terminal, home) => {
  const options = readOptions('node', args, {
    valued: ['config', 'token', 'roles...', 'organisation', 'ports...', 'days', 'revoke'],
    flags: ['keys'],
  });
  if (!options.ok) return refused(terminal, [options.error], 2);
  const config = lastValue(options.value, 'config');
  if (config === undefined) return refused(terminal, [missing('--config')], 2);
  const { values, flags } = options.value;
  if (flags.has('keys')) return showKeys(config, terminal);
  if (values['token'] !== undefined) return makeToken(config, options.value, terminal);
  if (values['revoke'] !== undefined) return revoke(config, lastValue(options.value, 'revoke') ?? '', terminal);
  return runUntilTold(config, terminal, home);
};

const missing = (what: string): Finding => cliFindings.find('CLI-0103', { command: 'node', what });

function refused(terminal: OwnTerminal, findings: readonly Finding[], code: ExitCode): ExitCode {
  for (const finding of findings) terminal.complain(finding);
  return code;
}

async function showKeys(config: string, terminal: OwnTerminal): Promise<ExitCode> {
  const { publicKeys } = await import('#node');
  const keys = await publicKeys(config);
  if (!keys.ok) return refused(terminal, [keys.error], 3);
  if (terminal.json) terminal.out(JSON.stringify(keys.value));
  else for (const [name, value] of Object.entries(keys.value)) terminal.out(`${name}: ${value}`);
  return 0;
}

const usualDays = 90;

async function makeToken(config: string, options: Options, terminal: OwnTerminal): Promise<ExitCode> {
  const roles = options.values['roles'];
  if (roles === undefined) return refused(terminal, [missing('--roles')], 2);
  const days = Number(lastValue(options, 'days') ?? usualDays);
  if (!Number.isSafeInteger(days) || days < 1 || days > 3660) {
    return refused(terminal, [cliFindings.find('CLI-0107', { option: '--days', value: days, known: '1-3660' })], 2);
  }
  const organisation = lastValue(options, 'organisation');
  const { issueToken } = await import('#node');
  const issued = await issueToken(config, {
    ...{ roles, days, name: lastValue(options, 'token') ?? '', ports: options.values['ports'] ?? [] },
    ...(organisation === undefined ? {} : { organisation }),
  });
  if (!issued.ok) return refused(terminal, [issued.error], 3);
  terminal.out(terminal.json ? JSON.stringify(issued.value) : issued.value.token);
  return 0;
}

async function revoke(config: string, id: string, terminal: OwnTerminal): Promise<ExitCode> {
  const { revokeToken } = await import('#node');
  const done = await revokeToken(config, id);
  return done.ok ? 0 : refused(terminal, [done.error], 3);
}

async function runUntilTold(config: string, terminal: OwnTerminal, home: Home): Promise<ExitCode> {
  const { runNode } = await import('#node');
  const consoleFolder = join(home.built, 'console');
  const running = await runNode(config, existsSync(consoleFolder) ? consoleFolder : undefined);
  if (!running.ok) return refused(terminal, running.error, 3);
  const { address, close } = running.value;
  terminal.out(terminal.json ? JSON.stringify({ address }) : terminal.say('cli.start.address', { address }));
  terminal.flush();
  await whenTold();
  await close();
  return 0;
}
