import { expect, test } from 'vitest';
import { shippedRegister } from '../register/shipped.ts';
import { type Standing, standingsOf } from '../standing/standing.ts';
import { at, fact, texts } from '../testing/small.ts';
import { leadersReport } from './sheet.ts';
import { csvOf, openRows } from './table.ts';

const register = shippedRegister();
const moment = { asOf: at('2006-08-31T12:00Z'), known: at('2006-08-31T12:00Z') };
const standings = standingsOf({ register, said: [], moment, gauge: () => undefined });

/** The report as one without catalogues says it: by keys and parameters. */
const reportOf = (all: readonly Standing[], nation = 'CA'): string =>
  leadersReport({
    ...{ register, standings: all, moment, nation, language: 'en', printedAt: at('2026-11-24T07:00Z') },
    say: (key, parameters = {}) =>
      [key, ...Object.entries(parameters).map(([name, value]) => `${name}=${value}`)].join(' '),
  });

test('a title is text and never markup, and a pair that was moved says from when', () => {
  const facts = [
    fact(
      'adopted',
      {
        title: texts('<img src=x onerror="a">'),
        kind: 'exercise',
        promise: 'exercise',
        scope: 'US-CA',
        due: '2026-06',
      },
      { milestone: 'PPR-9.1' },
    ),
    fact(
      'proposed',
      { pairs: ['US-CA'], month: '2027-03', reason: 'x' },
      { milestone: 'PPR-9.1', name: 'US-PPR-9.1-2' },
    ),
    ...['US', 'CA'].map((nation) =>
      fact(
        'approved',
        { proposal: 'US-PPR-9.1-2', pairs: ['US-CA'], month: '2027-03' },
        { milestone: 'PPR-9.1', nation },
      ),
    ),
    fact('assessed', { pair: 'US-CA', verdict: 'limited', asOf: '2006-08', reason: 'x' }, { milestone: 'PPR-9.1' }),
  ];
  const late = { asOf: moment.asOf, known: at('2030-01-01') };
  const all = standingsOf({ register, said: [{ milestone: 'PPR-9.1', facts }], moment: late, gauge: () => undefined });
  const report = reportOf(all);
  expect(report).not.toContain('<img');
  expect(report).toContain('&lt;img src=x onerror=&quot;a&quot;&gt;');
  expect(report).toContain('March 2027 (plan.report.moved month=June 2026)');
  expect(report).toContain('plan.verdict.limited');
});

test('it names the node that counted, or says that none did', () => {
  const line = (text: string): string => `<p class="asof">plan.report.${text}</p>`;
  const times = 'month=August 2006 at=2026-11-24 07:00';
  expect(reportOf(standings)).toContain(line(`asOf ${times} country=Canada`));
  expect(reportOf(standings, 'QQ')).toContain(line(`asOf ${times} country=QQ`));
  const shipped = leadersReport({
    ...{ register, standings, moment, language: 'en', nation: undefined, printedAt: at('2026-11-24T07:00Z') },
    say: (key, parameters = {}) => [key, ...Object.values(parameters)].join(' '),
  });
  expect(shipped).toContain(line('asShipped August 2006 2026-11-24 07:00'));
});

test('open data: a row for each promise and pair, and no cell that a spreadsheet would run', () => {
  const rows = openRows(standings, 'en');
  expect(rows).toHaveLength(318);
  expect(rows[0]).toMatchObject({
    milestone: 'TRV-1.1',
    pair: 'US-CA',
    stands: 'late',
    reported: 'partially-completed',
    promised: '2006-06',
    expectedFrom: '2006-09',
    expectedTo: '2006-12',
    reportedBy: 'report',
  });
  const [row] = rows;
  if (row === undefined) expect.fail('no row');
  const csv = csvOf([{ ...row, title: '=cmd|"x", then\ny', flags: '-1', baseline: -1 }]);
  const [head = '', ...rest] = csv.split('\r\n');
  expect(head.split(',')).toEqual(Object.keys(row));
  expect(rest.join('\r\n')).toContain(`TRV-1.1,"'=cmd|""x"", then\ny",1,TRV,TRV-1,milestone,`);
  expect(csv.endsWith(",'-1\r\n")).toBe(true);
  expect(csv).toContain(',-1,2006-09');
  expect(csvOf([])).toBe('');
});
