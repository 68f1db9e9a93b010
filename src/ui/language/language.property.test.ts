import fc from 'fast-check';
import { expect, test } from 'vitest';
import { face, spanBetween } from './duration.ts';
import { folded, formatsOf } from './formats.ts';
import { chooseTongue, localeOf } from './locale.ts';
import { pseudo } from './pseudo.ts';
import { createSpeech } from './speech.ts';

const year = 366 * 86_400_000;
const instants = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2060, 0, 1) });

test('a span put together again is what it was made of, to the second', () => {
  fc.assert(
    fc.property(instants, fc.integer({ min: -year, max: year }), (now, away) => {
      const { late, days, hours, minutes, seconds } = spanBetween(now, now + away);
      const total = ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
      expect(total).toBe(Math.trunc(Math.abs(away) / 1000));
      expect(late).toBe(away < 0);
      expect(hours).toBeLessThan(24);
      expect(Math.max(minutes, seconds)).toBeLessThan(60);
    }),
  );
});

test('the face of a countdown never shows more than two units, the second of two digits', () => {
  fc.assert(
    fc.property(instants, fc.integer({ min: -year, max: year }), (now, away) => {
      expect(face(spanBetween(now, now + away)).text).toMatch(/^\d+:\d\d$/);
    }),
  );
});

test('a later end never shows a smaller time', () => {
  const seconds = (now: number, then: number): number => {
    const { days, hours, minutes, seconds: rest } = spanBetween(now, then);
    return ((days * 24 + hours) * 60 + minutes) * 60 + rest;
  };
  fc.assert(
    fc.property(fc.nat(year), fc.nat(year), (one, other) => {
      const [nearer, farther] = [Math.min(one, other), Math.max(one, other)];
      expect(seconds(0, nearer)).toBeLessThanOrEqual(seconds(0, farther));
    }),
  );
});

test('the pseudo-language is longer, marks its words, and leaves alone what has no letters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const said = pseudo(text);
      if (!/\p{Letter}/u.test(text)) expect(said).toBe(text);
      else expect(said.length).toBeGreaterThan(text.length);
      expect(/^\s*/u.exec(said)?.[0]).toBe(/^\s*/u.exec(text)?.[0]);
    }),
  );
});

test('folding does nothing the second time, and hides accents', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(folded(folded(text))).toBe(folded(text));
    }),
  );
  expect(folded('ÉLODIE Muñoz')).toBe('elodie munoz');
});

test('whatever is wished, one of the languages is spoken', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.string(), { nil: undefined })), fc.string(), (wishes, country) => {
      const tongue = chooseTongue(wishes);
      expect(['en', 'fr', 'es', 'pseudo']).toContain(tongue);
      expect(() => new Intl.Locale(localeOf(tongue, country))).not.toThrow();
    }),
  );
});

test('an ISO day and a time read back to their instant in the zone that they are told in', () => {
  const { isoDay, second } = formatsOf('en-CA');
  fc.assert(
    fc.property(instants, (at) => {
      expect(Date.parse(`${isoDay(at, 'UTC')}T${second(at, 'UTC')}Z`)).toBe(at - (((at % 1000) + 1000) % 1000));
    }),
  );
});

test('text without placeholders is said as it stands, in whatever form it was written', () => {
  const plain = fc.string().filter((text) => !/[{}'<#|]/.test(text));
  fc.assert(
    fc.property(plain, fc.constantFrom('en' as const, 'fr' as const, 'es' as const), (text, tongue) => {
      const speech = createSpeech({ tongue, country: 'CA', catalogue: { key: text } });
      expect(speech.say('key')).toBe(text);
      expect(speech.knows('key')).toBe(true);
    }),
  );
});

test('numbers keep their value in every language', () => {
  fc.assert(
    fc.property(fc.integer(), fc.constantFrom('en-CA', 'fr-CA', 'es-MX'), (value, locale) => {
      const digits = formatsOf(locale).number(value).replaceAll(/[^\d]/g, '');
      expect(Number(digits)).toBe(Math.abs(value));
    }),
  );
});
