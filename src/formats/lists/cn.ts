import type { ListEntry } from '#kernel';
import { EntryDraft } from './draft.ts';
import type { Fields } from './fields.ts';
import { Gathering, type ListLabel, type ListReading } from './reading.ts';
import { eachRow } from './table.ts';

const kinds: ReadonlyMap<string, ListEntry['kind']> = new Map([
  ['Person', 'person'],
  ['Company', 'organisation'],
  ['Organization', 'organisation'],
]);

/** Reads a row into the entry of its name, which may stand in several rows: one a measure. */
function takeRow(fields: Fields, draft: EntryDraft): void {
  draft.name(fields.take('Name'), 'primary');
  for (const name of (fields.take('Chinese name') ?? '').split(';')) draft.name(name, 'alias');
  for (const name of (fields.take('Alias') ?? '').split(';')) draft.name(name, 'alias');
  const state = fields.take('Country');
  // An organisation has a seat, and no nationality that a traveller's could agree with.
  if (draft.kind === 'person') draft.national(state);
  else draft.also('Country', state);
  draft.programme(fields.take('List') ?? fields.take('Body'));
  draft.listed(fields.take('Date'));
  draft.rest(fields);
}

/**
 * Reads the Chinese countermeasures as a table (`Type,QID,Name,Alias,Chinese name,...`). The table numbers nobody: rows of
 * one kind and name are one entry, whose number is the name (with the kind behind it where the name is taken); each of
 * its measures is a programme.
 */
export function readCn(bytes: Uint8Array, label: ListLabel = {}): ListReading {
  const into = new Gathering();
  const drafts = new Map<string, EntryDraft>();
  eachRow(bytes, { header: ['Chinese name'] }, into, (fields, segment) => {
    const type = fields.take('Type') ?? '';
    const kind = kinds.get(type);
    const named = new Map(fields.rest());
    const name = named.get('Name') ?? named.get('Chinese name') ?? '';
    const taken = drafts.get(name);
    const entry = taken === undefined || taken.kind === kind ? name : `${name} (${type})`;
    if (name === '') into.complain('LST-0102', {}, { segment });
    else if (kind === undefined) into.complain('LST-0107', { entry, text: type }, { segment });
    else {
      const draft = drafts.get(entry) ?? new EntryDraft(into, { segment }, { entry, kind });
      draft.at({ segment });
      drafts.set(entry, draft);
      takeRow(fields, draft);
    }
  });
  for (const draft of drafts.values()) draft.keep();
  return into.reading({ name: 'cn-countermeasures', version: 'undated', purpose: 'sanctions', ...label });
}
