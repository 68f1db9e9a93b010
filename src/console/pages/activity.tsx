import { useSyncExternalStore } from 'react';
import { Link, Moment, Shape, useSay } from '#ui';
import { activity } from '../activity.ts';

/** The last deed with its receipt. It does not go away by itself. */
export function Activity() {
  const say = useSay();
  const [last] = useSyncExternalStore(activity.onChange, activity.deeds);
  return (
    <div role="status" className="activity-place">
      {last !== undefined && (
        <p className="activity" data-kind="clear">
          <Shape sign="clear" />
          <span>
            {say('console.recorded')} <Moment at={last.at} second />: <b data-told="">{last.word}</b>
          </span>
          <Link to={last.to}>{say('console.recorded.show')}</Link>
        </p>
      )}
    </div>
  );
}
