import type { ListEntry } from '#kernel';
import { EntryDraft } from './draft.ts';
import type { Fields } from './fields.ts';
import { piecesOf } from './pieces.ts';
import { takePrinted } from './printed-name.ts';
import { Gathering, type ListLabel, type ListReading } from './reading.ts';
import { eachRow } from './table.ts';

/** The schemas of FollowTheMoney that the table uses. */
const kinds: ReadonlyMap<string, ListEntry['kind']> = new Map([
  ['Person', 'person'],
  ['LegalEntity', 'organisation'],
  ['Organization', 'organisation'],
  ['Company', 'organisation'],
  ['Vessel', 'vessel'],
  ['Asset', 'organisation'],
  ['Vehicle', 'vehicle'],
  ['Airplane', 'vehicle'],
]);

/** Several names of one cell: `one; two`, or `one, (b) two`, with or without a comma behind the letter. */
const several = (text: string | undefined): readonly string[] =>
  piecesOf(text ?? '').map((piece) => piece.replace(/^[,\s]+|[,\s]+$/g, ''));

/** Numbers entries, since neither celex and recordId nor celex, annex and recordId are unique in the table. */
class Numbering {
  readonly #given = new Set<string>();

  /** The regulation, annex and record; where that is taken or the row has no record, the name instead, then a count. */
  next(fields: Fields, name: string): string {
    const [celex = '', annex = '', recorded] = [fields.take('celex'), fields.take('annex'), fields.take('recordId')];
    const wanted = [`${celex}/${annex}/${recorded ?? name}`, `${celex}/${annex}/${name}`];
    const free = wanted.find((entry) => !this.#given.has(entry)) ?? this.#counted(`${celex}/${annex}/${name}`);
    this.#given.add(free);
    return free;
  }

  #counted(entry: string): string {
    let count = 2;
    while (this.#given.has(`${entry}#${count}`)) count += 1;
    return `${entry}#${count}`;
  }
}

const aliasColumns: readonly (readonly [string, 'alias' | 'weak'])[] = [
  ['alias', 'alias'],
  ['previousName', 'alias'],
  ['weakAlias', 'weak'],
];

function takeNames(fields: Fields, name: string, draft: EntryDraft): void {
  takePrinted(name, 'primary', draft);
  for (const [column, quality] of aliasColumns) {
    for (const alias of several(fields.take(column))) takePrinted(alias, quality, draft);
  }
}

function takeNumbers(fields: Fields, draft: EntryDraft): void {
  draft.documents(fields.take('passportNumber'), 'P');
  draft.documents(fields.take('idNumber'), draft.kind === 'person' ? 'I' : 'REG');
  draft.documents(fields.take('imoNumber'), 'IMO');
  draft.documents(fields.take('mmsi'), 'MMSI');
}

/**
 * Reads the consolidated annexes of the EU's regulations as a table (`celex,annex,recordId,programKey,...`), a row an
 * entry. Its number is `celex/annex/recordId`, or the name in place of a record that is missing or stands twice; so no row
 * stands for another. Names, dates, states and documents of one cell are parted by semicolons or enumerated in prose.
 */
export function readEuJournal(bytes: Uint8Array, label: ListLabel = {}): ListReading {
  const into = new Gathering();
  const numbering = new Numbering();
  eachRow(bytes, { header: ['celex'] }, into, (fields, segment) => {
    const name = fields.take('name') ?? '';
    const entry = numbering.next(fields, name);
    const schema = fields.take('schema') ?? '';
    const kind = kinds.get(schema);
    if (kind === undefined) into.complain('LST-0107', { entry, text: schema }, { segment });
    else takeRow(fields, name, new EntryDraft(into, { segment }, { entry, kind }));
  });
  return into.reading({ name: 'eu-journal', version: 'undated', purpose: 'sanctions', ...label });
}

function takeRow(fields: Fields, name: string, draft: EntryDraft): void {
  takeNames(fields, name, draft);
  draft.born(fields.take('birthDate'));
  draft.bornAt(fields.take('birthPlace'));
  draft.national(fields.take('nationality'));
  draft.sex(fields.take('gender'));
  draft.programme(fields.take('programKey'));
  draft.listed(fields.take('startDate'));
  takeNumbers(fields, draft);
  draft.rest(fields);
  draft.keep();
}
