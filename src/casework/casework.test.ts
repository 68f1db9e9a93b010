import { describe, expect, test } from 'vitest';
import {
  type Access,
  type AggregateId,
  type Draft,
  err,
  type Fold,
  type Instant,
  instant,
  type Listing,
  ok,
  type Recorded,
  type ReferralKind,
  type Result,
  type RouteRequest,
  type Scope,
} from '#kernel';
import { escalateAction, openReferral } from './open-referral.ts';
import { caseworkPart } from './part.ts';
import { queueView, waiting } from './queue.ts';
import { type Referral, referralFold } from './referral.ts';

const title = { en: 'Cleared', fr: 'Autorisé', es: 'Autorizado' };
const kinds: readonly ReferralKind[] = [
  {
    name: 'test.hit',
    title,
    outcomes: [
      { code: 'cleared', title },
      { code: 'confirmed', title },
    ],
    targetMinutes: 30,
  },
];
const about = 'a'.repeat(32) as AggregateId;
const idOf = (digits: string): AggregateId => digits.padEnd(32, '0') as AggregateId;
const start = 1_764_000_000_000;

/** A node of one map: entries by aggregate, and a clock that is set by hand. */
class Desk {
  readonly entries = new Map<AggregateId, Recorded[]>();
  readonly part = caseworkPart(kinds);
  at: Instant = instant(start);
  /** Runs before each recording: what another process does in the same moment, or the store's answer in its place. */
  before: () => Result<void> | undefined = () => undefined;

  readonly access = {
    country: 'US',
    now: () => this.at,
    state: <State>(aggregate: AggregateId, fold: Fold<State>) =>
      Promise.resolve(this.entries.get(aggregate)?.reduce(fold.apply, fold.initial)),
    view: () => ({ state: this.queue(), asOf: this.at }),
    record: (aggregate: AggregateId, drafts: readonly Draft[]) => {
      const answer = this.before();
      if (answer !== undefined) return Promise.resolve(answer);
      this.put(aggregate, drafts);
      return Promise.resolve(ok(undefined));
    },
  } as unknown as Access;

  put(aggregate: AggregateId, drafts: readonly Draft[]): void {
    const held = this.entries.get(aggregate) ?? [];
    for (const draft of drafts) {
      const known = this.part.records.find(({ name }) => name === draft.kind);
      known?.schema.parse(draft.data);
      held.push({
        aggregate,
        version: held.length + 1,
        at: this.at,
        kind: draft.kind,
        reality: 'live',
        data: draft.data,
      });
    }
    this.entries.set(aggregate, held);
  }

  queue(): Listing<Referral> {
    const states = [...this.entries].map(([aggregate, entries]) => {
      const heard = entries.filter(({ kind }) => queueView.hears(kind));
      return [aggregate, heard.reduce(queueView.fold.apply, queueView.fold.initial)] as const;
    });
    return new Map(states.flatMap(([aggregate, state]) => (state === undefined ? [] : [[aggregate, state]])));
  }

  open(aggregate: AggregateId, more: { subject?: string; ports?: readonly string[] } = {}): void {
    const request = { kind: 'test.hit', domain: 'test', about, subject: 's1', openedBy: 'decision' as const, ...more };
    const opening = openReferral(request, kinds, this.at);
    if (opening.ok) this.put(aggregate, opening.value.drafts);
  }

  async call(method: string, pattern: string, more: Partial<RouteRequest> & { by?: string } = {}): Promise<unknown> {
    const route = this.part.routes.find(
      (one) => one.method === method && one.pattern === `/casework/referrals${pattern}`,
    );
    if (route === undefined) throw new TypeError(`no route ${method} ${pattern}`);
    const { by = 'ann', ...rest } = more;
    const query = (route.query?.parse(rest.query ?? {}) ?? {}) as RouteRequest['query'];
    const request = {
      actor: { name: by, roles: [], ports: [] },
      path: {},
      body: undefined,
      scope: { kind: 'country' } as Scope,
      language: 'fr' as const,
      reality: 'live' as const,
      ...rest,
      query,
    };
    const body = route.body === undefined ? undefined : route.body.parse(rest.body ?? {});
    const answer = await route.handle({ ...request, body }, this.access);
    return answer.ok ? route.response.parse(answer.value) : [answer.error.code, answer.error.parameters];
  }

  act(step: string, aggregate: AggregateId, by: string, body: object = {}): Promise<unknown> {
    return this.call('POST', `/:referral/${step}`, { path: { referral: aggregate }, by, body });
  }
}

function deskWith(...aggregates: readonly AggregateId[]): Desk {
  const desk = new Desk();
  for (const aggregate of aggregates) desk.open(aggregate);
  return desk;
}
const one = idOf('01');
const lost = err({ code: 'LED-0101', origin: 'node' as const, severity: 'error' as const, parameters: {} });

describe('opening', () => {
  const request = { kind: 'test.hit', domain: 'test', about, subject: 's1', openedBy: 'timer' as const };

  test('brings the entry, the timer of its target time, and a key that is the same within the minute', () => {
    const opening = openReferral({ ...request, ports: ['ELP'] }, kinds, instant(start));
    const dueAt = start + 30 * 60_000;
    expect(opening).toEqual({
      ok: true,
      value: {
        key: `casework test.hit ${about} s1 2025-11-24T16:00`,
        drafts: [{ kind: 'casework.referral-opened', data: { ...request, ports: ['ELP'], dueAt } }],
        timers: [{ key: 'casework.escalated', dueAt, action: escalateAction, data: {} }],
      },
    });
  });

  test('touches no port where none is named; an undeclared kind is not opened', () => {
    const opening = openReferral(request, kinds, instant(start));
    expect(opening.ok && opening.value.drafts[0]?.data).toMatchObject({ ports: [] });
    expect(openReferral({ ...request, kind: 'test.other' }, kinds, instant(start))).toMatchObject({
      ok: false,
      error: { code: 'CAS-0201', parameters: { kind: 'test.other' } },
    });
  });
});

describe('working on a referral', () => {
  test('claim, release, hand over, settle; the history tells who and when', async () => {
    const desk = deskWith(one);
    expect(await desk.act('claim', one, 'ann')).toMatchObject({ referral: one, claimedBy: 'ann' });
    expect(await desk.act('release', one, 'ann')).not.toHaveProperty('claimedBy');
    desk.at = instant(start + 60_000);
    await desk.act('claim', one, 'ann');
    expect(await desk.act('release', one, 'ann', { to: 'bob' })).toMatchObject({ claimedBy: 'bob' });
    expect(await desk.act('outcome', one, 'bob', { outcome: 'cleared', reason: ' another person ' })).toMatchObject({
      claimedBy: 'bob',
      outcome: 'cleared',
    });
    const shown = await desk.call('GET', '/:referral', { path: { referral: one } });
    expect(shown).toEqual({
      referral: one,
      kind: 'test.hit',
      domain: 'test',
      about,
      subject: 's1',
      ports: [],
      openedBy: 'decision',
      openedAt: '2025-11-24T16:00:00.000Z',
      dueAt: '2025-11-24T16:30:00.000Z',
      escalated: false,
      claimedBy: 'bob',
      outcome: 'cleared',
      history: [
        { what: 'claimed', at: '2025-11-24T16:00:00.000Z', by: 'ann' },
        { what: 'released', at: '2025-11-24T16:00:00.000Z', by: 'ann' },
        { what: 'claimed', at: '2025-11-24T16:01:00.000Z', by: 'ann' },
        { what: 'released', at: '2025-11-24T16:01:00.000Z', by: 'ann', to: 'bob' },
        { what: 'decided', at: '2025-11-24T16:01:00.000Z', by: 'bob', outcome: 'cleared', reason: 'another person' },
      ],
      outcomes: [
        { code: 'cleared', title: 'Autorisé' },
        { code: 'confirmed', title: 'Autorisé' },
      ],
    });
  });

  test('what nobody may do is refused and records nothing', async () => {
    const desk = deskWith(one);
    const settle = { outcome: 'cleared', reason: 'x' };
    expect(await desk.act('release', one, 'ann')).toEqual(['CAS-0104', {}]);
    expect(await desk.act('outcome', one, 'ann', settle)).toEqual(['CAS-0104', {}]);
    await desk.act('claim', one, 'ann');
    expect(await desk.act('claim', one, 'bob')).toEqual(['CAS-0103', { by: 'ann' }]);
    expect(await desk.act('release', one, 'bob')).toEqual(['CAS-0103', { by: 'ann' }]);
    expect(await desk.act('outcome', one, 'bob', settle)).toEqual(['CAS-0103', { by: 'ann' }]);
    expect(await desk.act('release', one, 'ann', { to: 'ann' })).toEqual(['CAS-0107', { to: 'ann' }]);
    expect(await desk.act('outcome', one, 'ann', { ...settle, outcome: 'odd' })).toEqual([
      'CAS-0105',
      { outcome: 'odd', outcomes: 'cleared, confirmed' },
    ]);
    await expect(desk.act('outcome', one, 'ann', { outcome: 'cleared', reason: '  ' })).rejects.toThrow();
    expect(desk.entries.get(one)).toHaveLength(2);
    await desk.act('outcome', one, 'ann', settle);
    for (const step of ['claim', 'release', 'outcome']) {
      expect(await desk.act(step, one, 'ann', settle)).toEqual(['CAS-0102', { by: 'ann' }]);
    }
    expect(await desk.act('claim', idOf('02'), 'ann')).toEqual(['CAS-0101', { referral: idOf('02') }]);
    expect(await desk.call('GET', '/:referral', { path: { referral: 'odd' } })).toEqual([
      'CAS-0101',
      { referral: 'odd' },
    ]);
  });

  test('claiming twice is claiming once more', async () => {
    const desk = deskWith(one);
    await desk.act('claim', one, 'ann');
    expect(await desk.act('claim', one, 'ann')).toMatchObject({ claimedBy: 'ann' });
  });

  test('of two officers in the same moment the second is told', async () => {
    const desk = deskWith(one);
    desk.before = () => {
      desk.put(one, [{ kind: 'casework.claimed', data: { by: 'bob' } }]);
      return undefined;
    };
    expect(await desk.act('claim', one, 'ann')).toEqual(['CAS-0103', { by: 'bob' }]);
    desk.before = () => undefined;
    expect(await desk.act('release', one, 'bob', { to: 'ann' })).toMatchObject({ claimedBy: 'ann' });
  });

  test('a step that another undid in the same moment is told as such', async () => {
    const desk = deskWith(one);
    desk.before = () => {
      // Recorded in between: released by its holder, so that settling it no longer counts, and claimed again by him.
      desk.put(one, [{ kind: 'casework.released', data: { by: 'ann' } }]);
      return undefined;
    };
    await desk.act('claim', one, 'ann');
    expect(await desk.act('outcome', one, 'ann', { outcome: 'cleared', reason: 'x' })).toEqual(['CAS-0104', {}]);
  });

  test('a lost race is tried three times, another refusal of the store not at all', async () => {
    const desk = deskWith(one);
    let tries = 0;
    desk.before = () => {
      tries += 1;
      return tries < 3 ? lost : undefined;
    };
    expect(await desk.act('claim', one, 'ann')).toMatchObject({ claimedBy: 'ann' });
    expect(tries).toBe(3);
    tries = -10;
    expect(await desk.act('release', one, 'ann')).toEqual(['LED-0101', {}]);
    expect(tries).toBe(-7);
    desk.before = () => {
      tries += 1;
      return err({ ...lost.error, code: 'LED-0999' });
    };
    tries = 0;
    expect(await desk.act('release', one, 'ann')).toEqual(['LED-0999', {}]);
    expect(tries).toBe(1);
  });

  test('a grant for one port reaches the referrals of that port only', async () => {
    const desk = new Desk();
    desk.open(one, { ports: ['ELP', 'JUA'] });
    const scope = (port: string): Scope => ({ kind: 'limited', ports: [port] });
    const path = { referral: one };
    expect(await desk.call('GET', '/:referral', { path, scope: scope('JUA') })).toMatchObject({ referral: one });
    expect(await desk.call('GET', '/:referral', { path, scope: scope('YYZ') })).toEqual([
      'CAS-0101',
      { referral: one },
    ]);
    expect(await desk.call('POST', '/:referral/claim', { path, scope: scope('YYZ') })).toEqual([
      'CAS-0101',
      { referral: one },
    ]);
    expect(await desk.call('GET', '', { scope: scope('ELP') })).toMatchObject({ waiting: 1 });
    expect(await desk.call('GET', '', { scope: scope('YYZ') })).toMatchObject({ waiting: 0, items: [] });
  });
});

describe('escalation', () => {
  const timer = { key: 'casework.escalated', dueAt: instant(start), action: escalateAction, data: {} };
  const due = (desk: Desk, more: object = {}) => desk.part.due?.({ ...timer, ...more }, one, desk.access);

  test('a referral past its target time may be taken from who sits on it', async () => {
    const desk = deskWith(one);
    await desk.act('claim', one, 'ann');
    const fired = await due(desk);
    expect(fired).toEqual({ drafts: [{ kind: 'casework.escalated', data: {} }], timers: [] });
    desk.put(one, fired?.drafts ?? []);
    expect(await desk.call('GET', '', { query: { escalated: 'true' } })).toMatchObject({ waiting: 1 });
    expect(await desk.act('claim', one, 'bob')).toMatchObject({ claimedBy: 'bob', escalated: true });
  });

  test('what is settled, unknown, or no business of casework is left alone', async () => {
    const desk = deskWith(one);
    expect(await due(desk, { action: 'casework.other' })).toEqual({ drafts: [], timers: [] });
    await desk.act('claim', one, 'ann');
    await desk.act('outcome', one, 'ann', { outcome: 'cleared', reason: 'x' });
    expect(await due(desk)).toEqual({ drafts: [], timers: [] });
    expect(await due(new Desk())).toEqual({ drafts: [], timers: [] });
  });
});

describe('the queue', () => {
  test('lists what waits, what is due first in front, page by page', async () => {
    const desk = new Desk();
    for (const [at, digits] of ['03', '01', '02', '0100'].entries()) {
      desk.at = instant(start + at * 60_000);
      desk.open(idOf(`${digits}${at}`), { subject: `s${at}` });
    }
    const first = (await desk.call('GET', '', { query: { limit: '3' } })) as {
      items: { subject: string }[];
      next: string;
    };
    expect(first).toMatchObject({ waiting: 4, asOf: '2025-11-24T16:03:00.000Z' });
    expect(first.items.map(({ subject }) => subject)).toEqual(['s0', 's1', 's2']);
    const second = (await desk.call('GET', '', { query: { limit: '3', cursor: first.next } })) as typeof first;
    expect(second.items.map(({ subject }) => subject)).toEqual(['s3']);
    expect(second).not.toHaveProperty('next');
  });

  test('is filtered by kind, port, officer and escalation', async () => {
    const desk = deskWith(idOf('02'));
    desk.open(one, { ports: ['ELP'] });
    await desk.act('claim', one, 'ann');
    const counted = async (query: Record<string, string>) =>
      ((await desk.call('GET', '', { query })) as { waiting: number }).waiting;
    expect(await counted({})).toBe(2);
    expect(await counted({ kind: 'test.hit' })).toBe(2);
    expect(await counted({ kind: 'test.other' })).toBe(0);
    expect(await counted({ port: 'ELP' })).toBe(1);
    expect(await counted({ port: 'YYZ' })).toBe(0);
    expect(await counted({ claimedBy: 'me' })).toBe(1);
    expect(await counted({ claimedBy: 'ann' })).toBe(1);
    expect(await counted({ claimedBy: 'bob' })).toBe(0);
    expect(await counted({ claimedBy: 'nobody' })).toBe(1);
    expect(await counted({ escalated: 'true' })).toBe(0);
    expect(await counted({ escalated: 'false' })).toBe(2);
  });

  test('holds no history and nothing that is settled, and leaves other entries alone', async () => {
    const desk = deskWith(one, idOf('0101'));
    await desk.act('claim', one, 'ann');
    expect(waiting(desk.queue()).map(({ claimedBy }) => claimedBy)).toContain('ann');
    expect(Array.from(desk.queue().values(), ({ history }) => history)).toEqual([[], []]);
    await desk.act('outcome', one, 'ann', { outcome: 'cleared', reason: 'x' });
    expect(waiting(desk.queue()).map(({ referral }) => referral)).toEqual([idOf('0101')]);
    const before = desk.queue().get(idOf('0101'));
    const other = { aggregate: one, version: 9, at: desk.at, reality: 'live' as const, data: { by: 'x' } };
    expect(queueView.hears('timer.fired')).toBe(false);
    expect(queueView.fold.apply(before, { ...other, kind: 'casework.looked-at' })).toBe(before);
    expect(queueView.fold.apply(undefined, { ...other, kind: 'casework.claimed' })).toBeUndefined();
  });

  test('a referral belongs to its ports while it waits', async () => {
    const desk = deskWith();
    desk.open(one, { ports: ['ELP', 'JRZ'] });
    desk.open(idOf('0101'));
    const ports = Array.from(desk.queue().values(), (referral) => queueView.ports?.(referral));
    expect(ports).toEqual([['ELP', 'JRZ'], []]);
  });

  test('a referral is opened by its first entry only', () => {
    const desk = deskWith(one);
    const [opening] = desk.entries.get(one) ?? [];
    if (opening === undefined) throw new TypeError('opened');
    const state = referralFold.apply(undefined, opening) as Referral;
    expect(referralFold.apply(state, { ...opening, version: 2 })).toBe(state);
    expect(referralFold.apply(undefined, { ...opening, version: 2 })).toBeUndefined();
    expect(referralFold.apply(state, { ...opening, version: 2, kind: 'timer.set' })).toBe(state);
  });
});
