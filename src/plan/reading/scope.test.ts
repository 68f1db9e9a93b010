import { describe, expect, test } from 'vitest';
import { knowledgeOf, scopeOf } from './scope.ts';
import type { SelfReport } from './self-report.ts';
import { Told } from './tell.ts';

const read = (text: string) => {
  const told = new Told();
  return [scopeOf(text, told.of(1)), ...told.inOrder().map(({ code }) => code)];
};

test.each([
  ['Plant trees.', 'all'],
  ['Plant trees in North America and the Americas.', 'all'],
  ['Include Mexican nationals.', 'all'],
  ['A Canada-U.S. agreement', 'US-CA'],
  ['Canadian and U.S. officers', 'US-CA'],
  ['Canada and the United States to explore', 'US-CA'],
  ['The U.S.-Mexico fence', 'US-MX'],
  ['The U.SMexican Protocol', 'US-MX'],
  ['Mexico-U.S. programs', 'US-MX'],
  ['Canadian and Mexican trees', 'CA-MX'],
  ['Canada, U.S. and Mexico', 'trilateral'],
  ['among Canadian, Mexican and United States gardeners', 'trilateral'],
  ['a Trilateral memorandum', 'trilateral'],
  ["the three countries' gardens", 'trilateral'],
  ['The three countries will negotiate bilateral agreements', 'trilateral'],
  ['Plant trees (U.S.-Canada to water) everywhere', 'all'],
  ['Canada and U.S. (and Mexico)', 'US-CA'],
  ['The United States', 'all'],
  ['three countrysides', 'all'],
])('«%s» speaks to %s', (text, scope) => {
  expect(read(text)).toEqual([scope]);
});

test.each([
  ['Plan binational gardens', ['all', 'PLN-0134']],
  ['Plan bilateral gardens', ['all', 'PLN-0134']],
  ['Plan bilateral Canada-U.S. gardens', ['US-CA']],
  ['Plan (bilateral) gardens', ['all']],
  ['Plan combinational and subbilateral gardens', ['all']],
])('two countries that nobody names: «%s»', (text, told) => {
  expect(read(text)).toEqual(told);
});

describe('what is known of a pair', () => {
  const state = { status: 'initiated' } as const;
  const known = (scope: Parameters<typeof knowledgeOf>[0], said: SelfReport | undefined) => {
    const told = new Told();
    return [knowledgeOf(scope, said, told.of(4)), told.inOrder().map(({ code, parameters }) => [code, parameters])];
  };

  test('what one pair promised does not apply to the others, and that is not unknown', () => {
    expect(known('US-CA', { scope: 'all', all: state })).toEqual([
      { 'US-CA': 'reported', 'US-MX': 'not-applicable', 'CA-MX': 'not-applicable' },
      [],
    ]);
    expect(known('CA-MX', undefined)).toEqual([
      { 'US-CA': 'not-applicable', 'US-MX': 'not-applicable', 'CA-MX': 'unknown' },
      [],
    ]);
  });

  test('a pair that a report passes over is unknown', () => {
    expect(known('trilateral', { scope: 'per-pair', 'US-MX': state })).toEqual([
      { 'US-CA': 'unknown', 'US-MX': 'reported', 'CA-MX': 'unknown' },
      [],
    ]);
  });

  test('a report on a pair that is not bound is told', () => {
    expect(known('US-CA', { scope: 'per-pair', 'US-CA': state, 'US-MX': state })).toEqual([
      { 'US-CA': 'reported', 'US-MX': 'not-applicable', 'CA-MX': 'not-applicable' },
      [['PLN-0136', { line: 4, pair: 'US-MX' }]],
    ]);
  });
});
