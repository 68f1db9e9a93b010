import { useMemo } from 'react';
import {
  type Column,
  Countdown,
  Empty,
  Failure,
  Link,
  LiveBar,
  Moment,
  Page,
  type RouteProps,
  Skeleton,
  type Speech,
  StaleMark,
  Status,
  StatusBar,
  StatusCounts,
  Table,
  TableCount,
  Tabs,
  useHouse,
  useLiveList,
  useRead,
  useSpeech,
  Verbatim,
} from '#ui';
import { Local } from './moments.tsx';
import type { FlightDetail, LegShape, TravellerItem } from './shapes.ts';
import { Partners } from './today.tsx';
import {
  countsOf,
  DispositionMark,
  flightName,
  PartnerWord,
  placeOf,
  ReasonText,
  Route,
  strictness,
  WhySentence,
} from './words.tsx';

/** The purpose for which an officer of the border reads travellers. */
export const purpose = 'border-check';
const most = 200;

/** The strictest word first: that of the whole, then the own; those who wait stand between refusal and leave. */
const rank = ({ combined, own, referral }: TravellerItem): number => {
  const place = strictness(combined ?? own?.disposition);
  return (place < 0 ? 2.5 : place) - (referral === undefined ? 0 : 0.25);
};
const byStrictness = (one: TravellerItem, other: TravellerItem): number => rank(one) - rank(other);
const keyOf = (traveller: TravellerItem): string => traveller.subject;

/** One flight: what closes when, what each country said, and the travellers, the strictest first. */
export function FlightPage({ params }: RouteProps) {
  const { say } = useSpeech();
  const journey = params['journey'] ?? '';
  const read = useRead<FlightDetail>(`/api/travel/flights/${encodeURIComponent(journey)}`, {
    purpose,
    renewOn: ({ view, keys }) => view.startsWith('travel.') && (keys.length === 0 || keys.includes(journey)),
  });
  const flight = read.value;
  const crumbs = [{ text: say('travel.today'), to: '/' }];
  if (flight === undefined) {
    return (
      <Page title={say('travel.flight')} crumbs={crumbs}>
        {read.problem === undefined ? (
          <Skeleton lines={10} />
        ) : (
          <Failure problem={read.problem} retry={() => void read.renew()} />
        )}
      </Page>
    );
  }
  const name = flightName(flight.conveyance);
  return (
    <Page
      title={name}
      verbatim
      crumbs={crumbs}
      heading={
        <>
          {name} <span className="head-route">{<Route from={flight.from} to={flight.to} names />}</span>
        </>
      }
      lead={
        <span>
          {say(`travel.departs.${flight.mode}`)} <Local moment={flight.departure} />
        </span>
      }
      actions={
        flight.closesAt !== undefined && (
          <div className="closing">
            <span className="quiet">{say('travel.closes')}</span>
            <Countdown to={flight.closesAt} size="large" />
          </div>
        )
      }
    >
      <StaleMark at={read.at} failed={read.problem !== undefined} renew={() => void read.renew()} />
      <Summary flight={flight} />
      <FlightTabs flight={flight} />
    </Page>
  );
}

/** Why it needs someone, who said what, and how many are answered. */
function Summary({ flight }: { flight: FlightDetail }) {
  const speech = useSpeech();
  const { say, format } = speech;
  const counts = countsOf(flight.dispositions, flight.answers.waiting, speech);
  return (
    <section className="summary panel" aria-label={say('travel.summary')}>
      <div>
        <h2>{say('travel.why')}</h2>
        {flight.why.length === 0 ? (
          <p>
            <Status kind="clear" word={say('travel.why.nothing')} />
          </p>
        ) : (
          <ul className="whys">
            {flight.why.map(({ code, count }) => (
              <li key={code}>
                <WhySentence code={code} count={count} />
              </li>
            ))}
          </ul>
        )}
      </div>
      <div>
        <h2>{say('travel.told')}</h2>
        <StatusCounts counts={counts} none={say('travel.answers.none')} />
        <StatusBar counts={counts} />
        <p className="quiet">
          {say('travel.answered', {
            answered: flight.answers.answered,
            all: flight.answers.answered + flight.answers.waiting,
          })}
        </p>
      </div>
      <div>
        <h2>{say('travel.partners')}</h2>
        <Partners partners={flight.partners} />
      </div>
      <div>
        <h2>{say('travel.aboard')}</h2>
        <p className="figure">
          {format.number(flight.aboard.listed)}{' '}
          {flight.aboard.expected !== undefined && (
            <span className="quiet">{say('travel.aboard.of', { count: flight.aboard.expected })}</span>
          )}
        </p>
      </div>
    </section>
  );
}

function FlightTabs({ flight }: { flight: FlightDetail }) {
  const { address } = useHouse();
  const { say } = useSpeech();
  const open = address.query.get('tab') ?? 'travellers';
  return (
    <Tabs
      label={say('travel.flight.parts')}
      open={open}
      onOpen={(tab) => address.go(`${address.path}${tab === 'travellers' ? '' : `?tab=${tab}`}`, { replace: true })}
      tabs={[
        {
          key: 'travellers',
          title: say('travel.travellers'),
          count: flight.travellers.length,
          panel: <Travellers flight={flight} />,
        },
        {
          key: 'messages',
          title: say('travel.messages'),
          count: flight.messages.length,
          panel: <Messages flight={flight} />,
        },
        { key: 'legs', title: say('travel.legs'), panel: <Legs legs={flight.legs ?? []} /> },
      ]}
    />
  );
}

function Travellers({ flight }: { flight: FlightDetail }) {
  const speech = useSpeech();
  const { say } = speech;
  const sorted = useMemo(() => [...flight.travellers].sort(byStrictness), [flight]);
  const list = useLiveList(sorted, keyOf);
  const countries = useMemo(() => flight.partners.map(({ country }) => country), [flight]);
  const columns = useMemo(() => travellerColumns(speech, countries), [countries, speech]);
  if (flight.travellers.length === 0) {
    return <Empty kind="pending" title={say('travel.travellers.none')} />;
  }
  return (
    <section className="panel" aria-label={say('travel.travellers')} {...list.hold}>
      <LiveBar list={list} />
      <Table
        dense
        caption={say('travel.travellers')}
        columns={columns}
        rows={list.rows.slice(0, most)}
        rowKey={keyOf}
        to={({ subject }) => `/travellers/${encodeURIComponent(flight.journey)}/${encodeURIComponent(subject)}`}
        changed={list.changed}
        gone={list.gone}
        footer={<TableCount shown={Math.min(most, list.rows.length)} total={list.rows.length} />}
      />
    </section>
  );
}

function travellerColumns(speech: Speech, countries: readonly string[]): readonly Column<TravellerItem>[] {
  const { say, format } = speech;
  return [
    {
      key: 'told',
      title: say('travel.combined'),
      width: '17rem',
      cell: ({ combined }) => <DispositionMark disposition={combined} />,
      order: byStrictness,
    },
    {
      key: 'name',
      title: say('travel.name'),
      head: true,
      cell: ({ name }) => (
        <strong translate="no" className="person">
          {name}
        </strong>
      ),
      order: (one, other) => format.compare(one.name, other.name),
    },
    {
      key: 'why',
      title: say('travel.own.why'),
      cell: ({ own }) => {
        const [reason] = own?.reasons ?? [];
        if (own === undefined || reason === undefined) return <span className="quiet">{say('travel.own.none')}</span>;
        return own.disposition === 'board' ? (
          <span className="quiet">{say('travel.own.clear')}</span>
        ) : (
          <ReasonText reason={reason} />
        );
      },
    },
    {
      key: 'partners',
      title: say('travel.partners'),
      width: '12rem',
      cell: ({ partners }) => (
        <ul className="partner-list">
          {countries.map((country) => (
            <li key={country}>
              <PartnerWord answer={partners.find((one) => one.country === country) ?? { country }} />
            </li>
          ))}
        </ul>
      ),
    },
    {
      key: 'document',
      title: say('travel.document'),
      width: '11rem',
      wideOnly: true,
      cell: ({ document, nationality }) => <Verbatim mono>{document ?? nationality}</Verbatim>,
      order: (one, other) => format.compare(one.nationality ?? '', other.nationality ?? ''),
    },
    {
      key: 'role',
      title: say('travel.role'),
      width: '8rem',
      wideOnly: true,
      cell: ({ role }) =>
        speech.knows(`travel.role.${role}`) ? say(`travel.role.${role}`) : <Verbatim>{role}</Verbatim>,
    },
    {
      key: 'referral',
      title: say('travel.referral'),
      width: '7rem',
      cell: ({ referral }) =>
        referral === undefined ? null : (
          <Link to={`/referrals/${encodeURIComponent(referral)}`}>{say('travel.referral.open')}</Link>
        ),
    },
  ];
}

function Messages({ flight }: { flight: FlightDetail }) {
  const { say, format } = useSpeech();
  type Row = FlightDetail['messages'][number];
  const rows = flight.messages.map((message, at) => ({ ...message, key: `${message.lodgement ?? ''}${at}` }));
  const findings = (row: Row): number => (typeof row.findings === 'number' ? row.findings : row.findings.length);
  if (rows.length === 0) return <Empty kind="pending" title={say('travel.messages.none')} />;
  const columns: readonly Column<Row>[] = [
    { key: 'at', title: say('travel.received'), cell: ({ receivedAt }) => <Moment at={receivedAt} day second /> },
    { key: 'kind', title: say('travel.kind'), head: true, cell: ({ kind }) => <Verbatim>{kind}</Verbatim> },
    {
      key: 'findings',
      title: say('travel.findings'),
      cell: (row) =>
        findings(row) === 0 ? (
          <span className="quiet">{say('travel.findings.none')}</span>
        ) : (
          format.number(findings(row))
        ),
    },
    {
      key: 'open',
      title: say('travel.message'),
      cell: ({ lodgement }) =>
        lodgement === undefined ? (
          <span className="quiet">{say('travel.message.elsewhere')}</span>
        ) : (
          <Link to={`/messages/${encodeURIComponent(lodgement)}`}>
            <Verbatim mono>{lodgement.slice(0, 8)}</Verbatim>
          </Link>
        ),
    },
  ];
  return (
    <section className="panel" aria-label={say('travel.messages')}>
      <Table
        caption={say('travel.messages')}
        columns={columns}
        rows={rows}
        rowKey={(row) => (row as { key: string }).key}
      />
    </section>
  );
}

function Legs({ legs }: { legs: readonly LegShape[] }) {
  const { say } = useSpeech();
  if (legs.length === 0) return <Empty kind="pending" title={say('travel.legs.none')} />;
  const columns: readonly Column<LegShape>[] = [
    {
      key: 'conveyance',
      title: say('travel.conveyance'),
      head: true,
      cell: ({ conveyance }) => <Verbatim>{flightName(conveyance)}</Verbatim>,
    },
    { key: 'route', title: say('travel.route'), cell: (leg) => <Route from={leg.from} to={leg.to} names /> },
    { key: 'departs', title: say('travel.departure'), cell: ({ departure }) => <Local moment={departure} /> },
    { key: 'arrives', title: say('travel.arrival'), cell: ({ arrival }) => <Local moment={arrival} /> },
  ];
  return (
    <section className="panel" aria-label={say('travel.legs')}>
      <Table
        caption={say('travel.legs')}
        columns={columns}
        rows={legs}
        rowKey={(leg) => `${leg.conveyance} ${placeOf(leg.from).code}`}
      />
    </section>
  );
}
