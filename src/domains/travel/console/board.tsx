import { useMemo } from 'react';
import {
  Button,
  type Column,
  Countdown,
  Empty,
  LiveBar,
  Panel,
  Shape,
  type Speech,
  StatusBar,
  StatusCounts,
  Table,
  TableCount,
  useHouse,
  useLiveList,
  useSpeech,
} from '#ui';
import { useFiltered } from './filters.tsx';
import { Local } from './moments.tsx';
import { byClosing, byNeed } from './need.ts';
import { Partners } from './partners.tsx';
import type { FlightItem } from './shapes.ts';
import { countsOf, flightName, Route, WhySentence } from './words.tsx';

const keyOf = (flight: FlightItem): string => flight.journey;

/** All flights, those that need someone first. */
export function Board({ items }: { items: readonly FlightItem[] }) {
  const speech = useSpeech();
  const { address } = useHouse();
  const { say } = speech;
  const filtered = useFiltered(items);
  const list = useLiveList(filtered, keyOf);
  const columns = useMemo(() => boardColumns(speech), [speech]);
  if (items.length === 0) {
    return (
      <Panel title={say('travel.flights')} bare>
        <Empty title={say('travel.flights.none')}>{say('travel.flights.none.more')}</Empty>
      </Panel>
    );
  }
  return (
    <section aria-label={say('travel.flights')} className="board panel" {...list.hold}>
      <LiveBar list={list} />
      {list.rows.length === 0 ? (
        <Empty
          kind="pending"
          title={say('travel.flights.filtered', { total: items.length })}
          actions={<Button onPress={() => address.go(address.path)}>{say('travel.filter.clear')}</Button>}
        />
      ) : (
        <Table
          caption={say('travel.flights')}
          columns={columns}
          rows={list.rows}
          rowKey={keyOf}
          to={({ journey }) => `/flights/${encodeURIComponent(journey)}`}
          changed={list.changed}
          gone={list.gone}
          tone={({ need }) => (need === 'now' ? 'now' : undefined)}
          group={({ need }) => ({
            key: need,
            title: (
              <span className="need" data-kind={needKinds[need]}>
                <Shape sign={needKinds[need]} />
                {say(`travel.need.${need}`, { count: filtered.filter((flight) => flight.need === need).length })}
              </span>
            ),
          })}
          footer={<TableCount shown={filtered.length} total={items.length} />}
        />
      )}
    </section>
  );
}

/** How many passengers are expected, while not all of them are listed. */
export function Missing({ aboard }: { aboard: Pick<FlightItem['aboard'], 'listed' | 'expected'> }) {
  const { say } = useSpeech();
  const { listed, expected = 0 } = aboard;
  return listed < expected && <span className="quiet"> {say('travel.aboard.of', { count: expected })}</span>;
}

const needKinds = { now: 'review', soon: 'pending', none: 'clear' } as const;

function boardColumns(speech: Speech): readonly Column<FlightItem>[] {
  const { say, format } = speech;
  return [
    {
      key: 'closes',
      title: say('travel.closes'),
      width: '8rem',
      cell: ({ closesAt }) =>
        closesAt === undefined ? (
          <span className="quiet">{say('travel.closes.unknown')}</span>
        ) : (
          <Countdown to={closesAt} />
        ),
      order: byClosing,
    },
    {
      key: 'flight',
      title: say('travel.flight'),
      head: true,
      width: '14rem',
      cell: (flight) => (
        <span className="flight">
          <span>
            <strong translate="no">{flightName(flight.conveyance)}</strong> <Route from={flight.from} to={flight.to} />
          </span>
          <span className="flight-departs">
            {say(`travel.departs.${flight.mode}`)} <Local moment={flight.departure} />
          </span>
        </span>
      ),
      order: (one, other) => format.compare(one.conveyance, other.conveyance),
    },
    {
      key: 'why',
      title: say('travel.why'),
      cell: ({ why, need }) =>
        why.length === 0 ? (
          <span className="quiet">{say(need === 'none' ? 'travel.why.nothing' : 'travel.why.time')}</span>
        ) : (
          <ul className="whys">
            {why.map(({ code, count }) => (
              <li key={code}>
                <WhySentence code={code} count={count} />
              </li>
            ))}
          </ul>
        ),
      order: (one, other) => byNeed(one, other),
    },
    {
      key: 'aboard',
      title: say('travel.aboard'),
      width: '7rem',
      wideOnly: true,
      cell: ({ aboard }) => (
        <>
          <b>{format.number(aboard.listed)}</b>
          <Missing aboard={aboard} />
        </>
      ),
      order: (one, other) => one.aboard.listed - other.aboard.listed,
    },
    {
      key: 'answers',
      title: say('travel.answers'),
      width: '17rem',
      cell: ({ dispositions, answers }) => {
        const counts = countsOf(dispositions, answers.waiting, speech);
        return (
          <div className="answers">
            <StatusCounts counts={counts} none={say('travel.answers.none')} />
            <StatusBar counts={counts} />
          </div>
        );
      },
    },
    {
      key: 'partners',
      title: say('travel.partners'),
      width: '14rem',
      cell: ({ partners }) => <Partners partners={partners} />,
    },
  ];
}
