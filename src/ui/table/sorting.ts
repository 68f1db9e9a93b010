import type { Column } from './column.ts';

/** A person's own order: by one column, up or down. Without one the given order stands. */
export interface Sorting {
  readonly key: string;
  readonly down: boolean;
}

/** The order after a press on the head of a column: up, down, as given. */
export function turned(before: Sorting | undefined, key: string): Sorting | undefined {
  if (before?.key !== key) return { key, down: false };
  return before.down ? undefined : { key, down: true };
}

/** The order after the key of sorting: the next column that sorts, up; after the last one as given. */
export function nextSorting<Row>(before: Sorting | undefined, columns: readonly Column<Row>[]): Sorting | undefined {
  const keys = columns.filter(({ order }) => order !== undefined).map(({ key }) => key);
  const key = keys[before === undefined ? 0 : keys.indexOf(before.key) + 1];
  return key === undefined ? undefined : { key, down: false };
}

/** The rows in a person's order. Rows that are equal in it keep the order in which they were given, up and down. */
export function sortedRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sorting: Sorting | undefined,
): readonly Row[] {
  const order = columns.find(({ key }) => key === sorting?.key)?.order;
  if (sorting === undefined || order === undefined) return rows;
  return [...rows].sort((one, other) => (sorting.down ? -order(one, other) : order(one, other)));
}
