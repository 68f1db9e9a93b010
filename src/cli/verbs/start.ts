import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser } from '../browser.ts';
import { cliFindings } from '../findings.ts';
import { lastValue, readOptions } from '../options.ts';
import type { OwnRun } from '../own-verb.ts';
import { whenTold } from '../signals.ts';

const usualPort = 8421;

/** `tripoint start`: three nodes, a generated day, the console. Runs until it is told to stop. */
export const run: OwnRun = async (args, terminal, home) => {
  const options = readOptions('start', args, {
    valued: ['port', 'folder', 'seed'],
    flags: ['no-generate', 'no-browser'],
  });
  if (!options.ok) {
    terminal.complain(options.error);
    return 2;
  }
  const port = Number(lastValue(options.value, 'port') ?? usualPort);
  const seed = Number(lastValue(options.value, 'seed') ?? 1);
  const folder = lastValue(options.value, 'folder');
  for (const [option, value, known] of [
    ['--port', port, '0-65533'],
    ['--seed', seed, '0-'],
  ] as const) {
    if (Number.isSafeInteger(value) && value >= 0 && (option !== '--port' || value <= 65_533)) continue;
    terminal.complain(cliFindings.find('CLI-0107', { option, value, known }));
    return 2;
  }
  const { startDemonstration } = await import('#node');
  const consoleFolder = join(home.built, 'console');
  const started = await startDemonstration({
    port,
    seed,
    generate: !options.value.flags.has('no-generate'),
    ...(folder === undefined ? {} : { folder }),
    ...(existsSync(consoleFolder) ? { consoleFolder } : {}),
    onPortTaken: (taken, used) => terminal.out(terminal.say('cli.start.otherPort', { taken, port: used })),
  });
  if (!started.ok) {
    for (const finding of started.error) terminal.complain(finding);
    return 3;
  }
  const { seats, close } = started.value;
  const address = seats[0]?.address ?? '';
  if (terminal.json) terminal.out(JSON.stringify({ address, seats }));
  else {
    terminal.out(terminal.say('cli.start.address', { address }));
    terminal.out(
      terminal.say('cli.start.seats', { seats: seats.map((seat) => `${seat.country} ${seat.address}`).join('  ') }),
    );
  }
  terminal.flush();
  if (!options.value.flags.has('no-browser')) openBrowser(address);
  await whenTold();
  terminal.progress(terminal.say('cli.start.stopping'));
  await close();
  return 0;
};
