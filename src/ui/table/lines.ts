import type { Group } from './column.ts';

/** What stands under one another in a table: rows, and the heads of their groups. */
export type Line<Row> =
  | { readonly kind: 'group'; readonly key: string; readonly group: Group }
  | { readonly kind: 'row'; readonly key: string; readonly row: Row };

/**
 * The lines of a table from top to bottom. Rows of one group stand together under its head, groups in the order of their
 * first row.
 */
export function linesOf<Row>(
  rows: readonly Row[],
  rowKey: (row: Row) => string,
  group?: (row: Row) => Group,
): readonly Line<Row>[] {
  const lineOf = (row: Row): Line<Row> => ({ kind: 'row', key: rowKey(row), row });
  if (group === undefined) return rows.map(lineOf);
  const groups = new Map<string, Line<Row>[]>();
  for (const row of rows) {
    const its = group(row);
    const lines = groups.get(its.key) ?? [{ kind: 'group', key: its.key, group: its }];
    lines.push(lineOf(row));
    groups.set(its.key, lines);
  }
  return [...groups.values()].flat();
}

/** Lines cut where a group begins: each piece is a body of the table. */
export function bodiesOf<Placed extends { readonly line: Line<unknown> }>(
  lines: readonly Placed[],
): readonly (readonly Placed[])[] {
  const bodies: Placed[][] = [];
  for (const placed of lines) {
    const last = bodies.at(-1);
    if (last === undefined || placed.line.kind === 'group') bodies.push([placed]);
    else last.push(placed);
  }
  return bodies;
}
