import { Moment, Panel, useSpeech, Verbatim } from '#ui';
import { titleOfOutcome } from '../referrals.ts';
import type { ReferralDetail } from '../shapes.ts';

/** Who did what with it. */
export function History({ referral }: { referral: ReferralDetail }) {
  const { say } = useSpeech();
  return (
    <Panel title={say('console.history')}>
      <ol className="history">
        {referral.history.map(({ at, what, by, to, outcome, reason }) => (
          <li key={`${at}${what}`}>
            <Moment at={at} second />
            <span>
              {by === undefined ? say('console.history.node') : <Verbatim>{by}</Verbatim>}{' '}
              {say(`console.history.${what}`)} {to !== undefined && <Verbatim>{to}</Verbatim>}
              {outcome !== undefined && <b data-told="">{titleOfOutcome(outcome, referral)}</b>}
              {reason !== undefined && (
                <>
                  {' · '}
                  <Verbatim>{reason}</Verbatim>
                </>
              )}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
