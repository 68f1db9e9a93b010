import { useMemo } from 'react';
import { type Column, Countdown, Empty, Link, Panel, Status, Table, useRead, useSpeech } from '#ui';
import { type Overview, standOf } from './certification.ts';
import { byNeed } from './need.ts';
import type { FlightItem, FlightList } from './shapes.ts';
import { flightName, Route, WhySentence } from './words.tsx';

const shownRows = 6;

/** What leaves next and needs somebody; where nothing does, what leaves next. */
export function DeparturesPanel() {
  const { say } = useSpeech();
  const read = useRead<FlightList>('/api/travel/flights?window=24h', {
    renewOn: ({ view }) => view.startsWith('travel.'),
  });
  const items = useMemo(() => [...(read.value?.items ?? [])].sort(byNeed), [read.value]);
  const columns = useColumns();
  if (read.value === undefined) return null;
  const count = items.filter(({ need }) => need === 'now').length;
  return (
    <Panel
      bare
      title={say('travel.home.next')}
      aside={<Link to="/flights">{say('travel.today.need', { count })}</Link>}
    >
      {items.length === 0 ? (
        <Empty title={say('travel.flights.none')}>{say('travel.flights.none.more')}</Empty>
      ) : (
        <Table
          caption={say('travel.home.next')}
          columns={columns}
          rows={items.slice(0, shownRows)}
          rowKey={({ journey }) => journey}
          to={({ journey }) => `/flights/${encodeURIComponent(journey)}`}
        />
      )}
    </Panel>
  );
}

function useColumns(): readonly Column<FlightItem>[] {
  const { say } = useSpeech();
  return [
    {
      key: 'closes',
      title: say('travel.closes'),
      cell: ({ closesAt }) =>
        closesAt === undefined ? (
          <span className="quiet">{say('travel.closes.unknown')}</span>
        ) : (
          <Countdown to={closesAt} />
        ),
    },
    {
      key: 'flight',
      title: say('travel.flight'),
      head: true,
      cell: ({ conveyance, from, to }) => (
        <span>
          <strong translate="no">{flightName(conveyance)}</strong> <Route from={from} to={to} />
        </span>
      ),
    },
    {
      key: 'why',
      title: say('travel.why'),
      cell: ({ why: [first], need }) =>
        first === undefined ? (
          <span className="quiet">{say(need === 'none' ? 'travel.why.nothing' : 'travel.why.time')}</span>
        ) : (
          <WhySentence code={first.code} count={first.count} />
        ),
    },
  ];
}

/** How far a carrier's system is certified, case by case. */
export function CertificationPanel() {
  const { say } = useSpeech();
  const { value } = useRead<Overview>('/api/travel/certification');
  if (value === undefined) return null;
  return (
    <Panel title={say('travel.certify')} aside={<Link to="/certify">{say('travel.home.certify')}</Link>}>
      <ul className="home-list">
        {value.cases.map((one) => (
          <li key={one.name}>
            <Status
              kind={standOf(one)}
              word={say('travel.certify.score', { passed: one.latest?.passed ?? 0, total: one.latest?.total ?? 0 })}
            />{' '}
            <span data-told="">{one.title}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
