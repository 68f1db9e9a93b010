import { Moment, useNow, useSpeech } from '#ui';
import type { MomentShape } from './shapes.ts';

/** A time of the journey, local to its place; the day too when it is not today there. */
export function Local({ moment }: { moment: MomentShape | undefined }) {
  const { format } = useSpeech();
  const now = useNow(60_000);
  if (moment === undefined) return <span translate="no">–</span>;
  if (moment.instant === undefined || moment.zone === undefined) {
    return <span translate="no">{moment.local.replace('T', ' ')}</span>;
  }
  const at = typeof moment.instant === 'number' ? moment.instant : Date.parse(moment.instant);
  const today = format.isoDay(at, moment.zone) === format.isoDay(now, moment.zone);
  return <Moment at={at} zone={moment.zone} day={!today} />;
}
