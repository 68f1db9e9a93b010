import { expect, test } from 'vitest';
import { shippedRegister } from '../register/shipped.ts';
import { type Standing, standingsOf } from '../standing/standing.ts';
import { at, fact, smallRegister, texts } from '../testing/small.ts';
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

test('the whole report of a small plan, read once by eye', () => {
  const small = smallRegister();
  const said = [
    {
      milestone: 'AAA-1.1',
      facts: [
        fact('proposed', { pairs: ['US-CA'], month: '2026-12', reason: 'x' }, { name: 'US-AAA-1.1-1' }),
        ...['US', 'CA'].map((nation) =>
          fact('approved', { proposal: 'US-AAA-1.1-1', pairs: ['US-CA'], month: '2026-12' }, { nation }),
        ),
        fact('assessed', { pair: 'US-MX', verdict: 'limited', asOf: '2006-08', reason: 'x' }, { nation: 'MX' }),
        fact('forecast', { pair: 'US-CA', span: { from: '2027-01', to: '2027-03' }, reason: 'x' }),
      ],
    },
  ];
  const as = { asOf: at('2026-09-30T12:00Z'), known: at('2026-09-30T12:00Z') };
  const all = standingsOf({
    ...{ register: small, said, moment: as },
    gauge: () => ({ name: 'test.share', at: as.known, value: 1 }),
  });
  const report = leadersReport({
    ...{ register: small, standings: all, moment: as, language: 'fr', nation: 'US', printedAt: at('2026-11-24') },
    say: (key, parameters = {}) => [key, ...Object.values(parameters)].join(' '),
  });
  const lines = report
    .slice(report.indexOf('<main'), report.indexOf('</main>'))
    .replaceAll(/<\/?(?:tr|table|thead|tbody|main|span|div)\b[^>]*>/g, (tag) =>
      tag.startsWith('</') ? '' : `\n${tag} `,
    )
    .replaceAll(/<\/(?:td|th|p|h\d)>/g, ' | ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  expect(lines).toEqual([
    '<main class="sheet"> <h1>plan.report.title | <p class="plan">A small plan (fr) | <p class="asof">plan.report.asOf septembre 2026 2026-11-24 00:00 États-Unis |',
    '<div class="numbers"> <p>plan.report.counts 4 2 | <p>plan.report.done 0 | <p>plan.report.late 3 | <p>plan.report.contradicts 0 | <p>plan.report.measured 1 | <p class="basis">plan.report.basis | <h2>plan.report.matrix |',
    '<div class="wide">',
    '<table>',
    '<thead>',
    '<tr> <th scope="col">plan.report.chapter | <th scope="col" class="pair">US-CA | <th scope="col" class="pair">US-MX | <th scope="col" class="pair">CA-MX |',
    '<tbody>',
    '<tr> <th scope="row">First (fr) | <td>',
    '<div class=""> 1 plan.cell.done',
    '<div class=""> 1 plan.cell.moving',
    '<div class="late"> 1 plan.cell.late | <td>',
    '<div class="late"> 2 plan.cell.late',
    '<div class=""> 1 plan.cell.not-applicable | <td>',
    '<div class="late"> 1 plan.cell.late',
    '<div class=""> 1 plan.cell.unknown',
    '<div class=""> 1 plan.cell.not-applicable |',
    '<tr> <th scope="row">Second (fr) | <td>',
    '<div class=""> 1 plan.cell.partly | <td>',
    '<div class=""> 1 plan.cell.partly | <td>',
    '<div class=""> 1 plan.cell.partly |',
    '<h2>plan.report.goal 1 · One (fr) |',
    '<h3>First (fr) |',
    '<div class="wide">',
    '<table>',
    '<thead>',
    '<tr> <th scope="col" class="key"> | <th scope="col">plan.report.milestone | <th scope="col">plan.report.promised | <th scope="col">plan.report.expected | <th scope="col" class="pair">US-CA | <th scope="col" class="pair">US-MX | <th scope="col" class="pair">CA-MX |',
    '<tbody>',
    '<tr> <td class="key">AAA-1.1 | <th scope="row" class="title">Title of AAA-1.1 (fr)',
    '<span class="notes"> plan.flag.overdue · plan.flag.stale · plan.flag.moved |',
    '<td>',
    '<div> US-CA: décembre 2026 (plan.report.moved juin 2006)',
    '<div> US-MX: juin 2006',
    '<div> CA-MX: juin 2006 | <td>',
    '<div> US-CA: janvier 2027 – mars 2027',
    '<div> US-MX: –',
    '<div> CA-MX: – |',
    '<td class="">plan.state.on-track | <td class="late">plan.state.on-track',
    '<span class="notes"> plan.verdict.limited | <td class="late">plan.state.on-track |',
    '<tr> <td class="key">AAA-1.2 | <th scope="row" class="title">Title of AAA-1.2 (fr)',
    '<span class="notes"> plan.flag.overdue · plan.flag.stale · plan.flag.moved · plan.flag.blocked (AAA-1.1) |',
    '<td>décembre 2006 | <td>',
    '<div> US-CA: –',
    '<div> US-MX: juin 2007',
    '<div> CA-MX: – |',
    '<td class="">plan.state.completed | <td class="late">plan.state.delayed | <td class="none">plan.cell.unknown |',
    '<tr> <td class="key">AAA-1.3 | <th scope="row" class="title">Title of AAA-1.3 (fr)',
    '<span class="notes"> plan.flag.overdue · plan.flag.stale |',
    '<td>décembre 2007 | <td>– |',
    '<td class="late">plan.state.initiated | <td class="none">plan.cell.not-applicable | <td class="none">plan.cell.not-applicable | <h2>plan.report.goal 2 · Two (fr) |',
    '<h3>Second (fr) |',
    '<div class="wide">',
    '<table>',
    '<thead>',
    '<tr> <th scope="col" class="key"> | <th scope="col">plan.report.milestone | <th scope="col">plan.report.promised | <th scope="col">plan.report.expected | <th scope="col" class="pair">US-CA | <th scope="col" class="pair">US-MX | <th scope="col" class="pair">CA-MX |',
    '<tbody>',
    '<tr> <td class="key">BBB-1.1 | <th scope="row" class="title">Title of BBB-1.1 (fr)',
    '<span class="notes"> plan.measured.kept · plan.flag.stale |',
    '<td>– | <td>– |',
    '<td class="">plan.state.partially-completed | <td class="">plan.state.partially-completed | <td class="">plan.state.partially-completed |',
  ]);
  expect(report).toMatch(/^<!doctype html><html lang="fr-CA"><head><meta charset="utf-8">/);
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
