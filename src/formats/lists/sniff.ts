import { decodeLatin1 } from '#kernel';

/** The forms of lists that are read, by the name under which a configuration or a command may ask for one. */
export const listFormats = [
  ...(['ofac', 'ofac-xml', 'un', 'eu-xml', 'eu-journal', 'uk-xml', 'uk-csv', 'canada', 'ftm'] as const),
  ...(['csl-json', 'csl-csv', 'bis', 'cn', 'csv', 'jsonl'] as const),
] as const;
export type ListFormat = (typeof listFormats)[number];

/** True for the name of a form that is read. */
export const isListFormat = (name: string): name is ListFormat => listFormats.some((format) => format === name);

/** How much of a file is looked at, in bytes. */
const beginning = 4096;

/** What the root of an XML list is called, without its prefix. */
const roots: ReadonlyMap<string, ListFormat> = new Map([
  ['CONSOLIDATED_LIST', 'un'],
  ['Sanctions', 'ofac-xml'],
  ['export', 'eu-xml'],
  ['Designations', 'uk-xml'],
  ['ArrayOfFinancialSanctionsTarget', 'uk-xml'],
  ['FinancialSanctionsTarget', 'uk-xml'],
  ['data-set', 'canada'],
]);

/** The first element, after the declaration and comments. */
const rootOf = (start: string): string => /<(?:\w+:)?(\w[\w-]*)/.exec(start)?.[1] ?? '';

/** Columns by which the header of a table is known; a header may stand below a line with the day of the list. */
const headers: readonly (readonly [string, ListFormat])[] = [
  ['entry', 'csv'],
  ['celex', 'eu-journal'],
  ['federal_register_notice', 'csl-csv'],
  ['FR_Citation', 'bis'],
  ['Chinese name', 'cn'],
  ['Name 6', 'uk-csv'],
  ['id', 'csv'],
];

/** Members by which a JSON list of somebody else is known. */
const members: readonly (readonly [RegExp, ListFormat])[] = [
  [/^\[/, 'csl-json'],
  [/"results" ?: ?\[|"sources_used"|"federal_register_notice"/, 'csl-json'],
  [/^\{[^\n]*"schema" ?: ?"[A-Z]/, 'ftm'],
];

const columnsOf = (line: string): readonly string[] =>
  line.split(/[,\t]/).map((column) => column.trim().replaceAll('"', ''));

/** The form of a list by its first 4 KiB: the root of XML, the members of JSON, the columns of a table; else OFAC's. */
export function formatOf(bytes: Uint8Array): ListFormat {
  const start = decodeLatin1(bytes, 0, Math.min(bytes.length, beginning))
    .replace(/^\u00EF\u00BB\u00BF/, '')
    .trimStart();
  if (start.startsWith('<')) return roots.get(rootOf(start)) ?? 'un';
  if (/^[{[]/.test(start)) return members.find(([member]) => member.test(start))?.[1] ?? 'jsonl';
  const columns = new Set(start.split('\n', 2).flatMap(columnsOf));
  return headers.find(([column]) => columns.has(column))?.[1] ?? 'ofac';
}

/**
 * Which of the files that stand apart from the names of an OFAC list this is: `alt` its aliases (number, number, aka, name,
 * remarks), `add` its addresses (number, number, street, town, state, remarks); undefined when it is none of them.
 */
export function ofacPart(bytes: Uint8Array): 'alt' | 'add' | undefined {
  const start = decodeLatin1(bytes, 0, Math.min(bytes.length, beginning));
  if (/^\d+,\d+,"[afn]ka",/.test(start)) return 'alt';
  return /^\d+,\d+,(?:-0- |"[^"]*"),(?:-0- |"[^"]*"),(?:-0- |"[^"]*"),/.test(start) ? 'add' : undefined;
}
