import { useMemo } from 'react';
import {
  type Column,
  Empty,
  Link,
  LiveBar,
  type Speech,
  Table,
  TableCount,
  useLiveList,
  useSpeech,
  Verbatim,
} from '#ui';
import { PartnerWord } from './partners.tsx';
import { travellerAddress } from './purpose.ts';
import type { FlightDetail, TravellerItem } from './shapes.ts';
import { DispositionMark, ReasonText, strictness } from './words.tsx';

const most = 200;

/** The strictest word first: that of the whole, then the own; those who wait stand between refusal and leave. */
const rank = ({ combined, own, referral }: TravellerItem): number => {
  const place = strictness(combined ?? own?.disposition);
  return (place < 0 ? 2.5 : place) - (referral === undefined ? 0 : 0.25);
};
const byStrictness = (one: TravellerItem, other: TravellerItem): number => rank(one) - rank(other);
const keyOf = (traveller: TravellerItem): string => traveller.subject;

/** The travellers of a flight, the strictest first. */
export function Travellers({ flight }: { flight: FlightDetail }) {
  const speech = useSpeech();
  const { say } = speech;
  const sorted = useMemo(() => [...flight.travellers].sort(byStrictness), [flight]);
  const list = useLiveList(sorted, keyOf);
  const countries = useMemo(() => flight.partners.map(({ country }) => country), [flight]);
  const referred = flight.travellers.some(({ referral }) => referral !== undefined);
  const columns = useMemo(() => travellerColumns(speech, countries, referred), [countries, referred, speech]);
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
        to={({ subject }) => travellerAddress(flight.journey, subject)}
        changed={list.changed}
        gone={list.gone}
        footer={<TableCount shown={Math.min(most, list.rows.length)} total={list.rows.length} />}
      />
    </section>
  );
}

function travellerColumns(
  speech: Speech,
  countries: readonly string[],
  referred: boolean,
): readonly Column<TravellerItem>[] {
  const { say, format } = speech;
  return [
    {
      key: 'told',
      title: say('travel.combined'),
      width: '15rem',
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
    ...(countries.length === 0 ? [] : [partnersColumn(countries, speech)]),
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
    ...(referred ? [referralColumn(speech)] : []),
  ];
}

const partnersColumn = (countries: readonly string[], { say }: Speech): Column<TravellerItem> => ({
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
});

const referralColumn = ({ say }: Speech): Column<TravellerItem> => ({
  key: 'referral',
  title: say('travel.referral'),
  width: '7rem',
  cell: ({ referral }) =>
    referral === undefined ? null : (
      <Link to={`/referrals/${encodeURIComponent(referral)}`}>{say('travel.referral.open')}</Link>
    ),
});
