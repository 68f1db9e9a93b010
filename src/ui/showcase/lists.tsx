import { useMemo, useState } from 'react';
import { Verbatim } from '../components/facts.tsx';
import { Panel } from '../components/page.tsx';
import { Status } from '../components/status.tsx';
import { useSpeech } from '../house.tsx';
import type { Column } from '../table/column.ts';
import { Table } from '../table/table.tsx';
import { statusKinds } from '../tokens.ts';
import { type LongSample, longSamples } from './data.ts';
import { SampleTable } from './sample-table.tsx';

/** Rows that live, and rows by the thousand. */
export function Lists() {
  const { say } = useSpeech();
  const columns = useLongColumns();
  const [rows] = useState(() => longSamples(10_000));
  return (
    <>
      <SampleTable />
      <Panel title={say('styles.long')} bare>
        <Table
          caption={say('styles.long')}
          columns={columns}
          rows={rows}
          rowKey={keyOf}
          to={({ key }) => `/styles?part=lists&row=${key}`}
          dense
        />
      </Panel>
      <Panel title={say('styles.filtered')} bare>
        <Table caption={say('styles.filtered')} columns={columns} rows={rows.slice(0, 7)} rowKey={keyOf} filter />
      </Panel>
    </>
  );
}

const keyOf = (row: LongSample): string => row.key;

function useLongColumns(): readonly Column<LongSample>[] {
  const { say, format } = useSpeech();
  return useMemo(
    () => [
      {
        key: 'name',
        title: say('styles.table.name'),
        head: true,
        cell: ({ name }) => (
          <Verbatim>
            <strong>{name}</strong>
          </Verbatim>
        ),
        order: (one, other) => format.compare(one.name, other.name),
      },
      { key: 'way', title: say('styles.long.way'), cell: ({ way }) => <Verbatim>{way}</Verbatim> },
      {
        key: 'state',
        title: say('styles.long.state'),
        cell: ({ kind }) => <Status kind={kind} word={say(`styles.status.${kind}`)} />,
        order: (one, other) => statusKinds.indexOf(one.kind) - statusKinds.indexOf(other.kind),
      },
      { key: 'day', title: say('styles.long.day'), cell: ({ day }) => <Verbatim>{day}</Verbatim>, wideOnly: true },
      {
        key: 'count',
        title: say('styles.long.count'),
        align: 'end',
        cell: ({ count }) => format.number(count),
        order: (one, other) => one.count - other.count,
      },
    ],
    [say, format],
  );
}
