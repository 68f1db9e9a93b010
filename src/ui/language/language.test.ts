import { describe, expect, test } from 'vitest';
import { face, spanBetween } from './duration.ts';
import { folded, formatsOf } from './formats.ts';
import { chooseTongue, localeOf } from './locale.ts';
import { pseudo } from './pseudo.ts';
import { createSpeech } from './speech.ts';

const noon = Date.UTC(2026, 10, 24, 19, 5, 9);

describe('formats', () => {
  test('each locale writes numbers in its own way', () => {
    expect(formatsOf('en-CA').number(1234567.5)).toBe('1,234,567.5');
    expect(formatsOf('fr-CA').number(1234567.5).replaceAll(/\s/gu, ' ')).toBe('1 234 567,5');
    expect(formatsOf('es-MX').number(1234567.5)).toBe('1,234,567.5');
  });

  test('times are 24 hours with a zone that people of the place use', () => {
    const toronto = 'America/Toronto';
    expect(formatsOf('en-CA').time(noon, toronto)).toBe('14:05');
    expect(formatsOf('fr-CA').time(noon, toronto)).toMatch(/^14\sh\s05$/u);
    expect(formatsOf('es-MX').time(noon, toronto)).toBe('14:05');
    expect(formatsOf('en-CA').zone(noon, toronto)).toBe('EST');
    expect(formatsOf('fr-CA').zone(noon, toronto)).toBe('HNE');
    expect(formatsOf('es-MX').zone(noon, 'America/Mexico_City')).toBe('Centro');
  });

  test('days in tables are ISO in every language', () => {
    for (const locale of ['en-US', 'fr-CA', 'es-MX']) expect(formatsOf(locale).isoDay(noon, 'UTC')).toBe('2026-11-24');
  });

  test('search folds accents', () => {
    expect(folded('Québec')).toBe('quebec');
  });
});

describe('languages', () => {
  test('the first wish that is ours wins', () => {
    expect(chooseTongue([null, 'de-DE', 'fr-FR', 'es'])).toBe('fr');
    expect(chooseTongue([])).toBe('en');
  });
  test('English is written as in the country of the seat', () => {
    expect(localeOf('en', 'US')).toBe('en-US');
    expect(localeOf('en', 'MX')).toBe('en-CA');
    expect(localeOf('es', 'US')).toBe('es-MX');
  });
});

describe('speech', () => {
  const catalogue = { seen: '{count, plural, one {# flight} other {# flights}}', from: 'From {place} on' };
  test('plurals follow the language', () => {
    const speech = createSpeech({ tongue: 'en', country: 'CA', catalogue });
    expect(speech.say('seen', { count: 1 })).toBe('1 flight');
    expect(speech.say('seen', { count: 2000 })).toBe('2,000 flights');
  });
  test('a part that is no text keeps its place', () => {
    const place = { its: 'own' };
    const speech = createSpeech({ tongue: 'en', country: 'CA', catalogue });
    expect(speech.parts('from', { place })).toEqual(['From ', place, ' on']);
  });
  test('an unknown key is said, not hidden', () => {
    const speech = createSpeech({ tongue: 'es', country: 'MX', catalogue });
    expect(speech.say('TRV-9999')).toBe('TRV-9999');
    expect(speech.knows('TRV-9999')).toBe(false);
  });
  test('the pseudo-language marks every word and keeps placeholders', () => {
    const speech = createSpeech({ tongue: 'pseudo', country: 'CA', catalogue });
    expect(speech.say('from', { place: 'YYZ' })).toMatch(/^Frôm .* YYZ ôñ /u);
    expect(pseudo('Refuse').length).toBeGreaterThanOrEqual(14);
    expect(pseudo('12:30')).toBe('12:30');
  });
});

describe('countdown', () => {
  test.each([
    [(18 * 60 + 4) * 1000, '18:04', 'seconds'],
    [72 * 60_000, '1:12', 'minutes'],
    [27 * 3_600_000, '1:03', 'hours'],
    [-6_000, '0:06', 'seconds'],
  ])('%d ms from now is %s', (ms, text, form) => {
    const span = spanBetween(noon, noon + ms);
    expect(face(span)).toEqual({ text, form });
    expect(span.late).toBe(ms < 0);
  });
});
