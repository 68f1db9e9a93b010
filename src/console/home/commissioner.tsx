import { Page, useHouse, useSpeech } from '#ui';
import { Numbers } from '../numbers.tsx';
import { isWanted } from '../plan/wanted.ts';
import { ChangesPanel, ProposalsPanel, waitingFor } from './plan-parts.tsx';
import { useChanges, useProposals, useRegister } from './readings.ts';
import { Told } from './told.tsx';

/** A commissioner: what waits for this country's signature, what contradicts itself, what moved. */
export function CommissionerHome({ children }: { children: React.ReactNode }) {
  const { say } = useSpeech();
  const { person } = useHouse();
  const proposals = useProposals();
  const register = useRegister();
  const changes = useChanges();
  const waiting = waitingFor(proposals.value?.items ?? [], person.country);
  const count = (wanted: Parameters<typeof isWanted>[1]) =>
    register.value?.rows.filter((row) => isWanted(row, wanted)).length;
  return (
    <Page
      title={say('home.place')}
      heading={say(proposals.value === undefined ? 'home.question' : 'home.commissioner.now', {
        count: waiting.length,
      })}
      lead={say('home.commissioner.lead')}
    >
      <Told read={proposals}>{() => <ProposalsPanel proposals={waiting} />}</Told>
      <Numbers
        label={say('home.numbers')}
        sums={[
          { text: 'home.sum.signing', to: '/plan?signing=open', kind: 'hold', count: count({ signing: 'open' }) },
          {
            text: 'home.sum.contradicts',
            to: '/plan?flag=contradicts',
            kind: 'review',
            count: count({ flag: 'contradicts' }),
          },
          { text: 'home.sum.moved', to: '/plan?flag=moved', kind: 'review', count: count({ flag: 'moved' }) },
          { text: 'home.sum.overdue', to: '/plan?cell=late', kind: 'stop', count: count({ cell: 'late' }) },
        ]}
      />
      <Told read={changes}>{({ items }) => <ChangesPanel facts={items} />}</Told>
      {children}
    </Page>
  );
}
