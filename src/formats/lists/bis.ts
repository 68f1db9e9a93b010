import { EntryDraft } from './draft.ts';
import type { Fields } from './fields.ts';
import { kindByName } from './names.ts';
import { Gathering, type ListLabel, type ListReading } from './reading.ts';
import { eachRow } from './table.ts';

/** An address is one cell of it after the other, `CITY, STATE, 75081, US`. */
const addressOf = (fields: Fields): string =>
  fields.takeAll('Street_Address', 'City', 'State', 'Postal_Code', 'Country').join(', ');

function takeRow(fields: Fields, name: string, draft: EntryDraft): void {
  draft.name(name, 'primary');
  draft.also('address', addressOf(fields));
  draft.programme('BIS DPL');
  draft.listed(fields.take('Effective_Date'), 'month-first');
  draft.updated(fields.take('Last_Update'));
  draft.rest(fields);
}

/**
 * Reads the Denied Persons List of the US Bureau of Industry and Security (dpl.txt): parted by tabs, a row an address.
 * The list numbers nobody and tells persons from firms nowhere: rows of one name are one entry, whose number is the name,
 * and a name with a word of firms is a firm's.
 */
export function readBis(bytes: Uint8Array, label: ListLabel = {}): ListReading {
  const into = new Gathering();
  const drafts = new Map<string, EntryDraft>();
  eachRow(bytes, { delimiter: '\t', header: ['FR_Citation'] }, into, (fields, segment) => {
    const name = fields.take('Name')?.replace(/\s+/g, ' ');
    if (name === undefined) {
      into.complain('LST-0102', {}, { segment });
      return;
    }
    const draft = drafts.get(name) ?? new EntryDraft(into, { segment }, { entry: name, kind: kindByName(name) });
    draft.at({ segment });
    drafts.set(name, draft);
    takeRow(fields, name, draft);
  });
  for (const draft of drafts.values()) draft.keep();
  return into.reading({ name: 'us-bis-denied-persons', version: 'undated', purpose: 'sanctions', ...label });
}
