import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, disposition, parsePlainDate } from '#kernel';
import { type CodeTable, codeFor, codeTableOf, codeTableSchema, codeTables, readCodes, versionOn } from './codes.ts';
import { dispositions, permitsBoarding, rankOf } from './dispositions.ts';

const day = (text: string) => {
  const date = parsePlainDate(text);
  if (date === undefined) throw new TypeError(text);
  return date;
};
const tableOf = (authority: string): CodeTable => {
  const table = codeTableOf(authority);
  if (table === undefined) throw new TypeError(authority);
  return table;
};
const now = (authority: string) => versionOn(tableOf(authority), day('2026-11-24'));
const authorities = codeTables.map(({ authority }) => authority);

test('each authority is there once, and one that is not has no table', () => {
  expect(authorities.toSorted()).toEqual(['CA', 'CN', 'GB', 'MX', 'US']);
  expect(codeTableOf('ZZ')).toBeUndefined();
  expect(codeTableOf('us')).toBeUndefined();
});

test.each(authorities)(
  '%s: every word can be written, and what is written never reads as something milder',
  (authority) => {
    const version = now(authority);
    for (const word of dispositions) {
      const { code, text } = codeFor(version, word);
      const read = readCodes(version, [code]);
      expect.soft({ word, code, text, known: read !== undefined }).toMatchObject({ known: true });
      if (read !== undefined) expect.soft(rankOf(read)).toBeLessThanOrEqual(rankOf(word));
      if (!permitsBoarding(word)) expect.soft(permitsBoarding(read ?? disposition('refuse'))).toBe(false);
    }
  },
);

test('the wire code is not the meaning: 0Z lets one board in one country and not in another', () => {
  expect(readCodes(now('US'), ['0Z'])).toBe('board');
  expect(readCodes(now('CN'), ['0Z'])).toBe('board');
  expect(readCodes(now('GB'), ['0Z'])).not.toBe('board');
});

test('of several codes the strictest counts, and one unknown code denies all of them', () => {
  const us = now('US');
  expect(readCodes(us, ['0Z', '2Z'])).toBe('refer');
  expect(readCodes(us, ['2Z', '0Z'])).toBe('refer');
  expect(readCodes(us, ['0Z', '1Z', '4Z'])).toBe('refuse');
  expect(readCodes(us, ['0Z', 'XX'])).toBeUndefined();
  expect(readCodes(us, ['XX'])).toBeUndefined();
  expect(readCodes(us, [])).toBeUndefined();
});

test('the order of the codes changes nothing', () => {
  const codes = now('US').reading.map(({ code }) => code);
  fc.assert(
    fc.property(fc.shuffledSubarray(codes, { minLength: 1 }), (some) => {
      expect(readCodes(now('US'), some)).toBe(readCodes(now('US'), some.toReversed()));
    }),
  );
});

test('a word that the table does not know is written as the refusal', () => {
  const us = now('US');
  expect(codeFor(us, disposition('wave-through'))).toEqual(codeFor(us, disposition('refuse')));
  const silent = { ...us, answers: us.answers.filter((one) => one.disposition === 'board') };
  expect(codeFor(silent, disposition('refer'))).toEqual(us.refused);
});

test('the version of the day holds: from its first day on, the latest without a day, the first before all', () => {
  const us = tableOf('US');
  const [only] = us.versions;
  if (only === undefined) throw new TypeError('a version');
  const later = { ...only, from: '2027-01-01', received: { code: 'NEW', text: '' } };
  for (const versions of [
    [only, later],
    [later, only],
  ]) {
    const table = { ...us, versions };
    expect(versionOn(table, day('2026-12-31'))).toEqual(only);
    expect(versionOn(table, day('2027-01-01'))).toEqual(later);
    expect(versionOn(table, addDays(day('2027-01-01'), 400))).toEqual(later);
    expect(versionOn(table, undefined)).toEqual(later);
    expect(versionOn(table, day('1990-01-01'))).toEqual(table.versions[0]);
  }
});

test('a table of a country is refused when it names a word that there is not, or has no version', () => {
  const us = tableOf('US');
  expect(codeTableSchema.safeParse(us).success).toBe(true);
  expect(codeTableSchema.safeParse({ ...us, versions: [] }).success).toBe(false);
  expect(codeTableSchema.safeParse({ ...us, authority: 'usa' }).success).toBe(false);
  const [version] = us.versions;
  const wrong = { ...version, answers: [{ code: '0Z', text: '', disposition: 'maybe' }] };
  expect(codeTableSchema.safeParse({ ...us, versions: [wrong] }).success).toBe(false);
});
