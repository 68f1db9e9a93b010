import type { VerbRun } from '#kernel';
import { readWords } from './words.ts';

/** `tripoint plan export --node URL [FILE]`: everything said of the plan, as signed facts for a partner's node. */
export const run: VerbRun = async (args, terminal) => {
  const words = readWords(args, ['node']);
  const address = words?.values['node'];
  if (words === undefined || address === undefined || words.operands.length > 1) return 2;
  const facts = await terminal.ask({ address, path: '/plan/facts' });
  const [file] = words.operands;
  if (file === undefined) terminal.outBytes(facts);
  else {
    await terminal.writeFile(file, facts);
    terminal.out(file);
  }
  return 0;
};
