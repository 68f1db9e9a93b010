import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { EdgeMetrics } from '#api';
import { latencyBuckets, metricNames } from './names.ts';

/** What a node measures, beside what the edge measures of itself. Times are in seconds. */
export interface NodeMetrics extends EdgeMetrics {
  decision(domain: string, seconds: number): void;
  append(entries: number, seconds: number): void;
  partnerAnswer(country: string, seconds: number): void;
  failRule(country: string, cause: string): void;
  outbox(country: string, messages: number): void;
  referralsOpen(kind: string, count: number): void;
  finding(code: string): void;
  /** A request that was answered with 500. */
  bug(): void;
  /** A measure that a part declares. */
  measure(part: string, measure: { readonly name: string; readonly unit: string }, value: number): void;
}

type Name = (typeof metricNames)[keyof typeof metricNames];

/** Makes the metrics of one node; `process` adds those of the process, which several nodes in one process share. */
export function createMetrics({ process = false }: { readonly process?: boolean } = {}): NodeMetrics {
  const registry = new Registry();
  const registers = [registry];
  const options = ({ name, help, labels }: Name) => ({ name, help, labelNames: [...labels], registers });
  const histogram = (name: Name) => new Histogram<string>({ ...options(name), buckets: latencyBuckets });
  const counter = (name: Name) => new Counter<string>(options(name));
  const gauge = (name: Name) => new Gauge<string>(options(name));
  if (process) collectDefaultMetrics({ register: registry });

  const requests = histogram(metricNames.requests);
  const watchers = gauge(metricNames.watchers);
  const watchersDropped = counter(metricNames.watchersDropped);
  const lodgements = counter(metricNames.lodgements);
  const underWay = gauge(metricNames.underWay);
  const shed = counter(metricNames.shed);
  const decision = histogram(metricNames.decision);
  const append = histogram(metricNames.append);
  const appended = counter(metricNames.appended);
  const partner = histogram(metricNames.partner);
  const failRules = counter(metricNames.failRules);
  const outbox = gauge(metricNames.outbox);
  const referrals = gauge(metricNames.referrals);
  const findings = counter(metricNames.findings);
  const bugs = counter(metricNames.bugs);
  const measures = gauge(metricNames.measure);
  return {
    request: (route, method, status, seconds) => requests.observe({ route, method, status }, seconds),
    watchers: (count) => watchers.set(count),
    watcherDropped: () => watchersDropped.inc(),
    lodgement: (status) => lodgements.inc({ status }),
    underWay: (count) => underWay.set(count),
    shed: () => shed.inc(),
    decision: (domain, seconds) => decision.observe({ domain }, seconds),
    append: (entries, seconds) => {
      append.observe(seconds);
      appended.inc(entries);
    },
    partnerAnswer: (country, seconds) => partner.observe({ country }, seconds),
    failRule: (country, cause) => failRules.inc({ country, cause }),
    outbox: (country, messages) => outbox.set({ country }, messages),
    referralsOpen: (kind, count) => referrals.set({ kind }, count),
    finding: (code) => findings.inc({ code }),
    bug: () => bugs.inc(),
    measure: (part, { name, unit }, value) => measures.set({ part, measure: name, unit }, value),
    text: async () => ({ mediaType: registry.contentType, body: await registry.metrics() }),
  };
}
