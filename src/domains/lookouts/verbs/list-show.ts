import { entryLine, type ImportedList, isoDate, wholeName } from '#formats/lists';
import type { ListEntry, Terminal, VerbRun } from '#kernel';
import { lookoutsFindings } from '../findings.ts';
import { listWords, readLists } from './read-lists.ts';

const documentLine = ({ type, number, issuingState }: ListEntry['documents'][number]): string =>
  [type, number, issuingState].filter((part) => part !== undefined).join(' ');

/** What an entry says, a line each; what it does not say is left out. */
function entryLines(entry: ListEntry, { say }: Terminal): readonly string[] {
  const line = (member: string, values: readonly (string | undefined)[]): readonly string[] => {
    const given = values.filter((value) => value !== undefined);
    return given.length === 0 ? [] : [`  ${say(`lookouts.entry.${member}`)}: ${given.join('; ')}`];
  };
  const { names, sex, programme, listedOn, updatedOn, particulars = [], placesOfBirth = [] } = entry;
  return [
    entry.entry,
    ...line('kind', [say(`lookouts.is.${entry.kind}`)]),
    ...names.map((name) => `  ${say(`lookouts.quality.${name.quality}`)}: ${wholeName(name)}`),
    ...line('datesOfBirth', entry.datesOfBirth.map(isoDate)),
    ...line('placesOfBirth', placesOfBirth),
    ...line('sex', [sex]),
    ...line('nationalities', entry.nationalities),
    ...line('documents', entry.documents.map(documentLine)),
    ...line('programme', [programme]),
    ...line('listedOn', [listedOn]),
    ...line('updatedOn', [updatedOn]),
    ...particulars.map(({ name, text }) => `  ${name}: ${text}`),
  ];
}

function find(lists: readonly ImportedList[], asked: string): { list: string; entry: ListEntry } | undefined {
  for (const { list } of lists) {
    const entry = list.entries.find((one) => one.entry === asked);
    if (entry !== undefined) return { list: list.name, entry };
  }
  return undefined;
}

/** `tripoint list show FILE... ENTRY`: one entry with all that its list says of it. Exit 1 when there is none of that number. */
export const run: VerbRun = async (args, terminal) => {
  const words = listWords(args);
  const asked = words?.operands.at(-1);
  if (words === undefined || asked === undefined || words.operands.length < 2) return 2;
  const lists = await readLists(words.operands.slice(0, -1), terminal, words.format);
  const found = find(lists, asked);
  if (found === undefined) {
    const list = lists.map((one) => one.list.name).join(', ');
    terminal.complain(lookoutsFindings.find('LKT-0101', { list, entry: asked }));
    return 1;
  }
  const { entry: id, ...rest } = entryLine(found.entry);
  if (terminal.json) terminal.out(JSON.stringify({ id, source: found.list, ...rest }));
  else for (const line of entryLines(found.entry, terminal)) terminal.out(line);
  return 0;
};
