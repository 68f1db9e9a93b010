import { useHouse, useNow } from '../house.tsx';
import { face, spanBetween } from '../language/duration.ts';

/** An instant as people of its place read it; UTC when pointed at. */
export function Moment({
  at,
  zone,
  day = false,
  second = false,
}: {
  at: number | string;
  zone?: string | undefined;
  day?: boolean;
  second?: boolean;
}) {
  const { speech, zone: own } = useHouse();
  const instant = typeof at === 'number' ? at : Date.parse(at);
  if (Number.isNaN(instant)) return <span translate="no">{String(at)}</span>;
  const place = zone ?? own;
  const { format } = speech;
  const iso = new Date(instant).toISOString();
  return (
    <time dateTime={iso} title={`${iso.slice(0, 16).replace('T', ' ')} UTC`} className="moment" translate="no">
      {day && `${format.isoDay(instant, place)} `}
      {second ? format.second(instant, place) : format.time(instant, place)}{' '}
      <span className="unit">{format.zone(instant, place)}</span>
    </time>
  );
}

const urgentMs = 20 * 60_000;
const soonMs = 60 * 60_000;

/**
 * The time left until something closes. Told in seconds below an hour and in minutes above; never animated. The bar is the
 * share left of the last hour, for the eye.
 */
export function Countdown({ to, size = 'normal' }: { to: number | string; size?: 'normal' | 'large' }) {
  const { speech } = useHouse();
  const then = typeof to === 'number' ? to : Date.parse(to);
  const now = useNow();
  const span = spanBetween(now, then);
  const { form, text } = face(span);
  const left = then - now;
  const urgency = span.late ? 'late' : left < urgentMs ? 'urgent' : left < soonMs ? 'soon' : 'far';
  return (
    <span className="countdown" data-urgency={urgency} data-size={size}>
      <span className="unseen">
        {speech.say(span.late ? 'ui.countdown.late' : 'ui.countdown.left', {
          days: span.days,
          hours: span.hours,
          minutes: span.minutes,
        })}
      </span>
      <span aria-hidden="true" className="countdown-face">
        {span.late && <span className="countdown-late">{speech.say('ui.countdown.lateWord')}</span>}
        <span className="digits" translate="no">
          {text}
        </span>{' '}
        <span className="unit">{speech.say(`ui.countdown.unit.${form}`)}</span>
      </span>
      {urgency !== 'far' && (
        <span aria-hidden="true" className="countdown-bar">
          <span style={{ inlineSize: `${Math.max(0, Math.min(1, left / soonMs)) * 100}%` }} />
        </span>
      )}
    </span>
  );
}

/** How long ago, in words, beside an absolute time. */
export function Ago({ at }: { at: number }) {
  const { speech } = useHouse();
  const now = useNow();
  const span = spanBetween(at, Math.max(at, now));
  const key = span.days > 0 ? 'days' : span.hours > 0 ? 'hours' : span.minutes > 0 ? 'minutes' : 'seconds';
  return <span className="ago">{speech.say(`ui.ago.${key}`, { count: span[key] })}</span>;
}
