import { ButtonLink, Moment, Panel, Status, useSpeech, Verbatim } from '#ui';
import type { MilestoneShape } from './shapes.ts';
import { measuredKinds, useAmount } from './words.tsx';

/** What this node counts: the verdict that nobody writes. */
export function MeasuredPanel({ story: { measured } }: { story: MilestoneShape }) {
  const { say } = useSpeech();
  const amount = useAmount();
  if (measured === undefined) {
    return (
      <Panel title={say('plan.measured')}>
        <p className="quiet">{say('plan.measured.untied')}</p>
      </Panel>
    );
  }
  const { name, title, unit, page, value, of, at, target, verdict } = measured;
  const least = 'at-least' in target;
  const bound = 'at-least' in target ? target['at-least'] : target['at-most'];
  return (
    <Panel
      title={say('plan.measured')}
      aside={
        <span className="quiet">
          <Moment at={at} second />
        </span>
      }
    >
      <div className="stack plan-measured">
        <Status size="large" kind={measuredKinds[verdict]} word={say(`plan.measured.${verdict}`)} />
        <p>
          <b data-told="">{title}</b>
        </p>
        <p>
          {value === undefined ? (
            say('plan.measured.nothing')
          ) : (
            <>
              <span className="plan-value">{amount(value, unit)}</span>{' '}
              {of !== undefined && <span className="quiet">{say('plan.measured.of', { count: of })}</span>}
            </>
          )}
        </p>
        <p>{say(least ? 'plan.measured.least' : 'plan.measured.most', { bound: amount(bound, unit) })}</p>
        <p className="quiet">
          {say('plan.measured.rule')} <Verbatim mono>{name}</Verbatim>
        </p>
        {page !== undefined && (
          <div className="actions">
            <ButtonLink to={page}>{say('plan.measured.page')}</ButtonLink>
          </div>
        )}
      </div>
    </Panel>
  );
}
