import { describe, expect, test } from 'vitest';
import { answer, readAnswer, referenceOf, shippedReasonClasses } from '#agreements';
import { instant } from '#kernel';
import { codeOf, decided, forwarding, request, validity } from '../../support/agreements-fixture.ts';

describe('an Answer', () => {
  const made = (...subjects: Parameters<typeof decided>[]) =>
    answer(
      shippedReasonClasses,
      forwarding(),
      subjects.map((one) => decided(...one)),
      validity,
    );

  test('says per subject disposition and the class of the first reason, and how long it holds', () => {
    const word = made(['1', 'refuse', 'security', 'document'], ['2', 'board', 'other']);
    expect(word.ok && JSON.parse(word.value.text)).toEqual({
      reference: '0123456789abcdef0123456789abcdef.3',
      subjects: [
        { subject: '1', disposition: 'refuse', reasonClass: 'security' },
        { subject: '2', disposition: 'board', reasonClass: 'other' },
      ],
      validity,
    });
    expect(word.ok && [word.value.from, word.value.to, word.value.reality, word.value.reference]).toEqual([
      'US',
      'CA',
      'demonstration',
      '0123456789abcdef0123456789abcdef.3',
    ]);
  });

  test('names each subject once, none where the record asked about nobody, and has a validity', () => {
    const none = made();
    expect(none.ok && JSON.parse(none.value.text)).toMatchObject({ reference: forwarding().reference, subjects: [] });
    const twice = made(['1', 'board', 'other'], ['1', 'board', 'other']);
    expect(twice).toMatchObject({ error: { code: 'AGR-0201', parameters: { reference: forwarding().reference } } });
    expect(codeOf(made(['', 'board', 'other']))).toBe('AGR-0201');
    expect(codeOf(made(['s'.repeat(129), 'board', 'other']))).toBe('AGR-0201');
    expect(codeOf(made(['s'.repeat(128), 'board', 'other']))).toBe('ok');
    expect(codeOf(made(['1', 'board because his name is Ada', 'other']))).toBe('AGR-0201');
    for (const until of [validity.from, instant(0), instant(1e18)]) {
      const word = answer(shippedReasonClasses, forwarding(), [decided('1', 'board', 'other')], { ...validity, until });
      expect(word).toMatchObject({ error: { code: 'AGR-0202', parameters: { reference: forwarding().reference } } });
    }
  });

  test('reads back', () => {
    const word = made(['1', 'board', 'other']);
    const text = word.ok ? word.value.text : '';
    expect(readAnswer(text)).toEqual({ ok: true, value: JSON.parse(text) });
  });

  test('is not read with anything that the schema does not name', () => {
    const word = made(['1', 'board', 'other']);
    const record = JSON.parse(word.ok ? word.value.text : '') as { subjects: object[]; validity: object };
    const code = (changed: object) => codeOf(readAnswer(JSON.stringify({ ...record, ...changed })));
    expect(code({})).toBe('ok');
    expect(code({ note: '' })).toBe('AGR-0203');
    expect(code({ reference: 'x' })).toBe('AGR-0203');
    expect(code({ reference: `${referenceOf(request)} ` })).toBe('AGR-0203');
    expect(code({ subjects: [] })).toBe('ok');
    expect(code({ subjects: [{ ...record.subjects[0], name: 'Ada' }] })).toBe('AGR-0203');
    expect(code({ subjects: [{ ...record.subjects[0], reasonClass: 'political' }] })).toBe('AGR-0203');
    expect(code({ subjects: [{ ...record.subjects[0], disposition: 'Board' }] })).toBe('AGR-0203');
    expect(code({ validity: { ...record.validity, note: '' } })).toBe('AGR-0203');
    expect(code({ validity: { from: 2, until: 1 } })).toBe('AGR-0203');
    expect(code({ validity: { from: -1, until: 1 } })).toBe('AGR-0203');
    expect(readAnswer('{')).toMatchObject({ error: { parameters: { member: '(all)' } } });
  });
});
