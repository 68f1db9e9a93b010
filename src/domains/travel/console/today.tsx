import { useMemo } from 'react';
import { Failure, Page, Said, Skeleton, StaleMark, useHouse, useRead, useSpeech } from '#ui';
import { Board } from './board.tsx';
import { Filters } from './filters.tsx';
import { byNeed } from './need.ts';
import type { FlightItem, FlightList } from './shapes.ts';
import { flightName, placeOf, WhySentence } from './words.tsx';

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
