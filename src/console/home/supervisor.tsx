import { Page, useHouse, useSpeech } from '#ui';
import { Numbers } from '../numbers.tsx';
import { PartnersPanel } from '../pages/partners.tsx';
import { dueOf } from '../referrals.ts';
import { LoadPanel } from './load.tsx';
import { LodgedPanel } from './lodged.tsx';
import { MeasuresPanel } from './plan-parts.tsx';
import { byAge, QueuePanel } from './queue.tsx';
import { useLodged, useQueue, useRegister } from './readings.ts';
import { Told } from './told.tsx';

/** A supervisor: how old the queue is, who holds what, who is silent, what was refused, what is measured. */
export function SupervisorHome({ children }: { children: React.ReactNode }) {
  const { say } = useSpeech();
  const { ticker } = useHouse();
  const read = useQueue();
  const lodged = useLodged();
  const register = useRegister();
  const all = read.value?.items ?? [];
  const late = all.filter((one) => dueOf(one) < ticker.now());
  const known = (count: number) => (read.value === undefined ? undefined : count);
  return (
    <Page
      title={say('home.place')}
      heading={say(read.value === undefined ? 'home.question' : 'home.supervisor.now', { count: late.length })}
      lead={say('home.supervisor.lead')}
    >
      <Numbers
        label={say('home.numbers')}
        sums={[
          { text: 'home.sum.waiting', to: '/referrals', kind: 'review', count: known(all.length) },
          { text: 'home.sum.late', to: '/referrals?late=1', kind: 'stop', count: known(late.length) },
          {
            ...{ text: 'home.sum.free', to: '/referrals?desk=nobody', kind: 'hold' as const },
            count: known(all.filter(({ claimedBy }) => claimedBy === undefined).length),
          },
          { text: 'home.sum.refused', to: '/#refused', kind: 'stop', count: lodged.value?.refused },
        ]}
      />
      <Told read={read}>
        {() => <QueuePanel title={say('home.oldest')} referrals={all.toSorted(byAge)} none={say('home.queue.none')} />}
      </Told>
      <div className="beside">
        <div className="stack">
          <Told read={read}>{() => <LoadPanel referrals={all} />}</Told>
          <div id="refused">
            <LodgedPanel refused />
          </div>
        </div>
        <div className="stack">
          <Told read={register}>{(value) => <MeasuresPanel register={value} />}</Told>
        </div>
      </div>
      <PartnersPanel />
      {children}
    </Page>
  );
}
