import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instant, type VerbRun } from '#kernel';
import { forecastShape } from '../routes/forecast.ts';
import { shownRegister } from '../routes/shown.ts';
import { standingsOf } from '../standing/standing.ts';
import { at, smallRegister } from '../testing/small.ts';
import { smallTerminal } from '../testing/terminal.ts';
import { run as forecast } from './forecast.ts';
import { columns } from './lines.ts';
import { run as overdue } from './overdue.ts';
import { run as report } from './report.ts';
import { run as status } from './status.ts';
import { momentIn, momentQueryOf, toldRegister } from './told.ts';
import { readWords } from './words.ts';

const now = at('2006-09-15');
const register = smallRegister();
const moment = { asOf: now, known: now };
const gauge = { name: 'test.share', at: now, value: 1 };

/** The small register as a node tells it. */
const told = (facts: Parameters<typeof standingsOf>[0]['said'] = [], isMeasured = false) =>
  shownRegister(
    register,
    standingsOf({ register, said: facts, moment, gauge: () => (isMeasured ? gauge : undefined) }),
    {
      moment,
      viewer: { language: 'en', person: '', measures: new Map() },
    },
  );

describe('words after a verb', () => {
  test.each([
    [[], {}, []],
    [['a', 'b'], {}, ['a', 'b']],
    [['--node', 'x', 'a'], { node: 'x' }, ['a']],
    [['a', '--node=x'], { node: 'x' }, ['a']],
    [['--node=x=y'], { node: 'x=y' }, []],
    [['--node='], { node: '' }, []],
    [['--node', 'x', '--node', 'y'], { node: 'y' }, []],
    [['--as-of', '--node'], { 'as-of': '--node' }, []],
    [['-n', 'a=b'], {}, ['-n', 'a=b']],
    [['--node=a\nb'], { node: 'a\nb' }, []],
  ])('%j', (args, values, operands) => {
    expect(readWords(args, ['node', 'as-of'])).toEqual({ values, operands });
  });

  test.each([[['--other', 'x']], [['--node']], [['a', '--node']], [['--']], [['--other=x']], [['--Node=x']]])(
    '%j are not understood',
    (args) => {
      expect(readWords(args, ['node', 'as-of'])).toBeUndefined();
    },
  );
});

describe('columns', () => {
  test('are as wide as their widest cell, and no line ends in spaces', () => {
    expect(columns([['a', 'bbb', 'c'], ['aa', '', 'long text'], ['aaa', 'b', ''], ['x']])).toEqual([
      'a    bbb  c',
      'aa        long text',
      'aaa  b',
      'x',
    ]);
    expect(columns([])).toEqual([]);
  });

  test('begin at the same place in every line', () => {
    const cell = fc.stringMatching(/^[a-z]{1,9}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const width = Math.max(...rows.map(([first]) => first.length));
        const lines = columns(rows);
        expect(lines.map((line) => [line.slice(0, width).trimEnd(), line.slice(width + 2)])).toEqual(rows);
      }),
    );
  });
});

describe('the moment', () => {
  const { terminal } = smallTerminal(now);
  test.each([
    [undefined, now],
    ['2006-08', at('2006-09-01') - 1],
    ['2006-09', now],
    ['2030-01', now],
  ])('as of %s', (asOf, instantOf) => {
    expect(momentIn(terminal, asOf)).toEqual({ known: now, asOf: instantOf });
  });

  test('is asked of a node only when it is named', () => {
    expect([momentQueryOf(undefined), momentQueryOf('2006-08')]).toEqual(['', '?asOf=2006-08']);
  });

  test('a node is asked for its register, and what is no register is not taken', async () => {
    const { terminal: one, asked } = smallTerminal(now, told());
    expect(await toldRegister(one, { node: 'n', asOf: '2006-08' })).toEqual(told());
    expect(await toldRegister(one, { node: 'n' })).toEqual(told());
    expect(await toldRegister(one, { node: 'n', asOf: '2006-8' })).toBeUndefined();
    expect(asked).toEqual(['n /plan?asOf=2006-08', 'n /plan']);
    await expect(toldRegister(smallTerminal(now, {}).terminal, { node: 'n' })).rejects.toThrow();
  });

  test('without a node, the shipped register is told in the terminal’s language', async () => {
    const shipped = await toldRegister(terminal, { asOf: '2006-08' });
    expect([shipped?.rows.length, shipped?.month, shipped?.known]).toEqual([106, '2006-08', now]);
    const english = await toldRegister(smallTerminal(now, undefined, { language: 'en' }).terminal, {});
    expect(english?.plan.title).not.toBe(shipped?.plan.title);
  });
});

test.each([
  ['status', status],
  ['overdue', overdue],
  ['forecast', forecast],
  ['report', report],
] as const)('%s refuses words that it does not know, operands, and what is no month', async (_name, run: VerbRun) => {
  for (const args of [['--more', 'x'], ['x'], ['--as-of', '2006-13'], ['--as-of'], ['--node', 'n', 'x']]) {
    const { terminal, lines, asked } = smallTerminal(now, told());
    expect(await run(args, terminal)).toBe(2);
    expect([lines, asked]).toEqual([[], []]);
  }
});

describe('plan status', () => {
  test('prints the numbers and each chapter by pair', async () => {
    const { terminal, lines, asked } = smallTerminal(now, told());
    expect(await status(['--node', 'n'], terminal)).toBe(0);
    expect(asked).toEqual(['n /plan']);
    const gap = (text: string, width: number) => text.padEnd(width);
    const [late, moving] = ['<plan.cell.late>', '<plan.cell.moving>'];
    const ca = `1 <plan.cell.done>, 1 ${moving}, 1 ${late}`;
    const mx = `2 ${late}, 1 <plan.cell.not-applicable>`;
    expect(lines).toEqual([
      'A small plan · 2006-09',
      '<plan.report.counts 4 2>',
      ...['<plan.report.done 0>', '<plan.report.late 2>', '<plan.report.contradicts 1>', '<plan.report.measured 0>'],
      '',
      `<plan.report.chapter>  ${gap('US-CA', ca.length)}  ${gap('US-MX', mx.length)}  CA-MX`,
      `${gap('AAA  First', 21)}  ${ca}  ${mx}  1 ${late}, 1 <plan.cell.unknown>, 1 <plan.cell.not-applicable>`,
      `${gap('BBB  Second', 21)}  ${gap('1 <plan.cell.partly>', ca.length)}  ${gap('1 <plan.cell.partly>', mx.length)}  1 <plan.cell.partly>`,
    ]);
  });

  test('prints the numbers and a line each promise as JSON', async () => {
    const { terminal, lines } = smallTerminal(now, told(), { json: true });
    expect(await status(['--node', 'n'], terminal)).toBe(0);
    const [first, ...rows] = lines.map((line) => JSON.parse(line));
    expect(first).toEqual({ plan: 'small', month: '2006-09', counts: { ...told().counts, chapters: 2 } });
    expect(rows).toEqual(JSON.parse(JSON.stringify(told().rows)));
  });
});

describe('plan overdue', () => {
  test('lists what is late, the longest first, with what each pair says', async () => {
    const { terminal, lines } = smallTerminal(now, told());
    expect(await overdue(['--node', 'n'], terminal)).toBe(1);
    const track = '<plan.state.on-track>';
    expect(lines).toEqual([
      'AAA-1.2  2005-12  Title of AAA-1.2  US-MX <plan.state.delayed>, CA-MX <plan.cell.unknown>',
      `AAA-1.1  2006-06  Title of AAA-1.1  US-CA ${track}, US-MX ${track}, CA-MX ${track}`,
    ]);
  });

  test('is quiet and ends with 0 when nothing is late', async () => {
    const { terminal, lines } = smallTerminal(now, { ...told(), rows: told().rows.slice(2) });
    expect(await overdue(['--node=n'], terminal)).toBe(0);
    expect(lines).toEqual([]);
  });

  test('prints the rows as they are as JSON', async () => {
    const { terminal, lines } = smallTerminal(now, told(), { json: true });
    expect(await overdue(['--node', 'n', '--as-of', '2006-08'], terminal)).toBe(1);
    expect(lines.map((line) => JSON.parse(line).milestone)).toEqual(['AAA-1.1', 'AAA-1.2']);
  });
});

describe('plan forecast', () => {
  const outlook = { milestone: 'AAA-1.1', title: 'Oaks', pair: 'US-CA', promised: '2006-06', count: 5 };
  const answer = {
    ...{ month: '2006-09', classes: [] },
    outlooks: [
      { ...outlook, by: 'all', name: 'all', pooled: true },
      {
        ...outlook,
        pair: 'US-MX',
        expected: '2007-01',
        p50: '2007-02',
        p80: '2008-03',
        by: 'all',
        name: 'all',
        pooled: true,
      },
    ],
  };

  test('prints what a node says, with a stroke for what is not known', async () => {
    const { terminal, lines, asked } = smallTerminal(now, answer);
    expect(await forecast(['--node', 'n', '--as-of', '2006-08'], terminal)).toBe(0);
    expect(asked).toEqual(['n /plan/forecast?asOf=2006-08']);
    expect(lines.map((line) => line.split(/ {2,}/))).toEqual([
      ['', '<plan.report.milestone>', '<plan.report.promised>', '<plan.report.expected>', 'P50', 'P80', 'n'],
      ['AAA-1.1 US-CA', 'Oaks', '2006-06', '–', '–', '–', '5'],
      ['AAA-1.1 US-MX', 'Oaks', '2006-06', '2007-01', '2007-02', '2008-03', '5'],
    ]);
  });

  test('prints JSON, and reckons the shipped register without a node', async () => {
    const node = smallTerminal(now, answer, { json: true });
    await forecast(['--node', 'n'], node.terminal);
    expect(node.lines.map((line) => JSON.parse(line))).toEqual(answer.outlooks);
    const { terminal, lines, asked } = smallTerminal(now, undefined, { json: true });
    expect(await forecast(['--as-of', '2006-08'], terminal)).toBe(0);
    expect(asked).toEqual([]);
    const outlooks = lines.map((line) => JSON.parse(line));
    expect(outlooks.length).toBeGreaterThan(50);
    expect(forecastShape.shape.outlooks.parse(outlooks)).toEqual(outlooks);
  });
});

describe('plan report', () => {
  test('of a node is asked for in the form that each file wants, and told by its name', async () => {
    const { terminal, lines, asked, files } = smallTerminal(now, '<p>told</p>');
    const args = ['--node', 'n', '--as-of', '2006-08', '--open', 'o', '--csv', 'c', '--pdf', 'p', '--html', 'h'];
    expect(await report(args, terminal)).toBe(0);
    expect(asked).toEqual([
      ...['n /plan/report?asOf=2006-08', 'n /plan/report?asOf=2006-08'],
      ...['n /plan/register.csv?asOf=2006-08', 'n /plan/register.json?asOf=2006-08'],
    ]);
    expect(lines).toEqual(['h', 'p', 'c', 'o']);
    expect(Object.fromEntries(files)).toEqual({
      ...{ h: '<p>told</p>', p: 'pdf of <p>told</p>', c: '<p>told</p>', o: '<p>told</p>' },
    });
  });

  test('without a file goes to the output, as HTML', async () => {
    const { terminal, lines, files, asked } = smallTerminal(now, '<p>told</p>');
    expect(await report(['--node', 'n'], terminal)).toBe(0);
    expect([lines, asked, files.size]).toEqual([['<p>told</p>'], ['n /plan/report'], 0]);
  });

  test('without a node is of the shipped register', async () => {
    const { terminal, lines, asked, files } = smallTerminal(instant(now));
    expect(await report(['--csv', 'c', '--open', 'o', '--html', 'h'], terminal)).toBe(0);
    expect([lines, asked]).toEqual([['h', 'c', 'o'], []]);
    expect(files.get('h')).toMatch(/^<!doctype html>/i);
    expect(files.get('o')?.endsWith('\n')).toBe(true);
    const rows = JSON.parse(files.get('o') ?? '');
    expect(rows.length).toBeGreaterThanOrEqual(106);
    expect(files.get('c')).toContain('TRV-1.1');
    expect(files.get('c')?.trimEnd().split('\r\n').length).toBeGreaterThan(106);
  });
});
