import { ledgerPlace, readOptions } from '../options.ts';
import type { OwnRun } from '../own-verb.ts';
import { orRefuse } from '../refusal.ts';

/** `tripoint migrate`: brings a store to the form of this version, or says that it is of another. */
export const run: OwnRun = async (args, terminal) => {
  const options = orRefuse(readOptions('migrate', args, { valued: ['config', 'data'] }));
  const place = orRefuse(ledgerPlace('migrate', options));
  const { migrateLedger } = await import('#node');
  const migrated = orRefuse(await migrateLedger(place), 3);
  terminal.out(terminal.json ? JSON.stringify(migrated) : terminal.say('cli.migrate.done', { ...migrated }));
  return 0;
};
