import { ButtonLink, Page, useSpeech } from '#ui';
import { Numbers } from '../numbers.tsx';
import { LodgedPanel } from './lodged.tsx';
import { useLodged } from './readings.ts';

/** The people who keep a carrier's system running: what was refused, where, and how soon answers came. */
export function CarrierHome({ children }: { children: React.ReactNode }) {
  const { say } = useSpeech();
  const { value } = useLodged();
  return (
    <Page
      title={say('home.place')}
      heading={say(value === undefined ? 'home.question' : 'home.carrier.now', { count: value?.refused ?? 0 })}
      lead={say('home.carrier.lead')}
      actions={<ButtonLink to="/certify?tab=try">{say('home.carrier.sandbox')}</ButtonLink>}
    >
      <Numbers
        label={say('home.numbers')}
        sums={[
          { text: 'home.sum.lodged', to: '/#lodged', count: value?.total },
          { text: 'home.sum.refused', to: '/#refused', kind: 'stop', count: value?.refused },
        ]}
      />
      <div id="refused">
        <LodgedPanel refused />
      </div>
      <div id="lodged">
        <LodgedPanel />
      </div>
      {children}
    </Page>
  );
}
