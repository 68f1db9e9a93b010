import { expect, test } from 'vitest';
import { createMetrics } from './metrics.ts';
import { latencyBuckets, metricNames } from './names.ts';

test('every name is in the text, and what was measured under its labels', async () => {
  const metrics = createMetrics();
  metrics.request('/api/x', 'GET', 200, 0.004);
  metrics.watchers(3);
  metrics.watcherDropped();
  metrics.lodgement('accepted');
  metrics.underWay(5);
  metrics.shed();
  metrics.decision('travel', 0.2);
  metrics.append(7, 0.001);
  metrics.partnerAnswer('CA', 0.05);
  metrics.failRule('MX', 'late');
  metrics.outbox('MX', 4);
  metrics.referralsOpen('identity', 2);
  metrics.finding('EDI-0101');
  metrics.bug();
  metrics.measure('garden', { name: 'garden.plots', unit: 'plots' }, 12);
  const { mediaType, body } = await metrics.text();
  expect(mediaType).toContain('text/plain');
  for (const { name, help } of Object.values(metricNames)) expect(body).toContain(`# HELP ${name} ${help}`);
  for (const line of [
    'tripoint_http_request_seconds_bucket{le="0.005",route="/api/x",method="GET",status="200"} 1',
    'tripoint_http_watchers 3',
    'tripoint_lodgements_under_way 5',
    'tripoint_lodgements_shed_total 1',
    'tripoint_entries_total 7',
    'tripoint_decision_seconds_bucket{le="0.1",domain="travel"} 0',
    'tripoint_decision_seconds_bucket{le="0.3",domain="travel"} 1',
    'tripoint_fail_rules_total{country="MX",cause="late"} 1',
    'tripoint_outbox_messages{country="MX"} 4',
    'tripoint_bugs_total 1',
    'tripoint_measure{part="garden",measure="garden.plots",unit="plots"} 12',
  ]) {
    expect(body.split('\n')).toContain(line);
  }
});

test('the bounds of latency stand where the promises do', () => {
  for (const promise of [0.01, 0.06, 0.3, 2]) expect(latencyBuckets).toContain(promise);
  expect(latencyBuckets).toEqual(latencyBuckets.toSorted((a, b) => a - b));
});

test('two nodes in one process measure apart', async () => {
  const [one, two] = [createMetrics({ process: true }), createMetrics()];
  one.lodgement('accepted');
  expect((await two.text()).body).not.toContain('accepted');
  expect((await one.text()).body).toContain('process_cpu_seconds_total');
});
