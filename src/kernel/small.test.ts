import { describe, expect, test } from 'vitest';
import { platformCode, unreachable } from './bug.ts';
import { disposition } from './disposition.ts';
import { defineFindings, hasError } from './finding.ts';
import { aggregateId, countryCode, keyId, lodgementId, stateCode } from './ids.ts';
import { err, ok } from './result.ts';
import { instantSchema, textAs } from './schemas.ts';
import { within } from './scope.ts';
import { parseInstant, parsePlainDate, plainDateTime } from './time.ts';

const hex = '0123456789abcdef0123456789abcdef';

type Reading = [of: string, read: (text: string) => string | undefined, good: string[], bad: string[]];

describe('an id is read when the whole text has its shape', () => {
  test.each([
    ['an aggregate', aggregateId, [hex], [hex.slice(1), `${hex}0`, hex.toUpperCase(), `\n${hex}`, `${hex} `, '']],
    ['a lodgement', lodgementId, [hex], [hex.slice(1), `x${hex}`]],
    ['a key', keyId, [hex], [hex.slice(1), `${hex}x`]],
    ['a country', countryCode, ['CA', 'MX', 'ZZ'], ['C', 'CAN', 'ca', 'C1', ' CA', 'CA ', '']],
    ['a state', stateCode, ['D', 'CAN', 'XX'], ['', 'CANA', 'can', 'C-', ' D', 'D ']],
  ] satisfies Reading[])('of %s', (_, read, good, bad) => {
    expect(good.map((text) => read(text))).toEqual(good);
    expect(bad.map((text) => read(text))).toEqual(bad.map(() => undefined));
  });
});

test('only an object with a text for its code has the code of the platform', () => {
  expect(platformCode(Object.assign(new Error('gone'), { code: 'ENOENT' }))).toBe('ENOENT');
  expect(platformCode({ code: 'EACCES' })).toBe('EACCES');
  const withCode = Object.assign(() => undefined, { code: 'ENOENT' });
  const without = [{ code: 5 }, {}, new Error('gone'), 'ENOENT', 5, null, undefined, withCode];
  expect(without.map(platformCode)).toEqual(without.map(() => undefined));
});

test('a branch that is missing names its member', () => {
  expect(() => unreachable({ kind: 'new' } as never)).toThrow('{"kind":"new"}');
});

test('a value is a success, a finding a failure', () => {
  expect(ok(5)).toEqual({ ok: true, value: 5 });
  expect(err('late')).toEqual({ ok: false, error: 'late' });
});

test('a disposition keeps its name', () => {
  expect(disposition('refer')).toBe('refer');
});

test('one error among findings is enough', () => {
  const { find } = defineFindings({
    'KER-0001': { origin: 'input', severity: 'error' },
    'KER-0002': { origin: 'input', severity: 'warning' },
  } as never);
  const [error, warning] = [find('KER-0001' as never), find('KER-0002' as never)];
  expect(hasError([warning, error])).toBe(true);
  expect(hasError([warning, warning])).toBe(false);
  expect(hasError([])).toBe(false);
});

describe('the schema of a text that is read', () => {
  const day = textAs(parsePlainDate, 'a day');

  test('gives what was made of it', () => {
    expect(day.parse('2026-11-24')).toBe('2026-11-24');
    expect(textAs(() => 0).parse('nothing')).toBe(0);
  });

  test('says what it expected', () => {
    expect(day.safeParse('2026-11-31').error?.issues).toMatchObject([{ code: 'custom', message: 'a day' }]);
    expect(textAs(() => undefined).safeParse('x').error?.issues).toMatchObject([{ message: 'another text' }]);
    expect(day.safeParse(5).success).toBe(false);
  });
});

test('an instant lies between 1970 and the last day of ECMAScript', () => {
  const last = 8_640_000_000_000_000;
  expect([0, 1, last].map((at) => instantSchema.parse(at))).toEqual([0, 1, last]);
  expect([-1, last + 1, 1.5, '0'].map((at) => instantSchema.safeParse(at).success)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

test('an instant is the whole text', () => {
  expect(parseInstant(' 2026-11-24T08:05Z')).toBeUndefined();
  expect(parseInstant('2026-11-24T08:05Z ')).toBeUndefined();
});

test('a time of a day runs from 00:00 to 23:59', () => {
  const day = parsePlainDate('2026-11-24') ?? expect.fail('no day');
  const times = [
    [0, 0],
    [23, 59],
    [8, 5],
  ].map(([hour = 0, minute = 0]) => plainDateTime(day, hour, minute));
  expect(times).toEqual(['2026-11-24T00:00', '2026-11-24T23:59', '2026-11-24T08:05']);
  expect([plainDateTime(day, -1, 0), plainDateTime(day, 24, 0)]).toEqual([undefined, undefined]);
  expect([plainDateTime(day, 0, -1), plainDateTime(day, 0, 60)]).toEqual([undefined, undefined]);
});

test('a thing without a port is out of reach of a scope of ports', () => {
  expect(within({ kind: 'limited', ports: ['CYYZ'] }, {})).toBe(false);
});
