import { useMemo } from 'react';
import { Band } from '../charts/band.tsx';
import { Bars } from '../charts/bars.tsx';
import { Survival } from '../charts/survival.tsx';
import { Timeline } from '../charts/timeline.tsx';
import { Panel } from '../components/page.tsx';
import { useHouse, useSay } from '../house.tsx';
import { bandSamples, barSamples, sampleToday, survivalSamples, timelineSamples } from './chart-data.ts';

/** Every kind of chart, each with its finding and its table. */
export function Charts() {
  return (
    <>
      <SampleTimeline />
      <div className="beside">
        <SampleBand />
        <SampleBars />
      </div>
      <SampleSurvival />
    </>
  );
}

function SampleTimeline() {
  const { speech, address } = useHouse();
  const { say } = speech;
  const count = Number(address.query.get('rows') ?? 14);
  const rows = useMemo(() => timelineSamples(count, (kind) => say(`styles.status.${kind}`)), [count, say]);
  return (
    <Panel title={say('styles.timeline')}>
      <Timeline
        name={say('styles.timeline')}
        finding={say('styles.timeline.finding', {
          count: rows.filter(({ standing }) => standing?.kind === 'stop').length,
          total: rows.length,
        })}
        rows={rows}
        today={sampleToday}
        told
      />
    </Panel>
  );
}

function SampleSurvival() {
  const say = useSay();
  const groups = useMemo(() => survivalSamples(say('styles.survival.one'), say('styles.survival.two')), [say]);
  return (
    <Panel title={say('styles.survival')}>
      <Survival name={say('styles.survival')} finding={say('styles.survival.finding')} groups={groups} />
    </Panel>
  );
}

function SampleBand() {
  const say = useSay();
  const points = useMemo(() => bandSamples(say('styles.band.unusual')), [say]);
  return (
    <Panel title={say('styles.band')}>
      <Band name={say('styles.band')} finding={say('styles.band.finding')} points={points} />
    </Panel>
  );
}

function SampleBars() {
  const say = useSay();
  const words = useMemo(() => ({ label: say('styles.bars.label'), value: say('styles.bars.value') }), [say]);
  return (
    <Panel title={say('styles.bars')}>
      <Bars name={say('styles.bars')} finding={say('styles.bars.finding')} bars={barSamples} words={words} told />
    </Panel>
  );
}
