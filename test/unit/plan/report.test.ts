import { expect, test } from 'vitest';
import { instant, type Language, languages } from '#kernel';
import { speakerOf } from '#locales';
import { leadersReport, shippedRegister, standingsOf } from '#plan';

const register = shippedRegister();
const moment = { asOf: instant(Date.parse('2006-08-31T12:00Z')), known: instant(Date.parse('2006-08-31T12:00Z')) };
const standings = standingsOf({ register, said: [], moment, gauge: () => undefined });

async function reportIn(language: Language): Promise<string> {
  const say = await speakerOf(language);
  return leadersReport({
    ...{ register, standings, moment, language, nation: 'CA', printedAt: instant(Date.parse('2026-11-24T07:00Z')) },
    say: (key, parameters) => say(key, { ...parameters }),
  });
}

test.each(languages)('in %s it names every promise and says every word', async (language) => {
  const report = await reportIn(language);
  for (const { key, title } of register.commitments.values()) {
    expect(report).toContain(`<td class="key">${key}</td>`);
    expect(report).toContain(
      title[language].replaceAll('&', '&amp;').replaceAll("'", '&#39;').replaceAll('"', '&quot;'),
    );
  }
  expect(report.match(/<tr>/g)?.length).toBe(106 + 10 + 1 + 10);
  // A key that has no text is said as it is.
  expect(report).not.toMatch(/plan\.[a-z]+\.[a-z]/);
  expect(report).not.toMatch(/\{[a-z]+[,}]/);
  expect(report).toContain({ en: 'June 2006', fr: 'juin 2006', es: 'junio de 2006' }[language]);
  expect(report).toContain(`lang="${{ en: 'en-CA', fr: 'fr-CA', es: 'es-MX' }[language]}"`);
});
