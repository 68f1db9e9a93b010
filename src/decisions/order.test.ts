import { describe, expect, test } from 'vitest';
import { disposition, type PlainDate } from '#kernel';
import { decide } from './decide.ts';
import { failRule, loadFailRules } from './fail-rules.ts';
import { combine, loadOrder, orderOf, stricter } from './order.ts';
import { replay } from './replay.ts';
import { loadTable } from './table.ts';

const order = orderOf('1', ['stop', 'wait', 'go'].map(disposition));
const [stop, wait, go] = ['stop', 'wait', 'go'].map(disposition) as [never, never, never];
const faults = (loaded: { ok: boolean; error?: readonly { code: string; parameters: object }[] }) =>
  loaded.ok ? [] : (loaded.error ?? []).map(({ code, parameters }) => [code, parameters]);
const at = (path: string, expected: string) => ['DEC-0101', { path, expected }];

describe('order', () => {
  test('is read from dated data', () => {
    const loaded = loadOrder({ date: '2026-11-24', order: ['stop', 'go'] });
    expect(loaded).toMatchObject({ ok: true, value: { version: '2026-11-24', dispositions: ['stop', 'go'] } });
  });

  test('names each disposition once, and at least one', () => {
    expect(faults(loadOrder({ date: 'd', order: ['stop', 'go', 'stop'] }))).toEqual([
      ['DEC-0120', { disposition: 'stop' }],
    ]);
    expect(faults(loadOrder({ date: 'd', order: [] }))).toEqual([at('/order', 'at least one disposition')]);
    expect(faults(loadOrder({ order: ['a', 1] }))).toEqual([at('/date', 'text'), at('/order/1', 'text')]);
    expect(faults(loadOrder([]))).toContainEqual(at('/', 'object'));
  });

  test("the stricter word wins, nobody's word is the strictest, and so is an unknown one", () => {
    expect(stricter(order, wait, go)).toBe(wait);
    expect(stricter(order, go, wait)).toBe(wait);
    expect(combine(order, go, [])).toBe(go);
    expect(combine(order, undefined, [{ disposition: wait }, { disposition: go }])).toBe(wait);
    expect(combine(order, undefined, [])).toBe(stop);
    expect(combine(order, go, [{ disposition: disposition('fly') }])).toBe(stop);
    expect(() => combine(orderOf('1', []), undefined, [])).toThrow('at least one disposition');
  });
});

describe('fail rules', () => {
  const rule = {
    authority: '*',
    profile: '*',
    from: '2026-01-01',
    timeLimitMilliseconds: 1500,
    late: 'wait',
    error: 'go',
    'not-forwarded': 'stop',
  };
  const rules = (...more: object[]) => loadFailRules({ date: '2026-11-24', rules: [rule, ...more] }, order);
  const on = (date: string) => date as PlainDate;

  test('are read', () => {
    const { timeLimitMilliseconds, authority, profile, from } = rule;
    expect(rules()).toEqual({
      ok: true,
      value: {
        version: '2026-11-24',
        rules: [
          {
            authority,
            profile,
            from,
            timeLimitMilliseconds,
            dispositions: { late: wait, error: go, 'not-forwarded': stop },
          },
        ],
      },
    });
  });

  test('the nearest rule in force is taken', () => {
    const loaded = rules(
      { ...rule, timeLimitMilliseconds: 2, from: '2026-06-01' },
      { ...rule, timeLimitMilliseconds: 9, from: '2026-03-01' },
      { ...rule, timeLimitMilliseconds: 3, profile: 'batch' },
      { ...rule, timeLimitMilliseconds: 4, authority: 'US' },
      { ...rule, timeLimitMilliseconds: 5, authority: 'US', profile: 'batch', from: '2026-02-01' },
    );
    if (!loaded.ok) throw new TypeError('rules');
    const limit = (authority: string, profile: string, date: string) =>
      failRule(loaded.value, authority, profile, on(date))?.timeLimitMilliseconds;
    expect(limit('CA', 'iapi', '2026-01-01')).toBe(1500);
    expect(limit('CA', 'iapi', '2026-03-02')).toBe(9);
    expect(limit('CA', 'iapi', '2026-06-01')).toBe(2);
    expect(limit('CA', 'batch', '2026-07-01')).toBe(3);
    expect(limit('US', 'iapi', '2026-07-01')).toBe(4);
    expect(limit('US', 'batch', '2026-01-31')).toBe(4);
    expect(limit('US', 'batch', '2026-02-01')).toBe(5);
    expect(limit('US', 'batch', '2025-12-31')).toBeUndefined();
  });

  test('are whole: dispositions known, no rule twice, one for the rest', () => {
    expect(faults(rules({ ...rule, authority: 'US', late: 'fly' }))).toEqual([
      ['DEC-0121', { authority: 'US', disposition: 'fly' }],
    ]);
    expect(faults(rules(rule))).toEqual([['DEC-0122', { authority: '*' }]]);
    expect(faults(loadFailRules({ date: 'd', rules: [] }, order))).toEqual([['DEC-0123', {}]]);
    expect(faults(loadFailRules({ date: 'd', rules: [{ ...rule, profile: 'x' }] }, order))).toEqual([['DEC-0123', {}]]);
    expect(faults(loadFailRules({ date: 'd', rules: [{ ...rule, authority: 'x' }] }, order))).toEqual([
      ['DEC-0123', {}],
    ]);
    expect(
      faults(rules({ authority: 'US', profile: '', from: '2026-02-30', timeLimitMilliseconds: 0, error: 1 })),
    ).toEqual([
      at('/rules/1/profile', 'text'),
      at('/rules/1/from', 'date'),
      at('/rules/1/timeLimitMilliseconds', 'number above 0'),
      at('/rules/1/late', 'text'),
      at('/rules/1/error', 'text'),
      at('/rules/1/not-forwarded', 'text'),
    ]);
    for (const wrong of [Number.POSITIVE_INFINITY, '5', -1, undefined]) {
      expect(faults(rules({ ...rule, authority: 'US', timeLimitMilliseconds: wrong }))).toEqual([
        at('/rules/1/timeLimitMilliseconds', 'number above 0'),
      ]);
    }
    expect(faults(rules({ ...rule, authority: 'US', from: 20260101 }))).toEqual([at('/rules/1/from', 'date')]);
    expect(faults(loadFailRules(null, order))).toEqual([
      at('/', 'object'),
      at('/date', 'text'),
      at('/rules', 'list'),
      ['DEC-0123', {}],
    ]);
  });
});

describe('replay', () => {
  const texts = { en: 'a', fr: 'b', es: 'c' };
  const loaded = loadTable(
    {
      table: 't',
      version: '2',
      reasonTexts: { R: texts },
      rows: [
        { key: 'a', when: { size: { above: 3 } }, disposition: 'stop', reasons: [{ code: 'R', class: 'other' }] },
        { key: 'rest', when: {}, disposition: 'go', reasons: [{ code: 'R', class: 'other' }] },
      ],
    },
    [{ name: 'size', type: 'number', title: texts }],
    order,
  );
  if (!loaded.ok) throw new TypeError('table');
  const table = loaded.value;
  const stored = { facts: { size: 4 }, decision: decide(table, { size: 4 }).toJSON() };

  test('the same facts and table give the same decision', () => {
    const again = replay(stored, (by) => (by.table === 't' && by.version === '2' ? table : undefined));
    expect(again).toMatchObject({ ok: true });
    if (again.ok) expect(again.value.toJSON()).toEqual(stored.decision);
  });

  test('another version, or another table, is not taken for it', () => {
    const missing = { code: 'DEC-0201', origin: 'node', severity: 'error', parameters: { table: 't', version: '2' } };
    expect(replay(stored, () => undefined)).toEqual({ ok: false, error: missing });
    expect(replay(stored, () => ({ ...table, version: '3' }))).toEqual({ ok: false, error: missing });
    expect(replay(stored, () => ({ ...table, table: 'u' }))).toEqual({ ok: false, error: missing });
  });

  test('a decision that comes out differently is found', () => {
    const changed = { ...stored, facts: { size: 3 } };
    expect(replay(changed, () => table)).toMatchObject({
      ok: false,
      error: { code: 'DEC-0202', parameters: { table: 't', version: '2' } },
    });
  });
});
