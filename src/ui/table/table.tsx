import { lazy, type ReactNode, Suspense, useDeferredValue, useMemo, useState } from 'react';
import { useChoice, useHouse, useSay } from '../house.tsx';
import { useKeys } from '../keys/keys.tsx';
import { usePrinting } from '../printing.ts';
import { type Drawing, PlaceOfLines } from './body.tsx';
import type { Column, TableProps } from './column.ts';
import { createFinder } from './filter.ts';
import { Bodies, Frame } from './frame.tsx';
import { Head } from './head.tsx';
import { type Line, linesOf } from './lines.ts';
import { pageRows } from './pages.ts';
import { nextSorting, type Sorting, sortedRows, turned } from './sorting.ts';
import { NothingFound, PagesSwitch, PageTurner, TableFilter } from './tools.tsx';
import { useRowWalk } from './walk.ts';

/** From so many rows on a table is long: only the rows that are seen stand in the page, and a filter above them. */
const longFrom = 200;

const LongBody = lazy(async () => ({ default: (await import('./long.tsx')).LongBody })) as LongBodyOf;
type LongBodyOf = <Row>(props: {
  lines: readonly Line<Row>[];
  drawing: Drawing<Row>;
  frame: HTMLElement | null;
}) => ReactNode;

/**
 * Rows under a head. Each row is one stop of the Tab key, its link; arrows, j and k walk from row to row. A person's sorting
 * replaces the given order and its groups until he takes it back. A long table scrolls in a frame of its own, or is turned
 * by the hundred; all of it is printed.
 */
export function Table<Row>(props: TableProps<Row>) {
  const { rows, columns } = props;
  const printing = usePrinting();
  const [sorting, setSorting] = useState<Sorting | undefined>(undefined);
  const [query, setQuery] = useState('');
  const [turning, setTurning] = useChoice('pages');
  // A state and not a ref: the rows that are seen can be counted once it stands.
  const [frame, setFrame] = useState<HTMLElement | null>(null);
  const lines = useLines(props, sorting, useDeferredValue(query));
  const walk = useRowWalk(lines, frame, props);
  const long = rows.length >= longFrom;
  const shape = long && !printing ? (turning === 'on' ? 'pages' : 'window') : 'whole';
  const sorts = columns.some(({ order }) => order !== undefined);
  useKeys([
    ...(props.to === undefined ? [] : walk.bindings),
    ...(sorts ? [{ keys: 's', text: 'ui.keys.sort', act: () => setSorting(nextSorting(sorting, columns)) }] : []),
  ]);
  const drawing: Drawing<Row> = { columns, marks: props, stop: walk.stop, onStop: walk.onStop };
  return (
    <div className="table-whole">
      {(long || props.filter === true) && (
        <div className="table-tools">
          <TableFilter query={query} onQuery={setQuery} found={walk.count} total={rows.length} onRows={walk.enter} />
          {long && <PagesSwitch on={turning === 'on'} onSwitch={(on) => setTurning(on ? 'on' : undefined)} />}
        </div>
      )}
      <Frame handle={setFrame} window={shape === 'window'} reads={props.to === undefined} caption={props.caption}>
        <table
          className="table"
          data-dense={props.dense || undefined}
          aria-rowcount={long ? lines.length + 1 : undefined}
          onKeyDown={walk.onKey}
        >
          <caption className="unseen">{props.caption}</caption>
          <Head
            columns={columns}
            sorting={sorting}
            onSort={(key) => setSorting((before) => turned(before, key))}
            numbered={long}
          />
          {shape === 'window' ? (
            <Suspense fallback={<PlaceOfLines count={lines.length} columns={columns.length} />}>
              <LongBody lines={lines} drawing={drawing} frame={frame} />
            </Suspense>
          ) : (
            <Bodies lines={lines} drawing={drawing} page={shape === 'pages' ? walk.page : undefined} numbered={long} />
          )}
        </table>
      </Frame>
      {walk.count === 0 && query !== '' && (
        <NothingFound query={query} total={rows.length} onAll={() => setQuery('')} />
      )}
      {shape === 'pages' && walk.count > pageRows && (
        <PageTurner page={walk.page} count={walk.count} onPage={walk.turn} />
      )}
      <SortingTold sorting={sorting} columns={columns} />
      {props.footer !== undefined && <div className="table-foot">{props.footer}</div>}
    </div>
  );
}

function SortingTold<Row>({ sorting, columns }: { sorting: Sorting | undefined; columns: readonly Column<Row>[] }) {
  const say = useSay();
  if (sorting === undefined) return null;
  const column = columns.find(({ key }) => key === sorting.key)?.title ?? '';
  return (
    <p className="unseen" role="status">
      {say(sorting.down ? 'ui.table.sortedDown' : 'ui.table.sortedUp', { column })}
    </p>
  );
}

/** What of the rows is shown, in which order, under which heads. */
function useLines<Row>(props: TableProps<Row>, sorting: Sorting | undefined, query: string): readonly Line<Row>[] {
  const { rows, columns, rowKey, group } = props;
  const find = useMemo(() => createFinder(rows, columns), [rows, columns]);
  return useMemo(
    () => linesOf(sortedRows(find(query), columns, sorting), rowKey, sorting === undefined ? group : undefined),
    [columns, find, group, query, rowKey, sorting],
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
