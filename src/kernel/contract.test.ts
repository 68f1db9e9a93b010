import { expect, test } from 'vitest';
import { Bug, invariant, platformCode, unreachable } from './bug.ts';
import { Decision, disposition } from './disposition.ts';
import { defineFindings, hasError } from './finding.ts';
import { aggregateId, countryCode, keyId, lodgementId, stateCode } from './ids.ts';
import { parseReality } from './reality.ts';
import { err, ok } from './result.ts';

const digits = '0123456789abcdef0123456789abcdef';

test('ids are 32 lower-case hexadecimal digits and nothing else', () => {
  for (const read of [aggregateId, lodgementId, keyId]) {
    expect(read(digits)).toBe(digits);
    for (const wrong of [
      digits.slice(1),
      `${digits}0`,
      digits.toUpperCase(),
      `g${digits.slice(1)}`,
      '',
      `${digits}\n`,
    ]) {
      expect(read(wrong)).toBeUndefined();
    }
  }
});

test('a country has two capital letters, a state one to three', () => {
  expect(['CA', 'USA', 'C', 'ca', ' CA', 'C1'].map((text) => countryCode(text))).toEqual(['CA', ...Array(5)]);
  expect(['D', 'CA', 'MEX'].map((text) => stateCode(text))).toEqual(['D', 'CA', 'MEX']);
  expect(['', 'MEXI', 'mex', 'D<<'].map((text) => stateCode(text))).toEqual(Array(4));
});

test('a reality is live, the demonstration, or a named exercise', () => {
  const longest = `exercise ${'a'.repeat(40)}`;
  for (const text of ['live', 'demonstration', 'exercise Ice-Storm-2', longest]) expect(parseReality(text)).toBe(text);
  for (const text of ['', 'Live', 'lively', 'exercise', 'exercise ', 'exercise a b', `${longest}a`, 'an exercise a']) {
    expect(parseReality(text)).toBeUndefined();
  }
});

test('a decision needs a reason, and cannot be changed afterwards', () => {
  const by = { table: 'ca-travel', version: '1' };
  expect(() => Decision.because(disposition('board'), [], by)).toThrow(new Bug('a decision needs at least one reason'));
  const reasons = [{ code: 'TRV-R-1', class: 'document', row: 'expired', facts: { expired: true } }] as const;
  const given = [...reasons];
  const decision = Decision.because(disposition('refuse'), given, by);
  given.pop();
  expect(decision.reasons).toEqual(reasons);
  expect(Object.isFrozen(decision)).toBe(true);
  expect(Object.isFrozen(decision.reasons)).toBe(true);
  expect(JSON.stringify(decision)).toBe(JSON.stringify({ disposition: 'refuse', reasons, by }));
});

test('a finding is made from its declaration, with the place where it was found', () => {
  const { find, specs } = defineFindings({
    'KER-0001': { origin: 'sender', severity: 'error', parameters: ['count'] },
    'KER-0002': { origin: 'node', severity: 'note' },
  });
  expect(find('KER-0001', { count: 3 }, { segment: 2, element: 1 })).toEqual({
    code: 'KER-0001',
    origin: 'sender',
    severity: 'error',
    parameters: { count: 3 },
    at: { segment: 2, element: 1 },
  });
  const note = find('KER-0002');
  expect(note).toStrictEqual({ code: 'KER-0002', origin: 'node', severity: 'note', parameters: {} });
  expect(Object.keys(specs)).toEqual(['KER-0001', 'KER-0002']);
  expect(hasError([note])).toBe(false);
  expect(hasError([note, find('KER-0001')])).toBe(true);
  expect(hasError([])).toBe(false);
});

test('a result is one or the other', () => {
  expect(ok(1)).toStrictEqual({ ok: true, value: 1 });
  expect(err('no')).toStrictEqual({ ok: false, error: 'no' });
});

test('a bug says what was promised', () => {
  expect(() => invariant(false, 'the tape is sorted')).toThrow(new Bug('the tape is sorted'));
  expect(() => invariant(true, 'never said')).not.toThrow();
  expect(() => unreachable('green' as never)).toThrow(new Bug('no branch for "green"'));
  expect(new Bug('x').name).toBe('Bug');
});

test('only an object with a text for its code has the code of the platform', () => {
  expect(platformCode(Object.assign(new Error('gone'), { code: 'ENOENT' }))).toBe('ENOENT');
  const called = Object.assign(() => undefined, { code: 'ENOENT' });
  const without = [{ code: 5 }, {}, new Error('gone'), 'ENOENT', 5, null, undefined, called];
  expect(without.map(platformCode)).toEqual(without.map(() => undefined));
});
