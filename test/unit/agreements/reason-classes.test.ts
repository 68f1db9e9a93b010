import { describe, expect, test } from 'vitest';
import { answer, readReasonClasses, shippedReasonClasses, toldClass } from '#agreements';
import type { ReasonClass } from '#kernel';
import { codeOf, day, decided, forwarding, validity } from '../../support/agreements-fixture.ts';

describe('the table of reason classes', () => {
  const table = (rows: object[]) => ({ table: 'reasons', source: 's', date: '2026-01-01', verified: true, rows });
  const one = (name: string, more: object = {}) => ({
    class: name,
    title: { en: 'e', fr: 'f', es: 's' },
    inForceFrom: '2026-01-01',
    ...more,
  });

  test('is closed, and `other` has no end', () => {
    expect(codeOf(readReasonClasses(table([one('other')])))).toBe('ok');
    expect(readReasonClasses(table([one('security')]))).toMatchObject({
      error: { code: 'AGR-0303', parameters: { table: 'reasons' } },
    });
    expect(codeOf(readReasonClasses(table([one('other', { inForceTo: '2027-01-01' })])))).toBe('AGR-0303');
    expect(readReasonClasses(table([one('political')]))).toMatchObject({
      error: { code: 'AGR-0301', parameters: { table: 'reason classes', member: 'rows.0.class' } },
    });
    expect(codeOf(readReasonClasses({ ...table([one('other')]), more: 1 }))).toBe('AGR-0301');
    expect(codeOf(readReasonClasses(table([one('other', { more: 1 })])))).toBe('AGR-0301');
    expect(codeOf(readReasonClasses(table([one('other', { title: { en: '', fr: '', es: '', de: '' } })])))).toBe(
      'AGR-0301',
    );
  });

  test('a class that is not in force that day is told as `other`', () => {
    const read = readReasonClasses(table([one('other'), one('health', { inForceTo: '2026-05-31' })]));
    const told = (own: ReasonClass, on: string) => (read.ok ? toldClass(read.value, own, day(on)) : 'unread');
    expect(told('health', '2026-05-31')).toBe('health');
    expect(told('health', '2026-06-01')).toBe('other');
    expect(told('security', '2026-05-31')).toBe('other');
    const word = answer(
      read.ok ? read.value : shippedReasonClasses,
      forwarding(),
      [decided('1', 'refuse', 'health')],
      validity,
    );
    expect(word.ok && word.value.text).toContain('"reasonClass":"other"');
  });

  test('that is shipped tells all seven from its first day', () => {
    for (const row of shippedReasonClasses.rows)
      expect(toldClass(shippedReasonClasses, row.class, row.inForceFrom)).toBe(row.class);
    expect(shippedReasonClasses.rows).toHaveLength(7);
  });
});
