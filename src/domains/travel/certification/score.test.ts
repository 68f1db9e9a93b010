import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CountryCode, countryCode, decodeLatin1, encodeUtf8 } from '#kernel';
import { scoreAttempt, scoreOf } from './score.ts';
import { sampleOf, type Vector, vectorsOf } from './vectors.ts';

const country = (code: string): CountryCode => {
  const known = countryCode(code);
  if (known === undefined) throw new TypeError(code);
  return known;
};
const us = country('US');
const named = (name: string): Vector => {
  const vector = vectorsOf(us).find((one) => one.name === name);
  if (vector === undefined) throw new TypeError(name);
  return vector;
};
const first = named('first-list');
const sample = decodeLatin1(sampleOf(first));
const score = (text: string, vector = first) => scoreAttempt(vector, encodeUtf8(text), us);
const wrong = (text: string, vector = first): readonly string[] =>
  score(text, vector)
    .checks.filter(({ passed }) => !passed)
    .map(({ name }) => name);

test.each(['US', 'CA', 'MX'])(
  '%s: its own samples conform in full, and each asks for what the case is about',
  (code) => {
    const vectors = vectorsOf(country(code));
    expect(new Set(vectors.map(({ name }) => name)).size).toBe(vectors.length);
    for (const vector of vectors) {
      const { passed, total, findings } = scoreAttempt(vector, sampleOf(vector), country(code));
      expect
        .soft({ name: vector.name, missed: total - passed, findings })
        .toEqual({ name: vector.name, missed: 0, findings: [] });
      expect(total).toBeGreaterThan(10);
    }
  },
);

test('a message for another case, or another country, does not conform', () => {
  for (const vector of vectorsOf(us)) {
    if (vector.name === first.name) continue;
    expect(wrong(sample, vector), vector.name).not.toEqual([]);
  }
  expect(wrong(sample.replace('USCSAPIS', 'CBSA'))).toContain('authority');
});

describe('what is said otherwise is named', () => {
  test.each([
    ['another name', 'TESTA:ALMA', 'TESTER:ALMA', ['travellers.CERT001.family']],
    ['no given name', 'TESTA:ALMA', 'TESTA', ['travellers.CERT001.given']],
    ['another day of birth', 'DTM+329:810402', 'DTM+329:810403', ['travellers.CERT001.dateOfBirth']],
    ['another number', 'T1000001', 'T1000002', ['travellers.CERT001.documents.P.number']],
    ['another flight', 'TDT+20+ZZ101', 'TDT+20+ZZ102', ['legs.0.conveyance']],
    ['another place', 'LOC+87+JFK', 'LOC+87+LAX', ['legs.0.to']],
    ['another minute', 'DTM+189:2706140915', 'DTM+189:2706140916', ['legs.0.departure']],
    ['a batch list', '++IAPI+O', '++APIS', ['interactive']],
  ])('%s', (_what, from, to, names) => {
    expect(sample).toContain(from);
    expect(wrong(sample.replaceAll(from, to))).toEqual(names);
  });

  test('a lost reference loses all that is said of the person', () => {
    const names = wrong(sample.replace('RFF+ABO:CERT001', 'RFF+ABO:OTHER'));
    expect(names.length).toBeGreaterThan(8);
    expect(names.every((name) => name.startsWith('travellers.CERT001.'))).toBe(true);
  });

  test('a person too many is counted', () => {
    expect(wrong(decodeLatin1(sampleOf(named('infant'))), named('infant'))).toEqual([]);
    const [alone] = /NAD\+FL.*?(?=CNT)/.exec(sample) ?? [''];
    const twice = sample
      .replace(alone, alone + alone.replace('CERT001', 'CERT099'))
      .replace(/UNT\+\d+/, (count) => `UNT+${Number(count.slice(4)) + (alone.split("'").length - 1)}`);
    expect(score(twice).checks.find(({ name }) => name === 'people')).toEqual({
      name: 'people',
      passed: false,
      expected: '1',
      actual: '2',
    });
  });
});

test('errors and warnings are each a check, with the finding that says where', () => {
  const counted = score(sample.replace(/UNT\+\d+/, 'UNT+3'));
  expect(counted.checks.filter(({ passed }) => !passed).map(({ name }) => name)).toEqual(['no-errors']);
  expect(counted.findings).toMatchObject([{ code: 'EDI-0301', severity: 'error', at: { tag: 'UNT' } }]);
  const lower = score(sample.replace('TESTA', 'Testa'));
  expect(lower.checks.filter(({ passed }) => !passed).map(({ name }) => name)).toContain('no-warnings');
});

test('two messages are not one, and none is nothing at all', () => {
  const [message = ''] = /UNH.*UNT\+\d+\+CERT1'/.exec(sample) ?? [];
  const two = sample.replace(message, message + message.replaceAll('CERT1', 'CERTB')).replace('UNZ+1', 'UNZ+2');
  expect(score(two).checks[0]).toEqual({ name: 'one-message', passed: false });
  for (const text of ['', 'hello', '<html>', "UNB+UNOA:4+A+USCSAPIS+270612:1200+1'UNZ+0+1'"])
    expect(score(text).passed).toBe(0);
});

test('a score counts what passed, and never more than there is', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean()), (passes) => {
      const made = scoreOf(passes.map((passed, at) => ({ name: String(at), passed })));
      expect(made).toMatchObject({ total: passes.length, passed: passes.filter(Boolean).length, findings: [] });
    }),
  );
});

test('nothing that is sent brings the scorer down', () => {
  fc.assert(
    fc.property(fc.nat(sample.length), fc.string(), fc.nat(20), (at, text, cut) => {
      const { passed, total } = score(sample.slice(0, at) + text + sample.slice(at + cut));
      expect(passed).toBeLessThanOrEqual(total);
    }),
  );
});
