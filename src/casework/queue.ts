import { type AggregateId, type Fold, formatInstant, instant, type Listing, type View } from '#kernel';
import { type Referral, referralFold } from './referral.ts';

/** A referral that nobody has settled, as the queue lists it: references and times, no personal data. */
export interface Waiting extends Omit<Referral, 'history' | 'decided'> {
  readonly referral: AggregateId;
}

/** Referrals that nobody has settled, without their history. */
const fold: Fold<Referral | undefined> = {
  initial: undefined,
  apply: (before, entry) => {
    const after = referralFold.apply(before, entry);
    return after === before ? before : open(after);
  },
};
const open = (referral: Referral | undefined): Referral | undefined =>
  referral === undefined || referral.decided !== undefined ? undefined : { ...referral, history: [] };

/** The queue of officers. */
export const queueView: View<Referral> = {
  name: 'casework.queue',
  hears: (kind) => kind.startsWith('casework.'),
  fold,
  ports: ({ opened }) => opened.ports ?? [],
};

/** The key by which the queue is in order: what is due first comes first. */
export const queueKey = ({ opened, referral }: Waiting): string =>
  `${formatInstant(instant(opened.dueAt))} ${referral}`;

/** All that wait, what is due first in front. */
export function waiting(queue: Listing<Referral>): readonly Waiting[] {
  const all = [...queue].map(([referral, { history: _, ...rest }]) => ({ ...rest, referral }));
  return all.toSorted((a, b) => (queueKey(a) < queueKey(b) ? -1 : 1));
}
