import { type AggregateId, aggregateId, type Fold, formatInstant, instant, type Recorded, type View } from '#kernel';
import { type Referral, referralFold } from './referral.ts';

/** A referral that nobody has settled, as the queue lists it: references and times, no personal data. */
export interface Waiting extends Omit<Referral, 'history' | 'decided'> {
  readonly referral: AggregateId;
}

/**
 * All referrals that wait, in buckets by the first two digits of their ids: one entry then copies one bucket and not the
 * whole queue.
 */
export type QueueState = Readonly<Record<string, Readonly<Record<string, Referral>>>>;

function apply(queue: QueueState, entry: Recorded): QueueState {
  if (!entry.kind.startsWith('casework.')) return queue;
  const { aggregate } = entry;
  const name = aggregate.slice(0, 2);
  const bucket = queue[name] ?? {};
  const before = bucket[aggregate];
  const after = referralFold.apply(before, entry);
  if (after === before || after === undefined) return queue;
  if (after.decided === undefined) return { ...queue, [name]: { ...bucket, [aggregate]: { ...after, history: [] } } };
  return { ...queue, [name]: Object.fromEntries(Object.entries(bucket).filter(([other]) => other !== aggregate)) };
}

const fold: Fold<QueueState> = { initial: {}, apply };

/** The queue of officers. */
export const queueView: View<QueueState> = {
  name: 'casework.queue',
  fold,
  ports: (queue, referral) => queue[referral.slice(0, 2)]?.[referral]?.opened.ports ?? [],
};

/** The key by which the queue is in order: what is due first comes first. */
export const queueKey = ({ opened, referral }: Waiting): string =>
  `${formatInstant(instant(opened.dueAt))} ${referral}`;

/** All that wait, what is due first in front. */
export function waiting(queue: QueueState): readonly Waiting[] {
  const all = Object.values(queue).flatMap((bucket) =>
    Object.entries(bucket).flatMap(([name, { history: _, ...rest }]) => {
      const referral = aggregateId(name);
      return referral === undefined ? [] : [{ ...rest, referral }];
    }),
  );
  return all.toSorted((a, b) => (queueKey(a) < queueKey(b) ? -1 : 1));
}
