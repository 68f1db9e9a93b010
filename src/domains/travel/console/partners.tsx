import { Moment, Panel, Shape, useSpeech } from '#ui';
import type { PartnerAnswer, PartnerState } from './shapes.ts';
import { DispositionMark, lookOf } from './words.tsx';

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

/** What a partner said, in one line: never more than its disposition and the class of its reason. */
export function PartnerWord({ answer }: { answer: PartnerAnswer }) {
  const { say, format } = useSpeech();
  const { kind, sign } =
    answer.disposition === undefined ? ({ kind: 'pending', sign: 'pending' } as const) : lookOf(answer.disposition);
  return (
    <span className="partner" data-kind={kind} title={format.country(answer.country)}>
      <Shape sign={sign} {...(answer.failRule === undefined ? {} : { badge: 'stale' as const })} />
      <abbr title={format.country(answer.country)} translate="no">
        {answer.country}
      </abbr>{' '}
      {say(answer.disposition === undefined ? 'travel.waiting' : `travel.count.${answer.disposition}`)}
    </span>
  );
}

/** Of a partner only what came back: its disposition, the class of its reason, until when it holds. */
export function PartnerPanel({ partners }: { partners: readonly PartnerAnswer[] }) {
  const { say, format } = useSpeech();
  return (
    <Panel title={say('travel.partners')} aside={say('travel.partners.rule')}>
      {partners.length === 0 ? (
        <p className="quiet">{say('travel.partners.none')}</p>
      ) : (
        <ul className="partner-answers">
          {partners.map((partner) => (
            <li key={partner.country}>
              <b>{format.country(partner.country)}</b>
              <DispositionMark disposition={partner.disposition} />
              <span className="quiet">
                {partner.failRule !== undefined
                  ? say(`travel.fail.${partner.failRule}`)
                  : partner.reasonClass !== undefined &&
                    partner.disposition !== 'board' &&
                    say(`travel.class.${partner.reasonClass}`)}
                {partner.validUntil !== undefined && (
                  <>
                    {(partner.failRule !== undefined || partner.disposition !== 'board') && ' · '}
                    {say('travel.valid')} <Moment at={partner.validUntil} day />
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
