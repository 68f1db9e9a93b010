import { describe, expect, test } from 'vitest';
import { addMonths, monthsBetween } from '../months.ts';
import { shippedRegister } from '../register/shipped.ts';
import { standingsOf } from '../standing/standing.ts';
import { at, fact, smallRegister } from '../testing/small.ts';
import { classesOf, outlookOf } from './forecast.ts';
import { type Slip, slipsOf } from './slips.ts';
import { whatIf } from './what-if.ts';

const slip = (months: number, done = true, promise = 'build'): Slip => ({
  milestone: 'AAA-1.1',
  pair: 'US-CA',
  chapter: 'AAA',
  promise,
  months,
  done,
});

describe('slips', () => {
  const moment = { asOf: at('2007-01-15'), known: at('2007-01-15') };
  const told = (...facts: ReturnType<typeof fact>[]) => {
    const said = [...new Set(facts.map(({ milestone }) => milestone))].map((milestone) => ({
      milestone,
      facts: facts.filter((one) => one.milestone === milestone),
    }));
    return slipsOf(standingsOf({ register: smallRegister(), said, moment, gauge: () => undefined }), moment).map(
      ({ milestone, pair, months, done }) => `${milestone} ${pair} ${months}${done ? '' : '+'}`,
    );
  };

  test('are counted from the month first promised; what is not due, not applicable, unknown or without a month has none', () => {
    expect(told()).toEqual([
      'AAA-1.1 US-CA 7+',
      'AAA-1.1 US-MX 7+',
      'AAA-1.1 CA-MX 7+',
      'AAA-1.2 US-CA 0',
      'AAA-1.2 US-MX 1+',
    ]);
  });

  test('end with the first report since which both countries have called it done', () => {
    const says = (nation: string, state: 'completed' | 'on-track', asOf: string) =>
      fact('self-reported', { pair: 'US-CA', said: { state }, asOf }, { nation });
    const once = [says('US', 'completed', '2006-09'), says('CA', 'completed', '2006-10')];
    expect(told(...once)).toContain('AAA-1.1 US-CA 3');
    expect(told(...once, says('US', 'on-track', '2006-11'), says('US', 'completed', '2006-12'))).toContain(
      'AAA-1.1 US-CA 6',
    );
  });

  test('of the founding report: what was promised by August 2006', () => {
    const founded = { asOf: at('2006-08-31'), known: at('2006-08-31') };
    const slips = slipsOf(
      standingsOf({ register: shippedRegister(), said: [], moment: founded, gauge: () => undefined }),
      founded,
    );
    const classes = classesOf(slips);
    expect(classes[0]).toMatchObject({ by: 'all', name: 'all' });
    expect(classes[0]?.curve.count).toBe(slips.length);
    // Too few are done to say when four of five will be.
    expect(classes[0]?.p80).toBeUndefined();
    expect(classes.filter(({ by }) => by === 'pair').map(({ name }) => name)).toEqual(['CA-MX', 'US-CA', 'US-MX']);
    for (const by of ['chapter', 'promise', 'pair'])
      expect(classes.filter((one) => one.by === by).reduce((sum, { curve }) => sum + curve.count, 0)).toBe(
        slips.length,
      );
  });
});

describe('a forecast', () => {
  const ten = Array.from({ length: 10 }, (_, index) => slip(2 * index + 2));

  test('places a promise in its class, given how long it has slipped', () => {
    const classes = classesOf(ten);
    const outlook = (now: string, promise = 'build') => outlookOf({ promised: '2026-01', now, promise }, classes);
    expect(outlook('2025-06')).toEqual({
      by: 'promise',
      name: 'build',
      count: 10,
      pooled: false,
      p50: '2027-01',
      p80: '2027-07',
    });
    expect(outlook('2026-11')).toMatchObject({ p50: '2027-05', p80: '2027-09' });
    expect(outlook('2028-01')).toEqual({ by: 'promise', name: 'build', count: 10, pooled: false });
    expect(outlook('2025-06', 'agree')).toMatchObject({ by: 'all', name: 'all', pooled: true });
    expect(outlookOf({ promised: '2026-01', now: '2026-01', promise: 'build' }, [])).toBeUndefined();
  });

  test('goes by the whole register where its class has fewer than ten', () => {
    const classes = classesOf([...ten.slice(1), slip(0, true, 'agree')]);
    expect(outlookOf({ promised: '2026-01', now: '2026-01', promise: 'build' }, classes)).toMatchObject({
      by: 'all',
      count: 10,
      pooled: true,
    });
    expect(outlookOf({ promised: '2026-01', now: '2026-01', promise: 'build' }, classesOf(ten))).toMatchObject({
      pooled: false,
    });
  });

  test('a class says what was seen of it, and no month that was not reached', () => {
    const classes = classesOf([...ten, slip(7, false, 'agree')]);
    expect(classes.map(({ by, name, done, p50, p80, curve }) => [by, name, done, curve.count, p50, p80])).toEqual([
      ['all', 'all', 10, 11, 12, 18],
      ['chapter', 'AAA', 10, 11, 12, 18],
      ['promise', 'agree', 0, 1, undefined, undefined],
      ['promise', 'build', 10, 10, 10, 16],
      ['pair', 'US-CA', 10, 11, 12, 18],
    ]);
    expect(classes[2]).not.toHaveProperty('p50');
    expect(classes[2]).not.toHaveProperty('p80');
  });

  test('goes by the class of its own promise and of no other of that name', () => {
    const other = ten.map((one) => ({ ...one, chapter: 'build', pair: 'build', promise: 'agree', months: 50 }));
    const outlook = outlookOf({ promised: '2026-01', now: '2026-01', promise: 'build' }, classesOf([...other, ...ten]));
    expect(outlook).toMatchObject({ by: 'promise', name: 'build', count: 10, p50: '2027-01' });
  });

  test('a month that cannot be told is left out of what is said', () => {
    const outlook = outlookOf({ promised: '2026-01', now: '2027-01', promise: 'build' }, classesOf(ten));
    expect(outlook).toEqual({ by: 'promise', name: 'build', count: 10, pooled: false, p50: '2027-07', p80: '2027-09' });
    const later = outlookOf({ promised: '2026-01', now: '2027-03', promise: 'build' }, classesOf(ten));
    expect(later).not.toHaveProperty('p80');
  });
});

/*
 * Back-test: registers whose truth is known. Slips are heavy-tailed (arXiv 2312.12906), log-normal or with a Pareto tail whose
 * variance is infinite; one looks at a month in the middle, when many are not done, forecasts those, and sees afterwards how
 * many had come by P50 and by P80. The smallest class that is gone by has ten.
 */
describe.each([10, 15, 30, 120])('forecasts of registers of %i promises', (size) => {
  let seed = 20_261_124 + size;
  const random = (): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return (seed + 0.5) / 4_294_967_296;
  };
  const normal = (): number => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());

  test.each([
    ['log-normal', () => Math.round(Math.exp(2.3 + 0.9 * normal()))],
    ['Pareto', () => Math.round(3 * random() ** (-1 / 1.5))],
  ])('are kept by half and by four of five, within ten points, where slips are %s', (_name, takesSo) => {
    const count = { half: 0, halfKept: 0, most: 0, mostKept: 0 };
    const now = '2010-01';
    for (let register = 0; register * size < 12_000; register += 1) {
      const promises = Array.from({ length: size }, () => ({
        promised: addMonths('2004-01', Math.floor(random() * 72)),
        takes: takesSo(),
      }));
      const seen = promises.map(({ promised, takes }) => {
        const sofar = monthsBetween(promised, now);
        return slip(Math.min(takes, sofar), takes <= sofar);
      });
      const classes = classesOf(seen);
      for (const { promised, takes } of promises) {
        if (takes <= monthsBetween(promised, now)) continue;
        const outlook = outlookOf({ promised, now, promise: 'build' }, classes);
        const real = addMonths(promised, takes);
        if (outlook?.p50 !== undefined) {
          count.half += 1;
          if (real <= outlook.p50) count.halfKept += 1;
        }
        if (outlook?.p80 !== undefined) {
          count.most += 1;
          if (real <= outlook.p80) count.mostKept += 1;
        }
      }
    }
    expect(Math.min(count.half, count.most)).toBeGreaterThan(500);
    expect(Math.abs(count.halfKept / count.half - 0.5)).toBeLessThan(0.1);
    expect(Math.abs(count.mostKept / count.most - 0.8)).toBeLessThan(0.1);
  });
});

describe('what if one promise moved', () => {
  const net = [
    { milestone: 'D', month: '2026-09', after: ['C'] },
    { milestone: 'B', month: '2026-03', after: ['A'] },
    { milestone: 'A', month: '2026-01', after: [] },
    { milestone: 'C', month: '2026-05', after: ['B', 'X'] },
    { milestone: 'N', after: ['A'] },
    { milestone: 'E', month: '2025-01', after: ['F'] },
    { milestone: 'F', month: '2025-06', after: [] },
  ];
  const moved = (milestone: string, to: string, knots = net) => {
    const done = whatIf(knots, { milestone, to });
    return done.ok
      ? done.value.map((one) => `${one.milestone} ${one.from ?? '-'} ${one.to} ${one.pushedBy ?? ''}`.trim())
      : done.error.code;
  };

  test('whatever waits for it comes no earlier, through others too; what is later anyway stays', () => {
    expect(moved('A', '2026-04')).toEqual(['A 2026-01 2026-04', 'B 2026-03 2026-04 A']);
    expect(moved('A', '2026-07')).toEqual(['A 2026-01 2026-07', 'B 2026-03 2026-07 A', 'C 2026-05 2026-07 B']);
    expect(moved('A', '2027-01')).toEqual([
      'A 2026-01 2027-01',
      'B 2026-03 2027-01 A',
      'C 2026-05 2027-01 B',
      'D 2026-09 2027-01 C',
    ]);
    expect(moved('A', '2025-06')).toEqual(['A 2026-01 2025-06']);
    expect(moved('A', '2026-01')).toEqual([]);
    expect(moved('N', '2026-02')).toEqual(['N - 2026-02']);
  });

  test('what contradicted itself before is not its doing', () =>
    expect(moved('A', '2026-02')).toEqual(['A 2026-01 2026-02']));

  test('of two that push, the later one does', () => {
    const two = [
      { milestone: 'A', month: '2026-01', after: [] },
      { milestone: 'B', month: '2026-02', after: ['A'] },
      { milestone: 'C', month: '2026-01', after: ['A'] },
      { milestone: 'D', month: '2026-01', after: ['C', 'A', 'B'] },
    ];
    expect(moved('A', '2026-06', two)).toEqual([
      'A 2026-01 2026-06',
      'B 2026-02 2026-06 A',
      'C 2026-01 2026-06 A',
      'D 2026-01 2026-06 C',
    ]);
  });

  test('a promise without a month is not pushed, and pushes nobody; one that comes in the same month is not pushed either', () => {
    const through = [
      { milestone: 'A', month: '2026-01', after: [] },
      { milestone: 'N', after: ['A'] },
      { milestone: 'B', month: '2026-02', after: ['N'] },
      { milestone: 'C', month: '2026-06', after: ['A'] },
    ];
    expect(moved('A', '2026-06', through)).toEqual(['A 2026-01 2026-06']);
    const told = whatIf(through, { milestone: 'N', to: '2026-06' });
    expect(told.ok && told.value).toEqual([
      { milestone: 'N', to: '2026-06' },
      { milestone: 'B', from: '2026-02', to: '2026-06', pushedBy: 'N' },
    ]);
  });

  test('each that is waited for by many is told once', () => {
    const layers = Array.from({ length: 40 }, (_, at) => at).flatMap((at) =>
      ['L', 'R'].map((side) => ({
        milestone: `${side}${at}`,
        month: '2026-01',
        after: at === 0 ? ['A'] : [`L${at - 1}`, `R${at - 1}`],
      })),
    );
    expect(
      moved('A', '2026-02', [...layers.toReversed(), { milestone: 'A', month: '2026-01', after: [] }]),
    ).toHaveLength(81);
  });

  test('an unknown promise, and promises that wait for each other, are findings', () => {
    expect(moved('Z', '2026-01')).toBe('PLN-0201');
    const circle = [...net, { milestone: 'X', month: '2026-01', after: ['D'] }];
    expect(moved('A', '2026-07', circle)).toBe('PLN-0212');
    const told = whatIf(circle, { milestone: 'A', to: '2026-07' });
    expect(!told.ok && told.error.parameters['milestones']).toBe('D → C → X → D');
    const before = whatIf([{ milestone: 'Y', month: '2026-01', after: ['A', 'D'] }, ...circle], {
      milestone: 'A',
      to: '2026-07',
    });
    expect(!before.ok && before.error.parameters['milestones']).toBe('D → C → X → D');
    const unknown = whatIf(net, { milestone: 'Z', to: '2026-01' });
    expect(!unknown.ok && unknown.error.parameters).toEqual({ milestone: 'Z' });
  });
});
