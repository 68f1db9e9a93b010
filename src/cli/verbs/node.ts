import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ExitCode } from '../exit-code.ts';
import { lastValue, neededValue, type Options, readOptions, wholeNumber } from '../options.ts';
import type { Home, OwnRun } from '../own-verb.ts';
import { orRefuse } from '../refusal.ts';
import { whenTold } from '../signals.ts';
import type { OwnTerminal } from '../terminal.ts';

/** `tripoint node --config us.yaml`: one node, as a ministry runs it; and what its operator needs before: keys and tokens. */
export const run: OwnRun = async (args, terminal, home) => {
  const valued = ['config', 'token', 'roles...', 'organisation', 'ports...', 'days', 'revoke'];
  const options = orRefuse(readOptions('node', args, { valued, flags: ['keys'] }));
  const config = orRefuse(neededValue('node', options, 'config'));
  const revoked = lastValue(options, 'revoke');
  if (options.flags.has('keys')) return showKeys(config, terminal);
  if (options.values['token'] !== undefined) return makeToken(config, options, terminal);
  if (revoked !== undefined) return revoke(config, revoked);
  return runUntilTold(config, terminal, home);
};

async function showKeys(config: string, terminal: OwnTerminal): Promise<ExitCode> {
  const { publicKeys } = await import('#node');
  const keys = orRefuse(await publicKeys(config), 3);
  if (terminal.json) terminal.out(JSON.stringify(keys));
  else for (const [name, value] of Object.entries(keys)) terminal.out(`${name}: ${value}`);
  return 0;
}

async function makeToken(config: string, options: Options, terminal: OwnTerminal): Promise<ExitCode> {
  orRefuse(neededValue('node', options, 'roles'));
  const days = orRefuse(wholeNumber(options, 'days', { usual: 90, least: 1, most: 3660 }));
  const organisation = lastValue(options, 'organisation');
  const { roles = [], ports = [] } = options.values;
  const { issueToken } = await import('#node');
  const issued = await issueToken(config, {
    ...{ roles, days, ports, name: lastValue(options, 'token') ?? '' },
    ...(organisation === undefined ? {} : { organisation }),
  });
  const { id, token } = orRefuse(issued, 3);
  terminal.out(terminal.json ? JSON.stringify({ id, token }) : token);
  return 0;
}

async function revoke(config: string, id: string): Promise<ExitCode> {
  const { revokeToken } = await import('#node');
  orRefuse(await revokeToken(config, id), 3);
  return 0;
}

async function runUntilTold(config: string, terminal: OwnTerminal, home: Home): Promise<ExitCode> {
  const consoleFolder = join(home.built, 'console');
  const { runNode } = await import('#node');
  const { address, close, failed } = orRefuse(
    await runNode(config, existsSync(consoleFolder) ? consoleFolder : undefined),
    3,
  );
  terminal.out(terminal.json ? JSON.stringify({ address }) : terminal.say('cli.start.address', { address }));
  terminal.flush();
  const fault = await Promise.race([whenTold(), failed]);
  if (fault !== undefined) terminal.complain(fault);
  await close();
  return fault === undefined ? 0 : 1;
}
