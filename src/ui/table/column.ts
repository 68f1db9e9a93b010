import type { ReactNode } from 'react';

/** One value of every row: how it is shown, sorted and found. */
export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** How its values sort; without it the column does not. */
  readonly order?: (one: Row, other: Row) => number;
  /** What a filter finds in it. Without it, the words that stand between the tags of the cell. */
  readonly text?: (row: Row) => string;
  /** The column that names the row: its cell is the row's head and its link. */
  readonly head?: boolean;
  readonly align?: 'end';
  /** Left out where there is little width, since its content stands elsewhere too. */
  readonly wideOnly?: boolean;
  readonly width?: string;
}

export interface Group {
  readonly key: string;
  readonly title: ReactNode;
}

/** What is known of single rows beside their values. */
export interface RowMarks<Row> {
  readonly rowKey: (row: Row) => string;
  /** Where a row leads. Without it the rows are only read. */
  readonly to?: (row: Row) => string;
  /** Rows whose values changed just now, and rows that left and wait to be cleared. */
  readonly changed?: ReadonlySet<string>;
  readonly gone?: ReadonlySet<string>;
  readonly tone?: (row: Row) => 'now' | undefined;
}

export interface TableProps<Row> extends RowMarks<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly group?: (row: Row) => Group;
  readonly dense?: boolean;
  /** A field that finds rows by any of their values. Long tables have it unasked. */
  readonly filter?: boolean;
  readonly footer?: ReactNode;
  /** A row that something else chose: the focus goes there. */
  readonly chosen?: string | undefined;
  /** The row that has the focus now. */
  readonly onChosen?: (key: string) => void;
}
