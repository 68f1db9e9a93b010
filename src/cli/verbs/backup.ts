import { lastValue, ledgerPlace, neededValue, readOptions, wholeNumber } from '../options.ts';
import type { OwnRun } from '../own-verb.ts';
import { progressBar } from '../progress.ts';
import { orRefuse } from '../refusal.ts';

/** `tripoint backup`: two archives, the ledger and its keys, which are sealed to the operator's recovery key. */
export const run: OwnRun = async (args, terminal) => {
  const spec = { valued: ['config', 'data', 'to', 'recovery-key', 'keep-days', 'new-key'] };
  const options = orRefuse(readOptions('backup', args, spec));
  const { backupLedger, makeRecoveryKey } = await import('#node');
  const newKey = lastValue(options, 'new-key');
  if (newKey !== undefined) {
    const recoveryKey = orRefuse(await makeRecoveryKey(newKey), 3);
    terminal.out(terminal.json ? JSON.stringify({ recoveryKey, secret: newKey }) : recoveryKey);
    return 0;
  }
  const place = orRefuse(ledgerPlace('backup', options));
  const to = orRefuse(neededValue('backup', options, 'to'));
  const keepDays = orRefuse(wholeNumber(options, 'keep-days', { usual: 0, least: 1, most: 3660 }));
  const recoveryKey = lastValue(options, 'recovery-key');
  const order = {
    ...{ place, to, progress: progressBar(terminal) },
    ...(recoveryKey === undefined ? {} : { recoveryKey }),
    ...(keepDays === 0 ? {} : { keepDays }),
  };
  const made = orRefuse(await backupLedger(order), 3);
  terminal.out(terminal.json ? JSON.stringify(made) : terminal.say('cli.backup.made', { ...made }));
  return 0;
};
