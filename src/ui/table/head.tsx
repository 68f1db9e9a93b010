import type { Column } from './column.ts';
import type { Sorting } from './sorting.ts';

/** The head of a table: what each column is called, and how the rows are sorted. */
export function Head<Row>(props: {
  columns: readonly Column<Row>[];
  sorting: Sorting | undefined;
  onSort: (key: string) => void;
  /** Of a long table: rows are numbered from the head on. */
  numbered: boolean;
}) {
  return (
    <thead>
      <tr aria-rowindex={props.numbered ? 1 : undefined}>
        {props.columns.map((column) => (
          <HeadCell key={column.key} column={column} sorting={props.sorting} onSort={() => props.onSort(column.key)} />
        ))}
      </tr>
    </thead>
  );
}

function HeadCell<Row>(props: { column: Column<Row>; sorting: Sorting | undefined; onSort: () => void }) {
  const { column, sorting } = props;
  const direction = sorting?.key !== column.key ? undefined : sorting.down ? 'descending' : 'ascending';
  return (
    <th
      scope="col"
      aria-sort={column.order === undefined ? undefined : (direction ?? 'none')}
      data-align={column.align}
      data-wide={column.wideOnly || undefined}
      style={column.width === undefined ? undefined : { inlineSize: column.width }}
    >
      {column.order === undefined ? (
        column.title
      ) : (
        <button type="button" className="sort" onClick={props.onSort}>
          {column.title}
          <svg viewBox="0 0 8 12" aria-hidden="true" data-direction={direction}>
            <path className="up" d="M4 0 8 5H0z" />
            <path className="down" d="M4 12 0 7h8z" />
          </svg>
        </button>
      )}
    </th>
  );
}
