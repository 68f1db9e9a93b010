import { type Column, Empty, Link, Moment, Table, useSpeech, Verbatim } from '#ui';
import { Local } from './moments.tsx';
import type { FlightDetail, LegShape } from './shapes.ts';
import { flightName, placeOf, Route } from './words.tsx';

/** The messages that told of this flight. */
export function Messages({ flight }: { flight: FlightDetail }) {
  const { say, format } = useSpeech();
  const rows = flight.messages.map((message, at) => ({ ...message, key: `${message.lodgement ?? ''}${at}` }));
  type Row = (typeof rows)[number];
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
      <Table caption={say('travel.messages')} columns={columns} rows={rows} rowKey={({ key }) => key} />
    </section>
  );
}

/** From where to where, stretch by stretch. */
export function Legs({ legs }: { legs: readonly LegShape[] }) {
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
