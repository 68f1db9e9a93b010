/** Every metric of a node, by its name in Prometheus; docs/operate names them from here. Times are in seconds. */
export const metricNames = {
  requests: {
    name: 'tripoint_http_request_seconds',
    help: 'Time to answer an HTTP request',
    labels: ['route', 'method', 'status'],
  },
  watchers: { name: 'tripoint_http_watchers', help: 'Open streams of events', labels: [] },
  watchersDropped: {
    name: 'tripoint_http_watchers_dropped_total',
    help: 'Streams of events closed since their reader was too slow',
    labels: [],
  },
  lodgements: {
    name: 'tripoint_lodgements_total',
    help: 'Lodgements taken in, by what became of them',
    labels: ['status'],
  },
  underWay: { name: 'tripoint_lodgements_under_way', help: 'Lodgements that are being answered', labels: [] },
  shed: {
    name: 'tripoint_lodgements_shed_total',
    help: 'Requests to lodge that were turned away (API-0504), since too many were under way',
    labels: [],
  },
  decision: {
    name: 'tripoint_decision_seconds',
    help: 'From the bytes of a message to its durable answer',
    labels: ['domain'],
  },
  append: { name: 'tripoint_append_seconds', help: 'Time until a group of entries is on stable storage', labels: [] },
  appended: { name: 'tripoint_entries_total', help: 'Entries made durable', labels: [] },
  partner: {
    name: 'tripoint_partner_answer_seconds',
    help: 'From a forwarding to the answer of the partner',
    labels: ['country'],
  },
  failRules: {
    name: 'tripoint_fail_rules_total',
    help: 'Answers that a fail rule gave in place of a partner',
    labels: ['country', 'cause'],
  },
  outbox: {
    name: 'tripoint_outbox_messages',
    help: 'Messages to a partner that it has not acknowledged',
    labels: ['country'],
  },
  referrals: { name: 'tripoint_referrals_open', help: 'Referrals that wait for an officer', labels: ['kind'] },
  findings: { name: 'tripoint_findings_total', help: 'Findings by code', labels: ['code'] },
  bugs: { name: 'tripoint_bugs_total', help: 'Requests that ended in a bug; the log has where', labels: [] },
  measure: {
    name: 'tripoint_measure',
    help: 'What the parts of the node measure of themselves',
    labels: ['part', 'measure', 'unit'],
  },
} as const;

/** Bounds of the latency histograms: they hold the promises of 10, 60 and 300 ms and of 2 s, so that each can be read off. */
export const latencyBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.06, 0.1, 0.3, 0.5, 1, 2, 5, 10];
