import { type CsvRecord, eachRecord } from './csv.ts';
import { Fields } from './fields.ts';
import type { Gathering } from './reading.ts';

/** How a published table is laid out. */
export interface TableShape {
  readonly delimiter?: ',' | '\t';
  /** Columns of which a header has at least one; what stands above it is the preamble. */
  readonly header: readonly string[];
  /** Records above the header, as they are (`Last Updated`, `15/07/2026`). */
  readonly preamble?: (fields: readonly string[]) => void;
}

const cleaned = ({ fields }: CsvRecord): readonly string[] => fields.map((field) => field.trim());

/**
 * Reads a published table with a header, row by row. A row of another width is LST-0101 and one with a stray quotation
 * mark LST-0113; both are left out. A row may lack empty cells at its end. `segment` is the record, from 1.
 */
export function eachRow(
  bytes: Uint8Array,
  { delimiter = ',', header, preamble }: TableShape,
  into: Gathering,
  take: (fields: Fields, segment: number) => void,
): void {
  let columns: readonly string[] | undefined;
  const takeRow = (record: CsvRecord, names: readonly string[]): void => {
    const cells = record.fields;
    if (cells.length > names.length && cells.slice(names.length).some((cell) => cell.trim() !== '')) {
      into.complain('LST-0101', { columns: cells.length, expected: names.length }, { segment: record.number });
    } else take(new Fields(names.map((name, at) => [name, cells[at] ?? ''] as const)), record.number);
  };
  eachRecord(
    bytes,
    (record) => {
      if (!record.sound) into.complain('LST-0113', {}, { segment: record.number });
      else if (columns !== undefined) takeRow(record, columns);
      else if (cleaned(record).some((name) => header.includes(name))) columns = cleaned(record);
      else preamble?.(cleaned(record));
    },
    delimiter,
  );
}
