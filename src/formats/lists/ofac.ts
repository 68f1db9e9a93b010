import type { ListEntry, Particular } from '#kernel';
import { type CsvRecord, eachRecord } from './csv.ts';
import { commaName } from './names.ts';
import { type Remarks, readRemarks } from './ofac-remarks.ts';
import { Gathering, type ListLabel, type ListReading } from './reading.ts';

/** Columns of sdn.csv: number, name, type, programme, title, call sign, vessel type, tonnage, GRT, flag, owner, remarks. */
const sdnColumns = 12;
/** Columns of alt.csv: number of the entry, of the alias, type (aka, fka, nka), name, remarks. */
const altColumns = 5;

/** Columns of add.csv: number of the entry, of the address, street, town, state, remarks. */
const addressColumns = 6;

/** `-0-`, with blanks around it, is OFAC's null. */
const given = (field: string | undefined): string | undefined => {
  const text = field?.trim() ?? '';
  return text === '-0-' || text === '' ? undefined : text;
};

const kinds: ReadonlyMap<string | undefined, ListEntry['kind']> = new Map([
  [undefined, 'organisation'],
  ['individual', 'person'],
  ['vessel', 'vessel'],
  ['aircraft', 'vehicle'],
]);

/** The file ends in a byte 1A, as files of MS-DOS did. */
const isEndMark = ({ fields }: CsvRecord): boolean => fields.length === 1 && fields[0]?.trim() === '\u001A';

/** The records of a file that have the right shape; the others are findings. */
function eachRow(bytes: Uint8Array, columns: number, into: Gathering, take: (record: CsvRecord) => void): void {
  eachRecord(bytes, (record) => {
    if (isEndMark(record)) return;
    const at = { segment: record.number };
    if (!record.sound) into.complain('LST-0113', {}, at);
    else if (record.fields.length !== columns) {
      into.complain('LST-0101', { columns: record.fields.length, expected: columns }, at);
    } else take(record);
  });
}

function takeSubject({ number, fields }: CsvRecord, into: Gathering): void {
  const [entry, name, type, programme] = fields.map(given);
  const at = { segment: number };
  if (entry === undefined) {
    into.complain('LST-0102', {}, { ...at, element: 1 });
    return;
  }
  const kind = kinds.get(type);
  if (kind === undefined) {
    into.complain('LST-0107', { entry, text: type ?? '' }, { ...at, element: 3 });
    return;
  }
  const remarks = readRemarks(given(fields[11]) ?? '', kind);
  for (const { code, text } of remarks.unread) into.complain(code, { entry, text }, { ...at, element: 12 });
  const names = [
    ...(name === undefined ? [] : [{ ...commaName(name, kind), quality: 'primary' as const }]),
    ...remarks.aliases.map((alias) => ({ ...commaName(alias, kind), quality: 'weak' as const })),
  ];
  const programmes = programme === undefined ? {} : { programme: programme.replaceAll('] [', ', ') };
  into.keep(
    { entry, kind, names, ...membersOf(remarks, given(fields[5])), ...programmes, ...furtherOf(fields, remarks) },
    at,
  );
}

function membersOf({ datesOfBirth, nationalities, documents, sex }: Remarks, callSign: string | undefined) {
  const call = callSign === undefined ? [] : [{ type: 'CALL', number: callSign }];
  const known = { datesOfBirth, nationalities, documents: [...documents, ...call] };
  return sex === undefined ? known : { ...known, sex };
}

function furtherOf(fields: readonly string[], { placesOfBirth, others }: Remarks): Partial<ListEntry> {
  const particulars = particularsOf(fields, others);
  return {
    ...(placesOfBirth.length === 0 ? {} : { placesOfBirth }),
    ...(particulars.length === 0 ? {} : { particulars }),
  };
}

/** Columns that are kept and not compared, by their place from 0. */
const furtherColumns = new Map([
  [4, 'title'],
  [6, 'vessel type'],
  [7, 'tonnage'],
  [8, 'gross registered tonnage'],
  [9, 'vessel flag'],
  [10, 'vessel owner'],
]);

function particularsOf(fields: readonly string[], remarks: readonly string[]): readonly Particular[] {
  const columns = [...furtherColumns].flatMap(([at, name]) => {
    const text = given(fields[at]);
    return text === undefined ? [] : [{ name, text }];
  });
  return [...columns, ...remarks.map((text) => ({ name: 'remarks', text }))];
}

function takeAlias({ number, fields }: CsvRecord, into: Gathering): void {
  const [entry, , , name] = fields.map(given);
  const listed = into.get(entry ?? '');
  if (listed === undefined || name === undefined) {
    into.complain('LST-0106', { entry: entry ?? '' }, { segment: number, path: 'alt' });
    return;
  }
  into.replace({ ...listed, names: [...listed.names, { ...commaName(name, listed.kind), quality: 'alias' }] });
}

function takeAddress({ number, fields }: CsvRecord, into: Gathering): void {
  const [entry, , ...parts] = fields.map(given);
  const listed = into.get(entry ?? '');
  if (listed === undefined) {
    into.complain('LST-0106', { entry: entry ?? '' }, { segment: number, path: 'add' });
    return;
  }
  const text = parts.filter((part) => part !== undefined).join(', ');
  if (text !== '') into.replace({ ...listed, particulars: [...(listed.particulars ?? []), { name: 'address', text }] });
}

/** The files of one list: names, aliases, addresses. */
export interface OfacFiles {
  readonly sdn: Uint8Array;
  readonly alt?: Uint8Array | undefined;
  readonly add?: Uint8Array | undefined;
}

/**
 * Reads the OFAC list of Specially Designated Nationals in its delimited form (sdn.csv, alt.csv, add.csv; US Treasury, "SDN data
 * formats"). Dates of birth, documents, nationalities, sex and weak aliases stand in the remarks. Positions: `segment`
 * is the record, `element` the column, both from 1; those of alt.csv and add.csv have the path `alt` and `add`.
 */
export function readOfac(files: OfacFiles, label: ListLabel = {}): ListReading {
  const into = new Gathering();
  eachRow(files.sdn, sdnColumns, into, (record) => {
    takeSubject(record, into);
  });
  if (files.alt !== undefined) {
    eachRow(files.alt, altColumns, into, (record) => {
      takeAlias(record, into);
    });
  }
  if (files.add !== undefined) {
    eachRow(files.add, addressColumns, into, (record) => {
      takeAddress(record, into);
    });
  }
  return into.reading({ name: 'ofac-sdn', version: 'undated', purpose: 'sanctions', ...label });
}
