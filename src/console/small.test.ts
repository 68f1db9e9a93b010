import { afterEach, describe, expect, test, vi } from 'vitest';
import { activity } from './activity.ts';
import { type Channel, shownChannels, stateOf } from './pages/partners.tsx';
import { referralKinds } from './parts.ts';
import { preferencesIn } from './preferences.ts';
import { addressOf, byDue, pathOf, titleOfOutcome } from './referrals.ts';
import { zoneOf } from './seats.ts';
import { openSession, personOf } from './session.ts';
import type { ReferralDetail, Session } from './shapes.ts';
import { createTicker } from './ticker.ts';

afterEach(() => {
  vi.useRealTimers();
});

/** The browser's drawer as far as preferences use it; a locked one refuses everything. */
function drawer(locked = false): Storage {
  const kept = new Map<string, string>();
  const open = <Value>(value: () => Value): Value => {
    if (locked) throw new DOMException('denied', 'SecurityError');
    return value();
  };
  return {
    getItem: (name: string) => open(() => kept.get(name) ?? null),
    setItem: (name: string, value: string) => open(() => void kept.set(name, value)),
    removeItem: (name: string) => open(() => void kept.delete(name)),
  } as Storage;
}

describe('preferences', () => {
  test.each([false, true])('are kept, changed and taken back, also where the browser keeps nothing (%s)', (locked) => {
    const its = drawer(locked);
    const preferences = preferencesIn(() => its);
    expect(preferences.get('theme')).toBeUndefined();
    preferences.set('theme', 'dark');
    expect(preferences.get('theme')).toBe('dark');
    preferences.set('theme', undefined);
    expect(preferences.get('theme')).toBeUndefined();
  });
  test('stand under a name of their own', () => {
    const its = drawer();
    preferencesIn(() => its).set('theme', 'dark');
    expect(its.getItem('tripoint.theme')).toBe('dark');
  });
});

describe('the clock of the node', () => {
  test('is the browser’s, put right by what the node said', () => {
    let browser = 1000;
    const ticker = createTicker(() => browser);
    ticker.set(5000);
    browser += 250;
    expect(ticker.now()).toBe(5250);
  });
  test('ticks only while anyone looks', () => {
    vi.useFakeTimers();
    const ticker = createTicker(() => 0);
    let ticks = 0;
    const leave = [0, 1].map(() => ticker.onTick(() => (ticks += 1)));
    vi.advanceTimersByTime(2000);
    expect(ticks).toBe(4);
    for (const one of leave) one();
    expect(vi.getTimerCount()).toBe(0);
  });
});

const session: Session = {
  actor: { name: 'Ruiz', ports: ['YYZ'] },
  roles: ['officer'],
  permissions: ['travel.booth'],
  country: 'CA',
  reality: 'live',
  node: { version: '1', now: 0 },
};

describe('who sits here', () => {
  const tabWith = (token?: string) => {
    const its = drawer();
    const tab = preferencesIn(() => its);
    tab.set('token', token);
    return tab;
  };
  const asking = async (status: number | undefined, tab = tabWith()) => {
    const answer =
      status === undefined ? { ok: true as const, value: session, at: 0 } : { ok: false as const, problem: { status } };
    const client = { read: () => Promise.resolve(answer) } as unknown as Parameters<typeof openSession>[0];
    return openSession(client, tab);
  };
  test('is known, a stranger, or asked of a node that is silent', async () => {
    expect(await asking(undefined)).toEqual({ kind: 'known', session });
    expect(await asking(0)).toEqual({ kind: 'silent' });
    expect(await asking(503)).toEqual({ kind: 'silent' });
    expect(await asking(401)).toEqual({ kind: 'stranger', refused: false });
  });
  test('a token that is refused is put away, and the person told', async () => {
    const tab = tabWith('tpt_old');
    expect(await asking(401, tab)).toEqual({ kind: 'stranger', refused: true });
    expect(tab.get('token')).toBeUndefined();
  });
  test('may what the node says, and nothing else', () => {
    const person = personOf(session);
    expect([person.may('travel.booth'), person.may('ledger.read')]).toEqual([true, false]);
  });
  test('the zone of a seat is that of its capital; of an unknown one, UTC', () => {
    expect(['CA', 'US', 'MX', 'GB'].map(zoneOf)).toEqual([
      'America/Toronto',
      'America/New_York',
      'America/Mexico_City',
      'UTC',
    ]);
  });
});

describe('referrals', () => {
  const referral = (dueAt: string): ReferralDetail => ({
    referral: 'r 1',
    kind: 'k',
    about: 'a',
    subject: 's',
    ports: [],
    openedBy: 'decision',
    openedAt: dueAt,
    dueAt,
    escalated: false,
    outcomes: [{ code: 'board', title: 'May board' }],
    history: [],
  });
  test('the most urgent stands first', () => {
    const [late, soon] = [referral('2026-11-24T10:00:00Z'), referral('2026-11-24T09:00:00Z')];
    expect([late, soon].sort(byDue)).toEqual([soon, late]);
  });
  test('their addresses survive any id, their outcomes any code', () => {
    expect([pathOf('r 1'), addressOf('r/1')]).toEqual(['/api/casework/referrals/r%201', '/referrals/r%2F1']);
    expect(titleOfOutcome('board', referral(''))).toBe('May board');
    expect(titleOfOutcome('gone', referral(''))).toBe('gone');
  });
  test('kinds are found by name over all parts', () => {
    const kind = { name: 'travel.identity', title: 'Is it?', targetMinutes: 15, outcomes: [] };
    const part = { title: '', records: [], permissions: [], routes: [], measures: [] };
    const parts = {
      parts: [
        { ...part, name: 'a', referrals: [] },
        { ...part, name: 'b', referrals: [kind] },
      ],
    };
    expect(referralKinds(parts).get('travel.identity')).toBe(kind);
    expect(referralKinds(undefined).size).toBe(0);
  });
});

test('the last deeds are kept, the newest first, and told to whoever looks', () => {
  let told = 0;
  const leave = activity.onChange(() => {
    told += 1;
  });
  for (let at = 0; at < 25; at += 1) activity.add({ key: `k${at}`, to: '/', word: 'did', at });
  expect(told).toBe(25);
  expect(activity.deeds()).toHaveLength(20);
  expect(activity.deeds()[0]?.key).toBe('k24');
  leave();
  activity.add({ key: 'last', to: '/', word: 'did', at: 0 });
  expect(told).toBe(25);
});

describe('channels to partners', () => {
  const still = { outbox: 0, awaited: 0, late: 0, unanswered: 0, retries: 0 };
  const channel = (partner: string, reality: string, more: Partial<Channel> = {}): Channel => ({
    ...still,
    partner,
    reality,
    ...more,
  });
  test('those in use are shown; of a partner never heard, one', () => {
    const used = channel('US', 'demonstration', { lastHeard: '2026-11-24T10:00:00Z' });
    const all = [used, channel('US', 'live'), channel('MX', 'live'), channel('MX', 'exercise a')];
    expect(shownChannels(all)).toEqual([used, channel('MX', 'live')]);
    expect(shownChannels([])).toEqual([]);
  });
  test.each([
    [channel('MX', 'live'), 'pending', 'unheard'],
    [channel('MX', 'live', { lastHeard: 'x' }), 'clear', 'well'],
    [channel('MX', 'live', { lastHeard: 'x', awaited: 2, late: 1 }), 'hold', 'owing'],
    [channel('MX', 'live', { lastHeard: 'x', outbox: 1, retries: 3, late: 1 }), 'review', 'silent'],
  ])('%o', (one, kind, word) => {
    expect(stateOf(one)).toEqual({ kind, word: `console.partner.${word}` });
  });
});
