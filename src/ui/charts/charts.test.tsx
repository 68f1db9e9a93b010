import { describe, expect, test } from 'vitest';
import { drawn, houseOf, said } from '../testing/drawn.tsx';
import { Band } from './band.tsx';
import { type BandPoint, bandFigures } from './band-points.ts';
import { Bars, barFigures } from './bars.tsx';
import { FiguresTable } from './figure.tsx';
import { Survival } from './survival.tsx';
import { fromStart, survivalFigures, survivalScale } from './survival-steps.ts';
import { Timeline } from './timeline.tsx';
import { type TimelineRow, timelineFigures } from './timeline-rows.ts';
import { placeOf } from './when.ts';

/* What each chart draws is what its table says: the marks are read back from the drawing. */

/** Every mark with its numbers, where it is drawn in percent from the top left. */
const placed = (html: string) =>
  [...html.matchAll(/x="([\d.]+)%" y="([\d.]+)%"[^>]*data-values="([^"]+)"/g)].map(([, x, y, values = '']) => ({
    values: values.split(' '),
    x: Number(x),
    y: Number(y),
  }));
const marks = (html: string) => placed(html).map(({ values: [when = ''], x }) => ({ when, x }));
/** Whether places are drawn in proportion to their numbers: all on one straight line. */
function expectLine(pairs: readonly (readonly [number, number])[]): void {
  const [first, last] = [pairs[0], pairs.at(-1)];
  if (first === undefined || last === undefined || first[0] === last[0])
    throw new RangeError('two numbers make a line');
  for (const [number, place] of pairs) {
    const share = (number - first[0]) / (last[0] - first[0]);
    expect(place).toBeCloseTo(first[1] + share * (last[1] - first[1]), 1);
  }
}
/** The words of each row of a table. */
const cells = (html: string): readonly (readonly string[])[] =>
  [...html.matchAll(/<tr[^>]*>(.*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell = '']) => cell.replaceAll(/<[^>]*>/g, '').trim()),
  );

describe('timeline', () => {
  const rows: readonly TimelineRow[] = [
    { key: 'a', label: 'One', baseline: '2006-06', forecast: '2007-03', half: '2007-06', mostly: '2008-12' },
    {
      key: 'b',
      label: 'Two',
      to: '/two',
      baseline: '2006-12',
      done: '2006-09',
      standing: { kind: 'clear', word: 'done' },
    },
    { key: 'c', label: 'Three' },
  ];
  const words = {
    label: 'What',
    standing: 'How it stands',
    baseline: 'First date',
    forecast: 'Date now',
    slip: 'Months of slip',
    done: 'Done',
    half: 'Half of its kind are done by',
    mostly: 'Four in five by',
  };
  const chart = <Timeline name="Promises" finding="One has slipped." rows={rows} today="2006-11-24" />;

  test('every date of the table is drawn, in proportion to time', () => {
    const drawing = marks(drawn(chart));
    const dates = timelineFigures(rows, words).rows.flatMap(({ values }) =>
      values.filter((value) => /^\d{4}-\d\d$/.test(String(value))),
    );
    expect(drawing.map(({ when }) => when).sort()).toEqual([...dates].sort());
    const [first, last] = [drawing[0], drawing.at(-1)];
    const share = (when: string): number =>
      ((placeOf(when) ?? 0) - (placeOf('2006-06') ?? 0)) / ((placeOf('2008-12') ?? 0) - (placeOf('2006-06') ?? 0));
    const x = new Map(drawing.map((mark) => [mark.when, mark.x]));
    const [from = 0, to = 0] = [x.get('2006-06'), x.get('2008-12')];
    expect(first?.x).not.toBe(last?.x);
    for (const mark of drawing) expect(mark.x).toBeCloseTo(from + share(mark.when) * (to - from), 1);
  });
  test('its table has the same numbers', () => {
    const table = cells(drawn(<FiguresTable name="Promises" figures={timelineFigures(rows, words)} />));
    expect(table.slice(1)).toEqual([
      ['One', '', '2006-06', '2007-03', '+9', '', '2007-06', '2008-12'],
      ['Two', 'done', '2006-12', '', '-3', '2006-09', '', ''],
      ['Three', '', '', '', '', '', '', ''],
    ]);
  });
  test('each row is read aloud whole, and one is the stop of the Tab key', () => {
    const words = said(chart);
    expect(words).toContain('One : First date: June 2006; Date now: March 2007; 9 months later;');
    expect(words).toContain('Two : done; First date: December 2006; Done: September 2006; 3 months earlier');
    expect(drawn(chart).match(/tabindex="0"/gi)).toHaveLength(1);
    expect(drawn(chart)).toContain('href="/two"');
  });
  test('is a named figure with its finding, and says nothing of marks that do not occur', () => {
    const html = drawn(chart);
    expect(html).toMatch(/<figure[^>]*aria-label="Promises"/);
    expect(html).toContain('<figcaption>One has slipped.</figcaption>');
    expect(said(<Timeline name="P" finding="F." rows={rows.slice(2)} today="2006-11" />)).not.toContain('First date');
  });
  test('is told in French and Spanish', () => {
    expect(said(chart, houseOf('fr'))).toContain('9 mois plus tard');
    expect(said(chart, houseOf('es'))).toContain('3 meses antes');
  });
  test('without a row it draws today alone', () => {
    expect(said(<Timeline name="P" finding="None." rows={[]} today="2006-11" />)).toContain('Today');
  });
});

describe('survival', () => {
  const groups = [
    {
      key: 'a',
      label: 'Group A',
      steps: [
        { at: 6, share: 0.9, low: 0.82, high: 0.95, atRisk: 40 },
        { at: 18, share: 0.45, low: 0.3, high: 0.6, atRisk: 21 },
      ],
    },
    { key: 'b', label: 'Group B', steps: [{ at: 0, share: 1, low: 1, high: 1, atRisk: 8 }] },
  ];
  const words = {
    group: 'Group',
    at: 'Months',
    share: 'Share left',
    low: 'Low',
    high: 'High',
    atRisk: 'Still looked at',
  };
  const figures = survivalFigures(groups.map(fromStart), words);
  const chart = <Survival name="Time taken" finding="Half are done." groups={groups} />;

  test('every step of the table is drawn where its time and its share are', () => {
    const drawing = placed(drawn(chart));
    expect(drawing.map(({ values }) => values)).toEqual(
      figures.rows.map(({ values: [, at, share] }) => [String(at), String(share)]),
    );
    expectLine(drawing.map(({ values: [at], x }) => [Number(at), x] as const).slice(0, 3));
    for (const { values, y } of drawing) expect(y).toBeCloseTo((1 - Number(values[1])) * 100, 1);
  });
  test('its table begins at the start, where all are left', () => {
    const table = cells(drawn(<FiguresTable name="T" figures={figures} />)).slice(1);
    expect(table).toEqual([
      ['Group A', '0', '100%', '100%', '100%', '40'],
      ['Group A', '6', '90%', '82%', '95%', '40'],
      ['Group A', '18', '45%', '30%', '60%', '21'],
      ['Group B', '0', '100%', '100%', '100%', '8'],
    ]);
  });
  test('the path of the curve goes down only where a step is', () => {
    const path = /class="series" d="M([^"H]+)"/.exec(drawn(chart))?.[1] ?? '';
    const corners = path.split('L').map((corner) => corner.split(',').map(Number));
    expect(corners.map(([, y = 0]) => Math.round(y))).toEqual([0, 0, 100, 100, 550]);
  });
  test('a step is read aloud, and who is still looked at stands under the axis', () => {
    const html = drawn(chart);
    expect(html).toContain('aria-label="Group A, after 18 months: 45% left, between 30% and 60%; 21 still looked at"');
    expect(html).toContain('aria-label="Group B, after 0 months:');
    expect(said(chart)).toMatch(/Still looked at 40 40 40 21 21 21 21 8/);
  });
  test('months are written at quarters and years', () => {
    const upTo = (at: number) =>
      survivalScale([{ key: 'a', label: '', steps: [{ at, share: 0, low: 0, high: 0, atRisk: 1 }] }], true);
    expect(upTo(18).ticks).toEqual([0, 3, 6, 9, 12, 15, 18]);
    expect(upTo(50).ticks).toEqual([0, 12, 24, 36, 48, 60]);
    expect(upTo(60).x(30)).toBeCloseTo(0.5);
  });
});

describe('band', () => {
  const points: readonly BandPoint[] = [
    { at: '2026-11-20', observed: 40, expected: 44, low: 38, high: 52 },
    { at: '2026-11-21', observed: 45, expected: 45, low: 38, high: 52, complete: 1 },
    { at: '2026-11-22', observed: 61, expected: 45, low: 38, high: 52, complete: 0.84, unusual: 'unusual' },
    { at: '2026-11-23', expected: 45, low: 38, high: 52 },
  ];
  const words = {
    at: 'When',
    observed: 'Counted',
    expected: 'Expected',
    low: 'Low',
    high: 'High',
    complete: 'In',
    unusual: 'Unusual',
  };
  const chart = <Band name="Visits" finding="61 were counted." points={points} />;

  test('every count of the table is drawn where its day and its number are', () => {
    const drawing = placed(drawn(chart));
    const counted = bandFigures(points, words).rows.filter(({ values }) => values[1] !== undefined);
    expect(drawing.map(({ values }) => values)).toEqual(counted.map(({ values: [at, count] }) => [at, String(count)]));
    expectLine(drawing.map(({ values: [at = ''], x }) => [Date.parse(at), x] as const));
    expectLine(drawing.map(({ values: [, count], y }) => [Number(count), y] as const));
  });
  test('its table has the same numbers', () => {
    const table = cells(drawn(<FiguresTable name="T" figures={bandFigures(points, words)} />)).slice(1);
    expect(table[2]).toEqual(['2026-11-22', '61', '45', '38', '52', '84%', 'unusual']);
    expect(table[3]).toEqual(['2026-11-23', '', '45', '38', '52', '', '']);
  });
  test('what may still rise is hollow and says so, what is unusual has a sign of its own', () => {
    const html = drawn(chart);
    expect(html).toContain('aria-label="November 22, 2026: 61, expected 38 to 52; unusual; may still rise"');
    expect(html).toContain('aria-label="November 20, 2026: 40, expected 38 to 52"');
    expect(html.match(/<circle class="mark-open" r="4"/g)).toHaveLength(2);
    expect(html.match(/unusual-mark/g)).toHaveLength(2);
  });
  test('without a band the expectation alone is told', () => {
    const bare = <Band name="V" finding="F." points={[{ at: '2026-11', observed: 3, expected: 2 }]} />;
    expect(drawn(bare)).toContain('aria-label="November 2026: 3; Expected 2"');
    expect(said(bare)).not.toContain('may still rise');
  });
});

describe('bars', () => {
  const bars = [
    { key: 'n', label: 'North', value: 412, to: '/north', kind: 'stop' as const },
    { key: 's', label: 'South', value: 103, to: '/south' },
  ];
  const words = { label: 'Where', value: 'Waiting' };
  test('each bar is as long as its number in the table', () => {
    const html = drawn(<Bars name="Waiting" finding="Most in the north." bars={bars} words={words} />);
    const drawing = [...html.matchAll(/width="([\d.]+)%"[^>]*data-value="(\d+)"/g)].map(([, width, value]) => [
      value,
      width,
    ]);
    expect(drawing).toEqual([
      ['412', '100'],
      ['103', '25'],
    ]);
    const table = cells(drawn(<FiguresTable name="T" figures={barFigures(bars, words)} />)).slice(1);
    expect(table).toEqual([
      ['North', '412'],
      ['South', '103'],
    ]);
    expect(html).toContain('href="/north"');
  });
  test('shares are written as shares, of a whole bar', () => {
    const shares = [{ key: 'a', label: 'A', value: 0.3 }];
    const html = drawn(<Bars name="S" finding="F." bars={shares} words={words} as="share" />);
    expect(html).toContain('width="30%"');
    expect(html).toContain('aria-label="A: 30%"');
  });
});
