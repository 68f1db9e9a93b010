import { type ComponentType, lazy, Suspense } from 'react';
import { Skeleton } from '../components/message.tsx';
import { Page } from '../components/page.tsx';
import { Link, useHouse } from '../house.tsx';
import { Basics } from './basics.tsx';
import { WithStyleTexts } from './texts.tsx';

/** What the component page shows, a part an address; each is loaded when it is looked at. */
const parts: Readonly<Record<string, ComponentType>> = {
  basics: Basics,
  lists: lazy(async () => ({ default: (await import('./lists.tsx')).Lists })),
  charts: lazy(async () => ({ default: (await import('./charts.tsx')).Charts })),
  choosing: lazy(async () => ({ default: (await import('./choosing.tsx')).Choosing })),
  map: lazy(async () => ({ default: (await import('./map.tsx')).Maps })),
};

/** All components in all their states. */
export function Showcase() {
  return (
    <Suspense fallback={<Skeleton />}>
      <WithStyleTexts>
        <Parts />
      </WithStyleTexts>
    </Suspense>
  );
}

function Parts() {
  const { speech, address } = useHouse();
  const asked = address.query.get('part') ?? 'basics';
  const open = asked in parts ? asked : 'basics';
  const Part = parts[open] ?? Basics;
  return (
    <Page title={speech.say('styles.title')} lead={speech.say('styles.lead')}>
      <nav className="places parts" aria-label={speech.say('styles.parts')}>
        {Object.keys(parts).map((name) => (
          <Link key={name} to={name === 'basics' ? '/styles' : `/styles?part=${name}`} current={name === open}>
            {speech.say(`styles.part.${name}`)}
          </Link>
        ))}
      </nav>
      <Suspense fallback={<Skeleton />}>
        <Part />
      </Suspense>
    </Page>
  );
}
