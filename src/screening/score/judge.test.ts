import { describe, expect, test } from 'vitest';
import { type ListEntry, type PartialDate, type PlainDate, parsePlainDate, type Subject } from '#kernel';
import { isImoNumber, isLegalEntityIdentifier } from './check-digits.ts';
import { classOf, shippedThresholds, thresholdsFor } from './classes.ts';
import { dateOfBirthEvidence } from './dates.ts';
import { judge, sumOf } from './judge.ts';
import { numberEvidence } from './numbers.ts';
import { nationalityEvidence, placeOfBirthEvidence, sexEvidence } from './particulars.ts';

const entry = (more: Partial<ListEntry> = {}): ListEntry => ({
  entry: '7',
  kind: 'person',
  names: [{ whole: 'Zenon Kowal', quality: 'primary' }],
  datesOfBirth: [],
  nationalities: [],
  documents: [],
  ...more,
});
const subject = (more: Partial<Subject> = {}): Subject => ({
  reference: '1',
  kind: 'person',
  names: [{ whole: 'Zenon Kowal' }],
  nationalities: [],
  documents: [],
  ...more,
});
function day(text: string): PlainDate {
  const parsed = parsePlainDate(text);
  if (parsed === undefined) throw new TypeError(text);
  return parsed;
}
const born = (text: string, ...datesOfBirth: readonly PartialDate[]): number =>
  dateOfBirthEvidence(subject({ dateOfBirth: day(text) }), entry({ datesOfBirth })).contribution;
const thresholds = thresholdsFor(shippedThresholds, 'no-fly', 'US');

describe('dates of birth', () => {
  test('rank as they tell', () => {
    const listed = { year: 1961, month: 4, day: 9 };
    const ranked = [
      born('1961-04-09', listed),
      born('1961-09-04', listed),
      born('1961-04-20', { year: 1961, month: 4 }),
      born('1961-07-20', { year: 1961 }),
      born('1951-04-09', listed),
      born('1962-07-20', { year: 1960, untilYear: 1965 }),
      born('1961-11-23', listed),
      born('1962-11-23', listed),
      born('1963-11-23', listed),
      born('1965-11-23', listed),
      born('1981-11-23', listed),
    ];
    expect(ranked).toEqual(ranked.toSorted((a, b) => b - a));
    expect(new Set(ranked).size).toBe(ranked.length);
  });

  test('the first of January stands for the year, on either side', () => {
    expect(born('1961-01-01', { year: 1961, month: 1, day: 1 })).toBe(150);
    expect(born('1961-01-01', { year: 1961, month: 7, day: 5 })).toBe(120);
    expect(born('1961-07-05', { year: 1961, month: 1, day: 1 })).toBe(120);
  });

  test('of several the best one speaks; none says nothing', () => {
    expect(born('1961-04-09', { year: 1930 }, { year: 1961, month: 4, day: 9 })).toBe(450);
    expect(dateOfBirthEvidence(subject(), entry({ datesOfBirth: [{ year: 1961 }] })).contribution).toBe(0);
    expect(born('1961-04-09')).toBe(0);
  });
});

describe('numbers', () => {
  const worth = (kind: Subject['kind'], asked: Subject['documents'], listed: Subject['documents']): number =>
    sumOf(numberEvidence(subject({ kind, documents: asked }), entry({ kind, documents: listed })));
  const passport = (number: string, issuingState?: string) => ({
    type: 'P',
    number,
    ...(issuingState !== undefined && { issuingState }),
  });
  test('of documents, with their issuer, as written anyhow', () => {
    expect(worth('person', [passport('ab 123-456', 'DEU')], [passport('AB123456', 'D')])).toBe(900);
    expect(worth('person', [passport('AB123456')], [passport('AB123456', 'D')])).toBe(700);
    expect(worth('person', [passport('AB123456', 'MEX')], [passport('AB123456', 'USA')])).toBe(0);
    expect(worth('person', [passport('AB123457')], [passport('AB123456')])).toBe(250);
    expect(worth('person', [passport('ZZ999999')], [passport('AB123456')])).toBe(0);
    expect(worth('person', [passport('0000000')], [passport('0000000')])).toBe(0);
  });
  test('of vessels and companies', () => {
    const imo = (number: string) => [{ type: 'IMO', number }];
    expect(worth('vessel', imo('IMO 9074729'), imo('9074729'))).toBe(1000);
    expect(worth('vessel', imo('9074728'), imo('9074728'))).toBe(500);
    expect(worth('vessel', imo('9074729'), imo('9319466'))).toBe(-700);
    expect(worth('organisation', [{ type: 'REG', number: '7788' }], [{ type: 'REG', number: '77-88' }])).toBe(900);
  });
  test('check digits', () => {
    expect([isImoNumber('9074729'), isImoNumber('9074728'), isImoNumber('907472')]).toEqual([true, false, false]);
    expect(isLegalEntityIdentifier('5493001KJTIIGC8Y1R12')).toBe(true);
    expect(isLegalEntityIdentifier('5493001KJTIIGC8Y1R13')).toBe(false);
  });
});

test('sex, nationality and place of birth', () => {
  expect(sexEvidence(subject({ sex: 'M' }), entry({ sex: 'F' })).contribution).toBe(-200);
  expect(sexEvidence(subject({ sex: 'X' }), entry({ sex: 'F' })).contribution).toBe(0);
  expect(nationalityEvidence(subject({ nationalities: ['D'] }), entry({ nationalities: ['DEU'] })).contribution).toBe(
    60,
  );
  expect(nationalityEvidence(subject({ nationalities: ['D'] }), entry({ nationalities: ['MEX'] })).contribution).toBe(
    -100,
  );
  const place = (asked: string, ...placesOfBirth: readonly string[]): number =>
    placeOfBirthEvidence(subject({ placeOfBirth: asked }), entry({ placesOfBirth })).contribution;
  expect(place('Tepic', 'Oslo', 'Tepic, Mexico')).toBe(150);
  expect(place('Tepic Mexico', 'Oaxaca, Mexico')).toBe(60);
  expect(place('Tepic', 'Oslo')).toBe(-40);
  expect(place('Tepic')).toBe(0);
});

describe('classes', () => {
  const names = (contribution: number) => [{ feature: 'name-word', relation: 'same' as const, contribution }];
  const sameDay = [
    subject({ dateOfBirth: day('1961-04-09') }),
    entry({ datesOfBirth: [{ year: 1961, month: 4, day: 9 }] }),
  ] as const;
  test('a date of birth alone raises no hit, names alone are never certain', () => {
    expect(judge(names(-400), sameDay, thresholds).class).toBe('no-hit');
    expect(judge(names(9000), [subject(), entry()], thresholds).class).toBe('adjudicate');
    expect(judge(names(250), sameDay, thresholds)).toMatchObject({ class: 'strong', score: 700 });
  });
  test('the nearest row of the table counts; without one an officer looks', () => {
    expect(thresholds).toMatchObject({ adjudicate: 150, strong: 500 });
    expect(thresholdsFor(shippedThresholds, 'lost-document', undefined)).toMatchObject({ adjudicate: 300 });
    const own = [...shippedThresholds, { purpose: '*', country: 'MX', adjudicate: 1, strong: 2, name: 3 }];
    expect(thresholdsFor(own, 'no-fly', 'MX')?.adjudicate).toBe(1);
    expect(thresholdsFor(own, 'lost-document', 'MX')?.adjudicate).toBe(300);
    expect(thresholdsFor([], 'no-fly', 'MX')).toBeUndefined();
    expect(classOf({ score: -900, name: -900, identified: false, supported: false }, undefined)).toBe('adjudicate');
  });
});
