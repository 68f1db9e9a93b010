import { type Fold, foldOf, type Instant, instant, type Measure, on, type View } from '#kernel';
import { referralDecided, referralOpened } from './records.ts';

/** When a referral had to be settled, and when it was. */
export interface Times {
  readonly dueAt: Instant;
  readonly settledAt?: Instant;
}

const fold: Fold<Times | undefined> = foldOf<Times | undefined>(undefined, [
  on(referralOpened, (times, { dueAt }, { version }) => (version === 1 ? { dueAt: instant(dueAt) } : times)),
  on(referralDecided, (times, _, { at }) =>
    times === undefined || times.settledAt !== undefined ? times : { ...times, settledAt: at },
  ),
]);

/** Every referral that there was, with its two times. */
export const timesView: View<Times> = {
  name: 'casework.times',
  hears: (kind) => kind === referralOpened.name || kind === referralDecided.name,
  fold,
};

/** Of the referrals that are settled or past their time, those that were settled within it. */
export const settledInTime: Measure = {
  name: 'casework.settled-in-time',
  title: {
    en: 'Referrals settled within their target time',
    fr: 'Renvois tranchés dans le délai visé',
    es: 'Canalizaciones resueltas dentro del plazo previsto',
  },
  unit: 'share',
  page: '/referrals',
  read: (access) => {
    const all = [...access.view<Times>(timesView.name).state.values()];
    const ripe = all.filter(({ settledAt, dueAt }) => settledAt !== undefined || dueAt <= access.now());
    const kept = ripe.filter(({ settledAt, dueAt }) => settledAt !== undefined && settledAt <= dueAt);
    return Promise.resolve(ripe.length === 0 ? undefined : { value: kept.length / ripe.length, of: ripe.length });
  },
};
