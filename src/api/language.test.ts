import { expect, test } from 'vitest';
import { asksFor, languageOf, wantedOf } from './language.ts';

test.each([
  [undefined, 'en'],
  ['', 'en'],
  ['*', 'en'],
  ['de', 'en'],
  ['fr', 'fr'],
  ['FR', 'fr'],
  ['de, es', 'es'],
  ['es-MX,es;q=0.9,en;q=0.8', 'es'],
  ['en;q=0.1, FR-ca;q=0.2', 'fr'],
  ['fr;q=0, es;q=0.001', 'es'],
  ['fr;q=x, en', 'en'],
  ['fr;q=2, es;q=1', 'es'],
  ['fr;q=-1, es', 'es'],
] as const)('%s asks for %s', (header, language) => {
  expect(languageOf(header)).toBe(language);
});

test('the items of a header, the most wanted first, without those that are not wanted', () => {
  expect(wantedOf('a;q=0.2, B , c;level=1;q=0.5;x=y,d;q=0,;q=1')).toEqual([
    { value: 'b', weight: 1 },
    { value: 'c', weight: 0.5 },
    { value: 'a', weight: 0.2 },
  ]);
  expect(wantedOf(undefined)).toEqual([]);
  expect(wantedOf(',,')).toEqual([]);
});

test('no more than a kilobyte of a header is read', () => {
  expect(languageOf(`${'x,'.repeat(511)}fr`)).toBe('fr');
  expect(languageOf(`${'x,'.repeat(512)}fr`)).toBe('en');
});

test('a media type is asked for by its name only', () => {
  expect(asksFor('text/html, application/edifact;q=0.5', 'application/edifact')).toBe(true);
  expect(asksFor('Application/EDIFACT', 'application/edifact')).toBe(true);
  for (const header of ['application/edifact;q=0', '*/*', 'application/*', undefined, ''])
    expect(asksFor(header, 'application/edifact')).toBe(false);
});
