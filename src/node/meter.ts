import type { NodeMetrics } from '#adapters/metrics';
import type { LodgeAnswer } from '#api';
import { queueView, type Referral, waiting } from '#casework';
import type { ExchangeService } from '#exchange';
import type { Finding } from '#kernel';
import type { Store } from '#ledger';
import { aroundStore } from './around-store.ts';
import type { Node } from './node.ts';
import type { Partners } from './partners.ts';

/** The store takes nothing any more: a node on it is of no use until it is opened again. */
const storeStopped = 'LED-0104';

/** The store, telling how long each group waits until it is on stable storage, and when it has stopped. */
export function meteredStore<Kind extends Store>(
  store: Kind,
  meter: NodeMetrics,
  onStopped: (finding: Finding) => void = () => {},
): Kind {
  const append: Store['append'] = async (group) => {
    const started = performance.now();
    const done = await store.append(group);
    if (done.ok) meter.append(group.entries.length, (performance.now() - started) / 1000);
    else if (done.error.code === storeStopped) onStopped(done.error);
    return done;
  };
  return aroundStore(store, { append });
}

/** The partners, telling how long each of them takes to answer. */
export function meteredPartners(partners: Partners, meter: NodeMetrics | undefined): Partners {
  if (meter === undefined) return partners;
  return {
    ask: async (question) => {
      const started = performance.now();
      const said = await partners.ask(question);
      if (said.kind === 'answer') meter.partnerAnswer(question.country, (performance.now() - started) / 1000);
      return said;
    },
  };
}

/** Measures what became of one lodgement. */
export function measureLodged(meter: NodeMetrics, { findings, messages }: LodgeAnswer, seconds: number): void {
  for (const { code } of [...findings, ...messages.flatMap((message) => message.findings)]) meter.finding(code);
  for (const { domain, outcomes } of messages) {
    meter.decision(domain, seconds);
    const failed = outcomes.flatMap(({ partners = [] }) =>
      partners.flatMap(({ country, failRule }) => (failRule === undefined ? [] : [`${country} ${failRule}`])),
    );
    // One question a country and message, however many subjects it is about.
    for (const pair of new Set(failed)) {
      const [country = '', cause = ''] = pair.split(' ');
      meter.failRule(country, cause);
    }
  }
}

/** Measures how things stand, when somebody asks. */
export async function measureStanding(meter: NodeMetrics, { access, domains, parts }: Node): Promise<void> {
  const channels = access.service<ExchangeService>('exchange').channels();
  for (const partner of new Set(channels.map((channel) => channel.partner))) {
    const own = channels.filter((channel) => channel.partner === partner);
    meter.outbox(
      partner,
      own.reduce((sum, { outbox }) => sum + outbox, 0),
    );
  }
  const open = waiting(access.view<Referral>(queueView.name).state);
  for (const { name } of domains.flatMap((domain) => domain.referrals)) {
    meter.referralsOpen(name, open.filter(({ opened }) => opened.kind === name).length);
  }
  for (const part of parts) {
    for (const { name, unit, read } of part.measures) {
      const reading = await read(access);
      if (reading !== undefined) meter.measure(part.name, { name, unit }, reading.value);
    }
  }
}
