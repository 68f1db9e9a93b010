import { Page, Panel, useSpeech } from '#ui';
import { Numbers } from '../numbers.tsx';
import { isWanted } from '../plan/wanted.ts';
import { useLedgerHead } from './proof.tsx';
import { useQueue, useRegister } from './readings.ts';

/** A visitor of the demonstration: what this is, and what happens just now; every number leads on. */
export function EverybodyHome({ children }: { children: React.ReactNode }) {
  const { say } = useSpeech();
  const queue = useQueue();
  const { value: register } = useRegister();
  const head = useLedgerHead();
  const count = (wanted: Parameters<typeof isWanted>[1]) =>
    register?.rows.filter((row) => isWanted(row, wanted)).length;
  return (
    <Page title={say('home.place')} heading={say('home.everybody')}>
      <div className="home-words">
        <p>{say('home.everybody.what')}</p>
        <p>{say('home.everybody.how')}</p>
        <p>{say('home.everybody.sit')}</p>
      </div>
      <Panel title={say('home.everybody.now')} aside={say('home.everybody.now.rule')}>
        <Numbers
          label={say('home.everybody.now')}
          sums={[
            { text: 'home.sum.waiting', to: '/referrals', kind: 'review', count: queue.value?.waiting },
            { text: 'home.sum.entries', to: '/node', count: head.value?.size },
            { text: 'home.sum.overdue', to: '/plan?cell=late', kind: 'stop', count: count({ cell: 'late' }) },
            {
              text: 'home.sum.contradicts',
              to: '/plan?flag=contradicts',
              kind: 'review',
              count: count({ flag: 'contradicts' }),
            },
            { text: 'home.sum.signing', to: '/plan?signing=open', kind: 'hold', count: count({ signing: 'open' }) },
          ]}
        />
      </Panel>
      {children}
    </Page>
  );
}
