import type { SubjectList } from '#kernel';
import { readBis } from './bis.ts';
import { readCanada } from './canada.ts';
import { readCn } from './cn.ts';
import { readCslCsv, readCslJson } from './csl.ts';
import { readEuJournal } from './eu-journal.ts';
import { readEuXml } from './eu-xml.ts';
import { readFtm } from './ftm.ts';
import { readJsonLines } from './json-lines.ts';
import { readOfac } from './ofac.ts';
import { readOfacXml } from './ofac-xml.ts';
import { readOwnCsv } from './own-csv.ts';
import type { ListLabel, ListReading } from './reading.ts';
import { formatOf, isOfacAliases, type ListFormat } from './sniff.ts';
import { readUkCsv } from './uk-csv.ts';
import { readUkXml } from './uk-xml.ts';
import { readUn } from './un.ts';

/** The reader of each form; the third argument is the aliases of an OFAC list. */
const readers: Readonly<Record<ListFormat, (bytes: Uint8Array, label: ListLabel, alt?: Uint8Array) => ListReading>> = {
  ofac: (sdn, label, alt) => readOfac({ sdn, alt }, label),
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

/**
 * Reads several files of lists. The aliases of an OFAC list stand in a file of their own (alt.csv) and belong to the OFAC
 * list right before them; where there is none, they are read as a list and fail as one.
 */
export function importLists(files: readonly ListFile[], named?: ListFormat): readonly ImportedList[] {
  const formed = files.map((one) => ({
    ...one,
    form: isOfacAliases(one.bytes) ? ('aliases' as const) : (named ?? formatOf(one.bytes)),
  }));
  return formed.flatMap(({ file, bytes, form }, at) => {
    if (form === 'aliases' && formed[at - 1]?.form === 'ofac') return [];
    const format = form === 'aliases' ? (named ?? 'ofac') : form;
    const next = formed[at + 1];
    return [{ file, format, ...readers[format](bytes, {}, next?.form === 'aliases' ? next.bytes : undefined) }];
  });
}
