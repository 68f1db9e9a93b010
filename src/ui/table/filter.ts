import { isValidElement, type ReactNode } from 'react';
import { folded } from '../language/formats.ts';
import type { Column } from './column.ts';

/** The words of a cell: what stands between its tags, and the word of a status. Values of other attributes are not seen. */
export function textOf(node: ReactNode): string {
  if (typeof node === 'string' || typeof node === 'number') return String(node);
  if (Array.isArray(node)) return node.map(textOf).join(' ');
  if (!isValidElement<{ children?: ReactNode; word?: ReactNode }>(node)) return '';
  return `${textOf(node.props.word)} ${textOf(node.props.children)}`.trim();
}

/** All that is written in a row, without accents and case, the columns apart. */
const rowText = <Row>(row: Row, columns: readonly Column<Row>[]): string =>
  folded(columns.map((column) => column.text?.(row) ?? textOf(column.cell(row))).join('\n'));

/**
 * Finds the rows in which each word of the query stands somewhere, accents and case aside. The texts of rows are made at
 * the first query and kept; make a new finder when the columns or the rows are others.
 */
export function createFinder<Row>(rows: readonly Row[], columns: readonly Column<Row>[]) {
  let texts: readonly string[] | undefined;
  return (query: string): readonly Row[] => {
    const words = folded(query).split(/\s+/).filter(Boolean);
    if (words.length === 0) return rows;
    texts ??= rows.map((row) => rowText(row, columns));
    const known = texts;
    return rows.filter((_, at) => words.every((word) => known[at]?.includes(word) === true));
  };
}
