import { Suspense, useMemo, useState } from 'react';
import {
  BorderMap,
  Button,
  type Column,
  Empty,
  Failure,
  LiveBar,
  type Mark,
  Page,
  Said,
  Shape,
  Skeleton,
  type Speech,
  StaleMark,
  Table,
  TableCount,
  useHouse,
  useKeys,
  useLiveList,
  useRead,
  useSpeech,
  type Way,
} from '#ui';
import type { PlaceItem, PlacesToday } from './shapes.ts';
import { WhySentence } from './words.tsx';

const keyOf = (place: PlaceItem): string => place.code;
const flightsAt = (code: string): string => `/flights?place=${encodeURIComponent(code)}`;
const kinds = { now: 'review', soon: 'pending', none: 'clear' } as const;

/** Today at the border: where it presses, on a map of the three countries and in the list of the same places. */
export function MapPage() {
  const { say } = useSpeech();
  const read = useRead<PlacesToday>('/api/travel/places', { renewOn: ({ view }) => view.startsWith('travel.') });
  const { value } = read;
  return (
    <Page title={say('map.title')} heading={say('map.title')}>
      <StaleMark at={read.at} failed={read.problem !== undefined} renew={() => void read.renew()} />
      {value !== undefined ? (
        <MapAndList today={value} />
      ) : read.problem === undefined ? (
        <Skeleton lines={10} />
      ) : (
        <Failure problem={read.problem} retry={() => void read.renew()} />
      )}
    </Page>
  );
}

function MapAndList({ today }: { today: PlacesToday }) {
  const { say } = useSpeech();
  const { address } = useHouse();
  const view = address.query.get('view') === 'list' ? 'list' : 'both';
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const list = useLiveList(today.places, keyOf);
  const turn = (): void => address.go(view === 'list' ? '/map' : '/map?view=list', { replace: true });
  useKeys([{ keys: 'm', text: 'map.keys.switch', act: turn }]);
  if (today.places.length === 0) {
    return (
      <section className="panel">
        <Empty title={say('travel.flights.none')}>{say('travel.flights.none.more')}</Empty>
      </section>
    );
  }
  return (
    <>
      <p>
        <Button kind="quiet" shortcut="m" pressed={view === 'list'} onPress={turn}>
          {say('map.listOnly')}
        </Button>
      </p>
      <div className="map-pair" data-view={view}>
        {view === 'both' ? <Drawing today={today} chosen={chosen} onChoose={setChosen} /> : <Finding today={today} />}
        <section className="panel" aria-label={say('map.places')} {...list.hold}>
          <LiveBar list={list} />
          <Places places={list.rows} changed={list.changed} gone={list.gone} chosen={chosen} onChosen={setChosen} />
        </section>
      </div>
    </>
  );
}

function marksOf(places: readonly PlaceItem[]): readonly Mark[] {
  return places.flatMap(({ code, name, position, travellers, need }) =>
    position === undefined
      ? []
      : [
          {
            ...{ key: code, spot: position, count: travellers },
            ...{ label: name ?? code, kind: kinds[need], pressing: need === 'now' },
          },
        ],
  );
}

/** More arcs than this are a tangle and say nothing. */
const mostWays = 60;

function waysOf({ places, underWay }: PlacesToday): readonly Way[] {
  const spots = new Map(places.map(({ code, position }) => [code, position]));
  const ways = new Map<string, Way>();
  for (const { from, to } of underWay) {
    const [start, end] = [spots.get(from), spots.get(to)];
    const key = `${from} ${to}`;
    if (start !== undefined && end !== undefined) ways.set(key, { key, from: start, to: end });
  }
  return ways.size > mostWays ? [] : [...ways.values()];
}

interface DrawingProps {
  readonly today: PlacesToday;
  readonly chosen: string | undefined;
  readonly onChoose: (code: string) => void;
}

function Drawing({ today, chosen, onChoose }: DrawingProps) {
  const { say } = useSpeech();
  const marks = useMemo(() => marksOf(today.places), [today]);
  const ways = useMemo(() => waysOf(today), [today]);
  return (
    <Suspense fallback={<Skeleton lines={12} />}>
      <BorderMap
        name={say('map.title')}
        finding={<Finding today={today} />}
        legend={say('map.legend')}
        marks={marks}
        ways={ways}
        chosen={chosen}
        onChoose={onChoose}
      />
    </Suspense>
  );
}

/** The map in one sentence. */
function Finding({ today }: { today: PlacesToday }) {
  const { say } = useSpeech();
  const now = today.places.filter(({ need }) => need === 'now');
  const [first] = now;
  if (first === undefined) return <p className="map-finding">{say('map.calm', { places: today.places.length })}</p>;
  const place = (
    <b key="place" translate="no">
      {first.name ?? first.code}
    </b>
  );
  return (
    <p className="map-finding">
      {say('map.need', { count: now.length, places: today.places.length })}{' '}
      <Said text="map.first" values={{ place, flights: first.needing }} />
    </p>
  );
}

/** The places as rows; Enter opens the flights of one. */
function Places(props: {
  places: readonly PlaceItem[];
  changed: ReadonlySet<string>;
  gone: ReadonlySet<string>;
  chosen: string | undefined;
  onChosen: (code: string) => void;
}) {
  const speech = useSpeech();
  const columns = useMemo(() => placeColumns(speech), [speech]);
  return (
    <Table
      dense
      caption={speech.say('map.places')}
      columns={columns}
      rows={props.places}
      rowKey={keyOf}
      to={({ code }) => flightsAt(code)}
      changed={props.changed}
      gone={props.gone}
      chosen={props.chosen}
      onChosen={props.onChosen}
      tone={({ need }) => (need === 'now' ? 'now' : undefined)}
      footer={<TableCount shown={props.places.length} total={props.places.length} />}
    />
  );
}

function placeColumns({ say, format }: Speech): readonly Column<PlaceItem>[] {
  return [
    {
      key: 'place',
      title: say('map.place'),
      head: true,
      text: ({ code, name = '' }) => `${code} ${name}`,
      cell: ({ code, name }) => (
        <span translate="no">
          <strong>{code}</strong> {name}
        </span>
      ),
      order: (one, other) => format.compare(one.name ?? one.code, other.name ?? other.code),
    },
    {
      key: 'why',
      title: say('map.needs'),
      cell: ({ need, why }) => (
        <>
          <span className="need" data-kind={kinds[need]}>
            <Shape sign={kinds[need]} />
            {say(`map.need.${need}`)}
          </span>
          {why[0] !== undefined && need !== 'none' && (
            <div>
              <WhySentence code={why[0].code} count={why[0].count} />
            </div>
          )}
        </>
      ),
    },
    {
      key: 'travellers',
      title: say('map.travellers'),
      align: 'end',
      cell: ({ travellers }) => format.number(travellers),
      order: (one, other) => other.travellers - one.travellers,
    },
    {
      key: 'moves',
      title: say('map.moves'),
      align: 'end',
      cell: ({ arrivals, departures }) => (
        <span>
          {format.number(arrivals)} / {format.number(departures)}
        </span>
      ),
      order: (one, other) => other.arrivals + other.departures - one.arrivals - one.departures,
    },
  ];
}
