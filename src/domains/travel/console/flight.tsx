import {
  Countdown,
  Failure,
  Page,
  type RouteProps,
  Skeleton,
  StaleMark,
  Status,
  StatusBar,
  StatusCounts,
  Tabs,
  useHouse,
  useRead,
  useSpeech,
} from '#ui';
import { Missing } from './board.tsx';
import { Legs, Messages } from './flight-lists.tsx';
import { Local } from './moments.tsx';
import { Partners } from './partners.tsx';
import { purpose } from './purpose.ts';
import type { FlightDetail } from './shapes.ts';
import { Travellers } from './travellers.tsx';
import { countsOf, flightName, Route, WhySentence } from './words.tsx';

/** One flight: what closes when, what each country said, and the travellers, the strictest first. */
export function FlightPage({ params }: RouteProps) {
  const { say } = useSpeech();
  const journey = params['journey'] ?? '';
  const read = useRead<FlightDetail>(`/api/travel/flights/${encodeURIComponent(journey)}`, {
    purpose,
    renewOn: ({ view, keys }) => view.startsWith('travel.') && (keys.length === 0 || keys.includes(journey)),
  });
  const flight = read.value;
  const crumbs = [{ text: say('travel.place'), to: '/flights' }];
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
          {format.number(flight.aboard.listed)}
          <Missing aboard={flight.aboard} />
        </p>
        {flight.aboard.crew > 0 && <p className="quiet">{say('travel.aboard.crew', { count: flight.aboard.crew })}</p>}
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
