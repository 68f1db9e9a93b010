import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cliFindings } from '../findings.ts';
import { lastValue, readOptions } from '../options.ts';
import type { OwnRun } from '../own-verb.ts';
import { whenTold } from '../signals.ts';

/** `tripoint node --config us.yaml`: one node, as a ministry runs it. Runs until it is told to stop. */
export const run: OwnRun = async (args, terminal, home) => {
  const options = readOptions('node', args, { valued: ['config'] });
  const config = options.ok ? lastValue(options.value, 'config') : undefined;
  if (!options.ok || config === undefined) {
    terminal.complain(options.ok ? cliFindings.find('CLI-0103', { command: 'node', what: '--config' }) : options.error);
    return 2;
  }
  const { runNode } = await import('#node');
  const consoleFolder = join(home.built, 'console');
  const running = await runNode(config, existsSync(consoleFolder) ? consoleFolder : undefined);
  if (!running.ok) {
    for (const finding of running.error) terminal.complain(finding);
    return 3;
  }
  const { address, close } = running.value;
  terminal.out(terminal.json ? JSON.stringify({ address }) : terminal.say('cli.start.address', { address }));
  terminal.flush();
  await whenTold();
  await close();
  return 0;
};
