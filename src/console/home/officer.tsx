import { Page, useHouse, useSpeech } from '#ui';
import { Numbers } from '../numbers.tsx';
import { Activity } from '../pages/activity.tsx';
import { dueOf } from '../referrals.ts';
import { mineOf, QueuePanel } from './queue.tsx';
import { useQueue } from './readings.ts';
import { Told } from './told.tsx';

/** An officer: his queue by the clock, and what leaves next. */
export function OfficerHome({ children }: { children: React.ReactNode }) {
  const { say } = useSpeech();
  const { person, ticker } = useHouse();
  const read = useQueue();
  const all = read.value?.items ?? [];
  const mine = mineOf(all, person.name);
  const count = (wanted: (one: (typeof all)[number]) => boolean) =>
    read.value === undefined ? undefined : all.filter(wanted).length;
  return (
    <Page
      title={say('home.place')}
      heading={say(read.value === undefined ? 'home.question' : 'home.officer.now', { count: mine.length })}
      lead={say('home.officer.lead')}
    >
      <Activity />
      <Numbers
        label={say('home.numbers')}
        sums={[
          {
            text: 'home.sum.free',
            to: '/referrals?desk=nobody',
            kind: 'review',
            count: count((one) => one.claimedBy === undefined),
          },
          {
            text: 'home.sum.mine',
            to: '/referrals?desk=me',
            kind: 'hold',
            count: count((one) => one.claimedBy === person.name),
          },
          {
            text: 'home.sum.late',
            to: '/referrals?late=1',
            kind: 'stop',
            count: count((one) => dueOf(one) < ticker.now()),
          },
        ]}
      />
      <Told read={read}>
        {() => <QueuePanel take title={say('home.queue')} referrals={mine} none={say('home.queue.none')} />}
      </Told>
      {children}
    </Page>
  );
}
