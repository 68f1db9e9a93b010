import { type CsvRecord, eachRecord } from './csv.ts';
import { EntryReader } from './entry.ts';
import { ownLabel } from './json-lines.ts';
import { Gathering, type ListLabel, type ListReading } from './reading.ts';

/** The columns of a list of ours. Where a column holds several values, `|` stands between them. */
export const ownColumns = [
  'entry',
  'kind',
  'family',
  'given',
  'name',
  'names',
  'aliases',
  'weak_aliases',
  'dates_of_birth',
  'places_of_birth',
  'sex',
  'nationalities',
  'documents',
  'programme',
  'listed_on',
  'updated_on',
] as const;
type Column = (typeof ownColumns)[number];

/** Columns under the names that JSON lines and the command's contract have for them. */
const spellings: ReadonlyMap<string, Column> = new Map([
  ['id', 'entry'],
  ['dateOfBirth', 'dates_of_birth'],
  ['date_of_birth', 'dates_of_birth'],
  ['placeOfBirth', 'places_of_birth'],
  ['place_of_birth', 'places_of_birth'],
  ['nationality', 'nationalities'],
  ['listedOn', 'listed_on'],
  ['updatedOn', 'updated_on'],
]);

const columnOf = (name: string): Column | undefined =>
  ownColumns.find((column) => column === name) ?? spellings.get(name);

const several = (field: string | undefined): readonly string[] =>
  (field ?? '')
    .split('|')
    .map((value) => value.trim())
    .filter((value) => value !== '');

/** `P:X1234567:MEX`: type, number, issuing state; the state may be left out. */
function documentOf(text: string): object {
  const [type, number, issuingState] = text.split(':').map((part) => part.trim());
  return { type, number, ...(issuingState === undefined ? {} : { issuingState }) };
}

type Row = Partial<Record<Column, string>>;

function namesOf({ family, given, name, names, aliases, weak_aliases: weak }: Row): readonly object[] {
  const whole = name === undefined ? {} : { whole: name };
  const primary = { ...(family === undefined ? {} : { family }), ...(given === undefined ? {} : { given }), ...whole };
  return [
    ...(Object.keys(primary).length === 0 ? [] : [{ ...primary, quality: 'primary' }]),
    ...several(names).map((whole) => ({ whole })),
    ...several(aliases).map((alias) => ({ whole: alias, quality: 'alias' })),
    ...several(weak).map((alias) => ({ whole: alias, quality: 'weak' })),
  ];
}

/** The entry that a row stands for, in the form of JSON lines; what a cell leaves empty is left out. */
function jsonOf(row: Row): object {
  const { entry, kind, sex, programme, listed_on: listedOn, updated_on: updatedOn } = row;
  const placesOfBirth = several(row.places_of_birth);
  return {
    entry,
    ...(kind === undefined ? {} : { kind }),
    names: namesOf(row),
    datesOfBirth: several(row.dates_of_birth),
    ...(sex === undefined ? {} : { sex }),
    nationalities: several(row.nationalities),
    documents: several(row.documents).map(documentOf),
    ...(programme === undefined ? {} : { programme }),
    ...(placesOfBirth.length === 0 ? {} : { placesOfBirth }),
    ...(listedOn === undefined ? {} : { listedOn }),
    ...(updatedOn === undefined ? {} : { updatedOn }),
  };
}

function headerOf({ fields, number }: CsvRecord, into: Gathering): readonly (Column | undefined)[] {
  return fields.map((field, index) => {
    const name = field.trim();
    const column = columnOf(name);
    if (column === undefined) into.complain('LST-0114', { column: name }, { segment: number, element: index + 1 });
    return column;
  });
}

function rowOf(header: readonly (Column | undefined)[], fields: readonly string[]): Row {
  const filled = header.flatMap((column, index) => {
    const field = fields[index]?.trim() ?? '';
    return column === undefined || field === '' ? [] : [[column, field] as const];
  });
  return Object.fromEntries(filled);
}

/**
 * Reads a list of ours as comma-separated values (RFC 4180) with a header row of `ownColumns`, of which `entry` (or `id`)
 * is needed and the others in any order; of `names` the first is the primary one. An unknown column is LST-0114 and left
 * out; a row that does not fit is an error finding and left out. `segment` is the record, `element` the column.
 */
export function readOwnCsv(bytes: Uint8Array, label: ListLabel = {}): ListReading {
  const into = new Gathering();
  let header: readonly (Column | undefined)[] | undefined;
  eachRecord(bytes, (record) => {
    if (!record.sound) into.complain('LST-0113', {}, { segment: record.number });
    else if (header === undefined) header = headerOf(record, into);
    else takeRow(header, record, into);
  });
  return into.reading({ ...ownLabel, ...label });
}

function takeRow(header: readonly (Column | undefined)[], { number, fields }: CsvRecord, into: Gathering): void {
  const at = { segment: number };
  if (fields.length !== header.length) {
    into.complain('LST-0101', { columns: fields.length, expected: header.length }, at);
    return;
  }
  const entry = new EntryReader(into, at).read(jsonOf(rowOf(header, fields)));
  if (entry !== undefined) into.keep(entry, at);
}
