import { describe, expect, test } from 'vitest';
import { drawn, houseOf, said } from '../testing/drawn.tsx';
import { FiguresTable } from './figure.tsx';
import { Timeline } from './timeline.tsx';
import { type TimelineRow, timelineFigures } from './timeline-rows.ts';
import { placeOf } from './when.ts';

/* What each chart draws is what its table says: the marks are read back from the drawing. */

/** Every mark with a date, where it is drawn in percent. */
const marks = (html: string): readonly { readonly when: string; readonly x: number }[] =>
  [...html.matchAll(/x="([\d.]+)%"[^>]*data-when="([^"]+)"/g)].map(([, x, when = '']) => ({ when, x: Number(x) }));
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
