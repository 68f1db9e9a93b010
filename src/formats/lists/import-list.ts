import type { SubjectList } from '#kernel';
import { readBis } from './bis.ts';
import { readCanada } from './canada.ts';
import { readCn } from './cn.ts';
import { readCslCsv, readCslJson } from './csl.ts';
import { readEuJournal } from './eu-journal.ts';
import { readEuXml } from './eu-xml.ts';
import { readFtm } from './ftm.ts';
import { readJsonLines } from './json-lines.ts';
import { type OfacFiles, readOfac } from './ofac.ts';
import { readOfacXml } from './ofac-xml.ts';
import { readOwnCsv } from './own-csv.ts';
import type { ListLabel, ListReading } from './reading.ts';
import { formatOf, type ListFormat, ofacPart } from './sniff.ts';
import { readUkCsv } from './uk-csv.ts';
import { readUkXml } from './uk-xml.ts';
import { readUn } from './un.ts';

/** What stands in files of their own beside an OFAC list: its aliases, its addresses. */
type OfacParts = Pick<OfacFiles, 'alt' | 'add'>;

/** The reader of each form; the third argument is for OFAC's alone. */
const readers: Readonly<Record<ListFormat, (bytes: Uint8Array, label: ListLabel, parts?: OfacParts) => ListReading>> = {
  ofac: (sdn, label, parts) => readOfac({ sdn, ...parts }, label),
  'ofac-xml': readOfacXml,
  un: readUn,
  'eu-xml': readEuXml,
  'eu-journal': readEuJournal,
  'uk-xml': readUkXml,
  'uk-csv': readUkCsv,
  canada: readCanada,
  ftm: readFtm,
  'csl-json': readCslJson,
  'csl-csv': readCslCsv,
  bis: readBis,
  cn: readCn,
  csv: readOwnCsv,
  jsonl: readJsonLines,
};

/** Reads a list in whichever form it has, or in the one that is named. */
export const importList = (bytes: Uint8Array, how: ListLabel & { readonly format?: ListFormat } = {}): ListReading =>
  readers[how.format ?? formatOf(bytes)](bytes, how);

/** A file of a list, as it came. */
export interface ListFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** A list with the file that it stands in and the form that it was read in. */
export interface ImportedList extends ListReading {
  readonly file: string;
  readonly format: ListFormat;
  readonly list: SubjectList;
}

/** A list with the parts of it that were found behind it. */
interface Found extends ListFile {
  readonly format: ListFormat;
  readonly parts: { alt?: Uint8Array; add?: Uint8Array };
}

/**
 * Reads several files of lists. The aliases and addresses of an OFAC list stand in files of their own (alt.csv, add.csv)
 * and belong to the OFAC list right before them; where there is none, they are read as a list and fail as one.
 */
export function importLists(files: readonly ListFile[], named?: ListFormat): readonly ImportedList[] {
  const found: Found[] = [];
  for (const one of files) {
    const part = ofacPart(one.bytes);
    const before = found.at(-1);
    if (part !== undefined && before?.format === 'ofac' && before.parts[part] === undefined) {
      before.parts[part] = one.bytes;
    } else found.push({ ...one, format: named ?? formatOf(one.bytes), parts: {} });
  }
  return found.map(({ file, bytes, format, parts }) => ({ file, format, ...readers[format](bytes, {}, parts) }));
}
