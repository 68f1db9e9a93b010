import { useRef } from 'react';
import { Facts, Panel, useHouse, useKeys, useSpeech, Verbatim } from '#ui';
import { FactValue } from './facts.tsx';
import type { OwnDecision, TravellerDetail } from './shapes.ts';
import { DispositionMark, ReasonText } from './words.tsx';

/** The own decision with each reason, and the facts that its row looked at. */
export function Why({ own, facts }: { own: OwnDecision | undefined; facts: TravellerDetail['facts'] }) {
  const { say } = useSpeech();
  const { person } = useHouse();
  const { format } = useSpeech();
  const panel = useRef<HTMLDivElement>(null);
  useKeys([{ keys: 'w', text: 'travel.keys.why', act: () => panel.current?.focus() }]);
  const titles = new Map(facts.map(({ name, title }) => [name, title]));
  return (
    <Panel
      title={say('travel.own', { country: format.country(person.country) })}
      aside={
        own?.by !== undefined && (
          <Verbatim>
            {own.by.table} {own.by.version}
          </Verbatim>
        )
      }
    >
      <div ref={panel} tabIndex={-1} className="why-panel">
        <DispositionMark disposition={own?.disposition} size="large" />
        {own === undefined ? (
          <p>{say('travel.own.none')}</p>
        ) : (
          <ol className="reasons">
            {own.reasons.map((reason) => (
              <li key={`${reason.code}${reason.row ?? ''}`}>
                <p className="reason">
                  <ReasonText reason={reason} />
                </p>
                <p className="quiet">
                  {say('travel.reason.class')} {say(`travel.class.${reason.class}`)}
                  {reason.row !== undefined && (
                    <>
                      {' · '}
                      {say('travel.reason.row')} <Verbatim>{reason.row}</Verbatim>
                    </>
                  )}
                  {' · '}
                  <Verbatim mono>{reason.code}</Verbatim>
                </p>
                {reason.facts !== undefined && Object.keys(reason.facts).length > 0 && (
                  <Facts
                    rows={Object.entries(reason.facts).map(([name, value]) => ({
                      key: name,
                      title: titles.get(name) ?? name,
                      told: true,
                      value: <FactValue name={name} value={value} />,
                    }))}
                  />
                )}
              </li>
            ))}
          </ol>
        )}
      </div>
    </Panel>
  );
}
