import { entryLine, type ImportedList } from '#formats/lists';
import { hasError, type Terminal, type VerbRun } from '#kernel';
import { findingLine, summaryLines } from './lines.ts';
import { listWords, readLists } from './read-lists.ts';

/** An entry a line in our own form, so that what is printed is a list again; findings go where findings go. */
function tellJson({ list, findings }: ImportedList, terminal: Terminal): void {
  for (const entry of list.entries) {
    const { entry: id, ...rest } = entryLine(entry);
    terminal.out(JSON.stringify({ id, source: list.name, ...rest }));
  }
  for (const finding of findings) terminal.complain(finding);
}

function tell({ file, format, list, findings }: ImportedList, terminal: Terminal): void {
  terminal.out(terminal.say('lookouts.list.read', { file, format }));
  for (const line of summaryLines(list, terminal)) terminal.out(line);
  terminal.out(`  ${terminal.say('lookouts.list.findings', { count: findings.length })}`);
  for (const finding of findings) terminal.out(findingLine(finding, terminal));
}

/**
 * `tripoint list import FILE...`: reads lists of any form and prints what they hold, and what of them could not be read;
 * nothing is stored. Exit 1 when a list has an error.
 */
export const run: VerbRun = async (args, terminal) => {
  const words = listWords(args);
  if (words === undefined || words.operands.length === 0) return 2;
  const lists = await readLists(words.operands, terminal, words.format);
  for (const list of lists) (terminal.json ? tellJson : tell)(list, terminal);
  return lists.some(({ findings }) => hasError(findings)) ? 1 : 0;
};
