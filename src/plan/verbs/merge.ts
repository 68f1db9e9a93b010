import { z } from 'zod';
import { decodeUtf8, type VerbRun } from '#kernel';
import { findingShape } from '../routes/carry.ts';
import { readWords } from './words.ts';

const mergedSchema = z.object({ read: z.int(), heard: z.int(), known: z.int(), findings: z.array(findingShape) });

/** `tripoint plan merge FILE --node URL`: takes a partner's signed facts in. Exit 1 when a line was left out. */
export const run: VerbRun = async (args, terminal) => {
  const words = readWords(args, ['node']);
  const address = words?.values['node'];
  const [file, ...more] = words?.operands ?? [];
  if (address === undefined || file === undefined || more.length > 0) return 2;
  const body = await terminal.readFile(file);
  const answer = await terminal.ask({ address, path: '/plan/facts', body });
  const merged = mergedSchema.parse(JSON.parse(decodeUtf8(answer)));
  const { read, heard, known, findings } = merged;
  if (terminal.json) terminal.out(JSON.stringify(merged));
  else {
    terminal.out(terminal.say('plan.merge.done', { read, heard, known }));
    for (const { code, text } of findings) terminal.out(`${code} ${text}`);
  }
  return findings.length > 0 ? 1 : 0;
};
