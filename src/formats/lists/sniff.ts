import { decodeLatin1 } from '#kernel';

/** The forms of lists that are read, by the name under which a configuration or a command may ask for one. */
export const listFormats = ['ofac', 'un', 'csv', 'jsonl'] as const;
export type ListFormat = (typeof listFormats)[number];

/** True for the name of a form that is read. */
export const isListFormat = (name: string): name is ListFormat => listFormats.some((format) => format === name);

const columnsOf = (line: string): readonly string[] =>
  line.split(/[,\t]/).map((column) => column.trim().replaceAll('"', ''));

/** How much of a file is looked at, in bytes. */
const beginning = 4096;

/** The form of a list by its first 4 KiB: the root of XML, the members of JSON, the columns of a table; else OFAC's. */
export function formatOf(bytes: Uint8Array): ListFormat {
  const start = decodeLatin1(bytes, 0, Math.min(bytes.length, beginning))
    .replace(/^\u00EF\u00BB\u00BF/, '')
    .trimStart();
  if (start.startsWith('<')) return 'un';
  if (start.startsWith('{')) return 'jsonl';
  const [header = ''] = start.split('\n');
  return columnsOf(header).includes('entry') ? 'csv' : 'ofac';
}

/** True for the file of OFAC's aliases (alt.csv), which stand apart from the names: number, number, aka, name, remarks. */
export function isOfacAliases(bytes: Uint8Array): boolean {
  const start = decodeLatin1(bytes, 0, Math.min(bytes.length, beginning));
  return /^\d+,\d+,"[afn]ka",/.test(start);
}
