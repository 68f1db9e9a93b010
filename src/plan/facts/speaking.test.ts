import { describe, expect, test } from 'vitest';
import { Desk as SmallDesk } from '../testing/desk.ts';
import { at, fact, smallRegister, texts } from '../testing/small.ts';
import { faultOf, type Utterance } from './allow.ts';
import { factLines, mergeFacts } from './carry.ts';
import type { Fact } from './fact.ts';
import { isSigned, type Signatures, say } from './say.ts';

const register = smallRegister();
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A signature of 64 bytes that only the country and the very bytes make. */
const sealOf = (nation: string, signed: Uint8Array): Uint8Array => {
  const seal = new Uint8Array(64);
  for (const [place, byte] of [...bytes(nation), ...signed].entries())
    seal[place % 64] = ((seal[place % 64] ?? 0) * 31 + byte) & 255;
  return seal;
};

/** One node whose officials speak: it signs for its country, and knows the keys of some. */
class Desk extends SmallDesk {
  constructor(country: string, now = at('2026-11-24T10:00Z'), keys: readonly string[] = ['US', 'CA', 'MX']) {
    super(now, country, {
      sign: (signed) => sealOf(country, signed),
      verify: (nation, signed, signature) =>
        keys.includes(nation) ? sealOf(nation, signed).join() === signature.join() : undefined,
    });
  }
  async says(utterance: Utterance, { milestone = 'AAA-1.1', person = 'Ann' } = {}): Promise<string> {
    const done = await say(this.access, register, { milestone, person, utterances: [utterance] });
    return done.ok ? (done.value[0]?.name ?? '') : done.error.code;
  }
}

const onTrack = (pair: 'US-CA' | 'US-MX' | 'CA-MX', asOf = '2026-10'): Utterance => ({
  what: 'self-reported',
  body: { pair, said: { state: 'on-track' }, asOf },
});
const proposal: Utterance = { what: 'proposed', body: { pairs: ['US-CA'], month: '2027-06', reason: 'the bridge' } };
const approval = (name: string): Utterance => ({
  what: 'approved',
  body: { proposal: name, pairs: ['US-CA'], month: '2027-06' },
});

describe('what an official says', () => {
  test('is named by its country and counted, signed, and stands in the aggregate of the promise', async () => {
    const us = new Desk('US');
    expect(await us.says(onTrack('US-CA'))).toBe('US-AAA-1.1-1');
    expect(await us.says({ what: 'commented', body: { text: 'see the annex' } })).toBe('US-AAA-1.1-2');
    expect(await us.says(onTrack('US-CA'), { milestone: 'AAA-1.3' })).toBe('US-AAA-1.3-1');
    const said = [...us.heard().values()];
    expect(said.map(({ milestone, facts }) => `${milestone} ${facts.length}`)).toEqual(['AAA-1.1 2', 'AAA-1.3 1']);
    for (const one of said.flatMap(({ facts }) => facts)) {
      expect(isSigned(one, us.access.service<Signatures>('signatures'))).toBe(true);
      expect(isSigned({ ...one, madeAt: at('2020-01-01') }, us.access.service<Signatures>('signatures'))).toBe(false);
    }
  });

  test('is tried again when another was faster, and given up with a finding', async () => {
    const us = new Desk('US');
    us.failing = 'LED-0101';
    us.failures = 4;
    expect(await us.says(onTrack('US-CA'))).toBe('US-AAA-1.1-1');
    us.failures = 5;
    expect(await us.says(onTrack('US-CA'))).toBe('PLN-0211');
  });

  test('concerns its own pairs, which the promise binds, and no month ahead', async () => {
    const us = new Desk('US');
    expect(await us.says(onTrack('CA-MX'))).toBe('PLN-0203');
    expect(await us.says(onTrack('US-MX'), { milestone: 'AAA-1.3' })).toBe('PLN-0202');
    expect(await us.says(onTrack('US-MX', '2026-12'))).toBe('PLN-0208');
    expect(await us.says(onTrack('US-MX', '2026-11'))).toBe('US-AAA-1.1-1');
    expect(await us.says(onTrack('US-CA'), { milestone: 'AAA-9.9' })).toBe('PLN-0201');
    const forecast = (pair: 'US-CA' | 'CA-MX'): Utterance => ({
      what: 'forecast',
      body: { pair, span: { from: '2027-01', to: '2027-01' }, reason: 'x' },
    });
    expect(await us.says(forecast('CA-MX'))).toBe('PLN-0203');
    expect(await us.says(forecast('US-CA'))).toBe('US-AAA-1.1-2');
    const assessed = (pair: 'US-MX' | 'CA-MX', asOf = '2026-10'): Utterance => ({
      what: 'assessed',
      body: { pair, verdict: 'limited', asOf, reason: 'seen' },
    });
    expect(await us.says(assessed('CA-MX'))).toBe('US-AAA-1.1-3');
    expect(await us.says(assessed('US-MX'), { milestone: 'AAA-1.3' })).toBe('PLN-0202');
    expect(await us.says(assessed('US-MX', '2027-01'))).toBe('PLN-0208');
    for (const utterance of [
      { what: 'evidenced', body: { title: 'A photograph', note: 'seen' } },
      { what: 'targeted', body: { reason: 'untied' } },
      { what: 'followed', body: { on: true } },
    ] as const satisfies readonly Utterance[])
      expect(await us.says(utterance)).toMatch(/^US-AAA-1\.1-/);
  });
});

describe('a proposal', () => {
  const facts = [
    fact('proposed', proposal.what === 'proposed' ? proposal.body : expect.fail(), { name: 'US-AAA-1.1-1' }),
  ];
  const fault = (utterance: Utterance, who: { nation?: string; person?: string; facts?: readonly Fact[] } = {}) =>
    faultOf(utterance, {
      milestone: 'AAA-1.1',
      nation: 'US',
      person: 'Bob',
      at: at('2026-11-24'),
      register,
      facts,
      ...who,
    })?.code;

  test('is made by a country that it concerns, for pairs that the promise binds', async () => {
    expect(await new Desk('US').says(proposal)).toBe('US-AAA-1.1-1');
    expect(await new Desk('MX').says(proposal)).toBe('PLN-0203');
    const all: Utterance = { what: 'proposed', body: { pairs: ['US-CA', 'CA-MX'], month: '2027-06', reason: 'x' } };
    expect(await new Desk('US').says(all)).toBe('US-AAA-1.1-1');
    expect(await new Desk('US').says(all, { milestone: 'AAA-1.3' })).toBe('PLN-0202');
  });

  test('is signed by another person than who made it, once a country, while it is open', () => {
    expect(fault(approval('US-AAA-1.1-1'))).toBeUndefined();
    expect(fault(approval('US-AAA-1.1-1'), { person: 'Ann' })).toBe('PLN-0207');
    expect(fault(approval('US-AAA-1.1-1'), { person: 'Ann', nation: 'CA' })).toBeUndefined();
    expect(fault(approval('US-AAA-1.1-1'), { nation: 'MX' })).toBe('PLN-0203');
    expect(fault(approval('US-AAA-1.1-7'))).toBe('PLN-0204');
    const signed = fact('approved', { proposal: 'US-AAA-1.1-1', pairs: ['US-CA'], month: '2027-06' }, { nation: 'CA' });
    expect(fault(approval('US-AAA-1.1-1'), { nation: 'CA', facts: [...facts, signed] })).toBe('PLN-0206');
    expect(fault(approval('US-AAA-1.1-1'), { facts: [...facts, signed] })).toBeUndefined();
    const refused = fact('refused', { proposal: 'US-AAA-1.1-1', reason: 'no' }, { nation: 'CA' });
    expect(fault(approval('US-AAA-1.1-1'), { facts: [...facts, refused] })).toBe('PLN-0205');
    expect(
      fault({ what: 'refused', body: { proposal: 'US-AAA-1.1-1', reason: 'no' } }, { facts: [...facts, refused] }),
    ).toBe('PLN-0205');
    expect(fault({ what: 'refused', body: { proposal: 'US-AAA-1.1-1', reason: 'no' } })).toBeUndefined();
  });

  test('is withdrawn by the country that made it', () => {
    const withdrawn: Utterance = { what: 'withdrawn', body: { proposal: 'US-AAA-1.1-1', reason: 'no' } };
    expect(fault(withdrawn)).toBeUndefined();
    expect(fault(withdrawn, { nation: 'CA' })).toBe('PLN-0203');
    expect(fault({ ...withdrawn, body: { proposal: 'US-AAA-1.1-4', reason: 'no' } })).toBe('PLN-0204');
  });
});

test('a commitment is adopted once, in a chapter of the plan', async () => {
  const adopted: Utterance = {
    what: 'adopted',
    body: { title: texts('x'), kind: 'exercise', promise: 'exercise', scope: 'all' },
  };
  const us = new Desk('US');
  expect(await us.says(adopted)).toBe('PLN-0209');
  expect(await us.says(adopted, { milestone: 'ZZZ-1.1' })).toBe('PLN-0210');
  expect(await us.says(adopted, { milestone: 'BBB-7.1' })).toBe('US-BBB-7.1-1');
  expect(await us.says(adopted, { milestone: 'BBB-7.1' })).toBe('PLN-0209');
  expect(await us.says(onTrack('US-CA'), { milestone: 'BBB-7.1' })).toBe('US-BBB-7.1-2');
});

describe('a file of facts', () => {
  async function usFile(): Promise<{ us: Desk; file: string }> {
    const us = new Desk('US');
    await us.says(onTrack('US-CA'));
    await us.says(proposal);
    await us.says({ what: 'followed', body: { on: true } });
    return { us, file: factLines(us.heard()) };
  }
  const merge = async (desk: Desk, file: string) => {
    const merged = await mergeFacts(desk.access, bytes(file));
    return merged.ok ? merged.value : expect.fail(merged.error.code);
  };
  const codes = async (desk: Desk, file: string) =>
    (await merge(desk, file)).findings.map(({ code, parameters }) => `${code} ${parameters['line']}`);

  test('carries what was said to a partner, once, and back with his signature; what a person follows stays', async () => {
    const { us, file } = await usFile();
    expect(file.split('\n')).toHaveLength(3);
    const ca = new Desk('CA');
    expect(await merge(ca, file)).toEqual({ read: 2, heard: 2, known: 0, findings: [] });
    expect(await merge(ca, `\n${file}\n\n`)).toEqual({ read: 2, heard: 0, known: 2, findings: [] });
    expect(await ca.says(approval('US-AAA-1.1-2'))).toBe('CA-AAA-1.1-1');
    expect(await merge(us, factLines(ca.heard()))).toEqual({ read: 3, heard: 1, known: 2, findings: [] });
    // A third node takes both from either: a signature proves a fact, whoever carries it.
    expect(await merge(new Desk('MX'), factLines(ca.heard()))).toMatchObject({ heard: 3 });
  });

  test('a line that is not what its country signed changes nothing, and is told by its line', async () => {
    const { file } = await usFile();
    const [first = '', second = ''] = file.split('\n');
    const forged = first.replace('on-track', 'delayed');
    expect(await codes(new Desk('CA'), `${forged}\n${second}\n`)).toEqual(['PLN-0304 1']);
    expect(await codes(new Desk('CA', at('2026-11-24'), ['CA']), file)).toEqual(['PLN-0303 1', 'PLN-0303 2']);
    expect(await codes(new Desk('CA', at('2026-11-24T09:49:59Z')), file)).toEqual(['PLN-0305 1', 'PLN-0305 2']);
    expect(await codes(new Desk('CA', at('2026-11-24T09:50:00Z')), file)).toEqual([]);
    expect(await codes(new Desk('CA'), `{\n${second}\n[]\n{"what":"nonsense"}\n`)).toEqual([
      'PLN-0301 1',
      'PLN-0302 3',
      'PLN-0302 4',
    ]);
    const renamed = first.replace('"US-AAA-1.1-1"', '"CA-AAA-1.1-1"');
    expect(await codes(new Desk('CA'), renamed)).toEqual(['PLN-0302 1']);
    const unsigned = JSON.stringify({ ...JSON.parse(first), signature: 'f'.repeat(128) });
    expect(await codes(new Desk('CA'), unsigned)).toEqual(['PLN-0304 1']);
  });

  test('that is no text, or too long, is taken in no part', async () => {
    const desk = new Desk('CA');
    const merged = await mergeFacts(desk.access, Uint8Array.of(0xff, 0xfe, 0xff));
    expect(merged.ok && merged.value).toMatchObject({ read: 0, findings: [{ code: 'PLN-0306' }] });
    const long = await mergeFacts(desk.access, new Uint8Array(16 * 1024 * 1024 + 1).fill(10));
    expect(long.ok && long.value.findings.map(({ code }) => code)).toEqual(['PLN-0306']);
    expect(desk.entries.size).toBe(0);
  });

  test('what a person follows is never taken from another node', async () => {
    const us = new Desk('US');
    const follows = fact('followed', { on: true }, { name: 'US-AAA-1.1-1', madeAt: '2026-01-01' });
    expect(await codes(us, JSON.stringify(follows))).toEqual(['PLN-0302 1']);
  });
});
