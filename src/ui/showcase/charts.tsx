import { Timeline } from '../charts/timeline.tsx';
import { Panel } from '../components/page.tsx';
import { useHouse } from '../house.tsx';
import { sampleToday, timelineSamples } from './chart-data.ts';

/** Every kind of chart, each with its finding and its table. */
export function Charts() {
  const { speech, address } = useHouse();
  const { say } = speech;
  const rows = timelineSamples(Number(address.query.get('rows') ?? 14), (kind) => say(`styles.status.${kind}`));
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
