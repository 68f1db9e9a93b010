import { summaryOf } from '#formats/lists';
import { hasError, type VerbRun } from '#kernel';
import { summaryLines } from './lines.ts';
import { listWords, readLists } from './read-lists.ts';

/** `tripoint list status FILE...`: name, version and contents of lists in numbers. Exit 1 when a list has an error. */
export const run: VerbRun = async (args, terminal) => {
  const words = listWords(args);
  if (words === undefined || words.operands.length === 0) return 2;
  const lists = await readLists(words.operands, terminal, words.format);
  for (const { file, format, list, findings } of lists) {
    const { name, version, purpose } = list;
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    if (terminal.json) {
      terminal.out(JSON.stringify({ file, format, list: name, version, purpose, ...summaryOf(list), errors }));
    } else for (const line of summaryLines(list, terminal)) terminal.out(line);
  }
  return lists.some(({ findings }) => hasError(findings)) ? 1 : 0;
};
