import { decodeLatin1 } from '#kernel';
import { readJsonLines } from './json-lines.ts';
import { readOfac } from './ofac.ts';
import { readOwnCsv } from './own-csv.ts';
import type { ListLabel, ListReading } from './reading.ts';
import { readUn } from './un.ts';

export type ListFormat = 'ofac' | 'un' | 'csv' | 'jsonl';

const readers: Readonly<Record<ListFormat, (bytes: Uint8Array, label: ListLabel) => ListReading>> = {
  ofac: (bytes, label) => readOfac({ sdn: bytes }, label),
  un: readUn,
  csv: readOwnCsv,
  jsonl: readJsonLines,
};

/** The form of a list by its beginning: `<` the UN's, `{` JSON lines, a column named `entry` our CSV, else OFAC's. */
function formatOf(bytes: Uint8Array): ListFormat {
  const start = decodeLatin1(bytes, 0, Math.min(bytes.length, 1024))
    .replace(/^\u00EF\u00BB\u00BF/, '')
    .trimStart();
  if (start.startsWith('<')) return 'un';
  if (start.startsWith('{')) return 'jsonl';
  const [header = ''] = start.split('\n');
  const columns = header.split(',').map((column) => column.trim().replaceAll('"', ''));
  return columns.includes('entry') ? 'csv' : 'ofac';
}

/** Reads a list in whichever of the four forms it has, or in the one that is named. */
export const importList = (bytes: Uint8Array, how: ListLabel & { readonly format?: ListFormat } = {}): ListReading =>
  readers[how.format ?? formatOf(bytes)](bytes, how);
