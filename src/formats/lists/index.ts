export { listsFindings } from './findings.ts';
export { importList, type ListFormat } from './import-list.ts';
export { readJsonLines, readListDocument, writeJsonLines } from './json-lines.ts';
export { readOfac } from './ofac.ts';
export { ownColumns, readOwnCsv } from './own-csv.ts';
export type { ListLabel, ListReading } from './reading.ts';
export { readUn } from './un.ts';
