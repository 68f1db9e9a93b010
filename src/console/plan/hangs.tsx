import { Link, Panel, useSpeech, Verbatim } from '#ui';
import type { MilestoneShape, ServesShape, TitledShape } from './shapes.ts';

/** What it waits for, what waits for it, what in Tripoint serves it, and what the report got wrong. */
export function Hangs({ story }: { story: MilestoneShape }) {
  const { say } = useSpeech();
  return (
    <>
      <Panel title={say('plan.serves')}>
        <Serves serves={story.serves} />
      </Panel>
      <Panel title={say('plan.order')}>
        <div className="stack">
          <Others title={say('plan.after')} none={say('plan.after.none')} others={story.after} />
          <Others title={say('plan.before')} none={say('plan.before.none')} others={story.before} />
        </div>
      </Panel>
      {story.errata.length > 0 && (
        <Panel title={say('plan.errata')}>
          <ul className="plan-says">
            {story.errata.map((text) => (
              <li key={text} data-told="">
                {text}
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}

function Others({ title, none, others }: { title: string; none: string; others: readonly TitledShape[] }) {
  return (
    <div>
      <h3>{title}</h3>
      {others.length === 0 ? (
        <p className="quiet">{none}</p>
      ) : (
        <ul className="plan-says">
          {others.map((other) => (
            <li key={other.milestone}>
              <Link to={`/plan/milestones/${encodeURIComponent(other.milestone)}`}>
                <Verbatim mono>{other.milestone}</Verbatim> <span data-told="">{other.title}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Links to what serves it; or plainly that nothing does yet, or that no software can. */
function Serves({ serves }: { serves: ServesShape | undefined }) {
  const { say } = useSpeech();
  if (serves === undefined) return <p className="quiet">{say('plan.serves.none')}</p>;
  switch (serves.by) {
    case 'later':
      return (
        <p>
          <b>{say('plan.serves.later')}</b> <span data-told="">{serves.note}</span>
        </p>
      );
    case 'policy':
      return (
        <p>
          <b>{say('plan.serves.policy')}</b> <span data-told="">{serves.reason}</span>
        </p>
      );
    case 'tripoint':
      return (
        <ul className="plan-says">
          {serves.links.map(({ to, address, name }) => (
            <li key={`${to}${address ?? name}`}>
              {say(`plan.serves.${to}`)}{' '}
              {address === undefined ? (
                <Verbatim mono>{name}</Verbatim>
              ) : (
                <Link to={address}>
                  <Verbatim mono>{address}</Verbatim>
                </Link>
              )}
            </li>
          ))}
        </ul>
      );
  }
}
