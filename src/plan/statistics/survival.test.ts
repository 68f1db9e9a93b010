import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Duration, expectedAfter, quantileOf, survivalAt, survivalOf } from './survival.ts';

/** `6+`: has lasted six and goes on. */
const read = (text: string): readonly Duration[] =>
  text.split(' ').map((one) => ({ months: Number.parseFloat(one), done: !one.endsWith('+') }));

/*
 * Published data: remission of leukaemia under 6-MP and placebo, weeks (Freireich 1963, in Cox and Oakes 1984), and with and
 * without maintenance (Miller 1997). The expected values were worked in exact fractions by another road, which gives the weight
 * of each censored one to all that are later (Efron 1967), and 60 digits: months, at risk, done, survival, low, high.
 */
const data: readonly (readonly [string, string, readonly (readonly number[])[]])[] = [
  [
    '6-MP',
    '6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+',
    [
      [6, 21, 3, 6 / 7, 0.6197179552659837, 0.951551747646997],
      [7, 17, 1, 96 / 119, 0.5631465646222333, 0.9228090192028805],
      [10, 15, 1, 64 / 85, 0.5031995107999564, 0.8893618351692656],
      [13, 12, 1, 176 / 255, 0.431610222486184, 0.8490659633494508],
      [16, 11, 1, 32 / 51, 0.367510855987502, 0.8049121894718413],
      [22, 7, 1, 64 / 119, 0.267778936767135, 0.7467907176353946],
      [23, 6, 1, 160 / 357, 0.18805200595923233, 0.6801426284952415],
    ],
  ],
  [
    'placebo',
    '1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23',
    [
      [1, 21, 2, 19 / 21, 0.6700458822350335, 0.9752941490381125],
      [2, 19, 2, 17 / 21, 0.5689050599241725, 0.9238888285592948],
      [3, 17, 1, 16 / 21, 0.5193914153284287, 0.8932571097824872],
      [4, 16, 2, 2 / 3, 0.42535043556524715, 0.8250440087973401],
      [5, 14, 2, 4 / 7, 0.33797695385949306, 0.7492407099432166],
      [8, 12, 4, 8 / 21, 0.18306654882039436, 0.577788677745831],
      [11, 8, 2, 2 / 7, 0.11656132643676465, 0.48181964800902555],
      [12, 6, 2, 4 / 21, 0.059481701361175233, 0.37743489058515006],
      [15, 4, 1, 1 / 7, 0.0356573551906667, 0.32116157468086926],
      [17, 3, 1, 2 / 21, 0.016259260212247006, 0.2612499819686869],
      [22, 2, 1, 1 / 21, 0.003324463042531174, 0.1970449056989461],
      [23, 1, 1, 0],
    ],
  ],
  [
    'maintained',
    '9 13 13+ 18 23 28+ 31 34 45+ 48 161+',
    [
      [9, 11, 1, 10 / 11, 0.5080802057699294, 0.9866738226678231],
      [13, 10, 1, 9 / 11, 0.4474286146821811, 0.9511622285824917],
      [18, 8, 1, 63 / 88, 0.3501903859079382, 0.8990239741910535],
      [23, 7, 1, 27 / 44, 0.26575204000128594, 0.8352992432502216],
      [31, 5, 1, 27 / 55, 0.16733090977685072, 0.7533997903708114],
      [34, 4, 1, 81 / 220, 0.09282957493698515, 0.6570408323981639],
      [48, 2, 1, 81 / 440, 0.011738480123189576, 0.5250148427266416],
    ],
  ],
  [
    'not maintained',
    '5 5 8 8 12 16+ 23 27 30 33 43 45',
    [
      [5, 12, 2, 5 / 6, 0.4817149421953786, 0.9555093657280649],
      [8, 10, 2, 2 / 3, 0.33701893254140186, 0.8597117990844398],
      [12, 8, 1, 7 / 12, 0.2701389240854973, 0.8009401923333868],
      [23, 6, 1, 35 / 72, 0.19187661961872815, 0.7296715697794854],
      [27, 5, 1, 7 / 18, 0.12627201219539352, 0.649817408289315],
      [30, 4, 1, 7 / 24, 0.07240160890777178, 0.5608860526714092],
      [33, 3, 1, 7 / 36, 0.031198642931211905, 0.4614294762381139],
      [43, 2, 1, 7 / 72, 0.00574630569586383, 0.3489038611107498],
      [45, 1, 1, 0],
    ],
  ],
];

test.each(data)('%s: equal to the reference to a billionth', (_name, text, expected) => {
  const durations = read(text);
  const { steps, count } = survivalOf(durations);
  expect(count).toBe(durations.length);
  expect(steps.map(({ months, atRisk, done }) => [months, atRisk, done])).toEqual(
    expected.map((row) => row.slice(0, 3)),
  );
  for (const [at, step] of steps.entries()) {
    const [, , , survival = -1, low, high] = expected[at] ?? [];
    expect(Math.abs(step.survival - survival)).toBeLessThan(1e-9);
    if (low === undefined || high === undefined) expect([step.low, step.high]).toEqual([undefined, undefined]);
    else {
      expect(Math.abs((step.low ?? -1) - low)).toBeLessThan(1e-9);
      expect(Math.abs((step.high ?? -1) - high)).toBeLessThan(1e-9);
    }
  }
});

test('nothing, and nothing that ended, make no step', () => {
  expect(survivalOf([])).toEqual({ steps: [], count: 0 });
  expect(survivalOf(read('4+ 9+'))).toEqual({ steps: [], count: 2 });
  expect(survivalAt(survivalOf([]), 5)).toBe(1);
});

test('the share that lasts longer is that of the last step that has come', () => {
  const curve = survivalOf(read('2 4 4 8'));
  expect([1, 2, 3, 4, 7, 8, 99].map((months) => survivalAt(curve, months))).toEqual([1, 0.75, 0.75, 0.25, 0.25, 0, 0]);
});

test('a quantile is the first month that low, and is not made up where the curve does not fall so low', () => {
  const curve = survivalOf(read('2 4 6 8 10 12 14 16 18 20'));
  expect(quantileOf(curve, 0.5)).toBe(10);
  expect(quantileOf(curve, 0.8)).toBe(16);
  expect(quantileOf(curve, 1)).toBe(20);
  expect(quantileOf(survivalOf(read('2 5+ 5+ 5+')), 0.5)).toBeUndefined();
  // Three of seven are gone by three: shares that no binary number holds.
  expect(quantileOf(survivalOf(read('1 2 3 4 5 6 7')), 3 / 7)).toBe(3);
});

/** The k-th smallest of n is not exceeded by the next one with k / (n + 1). */
const ofOrder = (sorted: readonly number[], share: number): number | undefined =>
  sorted[Math.ceil(share * (sorted.length + 1) - 1e-9) - 1];

test('where nothing is censored, what is expected is an order statistic of those that lasted longer', () => {
  const months = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 40 });
  const share = fc.constantFrom(0.1, 0.25, 0.5, 0.8, 0.95);
  fc.assert(
    fc.property(months, share, fc.integer({ min: -1, max: 60 }), (all, part, sofar) => {
      const longer = all.filter((one) => one > sofar).toSorted((a, b) => a - b);
      const curve = survivalOf(all.map((one) => ({ months: one, done: true })));
      expect(expectedAfter(curve, part, sofar)).toBe(ofOrder(longer, part));
    }),
  );
});

test('what is expected lies behind what has lasted, comes no earlier for a higher share, and needs enough that were seen', () => {
  const curve = survivalOf(read('2 4 6 8 10 12 14 16 18 20'));
  expect(expectedAfter(curve, 0.5, 0)).toBe(12);
  expect(expectedAfter(curve, 0.8, 0)).toBe(18);
  expect(expectedAfter(curve, 0.5, 10)).toBe(16);
  expect(expectedAfter(curve, 0.8, 10)).toBe(20);
  expect(expectedAfter(curve, 0.8, 12)).toBe(20);
  // Of three, four of five cannot be told.
  expect(expectedAfter(curve, 0.8, 14)).toBeUndefined();
  expect(expectedAfter(curve, 0.5, 20)).toBeUndefined();
  expect(expectedAfter(survivalOf([]), 0.5, 0)).toBeUndefined();
  expect(expectedAfter(survivalOf(read('2 5+ 5+ 5+')), 0.5, 0)).toBeUndefined();
  // Those that were last seen before the first end count for nothing after it.
  expect(expectedAfter(survivalOf(read('1+ 1+ 4 6 8')), 0.5, 2)).toBe(6);
});
