import { describe, expect, test } from 'vitest';
import { type Access, type AggregateId, type Draft, err, instant, languages, ok, type Timer } from '#kernel';
import { referredTo } from './open-referral.ts';
import { caseworkPart } from './part.ts';
import { queueView, waiting } from './queue.ts';
import { type Opened, openedSchema, referredSchema } from './records.ts';
import { type Referral, referralFold, type Step } from './referral.ts';
import { take } from './take.ts';
import { timesView } from './times.ts';

const referral = 'b'.repeat(32) as AggregateId;
const opened: Opened = {
  kind: 'test.hit',
  domain: 'test',
  about: 'a'.repeat(32),
  subject: 's1',
  ports: [],
  openedBy: 'timer',
  dueAt: 1_764_000_000_000,
};
const part = caseworkPart([]);
const schemaOf = (name: string) => part.records.find((one) => one.name === name)?.schema ?? expect.fail(name);
const fits = (name: string, data: object): boolean => schemaOf(name).safeParse(data).success;

test('the names of what is stored, asked and granted are a contract', () => {
  expect(part.records.map(({ name, retention }) => `${name} ${retention}`)).toEqual([
    'casework.referral-opened case',
    'casework.referred case',
    'casework.claimed case',
    'casework.released case',
    'casework.decided case',
    'casework.escalated case',
  ]);
  const routes = part.routes.map((one) => `${one.method} ${one.pattern} ${one.permission} ${one.personal}`);
  expect(routes).toEqual([
    'GET /casework/referrals casework.read false',
    'GET /casework/referrals/:referral casework.read true',
    'POST /casework/referrals/:referral/claim casework.work false',
    'POST /casework/referrals/:referral/release casework.work false',
    'POST /casework/referrals/:referral/outcome casework.work false',
  ]);
  expect(part.permissions.map(({ name }) => name)).toEqual(['casework.read', 'casework.work']);
  expect(part.views).toEqual([queueView, timesView]);
  expect(queueView.name).toBe('casework.queue');
});

test('everything that a person reads of it is said in three languages, each in its own words', () => {
  const said = [part.title, ...part.records.map(({ title }) => title), ...part.routes.map(({ summary }) => summary)];
  for (const texts of [...said, ...part.permissions.map(({ title }) => title)]) {
    const words = languages.map((language) => texts[language]);
    expect(words.map((text) => text.length > 5)).toEqual([true, true, true]);
    expect(new Set(words).size).toBe(3);
  }
});

describe('an entry is refused', () => {
  const long = 'x'.repeat(200);

  test('when what it needs is missing or odd', () => {
    expect(openedSchema.parse(opened)).toEqual(opened);
    for (const name of Object.keys(opened))
      expect(openedSchema.safeParse({ ...opened, [name]: null }).success).toBe(false);
    const odd = [{ about: 'x' }, { openedBy: 'hand' }, { dueAt: 1.5 }, { kind: '' }, { ports: Array(17).fill('YYZ') }];
    expect(odd.map((one) => openedSchema.safeParse({ ...opened, ...one }).success)).toEqual(odd.map(() => false));
    expect(openedSchema.safeParse({ ...opened, openedBy: 'decision', ports: Array(16).fill('YYZ') }).success).toBe(
      true,
    );
    const referred = referredTo(referral, opened);
    expect(referred).toEqual({ kind: 'casework.referred', data: { referral, subject: 's1', kind: 'test.hit' } });
    expect(referredSchema.parse(referred.data)).toEqual(referred.data);
    expect(fits('casework.referred', {})).toBe(false);
  });

  test('when it names nobody, or a name of more than 200 characters', () => {
    expect([long, `${long}x`, ''].map((by) => fits('casework.claimed', { by }))).toEqual([true, false, false]);
    expect(fits('casework.claimed', {})).toBe(false);
    expect([long, `${long}x`, ''].map((to) => fits('casework.released', { by: 'ann', to }))).toEqual([
      true,
      false,
      false,
    ]);
    expect(fits('casework.released', { by: 'ann' })).toBe(true);
  });

  test('when a settlement has no reason, or one of more than 4000 characters', () => {
    const decided = (reason: string) => fits('casework.decided', { by: 'ann', outcome: 'cleared', reason });
    expect([' ok ', 'x'.repeat(4000), '  ', 'x'.repeat(4001)].map(decided)).toEqual([true, true, false, false]);
  });
});

test('a path names a referral by its whole id', () => {
  const [, show, ...steps] = part.routes;
  for (const route of [show, ...steps]) {
    expect([referral, 'odd', ''].map((named) => route?.path?.safeParse({ referral: named }).success)).toEqual([
      true,
      false,
      false,
    ]);
  }
});

test('what is due first stands in front, wherever it stood', () => {
  const state = (dueAt: number): Referral => ({
    opened: { ...opened, dueAt },
    openedAt: instant(0),
    escalated: false,
    history: [],
  });
  const ids = ['1', '2', '3', '4'].map((digit) => digit.repeat(32) as AggregateId);
  const dues = [3000, 1000, 4000, 2000];
  const queue = new Map(ids.map((id, at) => [id, state(dues[at] ?? 0)]));
  expect(waiting(queue).map(({ opened: { dueAt } }) => dueAt)).toEqual([1000, 2000, 3000, 4000]);
});

describe('a step that is taken', () => {
  const at = instant(opened.dueAt);
  const entry = ({ kind, data }: Draft, index: number) =>
    ({ aggregate: referral, version: index + 1, at, kind, reality: 'live', data }) as const;
  /** The referral as two officers find it; `instead` is what stands after ours was recorded. */
  function desk(drafts: readonly Draft[], instead?: readonly Draft[]) {
    const kept: Timer[] = [];
    let stored = drafts;
    const access = {
      now: () => at,
      state: () => Promise.resolve(stored.map(entry).reduce(referralFold.apply, referralFold.initial)),
      record: (_: AggregateId, more: readonly Draft[], timers: readonly Timer[] = []) => {
        kept.push(...timers);
        stored = instead ?? [...stored, ...more];
        return Promise.resolve(ok(undefined));
      },
    };
    return { access: access as unknown as Access, kept };
  }
  const opening = { kind: 'casework.referral-opened', data: opened };
  const claimedBy = (by: string) => ({ kind: 'casework.claimed', data: { by } });
  const released = { kind: 'casework.released', data: { by: 'ann' } };
  const settling: Step = { what: 'decided', at, by: 'ann', outcome: 'cleared', reason: 'x' };
  const codeOf = async (access: Access, step: Step) => {
    const taken = await take(access, referral, step);
    return taken.ok ? 'ok' : taken.error.code;
  };

  test('tells the domain of a settlement at once, and of nothing else', async () => {
    const { access, kept } = desk([opening]);
    expect(await codeOf(access, { what: 'claimed', at, by: 'ann' })).toBe('ok');
    expect(kept).toEqual([]);
    expect(await codeOf(access, settling)).toBe('ok');
    const action = 'test.referral-settled';
    const { about, subject, kind } = opened;
    expect(kept).toEqual([{ key: action, dueAt: at, action, data: { about, subject, kind, outcome: 'cleared' } }]);
  });

  test('is none without a referral', async () => {
    const taken = await take(desk([]).access, referral, settling);
    expect(taken).toMatchObject(err({ code: 'CAS-0101', parameters: { referral } }));
  });

  test('and does not stand is told with its reason', async () => {
    const claim: Step = { what: 'claimed', at, by: 'ann' };
    expect(await codeOf(desk([opening], [opening, claimedBy('bob')]).access, claim)).toBe('CAS-0103');
    expect(
      await codeOf(desk([opening], [opening, claimedBy('bob'), { ...released, data: { by: 'bob' } }]).access, claim),
    ).toBe('CAS-0106');
    expect(await codeOf(desk([opening], []).access, claim)).toBe('CAS-0106');
    expect(await codeOf(desk([opening], [opening, claimedBy('ann'), released]).access, claim)).toBe('ok');
  });

  test('is not taken for an equal one before it', async () => {
    const before = [opening, claimedBy('ann'), released];
    const undone = [...before, claimedBy('bob'), { ...released, data: { by: 'bob' } }];
    expect(await codeOf(desk(before, undone).access, { what: 'claimed', at, by: 'ann' })).toBe('CAS-0106');
  });
});
