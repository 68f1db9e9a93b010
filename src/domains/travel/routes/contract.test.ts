import { describe, expect, test } from 'vitest';
import { languages } from '#kernel';
import { routes } from './index.ts';

/** What the API promises of each route of travel: how it is called, who may, and whether it reads persons. */
const promised: readonly string[] = [
  'GET /travel/flights travel.flights.read false',
  'GET /travel/flights/:journey travel.travellers.read true',
  'GET /travel/flights/:journey/travellers/:subject travel.travellers.read true',
  'GET /travel/places travel.flights.read false',
  'POST /travel/booth travel.booth true',
  'GET /travel/certification travel.certify false',
  'GET /travel/certification/cases/:case travel.certify false',
  'POST /travel/certification/cases/:case travel.certify false',
  'GET /travel/certification/replies travel.certify false',
  'POST /travel/certification/replies travel.certify false',
  'POST /travel/certification/credentials travel.certify false',
  'GET /travel/certification/codes/:country travel.certify false',
  'GET /travel/certification/fail-rules travel.certify false',
];

describe('the routes of travel are a contract', () => {
  test('each with its method, permission and whether it reads personal data', () => {
    expect(routes.map((one) => `${one.method} ${one.pattern} ${one.permission} ${one.personal}`)).toEqual(promised);
  });

  test.each(routes)('$pattern says what it does in three languages, each in its own words', ({ summary }) => {
    const words = languages.map((language) => summary[language]);
    expect(words.every((text) => text.length > 10)).toBe(true);
    expect(new Set(words).size).toBe(3);
  });

  test('the window of the board is a number of hours and nothing else', () => {
    const query = routes.find(({ pattern }) => pattern === '/travel/flights')?.query ?? expect.fail('no board');
    const fits = (window: string): boolean => query.safeParse({ window }).success;
    expect(['1h', '24h', '999h'].map(fits)).toEqual([true, true, true]);
    expect(['', 'h', '24', 'x24h', '24hx', '1000h', '-1h', ' 24h'].map(fits)).toEqual(
      Array.from({ length: 8 }, () => false),
    );
  });

  test('what a path has to name is asked for', () => {
    for (const { pattern, path } of routes) {
      const names = [...pattern.matchAll(/:([a-z]+)/g)].map(([, name = '']) => name);
      if (names.length === 0) continue;
      expect([pattern, path?.safeParse({}).success]).toEqual([pattern, false]);
      if (pattern.startsWith('/travel/flights'))
        expect(path?.safeParse(Object.fromEntries(names.map((name) => [name, 'a'.repeat(32)]))).success).toBe(true);
    }
  });
});
