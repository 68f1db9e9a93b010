import { Moment, Panel, useSpeech, Verbatim } from '#ui';
import type { MilestoneShape } from './shapes.ts';

/** What people wrote to each other about it, the newest first. */
export function Comments({ story }: { story: MilestoneShape }) {
  const { say, format } = useSpeech();
  const comments = story.history.filter(({ what }) => what === 'commented').toReversed();
  return (
    <Panel title={say('plan.comments')}>
      {comments.length === 0 ? (
        <p className="quiet">{say('plan.comments.none')}</p>
      ) : (
        <ol className="plan-comments">
          {comments.map(({ fact, person, nation, at, body }) => (
            <li key={fact}>
              <p className="quiet">
                <Verbatim>{person}</Verbatim>, {format.country(nation)} · <Moment at={at} day />
              </p>
              <p>
                <Verbatim>{String(body['text'] ?? '')}</Verbatim>
              </p>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}
