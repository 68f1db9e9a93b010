import { deltaOf, entryLine, type ListDelta, wholeName } from '#formats/lists';
import { hasError, type ListEntry, type Terminal, type VerbRun } from '#kernel';
import { listWords, readLists } from './read-lists.ts';

const headOf = ({ entry, names }: ListEntry): string => {
  const [first] = names;
  return first === undefined ? entry : `${entry}  ${wholeName(first)}`;
};

function tellJson({ added, changed, withdrawn }: ListDelta, { out }: Terminal): void {
  for (const entry of added) out(JSON.stringify({ change: 'added', id: entry.entry, after: entryLine(entry) }));
  for (const { before, after, members } of changed) {
    const both = { before: entryLine(before), after: entryLine(after) };
    out(JSON.stringify({ change: 'changed', id: after.entry, members, ...both }));
  }
  for (const entry of withdrawn)
    out(JSON.stringify({ change: 'withdrawn', id: entry.entry, before: entryLine(entry) }));
}

function tell({ added, changed, withdrawn }: ListDelta, { out, say }: Terminal): void {
  out(say('lookouts.list.added', { count: added.length }));
  for (const entry of added) out(`  + ${headOf(entry)}`);
  out(say('lookouts.list.changed', { count: changed.length }));
  for (const { after, members } of changed) out(`  ~ ${headOf(after)}  (${members.join(', ')})`);
  out(say('lookouts.list.withdrawn', { count: withdrawn.length }));
  for (const entry of withdrawn) out(`  - ${headOf(entry)}`);
}

/**
 * `tripoint list diff OLD NEW`: what was added, changed, and in which members, and withdrawn. Exit 0 whether the lists
 * differ or not, 1 when one of them has an error.
 */
export const run: VerbRun = async (args, terminal) => {
  const words = listWords(args);
  if (words === undefined || words.operands.length !== 2) return 2;
  const [before, after] = await Promise.all(
    words.operands.map(async (file) => (await readLists([file], terminal, words.format))[0]),
  );
  if (before === undefined || after === undefined) return 2;
  const delta = deltaOf(before.list, after.list);
  (terminal.json ? tellJson : tell)(delta, terminal);
  const errors = [...before.findings, ...after.findings].filter(({ severity }) => severity === 'error');
  for (const finding of errors) terminal.complain(finding);
  return hasError(errors) ? 1 : 0;
};
