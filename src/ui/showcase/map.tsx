import { Suspense, useMemo, useState } from 'react';
import { Verbatim } from '../components/facts.tsx';
import { Skeleton } from '../components/message.tsx';
import { Panel } from '../components/page.tsx';
import { Status } from '../components/status.tsx';
import { useSpeech } from '../house.tsx';
import type { Speech } from '../language/speech.ts';
import { BorderMap } from '../map/lazy.tsx';
import type { Mark } from '../map/map.tsx';
import type { Column } from '../table/column.ts';
import { Table } from '../table/table.tsx';
import { mapSamples, waySamples } from './map-data.ts';

/** The map, and the list of the same places beside it. */
export function Maps() {
  const speech = useSpeech();
  const { say } = speech;
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const columns = useMemo(() => placeColumns(speech), [speech]);
  return (
    <div className="map-pair" data-view="both">
      <Suspense fallback={<Skeleton lines={12} />}>
        <BorderMap
          name={say('styles.map')}
          finding={say('styles.map.finding')}
          legend={say('styles.map.legend')}
          marks={mapSamples}
          ways={waySamples}
          chosen={chosen}
          onChoose={setChosen}
        />
      </Suspense>
      <Panel title={say('styles.map.list')} bare>
        <Table
          caption={say('styles.map.list')}
          columns={columns}
          rows={mapSamples}
          rowKey={({ key }) => key}
          to={({ key }) => `/styles?part=map&place=${key}`}
          chosen={chosen}
          onChosen={setChosen}
          dense
        />
      </Panel>
    </div>
  );
}

const placeColumns = ({ say, format }: Speech): readonly Column<Mark>[] => [
  {
    key: 'place',
    title: say('styles.table.name'),
    head: true,
    cell: ({ label }) => <Verbatim>{label}</Verbatim>,
    order: (one, other) => format.compare(one.label, other.label),
  },
  {
    key: 'stands',
    title: say('styles.long.state'),
    cell: ({ kind }) => <Status kind={kind} word={say(`styles.status.${kind}`)} />,
  },
  {
    key: 'count',
    title: say('styles.long.count'),
    align: 'end',
    cell: ({ count }) => format.number(count),
    order: (one, other) => other.count - one.count,
  },
];
