import { describe, expect, test } from 'vitest';
import { Duties, shippedDuties } from '#agreements';
import { codeOf, day, file, request, row } from '../../support/agreements-fixture.ts';

describe('the table of duties', () => {
  test.each([
    [{ ...file, note: 1 }, '(all)'],
    [{ ...file, date: '2020-02-30' }, 'date'],
    [{ ...file, rows: [{ ...row, to: 'usa' }] }, 'rows.0.to'],
    [{ ...file, rows: [{ ...row, from: '' }] }, 'rows.0.from'],
    [{ ...file, rows: [{ ...row, row: '' }] }, 'rows.0.row'],
    [{ ...file, rows: [{ ...row, row: 'a row' }] }, 'rows.0.row'],
    [{ ...file, rows: [{ ...row, row: 'a'.repeat(65) }] }, 'rows.0.row'],
    [{ ...file, rows: [{ ...row, record: '' }] }, 'rows.0.record'],
    [{ ...file, rows: [{ ...row, record: 'r'.repeat(65) }] }, 'rows.0.record'],
    [{ ...file, rows: [{ ...row, purpose: 'Any' }] }, 'rows.0.purpose'],
    [{ ...file, rows: [{ ...row, citation: '' }] }, 'rows.0.citation'],
    [{ ...file, rows: [{ ...row, inForceTo: 'never' }] }, 'rows.0.inForceTo'],
    [{ ...file, rows: [{ ...row, extra: 1 }] }, 'rows.0'],
    [null, '(all)'],
  ])('is not read with a wrong member', (wrong, member) => {
    expect(Duties.read([file, wrong].slice(1))).toMatchObject({
      ok: false,
      error: { code: 'AGR-0301', parameters: { table: 'forwarding 1', member } },
    });
  });

  test('is not read where two rows speak on one day, or bear one name', () => {
    const conflict = (other: object) =>
      codeOf(Duties.read([file, { ...file, rows: [{ ...row, row: 'b', ...other }] }]));
    expect(conflict({})).toBe('AGR-0302');
    expect(conflict({ inForceFrom: '2020-12-31', inForceTo: undefined })).toBe('AGR-0302');
    expect(conflict({ inForceFrom: '2019-01-01', inForceTo: '2020-01-01' })).toBe('AGR-0302');
    expect(conflict({ inForceFrom: '2021-01-01', inForceTo: undefined })).toBe('ok');
    expect(conflict({ inForceFrom: '2019-01-01', inForceTo: '2019-12-31' })).toBe('ok');
    expect(conflict({ to: 'MX' })).toBe('ok');
    expect(conflict({ from: 'MX' })).toBe('ok');
    expect(conflict({ record: 'x' })).toBe('ok');
    expect(conflict({ purpose: 'x' })).toBe('ok');
    expect(conflict({ purpose: 'x', row: row.row })).toBe('AGR-0302');
    expect(Duties.read([{ ...file, rows: [row, { ...row, row: 'b' }] }])).toMatchObject({
      error: { parameters: { row: 'CA-US-manifest', other: 'b' } },
    });
  });

  test('bears the date of its newest file, and none when empty', () => {
    const version = (...dates: string[]) => {
      const read = Duties.read(dates.map((date) => ({ ...file, date, rows: [] })));
      return read.ok ? read.value.version : read.error;
    };
    expect(version('2020-01-01', '2022-01-01', '2021-01-01')).toBe('2022-01-01');
    expect(version()).toBe('');
  });

  test('that is shipped names all six pairs of the three countries, each with its law', () => {
    const pairs = shippedDuties.rows.map((duty) => `${duty.from}-${duty.to}`).toSorted();
    expect(pairs).toEqual(['CA-MX', 'CA-US', 'MX-CA', 'MX-US', 'US-CA', 'US-MX']);
    expect(shippedDuties.on(day('2026-11-24'), { ...request, record: 'travel.passenger-list' })?.citation).toContain(
      '19 CFR 122.49a',
    );
    expect(shippedDuties.version).toBe('2026-11-24');
  });
});
