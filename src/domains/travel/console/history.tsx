import type { ReactNode } from 'react';
import { Moment, Panel, useSpeech, Verbatim } from '#ui';
import type { TravellerDetail } from './shapes.ts';

/** What happened to him, the newest first. */
export function History({ traveller }: { traveller: TravellerDetail }) {
  const { say, knows, format } = useSpeech();
  const newest = [...traveller.history].reverse();
  const actor = (by: string): ReactNode =>
    /^[A-Z]{2}$/.test(by) ? (
      format.country(by)
    ) : knows(`travel.by.${by}`) ? (
      say(`travel.by.${by}`)
    ) : (
      <Verbatim>{by}</Verbatim>
    );
  return (
    <Panel title={say('travel.history')}>
      {newest.length === 0 ? (
        <p className="quiet">{say('travel.history.none')}</p>
      ) : (
        <ol className="history">
          {newest.map(({ at, what, by, entry }) => (
            <li key={`${at}${what}${by}`}>
              <Moment at={at} second />
              <span>
                {actor(by)}
                {' · '}
                {knows(`travel.history.${what}`) ? say(`travel.history.${what}`) : <Verbatim>{what}</Verbatim>}
                {entry !== undefined && (
                  <span className="quiet">
                    {' · '}
                    {say('travel.entry')} <Verbatim>{entry}</Verbatim>
                  </span>
                )}
              </span>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}
