import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import { useHouse, useLink, useSay } from '../house.tsx';
import { useKeys } from '../keys/keys.tsx';

export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** How its values sort; without it the column does not. */
  readonly order?: (one: Row, other: Row) => number;
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

export interface TableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Where a row leads. Without it the rows are only read. */
  readonly to?: (row: Row) => string;
  readonly group?: (row: Row) => Group;
  /** Rows whose values changed just now, and rows that left and wait to be cleared. */
  readonly changed?: ReadonlySet<string>;
  readonly gone?: ReadonlySet<string>;
  readonly tone?: (row: Row) => 'now' | undefined;
  readonly dense?: boolean;
  readonly footer?: ReactNode;
}

interface Sorting {
  readonly key: string;
  readonly down: boolean;
}

const page = 10;
const steps: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(last, at + 1),
  ArrowUp: (at) => Math.max(0, at - 1),
  PageDown: (at, last) => Math.min(last, at + page),
  PageUp: (at) => Math.max(0, at - page),
  Home: () => 0,
  End: (_, last) => last,
};

/**
 * Rows under a head. Each row is one stop of the Tab key, its link; arrows, j and k walk from row to row. A person's sorting
 * replaces the given order and its groups until he takes it back.
 */
export function Table<Row>(props: TableProps<Row>) {
  const { rows, columns, rowKey, to } = props;
  const say = useSay();
  const [sorting, setSorting] = useState<Sorting | undefined>(undefined);
  const [stop, setStop] = useState<string | undefined>(undefined);
  const table = useRef<HTMLTableElement>(null);

  const sorted = useMemo(() => {
    const order = columns.find(({ key }) => key === sorting?.key)?.order;
    if (sorting === undefined || order === undefined) return rows;
    return [...rows].sort((one, other) => (sorting.down ? -order(one, other) : order(one, other)));
  }, [columns, rows, sorting]);

  const current = sorted.some((row) => rowKey(row) === stop) ? stop : sorted[0] && rowKey(sorted[0]);
  const links = (): HTMLElement[] => [...(table.current?.querySelectorAll<HTMLElement>('[data-row-link]') ?? [])];
  const move = (step: (at: number, last: number) => number): void => {
    const all = links();
    const at = all.findIndex((link) => link.matches(':focus'));
    all[at < 0 ? 0 : step(at, all.length - 1)]?.focus();
  };
  const nextSorting = (): void => {
    const keys = columns.filter(({ order }) => order !== undefined).map(({ key }) => key);
    const at = sorting === undefined ? -1 : keys.indexOf(sorting.key);
    const key = keys[at + 1];
    setSorting(key === undefined ? undefined : { key, down: false });
  };
  const sortable = columns.some(({ order }) => order !== undefined);
  useKeys([
    ...(to === undefined
      ? []
      : [
          { keys: 'j', text: 'ui.keys.nextRow', act: () => move((at, last) => Math.min(last, at + 1)) },
          { keys: 'k', text: 'ui.keys.previousRow', act: () => move((at) => Math.max(0, at - 1)) },
        ]),
    ...(sortable ? [{ keys: 's', text: 'ui.keys.sort', act: nextSorting }] : []),
  ]);
  const walk = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    if (step === undefined || !(event.target instanceof Element && event.target.matches('[data-row-link]'))) return;
    event.preventDefault();
    move(step);
  };

  const grouped = groupsOf(sorted, sorting === undefined ? props.group : undefined);
  return (
    <div className="table-frame">
      <table ref={table} className="table" data-dense={props.dense || undefined} onKeyDown={walk}>
        <caption className="unseen">{props.caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeadCell
                key={column.key}
                column={column}
                sorting={sorting}
                onSort={() =>
                  setSorting((before) =>
                    before?.key !== column.key
                      ? { key: column.key, down: false }
                      : before.down
                        ? undefined
                        : { key: column.key, down: true },
                  )
                }
              />
            ))}
          </tr>
        </thead>
        {grouped.map(({ group, members }) => (
          <tbody key={group?.key ?? ''}>
            {group !== undefined && (
              <tr className="group">
                <th scope="rowgroup" colSpan={columns.length}>
                  {group.title}
                </th>
              </tr>
            )}
            {members.map((row) => {
              const key = rowKey(row);
              return (
                <tr
                  key={key}
                  data-changed={props.changed?.has(key) || undefined}
                  data-gone={props.gone?.has(key) || undefined}
                  data-tone={props.tone?.(row)}
                  data-led={to !== undefined || undefined}
                >
                  {columns.map((column) =>
                    column.head === true ? (
                      <th scope="row" key={column.key} data-wide={column.wideOnly || undefined}>
                        {to === undefined ? (
                          column.cell(row)
                        ) : (
                          <RowLink to={to(row)} stop={key === current} onFocus={() => setStop(key)}>
                            {column.cell(row)}
                          </RowLink>
                        )}
                      </th>
                    ) : (
                      <td
                        key={column.key}
                        data-label={column.title}
                        data-align={column.align}
                        data-wide={column.wideOnly || undefined}
                      >
                        {column.cell(row)}
                      </td>
                    ),
                  )}
                </tr>
              );
            })}
          </tbody>
        ))}
      </table>
      {sorting !== undefined && (
        <p className="unseen" role="status">
          {say(sorting.down ? 'ui.table.sortedDown' : 'ui.table.sortedUp', {
            column: columns.find(({ key }) => key === sorting.key)?.title ?? '',
          })}
        </p>
      )}
      {props.footer !== undefined && <div className="table-foot">{props.footer}</div>}
    </div>
  );
}

function groupsOf<Row>(
  rows: readonly Row[],
  group: ((row: Row) => Group) | undefined,
): readonly { readonly group?: Group; readonly members: readonly Row[] }[] {
  if (group === undefined) return [{ members: rows }];
  const groups = new Map<string, { group: Group; members: Row[] }>();
  for (const row of rows) {
    const its = group(row);
    const known = groups.get(its.key) ?? { group: its, members: [] };
    known.members.push(row);
    groups.set(its.key, known);
  }
  return [...groups.values()];
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

function RowLink(props: { to: string; stop: boolean; onFocus: () => void; children: ReactNode }) {
  const link = useLink(props.to);
  return (
    <a href={link.href} onClick={link.onClick} data-row-link tabIndex={props.stop ? 0 : -1} onFocus={props.onFocus}>
      {props.children}
    </a>
  );
}

/** How many there are and how many are shown; the end of the list is always said. */
export function TableCount({ shown, total, more }: { shown: number; total: number; more?: ReactNode }) {
  const { speech } = useHouse();
  return (
    <p className="quiet">
      {speech.say('ui.table.count', { shown, total })} {more}
    </p>
  );
}
