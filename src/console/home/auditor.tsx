import { Page, useSpeech } from '#ui';
import { Numbers } from '../numbers.tsx';
import { isWanted } from '../plan/wanted.ts';
import { PromisesPanel, toJudge } from './plan-parts.tsx';
import { ProofPanel, useLedgerHead } from './proof.tsx';
import { useRegister } from './readings.ts';
import { Told } from './told.tsx';

/** An auditor: what waits for a verdict, what contradicts itself, and what proves the record. */
export function AuditorHome({ children }: { children: React.ReactNode }) {
  const { say } = useSpeech();
  const read = useRegister();
  const head = useLedgerHead();
  const judge = read.value === undefined ? [] : toJudge(read.value);
  return (
    <Page
      title={say('home.place')}
      heading={say(read.value === undefined ? 'home.question' : 'home.auditor.now', { count: judge.length })}
      lead={say('home.auditor.lead')}
    >
      <Numbers
        label={say('home.numbers')}
        sums={[
          {
            ...{ text: 'home.sum.contradicts', to: '/plan?flag=contradicts', kind: 'review' as const },
            count: read.value?.rows.filter((row) => isWanted(row, { flag: 'contradicts' })).length,
          },
          { text: 'home.sum.entries', to: '/node', count: head.value?.size },
        ]}
      />
      <div className="beside">
        <Told read={read}>{() => <PromisesPanel name="judge" rows={judge} all="/plan?cell=done" />}</Told>
        <ProofPanel />
      </div>
      {children}
    </Page>
  );
}
