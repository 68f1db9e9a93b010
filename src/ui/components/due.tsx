import { useHouse, useNow } from '../house.tsx';
import { distanceTo } from '../language/due.ts';
import { Shape } from './shape.tsx';

const hourMs = 3_600_000;

/** When something is due, in words from today: in 3 days, this month, 2 months late. The date itself is in its title. */
export function Due({ on }: { on: string }) {
  const { speech, zone } = useHouse();
  const now = useNow(hourMs);
  const { unit, count, late } = distanceTo(on, speech.format.isoDay(now, zone));
  const key = count === 0 ? 'now' : late ? 'late' : 'ahead';
  return (
    <time className="due" dateTime={on} title={on} data-kind={late ? 'stop' : undefined}>
      {late && <Shape sign="stop" />}
      <span>{speech.say(`ui.due.${unit}.${key}`, { count })}</span>
    </time>
  );
}
