import { useMemo, useRef } from 'react';
import {
  Button,
  type Column,
  Countdown,
  Empty,
  Failure,
  folded,
  LiveBar,
  Moment,
  Page,
  Panel,
  Said,
  Select,
  Shape,
  Skeleton,
  type Speech,
  StaleMark,
  StatusBar,
  StatusCounts,
  Table,
  TableCount,
  useHouse,
  useKeys,
  useLiveList,
  useRead,
  useSpeech,
} from '#ui';
import { Local } from './moments.tsx';
import type { FlightItem, FlightList, Need, PartnerState } from './shapes.ts';
import { countsOf, flightName, placeOf, Route, WhySentence } from './words.tsx';

const windows = ['6h', '24h', '48h'];
const modes = ['all', 'air', 'sea', 'land'];
const needs: readonly Need[] = ['now', 'soon', 'none'];

const instantOf = (at: number | string | undefined): number =>
  at === undefined ? Number.POSITIVE_INFINITY : typeof at === 'number' ? at : Date.parse(at);

/** Those who need someone first, and of these the one that closes first. */
export const byNeed = (one: FlightItem, other: FlightItem): number =>
  needs.indexOf(one.need) - needs.indexOf(other.need) || instantOf(one.closesAt) - instantOf(other.closesAt);

const keyOf = (flight: FlightItem): string => flight.journey;

/** Today: which flight needs someone, why, and how long there is left. */
export function TodayPage() {
  const { address } = useHouse();
  const { say } = useSpeech();
  const window = address.query.get('window') ?? '24h';
  const read = useRead<FlightList>(`/api/travel/flights?window=${encodeURIComponent(window)}`, {
    renewOn: ({ view }) => view.startsWith('travel.'),
  });
  const items = useMemo(() => [...(read.value?.items ?? [])].sort(byNeed), [read.value]);
  const now = items.filter(({ need }) => need === 'now');
  if (read.value === undefined) {
    return (
      <Page title={say('travel.today')}>
        {read.problem === undefined ? (
          <Skeleton lines={10} />
        ) : (
          <Failure problem={read.problem} retry={() => void read.renew()} />
        )}
      </Page>
    );
  }
  return (
    <Page
      title={say('travel.today')}
      heading={say('travel.today.need', { count: now.length })}
      lead={<Lead first={now[0]} soon={items.find(({ need }) => need === 'soon')} />}
      actions={<Filters window={window} />}
    >
      <StaleMark at={read.at} failed={read.problem !== undefined} renew={() => void read.renew()} />
      <Board items={items} />
    </Page>
  );
}

/** The one sentence for someone who has never seen the page. */
function Lead({ first, soon }: { first: FlightItem | undefined; soon: FlightItem | undefined }) {
  const { say } = useSpeech();
  const flight = first ?? soon;
  if (flight === undefined) return say('travel.today.calm');
  const [cause] = flight.why;
  return (
    <p className="first">
      <span>
        <Said
          text={first === undefined ? 'travel.today.next' : 'travel.today.first'}
          values={{
            flight: (
              <b key="flight" translate="no">
                {flightName(flight.conveyance)}
              </b>
            ),
            place: (
              <span key="place" translate="no">
                {placeOf(flight.to).name ?? placeOf(flight.to).code}
              </span>
            ),
          }}
        />
      </span>{' '}
      {cause !== undefined && <WhySentence code={cause.code} count={cause.count} />}
    </p>
  );
}

function Filters({ window }: { window: string }) {
  const { address } = useHouse();
  const { say } = useSpeech();
  const search = useRef<HTMLInputElement>(null);
  useKeys([{ keys: '/', text: 'travel.keys.search', act: () => search.current?.focus() }]);
  const change = (name: string, value: string, normal: string): void => {
    const query = new URLSearchParams(address.query);
    if (value === normal) query.delete(name);
    else query.set(name, value);
    address.go(`${address.path}${query.size > 0 ? `?${query}` : ''}`, { replace: true });
  };
  return (
    <search className="filters">
      <label className="unseen" htmlFor="find">
        {say('travel.find')}
      </label>
      <input
        id="find"
        ref={search}
        className="input"
        type="search"
        placeholder={say('travel.find.hint')}
        aria-keyshortcuts="/"
        value={address.query.get('find') ?? ''}
        onChange={(event) => change('find', event.target.value, '')}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      <Select
        quiet
        label={say('travel.window')}
        value={window}
        onValue={(value) => change('window', value, '24h')}
        options={windows.map((value) => ({ value, text: say(`travel.window.${value}`) }))}
      />
      <Select
        quiet
        label={say('travel.mode')}
        value={address.query.get('mode') ?? 'all'}
        onValue={(value) => change('mode', value, 'all')}
        options={modes.map((value) => ({ value, text: say(`travel.mode.${value}`) }))}
      />
    </search>
  );
}

function useFiltered(items: readonly FlightItem[]): readonly FlightItem[] {
  const { address } = useHouse();
  const find = folded(address.query.get('find') ?? '').replaceAll(' ', '');
  const mode = address.query.get('mode') ?? 'all';
  return useMemo(
    () =>
      items.filter((flight) => {
        const [from, to] = [placeOf(flight.from), placeOf(flight.to)];
        const text = folded([flight.conveyance, from.code, from.name, to.code, to.name].join('|')).replaceAll(' ', '');
        return (mode === 'all' || flight.mode === mode) && text.includes(find);
      }),
    [items, find, mode],
  );
}

function Board({ items }: { items: readonly FlightItem[] }) {
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
      order: (one, other) => instantOf(one.closesAt) - instantOf(other.closesAt),
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
          {aboard.expected !== undefined && (
            <span className="quiet"> {say('travel.aboard.of', { count: aboard.expected })}</span>
          )}
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

const stateKinds = { answered: 'clear', waiting: 'pending', late: 'hold', silent: 'review' } as const;

/** Which partners have answered; since when one is silent. */
export function Partners({ partners }: { partners: readonly PartnerState[] }) {
  const { say, format } = useSpeech();
  if (partners.length === 0) return <span className="quiet">{say('travel.partners.none')}</span>;
  return (
    <ul className="partner-list">
      {partners.map(({ country, state, since }) => (
        <li key={country} data-kind={stateKinds[state]}>
          <Shape sign={stateKinds[state]} />
          <abbr title={format.country(country)} translate="no">
            {country}
          </abbr>{' '}
          {say(`travel.partner.${state}`)}
          {since !== undefined && state !== 'answered' && (
            <>
              {' '}
              <Moment at={since} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
