import { useState } from 'react';
import { Button } from '../components/button.tsx';
import { Verbatim } from '../components/facts.tsx';
import { LiveBar, useLiveList } from '../components/live.tsx';
import { Panel } from '../components/page.tsx';
import { StatusBar, StatusCounts } from '../components/status.tsx';
import { Countdown } from '../components/time.tsx';
import { useHouse, useSay } from '../house.tsx';
import type { Column } from '../table/column.ts';
import { Table } from '../table/table.tsx';
import type { StatusKind } from '../tokens.ts';
import { type Sample, samples } from './data.ts';

const counts = (row: Sample, word: (kind: StatusKind) => string) => [
  { kind: 'stop' as const, word: word('stop'), count: row.stops },
  { kind: 'review' as const, word: word('review'), count: row.reviews },
  { kind: 'clear' as const, word: word('clear'), count: row.clears },
];

/** Rows that arrive, change and wait, in two groups. */
export function SampleTable() {
  const say = useSay();
  const { ticker } = useHouse();
  const [now] = useState(() => ticker.now());
  const [rows, setRows] = useState<readonly Sample[]>(samples.slice(0, 3));
  const list = useLiveList(rows, keyOf);
  const word = (kind: StatusKind): string => say(`styles.status.${kind}`);
  const columns: readonly Column<Sample>[] = [
    {
      key: 'closes',
      title: say('styles.table.closes'),
      cell: (row) => <Countdown to={now + row.minutes * 60_000} />,
      order: (one, other) => one.minutes - other.minutes,
    },
    {
      key: 'name',
      title: say('styles.table.name'),
      head: true,
      cell: (row) => (
        <Verbatim>
          <strong>{row.name}</strong> {row.way}
        </Verbatim>
      ),
      order: (one, other) => one.name.localeCompare(other.name),
    },
    {
      key: 'answers',
      title: say('styles.table.answers'),
      cell: (row) => (
        <>
          <StatusCounts counts={counts(row, word)} />
          <StatusBar counts={counts(row, word)} />
        </>
      ),
    },
  ];
  return (
    <Panel
      title={say('styles.table')}
      bare
      aside={
        <Button kind="quiet" onPress={() => setRows(samples)}>
          {say('styles.table.add')}
        </Button>
      }
    >
      <div {...list.hold}>
        <LiveBar list={list} />
        <Table
          caption={say('styles.table')}
          columns={columns}
          rows={list.rows}
          rowKey={keyOf}
          to={(row) => `/styles?row=${row.key}`}
          changed={list.changed}
          gone={list.gone}
          group={(row) =>
            row.minutes < 20
              ? { key: 'now', title: say('styles.table.now') }
              : { key: 'later', title: say('styles.table.later') }
          }
        />
      </div>
    </Panel>
  );
}
const keyOf = (row: Sample): string => row.key;
