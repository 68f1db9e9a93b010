import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser } from '../browser.ts';
import { cliFindings } from '../findings.ts';
import { lastValue, readOptions, wholeNumber } from '../options.ts';
import type { OwnRun } from '../own-verb.ts';
import { orRefuse } from '../refusal.ts';
import { whenTold } from '../signals.ts';

const usualPort = 8421;

/** `tripoint start`: three nodes, a generated day, the console. Runs until it is told to stop. */
export const run: OwnRun = async (args, terminal, home) => {
  const spec = { valued: ['port', 'folder', 'seed'], flags: ['no-generate', 'no-browser'] };
  const options = orRefuse(readOptions('start', args, spec));
  const port = orRefuse(wholeNumber(options, 'port', { usual: usualPort, most: 65_533 }));
  const seed = orRefuse(wholeNumber(options, 'seed', { usual: 1 }));
  const folder = lastValue(options, 'folder');
  const consoleFolder = join(home.built, 'console');
  const { startDemonstration } = await import('#node');
  const started = await startDemonstration({
    port,
    seed,
    generate: !options.flags.has('no-generate'),
    ...(folder === undefined ? {} : { folder }),
    ...(existsSync(consoleFolder) ? { consoleFolder } : {}),
    onPortTaken: (taken, used) => terminal.complain(cliFindings.find('CLI-0203', { port: taken, used })),
  });
  const { seats, close } = orRefuse(started, 3);
  const address = seats[0]?.address ?? '';
  const places = seats.map((seat) => `${seat.country} ${seat.address}`).join('  ');
  if (terminal.json) terminal.out(JSON.stringify({ address, seats }));
  else {
    terminal.out(terminal.say('cli.start.address', { address }));
    terminal.out(terminal.say('cli.start.seats', { seats: places }));
  }
  terminal.flush();
  if (!options.flags.has('no-browser')) openBrowser(address);
  await whenTold();
  terminal.progress(terminal.say('cli.start.stopping'));
  await close();
  return 0;
};
