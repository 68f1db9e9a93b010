import { describe, expect, test } from 'vitest';
import { encodeUtf8 } from '#kernel';
import { readRegister } from '../register/register.ts';
import { Desk } from '../testing/desk.ts';
import { at, smallRegister, texts } from '../testing/small.ts';
import { observe } from './observe.ts';

const milestone = (key: string, scope: string) => ({
  ...{ key, title: texts(key), scope, kind: 'build', due: [], said: {} },
  serves: { by: 'policy', reason: texts('A treaty') },
});
/** A register that knows three promises; the report speaks of a fourth. */
const register = readRegister(smallRegister().plan, [
  {
    ...{ code: 'CGO', goal: 1, title: texts('Cargo') },
    initiatives: [
      {
        ...{ key: 'CGO-1', title: texts('Plant') },
        milestones: [milestone('CGO-1.1', 'all'), milestone('CGO-1.2', 'US-CA'), milestone('CGO-1.3', 'all')],
      },
    ],
  },
]);
const reportOf = (...rows: readonly string[]) =>
  encodeUtf8(['GARDENS', 'CARGO SECURITY', 'Cargo Security', 'Initiative\tKey Milestones\tStatus', ...rows].join('\n'));
const seen = (desk: Desk, bytes: Uint8Array, asOf = '2006-09') =>
  observe(desk.access, register, { bytes, asOf, source: 'Second report', person: 'Ann' });
const row = (status: string) => `Plant.\tPlant oaks within 6 months (December 2005).\t${status}`;

describe('a report that is read in', () => {
  test('says of each pair that is bound what it says, by its own name', async () => {
    const desk = new Desk(at('2006-09-15'));
    const bytes = reportOf(
      row('Delayed to Fall 2006'),
      '\tWater oaks by the end of 2008.\tUS-CN: Completed (visits) US-MX: Delayed to June 2007',
      '\tRest by the end of 2008.\tNearly done',
      '\tSleep by the end of 2008.\tInitiated',
    );
    const observed = await seen(desk, bytes);
    expect(observed).toMatchObject({ ok: true, value: { milestones: 4, recorded: 4 } });
    const told = observed.ok ? observed.value.findings.map(({ code, parameters }) => [code, parameters]) : [];
    expect(told).toEqual([
      ['PLN-0108', { line: 7, text: 'Nearly done' }],
      ['PLN-0401', { milestone: 'CGO-1.4', line: 8 }],
    ]);
    const delayed = { state: 'delayed', forecast: { from: '2006-09', to: '2006-12', text: 'Fall 2006' } };
    expect(desk.said('CGO-1.1').map(({ body }) => body)).toEqual(
      ['US-CA', 'US-MX', 'CA-MX'].map((pair) => ({ pair, said: delayed, asOf: '2006-09', source: 'Second report' })),
    );
    expect(desk.said('CGO-1.1').map(({ name, by, what }) => [name, by.person, what])).toEqual(
      [1, 2, 3].map((number) => [`US-CGO-1.1-${number}`, 'Ann', 'self-reported']),
    );
    expect(desk.said('CGO-1.2').map(({ body }) => body)).toEqual([
      {
        ...{ pair: 'US-CA', said: { state: 'completed', qualifier: 'visits' } },
        ...{ asOf: '2006-09', source: 'Second report' },
      },
    ]);
    expect([...desk.entries.keys()]).toEqual(['plan CGO-1.1', 'plan CGO-1.2']);
  });

  test.each([
    ['Delayed to Spring 2007', { from: '2007-03', to: '2007-06', text: 'Spring 2007' }],
    ['Delayed to Summer 2007', { from: '2007-06', to: '2007-09', text: 'Summer 2007' }],
    ['Delayed to autumn 2007', { from: '2007-09', to: '2007-12', text: 'autumn 2007' }],
    ['Delayed to June 2007', { from: '2007-06', to: '2007-06', text: 'June 2007' }],
    ['Delayed', undefined],
  ])('%s reaches from month to month', async (status, forecast) => {
    const desk = new Desk(at('2006-09-15'));
    await seen(desk, reportOf(row(status)));
    expect(desk.said('CGO-1.1')[0]?.body).toMatchObject({
      said: forecast === undefined ? { state: 'delayed' } : { state: 'delayed', forecast },
    });
  });

  test.each([
    ['Completed (oaks)', { state: 'completed' }],
    ['Full implementation delayed', { state: 'delayed', qualifier: 'full-implementation' }],
  ])('%s keeps the notes that the register knows', async (status, said) => {
    const desk = new Desk(at('2006-09-15'));
    await seen(desk, reportOf(row(status)));
    expect(desk.said('CGO-1.1')[2]?.body).toMatchObject({ pair: 'CA-MX', said });
    expect(desk.said('CGO-1.1')[2]?.body).toHaveProperty('said', said);
  });

  test('speaks of this month or of one that lies behind; of one ahead it is refused', async () => {
    const desk = new Desk(at('2006-09-15'));
    expect(await seen(desk, reportOf(row('On track')), '2006-10')).toMatchObject({
      ok: false,
      error: { code: 'PLN-0208', parameters: { month: '2006-10' } },
    });
    expect(desk.entries.size).toBe(0);
    expect(await seen(desk, reportOf(row('On track')), '2005-01')).toMatchObject({ value: { recorded: 3 } });
  });

  test('that is no text records nothing and says so', async () => {
    const desk = new Desk(at('2006-09-15'));
    const observed = await seen(desk, Uint8Array.of(0xff, 0xfe));
    expect(observed).toMatchObject({ ok: true, value: { milestones: 0, recorded: 0 } });
    expect(observed.ok && observed.value.findings.map(({ code }) => code)).toContain('PLN-0101');
  });

  test('stops at what the ledger refuses', async () => {
    const desk = new Desk(at('2006-09-15'));
    desk.failing = 'LED-0999';
    expect(await seen(desk, reportOf(row('On track')))).toMatchObject({ ok: false, error: { code: 'LED-0999' } });
  });
});
