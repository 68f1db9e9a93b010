import { expect, test } from 'vitest';
import { readInterchange } from '#formats/edifact';
import { type CountryCode, countryCode, decodeLatin1 } from '#kernel';
import { conversationOf, scoreGates } from './replies.ts';
import { contextOf } from './vectors.ts';

const country = (code: string): CountryCode => {
  const known = countryCode(code);
  if (known === undefined) throw new TypeError(code);
  return known;
};
const means = { table: () => undefined };
const conversation = (code: string) => conversationOf(country(code), means);
const right = (code: string): Record<string, string> => {
  const { checks } = scoreGates(conversation(code), {}, country(code));
  return Object.fromEntries(checks.map(({ name, expected = '' }) => [name, expected]));
};

test.each(['US', 'CA', 'MX'])(
  '%s: the dialogue is what both sides would send, and holds every word and both refusals',
  (code) => {
    const { turns, passengers } = conversation(code);
    expect(turns.map(({ from }) => from)).toEqual(['carrier', 'authority', 'carrier', 'authority', 'authority']);
    for (const { bytes } of turns) {
      const { messages, findings } = readInterchange(bytes, contextOf(country(code)));
      expect([findings, messages.length, messages.flatMap((message) => message.findings)]).toEqual([[], 1, []]);
    }
    expect(turns.map(({ bytes }) => /BGM\+(\d+)/.exec(decodeLatin1(bytes))?.[1])).toEqual([
      '745',
      '962',
      '745',
      '962',
      '132',
    ]);
    expect(passengers).toHaveLength(12);
    const gates = Object.values(right(code));
    expect(new Set(gates)).toEqual(new Set(['OK_TO_BOARD', 'NO_BOARD', 'APIS_INCOMPLETE']));
  },
);

test('words that let one board, the word that is taken back, and the list that is refused', () => {
  const gates = right('US');
  expect(Object.values(gates)).toEqual([
    'NO_BOARD',
    'APIS_INCOMPLETE',
    'NO_BOARD',
    'OK_TO_BOARD',
    'OK_TO_BOARD',
    'NO_BOARD',
    'APIS_INCOMPLETE',
    'NO_BOARD',
    'OK_TO_BOARD',
    // The last who may board is told otherwise by the 132, and the list that is refused boards nobody.
    'NO_BOARD',
    'NO_BOARD',
    'NO_BOARD',
  ]);
});

test('each passenger is one check; one too many is none', () => {
  const us = country('US');
  const gates = right('US');
  expect(scoreGates(conversation('US'), gates, us)).toMatchObject({ passed: 12, total: 12 });
  const [name = ''] = Object.keys(gates);
  expect(scoreGates(conversation('US'), { ...gates, [name]: 'OK_TO_BOARD', STRANGER: 'NO_BOARD' }, us)).toMatchObject({
    passed: 11,
    total: 12,
  });
  expect(scoreGates(conversation('US'), {}, us).checks[0]).toEqual({ name, passed: false, expected: 'NO_BOARD' });
  expect(scoreGates(conversation('US'), { [name]: 'MAYBE' }, us).checks[0]).toEqual({
    name,
    passed: false,
    expected: 'NO_BOARD',
    actual: 'MAYBE',
  });
});
