import { describe, expect, test } from 'vitest';
import type { Measure, RouteRequest } from '#kernel';
import { bodies } from '../facts/bodies.ts';
import { asks, Desk } from '../testing/desk.ts';
import { at, fact, smallRegister, texts } from '../testing/small.ts';
import { forecastRoutes, forecastShape } from './forecast.ts';
import { proposalsRoute } from './proposals.ts';
import { readRoutes } from './read.ts';
import { sayRoutes } from './say.ts';
import { milestoneShape, registerShape } from './shapes.ts';

const register = smallRegister();
const now = at('2006-09-15');
const routes = [...readRoutes(register), ...forecastRoutes(register), ...sayRoutes(register), proposalsRoute(register)];

async function call(desk: Desk, pattern: string, more: Partial<RouteRequest> = {}) {
  const route = routes.find((one) => one.pattern === pattern);
  if (route === undefined) throw new TypeError(`no route ${pattern}`);
  const answer = await route.handle(asks(more), desk.access);
  // Whatever a route answers has the shape that it declares, and nothing beside.
  if (answer.ok) expect(route.response?.parse(answer.value)).toEqual(answer.value);
  return answer.ok ? answer.value : { code: answer.error.code, parameters: answer.error.parameters };
}
const whole = async (desk: Desk, more: Partial<RouteRequest> = {}) =>
  registerShape.parse(await call(desk, '/plan', more));
const story = async (desk: Desk, milestone: string, more: Partial<RouteRequest> = {}) =>
  milestoneShape.parse(await call(desk, '/plan/milestones/:milestone', { path: { milestone }, ...more }));

describe('the register as a whole', () => {
  test('has its plan, goals, chapters and promises in the caller’s language', async () => {
    const told = await whole(new Desk(now));
    expect(told.plan).toEqual({
      ...{ key: 'small', title: 'A small plan (fr)', source: 'made up', begins: '2005-06' },
      ...{ observed: '2006-08', basis: 'made up (fr)' },
    });
    expect(told.goals).toEqual([
      { goal: 1, title: 'One (fr)' },
      { goal: 2, title: 'Two (fr)' },
    ]);
    expect(told.chapters[0]).toEqual({
      ...{ code: 'AAA', goal: 1, title: 'First (fr)' },
      initiatives: [{ key: 'AAA-1', title: 'Initiative (fr)' }],
    });
    expect(told.rows.map(({ title }) => title)).toContain('Title of BBB-1.1 (fr)');
    expect([told.asOf, told.known, told.month, told.reported]).toEqual([now, now, '2006-09', '2006-08']);
    expect(told.matrix.map(({ chapter, pair }) => `${chapter} ${pair}`)).toEqual(
      ['AAA', 'BBB'].flatMap((code) => ['US-CA', 'US-MX', 'CA-MX'].map((pair) => `${code} ${pair}`)),
    );
  });

  test('shows of each pair what is known of it and no more', async () => {
    const { rows } = await whole(new Desk(now));
    const [first, second, third, fourth] = rows.map(({ pairs }) => pairs);
    expect(first?.[0]).toEqual({
      ...{ pair: 'US-CA', cell: 'late', flags: ['overdue', 'contradicts'], baseline: 0, due: '2006-06' },
      ...{ state: 'on-track', reportedBy: 'report', reportedFor: '2006-08' },
    });
    expect(second?.[1]).toEqual({
      ...{ pair: 'US-MX', cell: 'late', flags: ['overdue', 'moved', 'blocked'], baseline: 0 },
      ...{ due: '2006-12', firstDue: '2005-12', state: 'delayed', reportedBy: 'report', reportedFor: '2006-08' },
      expected: { from: '2007-06', to: '2007-06', by: 'report' },
    });
    expect(second?.[2]).toEqual({
      ...{ pair: 'CA-MX', cell: 'unknown', flags: ['overdue', 'blocked'], baseline: 0 },
      ...{ due: '2006-12', firstDue: '2005-12' },
    });
    expect(third?.[1]).toEqual({ pair: 'US-MX', cell: 'not-applicable', flags: [], baseline: 0 });
    expect(fourth?.[0]).not.toHaveProperty('due');
    expect(rows[1]).toMatchObject({ flags: ['overdue', 'moved', 'blocked'], blockedBy: ['AAA-1.1'] });
    expect(rows[0]).not.toHaveProperty('changedAt');
  });

  test('before anything was reported, has no newest report', async () => {
    expect(await whole(new Desk(now), { query: { asOf: '2006-07' } })).not.toHaveProperty('reported');
    expect(await whole(new Desk(now), { query: { asOf: '2006-08' } })).toMatchObject({
      ...{ reported: '2006-08', month: '2006-08', asOf: at('2006-09-01') - 1, known: now },
    });
  });

  test('refuses a time that is no month', async () => {
    for (const query of [{ asOf: '2006-13' }, { known: '2006' }])
      await expect(whole(new Desk(now), { query })).rejects.toThrow();
  });

  test('counts open proposals, comments, and tells each person what he follows', async () => {
    const desk = new Desk(now).hear(
      fact('proposed', { pairs: ['US-CA'], month: '2007-01', reason: 'x' }, { name: 'US-AAA-1.1-1' }),
      fact('proposed', { pairs: ['US-CA'], month: '2007-02', reason: 'x' }, { name: 'US-AAA-1.1-2' }),
      fact('withdrawn', { proposal: 'US-AAA-1.1-2', reason: 'y' }),
      fact('commented', { text: 'one' }),
      fact('commented', { text: 'two' }, { person: 'Bob' }),
      fact('followed', { on: true }),
      fact('followed', { on: true }, { person: 'Bob' }),
      fact('followed', { on: false }, { person: 'Bob', madeAt: '2006-09-14' }),
    );
    const [row] = (await whole(desk)).rows;
    expect(row).toMatchObject({ openProposals: 1, comments: 2, followed: true, changedAt: at('2006-09-14') });
    for (const name of ['Bob', 'Cy']) {
      const [seen] = (await whole(desk, { actor: { name, roles: [], ports: [] } })).rows;
      expect(seen?.followed).toBe(false);
    }
  });
});

describe('a measure that a promise is tied to', () => {
  const measure: Measure = {
    ...{ name: 'test.share', title: texts('Share'), unit: 'share', page: '/share' },
    read: async () => ({ value: 0.5, of: 8 }),
  };
  const target = { name: 'test.share', 'at-least': 0.9 };
  test('is shown with its title, unit and page, and its verdict', async () => {
    const desk = new Desk(now);
    desk.measures.set('test.share', measure);
    expect((await whole(desk)).rows[3]?.measured).toEqual({
      ...{ name: 'test.share', at: now, target, verdict: 'not-kept', title: 'Share (fr)', unit: 'share' },
      ...{ page: '/share', value: 0.5, of: 8 },
    });
  });

  test('is shown by its name where the node has none', async () => {
    expect((await whole(new Desk(now))).rows[3]?.measured).toEqual({
      ...{ name: 'test.share', at: now, target, verdict: 'not-yet-measured', title: 'test.share', unit: '' },
    });
  });
});

describe('the story of a promise', () => {
  test('has its months, errata, and what it waits for and what waits for it', async () => {
    const desk = new Desk(now);
    expect((await story(desk, 'AAA-1.2')).due).toEqual([
      { month: '2005-12', months: 6 },
      { month: '2006-12', months: 18 },
    ]);
    expect((await story(desk, 'AAA-1.3')).due).toEqual([{ month: '2007-12', before: '2008-01-01' }]);
    expect((await story(desk, 'BBB-1.1')).errata).toEqual(['the report repeats a word (fr)']);
    const [first, second] = [await story(desk, 'AAA-1.1'), await story(desk, 'AAA-1.2')];
    expect([first.after, first.before]).toEqual([[], [{ milestone: 'AAA-1.2', title: 'Title of AAA-1.2 (fr)' }]]);
    expect([second.after, second.before]).toEqual([[{ milestone: 'AAA-1.1', title: 'Title of AAA-1.1 (fr)' }], []]);
    expect([first.month, first.asOf]).toEqual(['2006-09', now]);
  });

  test('says whom it is served by, each way in its own words', async () => {
    expect((await story(new Desk(now), 'AAA-1.1')).serves).toEqual({ by: 'policy', reason: 'A treaty (fr)' });
    expect((await story(new Desk(now), 'BBB-1.1')).serves).toEqual({
      by: 'tripoint',
      links: [{ to: 'measure', name: 'test.share' }],
    });
  });

  test('an adopted one is told by nobody’s table, and its month counts from nothing', async () => {
    const adopted = fact(
      'adopted',
      { title: texts('New'), kind: 'exercise', promise: 'exercise', scope: 'all', due: '2006-12' },
      { milestone: 'BBB-1.2' },
    );
    const told = await story(new Desk(now).hear(adopted), 'BBB-1.2');
    expect(told.due).toEqual([{ month: '2006-12' }]);
    expect(told).not.toHaveProperty('serves');
  });

  test('keeps every report and baseline, with who signed', async () => {
    const terms = { pairs: ['US-CA'], month: '2007-03' } as const;
    const desk = new Desk(now).hear(
      fact('proposed', { ...terms, reason: 'floods' }, { name: 'US-AAA-1.1-1' }),
      fact('approved', { proposal: 'US-AAA-1.1-1', ...terms }, { person: 'Bob', madeAt: '2006-09-10' }),
      fact('self-reported', { pair: 'US-MX', said: { state: 'initiated' }, asOf: '2006-09' }, { name: 'US-AAA-1.1-9' }),
      fact('followed', { on: true }),
    );
    const half = await story(desk, 'AAA-1.1');
    expect(half.baselines[0]?.baselines).toEqual([{ number: 0, approvers: [], month: '2006-06' }]);
    expect(half.proposals).toMatchObject([
      { proposal: 'US-AAA-1.1-1', state: 'open', missing: ['CA'], signed: [{ nation: 'US', person: 'Bob' }] },
    ]);
    desk.hear(fact('approved', { proposal: 'US-AAA-1.1-1', ...terms }, { nation: 'CA', person: 'Cy' }));
    const agreed = await story(desk, 'AAA-1.1');
    expect(agreed.baselines[0]?.baselines[1]).toEqual({
      ...{ number: 1, month: '2007-03', reason: 'floods', since: now },
      approvers: [
        { nation: 'US', person: 'Bob' },
        { nation: 'CA', person: 'Cy' },
      ],
    });
    expect(agreed.baselines[1]?.baselines).toHaveLength(1);
    expect(agreed.proposals).toMatchObject([{ state: 'agreed', missing: [] }]);
    expect(agreed.reports[1]?.reports).toEqual([
      { by: 'report', asOf: '2006-08', state: 'on-track' },
      { by: 'US', asOf: '2006-09', state: 'initiated', fact: 'US-AAA-1.1-9' },
    ]);
    expect(agreed.history.map(({ what }) => what)).toEqual(['proposed', 'approved', 'self-reported', 'approved']);
  });

  test('is what was said last, even where the view lags', async () => {
    const desk = new Desk(now).hear(fact('commented', { text: 'now' }));
    desk.unheard.add('plan AAA-1.1');
    expect((await story(desk, 'AAA-1.1')).comments).toBe(1);
    expect((await whole(desk)).rows[0]?.comments).toBe(0);
  });

  test('of an unknown promise is PLN-0201', async () => {
    const refused = await call(new Desk(now), '/plan/milestones/:milestone', { path: { milestone: 'AAA-9.9' } });
    expect(refused).toEqual({ code: 'PLN-0201', parameters: { milestone: 'AAA-9.9' } });
  });
});

describe('what was said', () => {
  const desk = new Desk(now).hear(
    fact('commented', { text: 'old' }, { madeAt: '2006-09-01', name: 'US-AAA-1.1-1' }),
    fact('commented', { text: 'b' }, { madeAt: '2006-09-03', name: 'US-AAA-1.1-3' }),
    fact('followed', { on: true }),
    fact('commented', { text: 'other' }, { madeAt: '2006-09-02', name: 'CA-AAA-1.2-1', milestone: 'AAA-1.2' }),
    fact('commented', { text: 'a' }, { madeAt: '2006-09-03', name: 'US-AAA-1.1-2' }),
  );
  const newest = ['US-AAA-1.1-2', 'US-AAA-1.1-3', 'CA-AAA-1.2-1', 'US-AAA-1.1-1'];
  const changes = async (query: RouteRequest['query']) =>
    (await call(desk, '/plan/changes', { query })) as { items: { fact: string }[]; next?: string };

  test('is listed newest first, without who follows', async () => {
    expect((await changes({})).items.map((one) => one.fact)).toEqual(newest);
    const [last] = (await changes({ milestone: 'AAA-1.2' })).items;
    expect(last).toEqual({
      ...{ fact: 'CA-AAA-1.2-1', milestone: 'AAA-1.2', what: 'commented', nation: 'US', person: 'Ann' },
      ...{ at: at('2006-09-02'), body: { text: 'other' } },
    });
    expect((await changes({ milestone: 'AAA-1.3' })).items).toEqual([]);
  });

  test('comes page by page, and nothing is left out or told twice', async () => {
    const first = await changes({ limit: 3 });
    const rest = await changes({ limit: 3, cursor: first.next });
    expect([...first.items, ...rest.items].map((one) => one.fact)).toEqual(newest);
    expect([first.items.length, rest.next]).toEqual([3, undefined]);
  });
});

test('open proposals are listed, the one that waited longest first', async () => {
  const propose = (name: string, milestone: string, madeAt: string) =>
    fact('proposed', { pairs: ['US-CA', 'US-MX'], month: '2007-03', reason: 'x' }, { name, milestone, madeAt });
  const desk = new Desk(now).hear(
    propose('US-AAA-1.1-1', 'AAA-1.1', '2006-09-12'),
    propose('US-AAA-1.2-1', 'AAA-1.2', '2006-09-11'),
    propose('US-BBB-1.1-1', 'BBB-1.1', '2006-09-10'),
    fact('refused', { proposal: 'US-BBB-1.1-1', reason: 'no' }, { nation: 'MX', milestone: 'BBB-1.1' }),
  );
  const { items } = (await call(desk, '/plan/proposals')) as { items: object[] };
  expect(items).toMatchObject([
    { proposal: 'US-AAA-1.2-1', milestone: 'AAA-1.2', title: 'Title of AAA-1.2 (fr)', missing: ['CA', 'MX', 'US'] },
    { proposal: 'US-AAA-1.1-1', milestone: 'AAA-1.1' },
  ]);
});

describe('what may come', () => {
  test('is told for each pair that has a month and a report and is not done', async () => {
    const told = forecastShape.parse(await call(new Desk(now), '/plan/forecast'));
    expect(told.month).toBe('2006-09');
    expect(told.outlooks.map((one) => [one.milestone, one.pair, one.promised, one.expected, one.title])).toEqual([
      ['AAA-1.1', 'US-CA', '2006-06', undefined, 'Title of AAA-1.1 (fr)'],
      ['AAA-1.1', 'US-MX', '2006-06', undefined, 'Title of AAA-1.1 (fr)'],
      ['AAA-1.1', 'CA-MX', '2006-06', undefined, 'Title of AAA-1.1 (fr)'],
      ['AAA-1.2', 'US-MX', '2006-12', '2007-06', 'Title of AAA-1.2 (fr)'],
      ['AAA-1.3', 'US-CA', '2007-12', undefined, 'Title of AAA-1.3 (fr)'],
    ]);
    expect(told.classes[0]).toMatchObject({ by: 'all' });
    expect(forecastShape.parse(await call(new Desk(now), '/plan/forecast', { query: { asOf: '2006-01' } })).month).toBe(
      '2006-01',
    );
  });

  const move = (milestone: string, to: string) =>
    call(new Desk(now), '/plan/what-if', { body: { milestone, to } }) as Promise<unknown>;

  test('a move pushes what waits for it, from where the slowest pair expects it', async () => {
    expect(await move('AAA-1.1', '2007-12')).toEqual({
      moved: [
        { milestone: 'AAA-1.1', from: '2006-06', to: '2007-12', title: 'Title of AAA-1.1 (fr)' },
        {
          ...{ milestone: 'AAA-1.2', from: '2007-06', to: '2007-12', pushedBy: 'AAA-1.1' },
          title: 'Title of AAA-1.2 (fr)',
        },
      ],
    });
    expect(await move('AAA-1.1', '2007-06')).toMatchObject({ moved: [{ milestone: 'AAA-1.1' }] });
    expect(await move('BBB-1.1', '2007-06')).toEqual({
      moved: [{ milestone: 'BBB-1.1', to: '2007-06', title: 'Title of BBB-1.1 (fr)' }],
    });
    // Where it was promised by already, nothing moves: the pairs that it does not bind have no say.
    expect(await move('AAA-1.3', '2007-12')).toEqual({ moved: [] });
  });

  test('an unknown promise and what is no month are refused', async () => {
    expect(await move('AAA-9.9', '2007-06')).toEqual({ code: 'PLN-0201', parameters: { milestone: 'AAA-9.9' } });
    await expect(move('AAA-1.1', '2007-13')).rejects.toThrow();
  });
});

describe('saying something', () => {
  test('has one route for each way of saying, each with its own permission', () => {
    const permitted = sayRoutes(register).map(({ pattern, permission }) => [
      pattern.replace('/plan/milestones/:milestone/', ''),
      permission.replace('plan.', ''),
    ]);
    expect(Object.fromEntries(permitted)).toEqual({
      ...{ reports: 'report', forecasts: 'report', evidence: 'report', proposals: 'report', withdrawals: 'report' },
      ...{ approvals: 'sign', refusals: 'sign', verdicts: 'assess', targets: 'report', adoption: 'report' },
      ...{ comments: 'comment', following: 'comment' },
    });
    expect(permitted).toHaveLength(Object.keys(bodies).length);
  });

  const speak = (desk: Desk, where: string, body: unknown, milestone = 'AAA-1.1') =>
    call(desk, `/plan/milestones/:milestone/${where}`, { path: { milestone }, body, query: { asOf: '2005-07' } });

  test('records a signed fact by the caller and answers with the promise as it now stands', async () => {
    const desk = new Desk(now);
    desk.unheard.add('plan AAA-1.1');
    const answer = milestoneShape.parse(
      await speak(desk, 'reports', { pair: 'US-CA', said: { state: 'completed' }, asOf: '2006-09' }),
    );
    expect(answer.pairs[0]).toMatchObject({ cell: 'late', state: 'on-track', reportedBy: 'report' });
    expect(answer.reports[0]?.reports.at(-1)).toMatchObject({ by: 'US', state: 'completed', fact: 'US-AAA-1.1-1' });
    expect([answer.month, answer.asOf]).toEqual(['2006-09', now]);
    expect(desk.said('AAA-1.1')).toMatchObject([
      { name: 'US-AAA-1.1-1', what: 'self-reported', by: { nation: 'US', person: 'Ann' }, madeAt: now },
    ]);
  });

  test('each way of saying becomes a fact of its kind', async () => {
    const desk = new Desk(now);
    const said: readonly (readonly [string, unknown])[] = [
      ['forecasts', { pair: 'US-CA', span: { from: '2007-01', to: '2007-02' }, reason: 'x' }],
      ['evidence', { title: 'x', note: 'y' }],
      ['proposals', { pairs: ['US-CA'], month: '2007-01', reason: 'x' }],
      ['withdrawals', { proposal: 'US-AAA-1.1-3', reason: 'x' }],
      ['verdicts', { pair: 'CA-MX', verdict: 'limited', asOf: '2006-09', reason: 'x' }],
      ['targets', { reason: 'x' }],
      ['comments', { text: ' x ' }],
      ['following', { on: true }],
    ];
    for (const [where, body] of said) expect(await speak(desk, where, body)).toMatchObject({ milestone: 'AAA-1.1' });
    expect(desk.said('AAA-1.1').map(({ what }) => what)).toEqual([
      ...['forecast', 'evidenced', 'proposed', 'withdrawn', 'assessed', 'targeted', 'commented', 'followed'],
    ]);
    expect(desk.said('AAA-1.1').at(-2)?.body).toEqual({ text: 'x' });
  });

  test('what may not be said is refused and nothing is recorded', async () => {
    const desk = new Desk(now);
    expect(await speak(desk, 'reports', { pair: 'CA-MX', said: { state: 'completed' }, asOf: '2006-09' })).toEqual({
      code: 'PLN-0203',
      parameters: { nation: 'US', pair: 'CA-MX' },
    });
    expect(await speak(desk, 'comments', { text: 'x' }, 'AAA-9.9')).toMatchObject({ code: 'PLN-0201' });
    await expect(speak(desk, 'comments', { text: ' ' })).rejects.toThrow();
    desk.failing = 'LED-0999';
    expect(await speak(desk, 'comments', { text: 'x' })).toMatchObject({ code: 'LED-0999' });
    expect(desk.entries.size).toBe(0);
  });
});
