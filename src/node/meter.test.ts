import { expect, test } from 'vitest';
import { loadCrypto } from '#adapters';
import { createMetrics } from '#adapters/metrics';
import type { LodgeAnswer } from '#api';
import { countryCode, type Finding, lodgementId } from '#kernel';
import { ledgerFindings, MemoryStore, type Store } from '#ledger';
import { measureLodged, meteredPartners, meteredStore } from './meter.ts';

const lines = async (meter: ReturnType<typeof createMetrics>): Promise<readonly string[]> =>
  (await meter.text()).body.split('\n');

test('a store tells how many entries became durable, and says once it takes nothing any more', async () => {
  const stopped: Finding[] = [];
  const meter = createMetrics();
  let answer: Awaited<ReturnType<Store['append']>> = { ok: true, value: undefined };
  // A class with private fields, as the real ones are.
  class OneAnswer extends MemoryStore {
    override append(): ReturnType<Store['append']> {
      return Promise.resolve(answer);
    }
  }
  const { createSha256 } = await loadCrypto();
  const store: Store = meteredStore(new OneAnswer(createSha256()), meter, (finding) => stopped.push(finding));
  expect((await store.append({ entries: [], keys: [] })).ok).toBe(true);
  expect((await store.head()).size).toBe(0);
  answer = { ok: false, error: ledgerFindings.find('LED-0101', { aggregate: 'a', version: 1, last: 1 }) };
  expect(await store.append({ entries: [], keys: [] })).toBe(answer);
  expect(stopped).toEqual([]);
  answer = { ok: false, error: ledgerFindings.find('LED-0104', { cause: 'EIO' }) };
  await store.append({ entries: [], keys: [] });
  expect(stopped.map(({ code }) => code)).toEqual(['LED-0104']);
  expect(await lines(meter)).toContain('tripoint_append_seconds_count 1');
});

test('only a partner that answers has a time', async () => {
  const meter = createMetrics();
  const lodgement = lodgementId('1'.repeat(32)) ?? expect.fail('no id');
  const asked = (country: 'CA' | 'MX') => ({
    ...{
      country: countryCode(country) ?? expect.fail('no country'),
      record: 'r',
      part: {},
      lodgement,
      message: 0,
      within: 1,
    },
    reality: 'live' as const,
  });
  const partners = meteredPartners(
    { ask: ({ country }) => Promise.resolve(country === 'CA' ? { kind: 'answer', words: [] } : { kind: 'late' }) },
    meter,
  );
  expect(await partners.ask(asked('CA'))).toEqual({ kind: 'answer', words: [] });
  expect(await partners.ask(asked('MX'))).toEqual({ kind: 'late' });
  const told = await lines(meter);
  expect(told).toContain('tripoint_partner_answer_seconds_count{country="CA"} 1');
  expect(told.join()).not.toContain('country="MX"');
  const same = { ask: () => Promise.resolve({ kind: 'late' } as const) };
  expect(meteredPartners(same, undefined)).toBe(same);
});

test('of a lodgement: the time of each message, what was found, and where a fail rule spoke, once a country', async () => {
  const meter = createMetrics();
  const finding: Finding = { code: 'TST-0001', origin: 'sender', severity: 'note', parameters: {} };
  const late = { country: 'MX', disposition: 'refer', failRule: 'late' };
  const fine = { country: 'CA', disposition: 'board', reasonClass: 'other' };
  const answer: LodgeAnswer = {
    ...{ lodgement: 'l', status: 'accepted', findings: [finding], replies: [] },
    messages: [
      {
        ...{ kind: 'k', reference: 'r', domain: 'garden', findings: [finding] },
        outcomes: [
          { subject: 'a', combined: 'refer', partners: [late, fine] },
          { subject: 'b', combined: 'refer', partners: [late] },
          { subject: 'c', combined: 'board' },
        ],
      },
    ],
  };
  measureLodged(meter, answer, 0.2);
  const told = await lines(meter);
  for (const line of [
    'tripoint_findings_total{code="TST-0001"} 2',
    'tripoint_fail_rules_total{country="MX",cause="late"} 1',
    'tripoint_decision_seconds_count{domain="garden"} 1',
    'tripoint_decision_seconds_sum{domain="garden"} 0.2',
  ])
    expect(told).toContain(line);
  expect(told.join()).not.toContain('country="CA"');
});
