import { decodeUtf8 } from '#kernel';
import { ledgerPlace, neededValue, readOptions } from '../options.ts';
import type { OwnRun } from '../own-verb.ts';
import { orRefuse } from '../refusal.ts';

/** `tripoint restore`: fills an empty place from the two archives of one backup. The recovery key may come from standard input. */
export const run: OwnRun = async (args, terminal) => {
  const spec = { valued: ['config', 'data', 'ledger', 'keys', 'recovery'] };
  const options = orRefuse(readOptions('restore', args, spec));
  const place = orRefuse(ledgerPlace('restore', options));
  const [ledger, keys, recovery] = ['ledger', 'keys', 'recovery'].map((name) =>
    orRefuse(neededValue('restore', options, name)),
  );
  const secret = decodeUtf8(await terminal.readFile(recovery ?? ''));
  const { restoreLedger } = await import('#node');
  const head = orRefuse(await restoreLedger(place, { ledger: ledger ?? '', keys: keys ?? '', recovery: secret }), 3);
  terminal.out(terminal.json ? JSON.stringify(head) : terminal.say('cli.restore.done', { ...head }));
  return 0;
};
