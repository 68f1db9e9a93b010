import type { ReactNode, Ref } from 'react';
import { useLink } from '../house.tsx';
import type { Column, RowMarks } from './column.ts';
import type { Line } from './lines.ts';

/** What every line needs to be drawn. */
export interface Drawing<Row> {
  readonly columns: readonly Column<Row>[];
  readonly marks: RowMarks<Row>;
  /** The row that the Tab key stops at. */
  readonly stop: string | undefined;
  readonly onStop: (key: string) => void;
}

export interface LineProps<Row> {
  readonly line: Line<Row>;
  readonly drawing: Drawing<Row>;
  /** Its place among all lines, from 0 without the head: for a table of which not all lines are in the page. */
  readonly at?: number | undefined;
  readonly handle?: Ref<HTMLTableRowElement>;
}

/** A row, or the head of a group of rows. */
export function LineView<Row>({ line, drawing, at, handle }: LineProps<Row>) {
  const numbered = at === undefined ? {} : { 'aria-rowindex': at + 2, 'data-index': at };
  if (line.kind === 'group') {
    return (
      <tr className="group" ref={handle} {...numbered}>
        <th scope={at === undefined ? 'rowgroup' : 'colgroup'} colSpan={drawing.columns.length}>
          {line.group.title}
        </th>
      </tr>
    );
  }
  const { key, row } = line;
  const { marks } = drawing;
  return (
    <tr
      ref={handle}
      {...numbered}
      data-changed={marks.changed?.has(key) || undefined}
      data-gone={marks.gone?.has(key) || undefined}
      data-tone={marks.tone?.(row)}
      data-led={marks.to !== undefined || undefined}
    >
      {drawing.columns.map((column) => (
        <Cell key={column.key} column={column} line={line} drawing={drawing} />
      ))}
    </tr>
  );
}

function Cell<Row>(props: { column: Column<Row>; line: Line<Row> & { kind: 'row' }; drawing: Drawing<Row> }) {
  const { column, line, drawing } = props;
  const { to } = drawing.marks;
  const content = column.cell(line.row);
  if (column.head !== true) {
    return (
      <td data-label={column.title} data-align={column.align} data-wide={column.wideOnly || undefined}>
        {content}
      </td>
    );
  }
  return (
    <th scope="row" data-wide={column.wideOnly || undefined}>
      {to === undefined ? (
        content
      ) : (
        <RowLink to={to(line.row)} stop={line.key === drawing.stop} onFocus={() => drawing.onStop(line.key)}>
          {content}
        </RowLink>
      )}
    </th>
  );
}

function RowLink(props: { to: string; stop: boolean; onFocus: () => void; children: ReactNode }) {
  const link = useLink(props.to);
  return (
    <a href={link.href} onClick={link.onClick} data-row-link tabIndex={props.stop ? 0 : -1} onFocus={props.onFocus}>
      {props.children}
    </a>
  );
}

/** Lines that are not in the page, or not yet: their place is kept, so that nothing moves when they come. */
export function Gap({ height, columns }: { height: number; columns: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: it holds a place, and nothing that could have the focus
    <tr className="gap" aria-hidden="true">
      <td colSpan={columns} style={{ blockSize: height }} />
    </tr>
  );
}

/** The height of a line until the first ones are measured. */
export const guessedHeight = 32;

/** The body of a long table while what draws it is being loaded. */
export function PlaceOfLines({ count, columns }: { count: number; columns: number }) {
  return (
    <tbody aria-busy="true">
      <Gap height={count * guessedHeight} columns={columns} />
    </tbody>
  );
}
