import { ButtonLink, Page, useHouse, useKeys, useSpeech } from '#ui';
import { Numbers } from '../numbers.tsx';
import { isWanted } from '../plan/wanted.ts';
import { ChangesPanel, dueSoon, ofThisWeek, PromisesPanel } from './plan-parts.tsx';
import { useChanges, useRegister } from './readings.ts';
import { Told } from './told.tsx';

/** The secretariat: what changed, what is due, what contradicts itself, and the report one act away. */
export function SecretariatHome({ children }: { children: React.ReactNode }) {
  const { say } = useSpeech();
  const { address, ticker } = useHouse();
  const register = useRegister();
  const changes = useChanges();
  const week = ofThisWeek(changes.value?.items ?? [], ticker.now());
  useKeys([{ keys: 'r', text: 'home.report', act: () => address.go('/plan/report') }]);
  // The page that was read may not hold the whole week.
  const more = changes.value?.next !== undefined && week.length === changes.value.items.length;
  const count = (wanted: Parameters<typeof isWanted>[1]) =>
    register.value?.rows.filter((row) => isWanted(row, wanted)).length;
  return (
    <Page
      title={say('home.place')}
      heading={say(changes.value === undefined ? 'home.question' : `home.secretariat.${more ? 'more' : 'now'}`, {
        count: week.length,
      })}
      lead={say('home.secretariat.lead')}
      actions={
        <ButtonLink kind="primary" to="/plan/report" shortcut="r">
          {say('home.report')}
        </ButtonLink>
      }
    >
      <Numbers
        label={say('home.numbers')}
        sums={[
          {
            text: 'home.sum.contradicts',
            to: '/plan?flag=contradicts',
            kind: 'review',
            count: count({ flag: 'contradicts' }),
          },
          { text: 'home.sum.moved', to: '/plan?flag=moved', kind: 'review', count: count({ flag: 'moved' }) },
          { text: 'home.sum.signing', to: '/plan?signing=open', kind: 'hold', count: count({ signing: 'open' }) },
          { text: 'home.sum.stale', to: '/plan?flag=stale', kind: 'pending', count: count({ flag: 'stale' }) },
        ]}
      />
      <div className="beside">
        <Told read={changes}>{() => <ChangesPanel facts={week} />}</Told>
        <Told read={register}>{(value) => <PromisesPanel name="due" rows={dueSoon(value)} />}</Told>
      </div>
      {children}
    </Page>
  );
}
