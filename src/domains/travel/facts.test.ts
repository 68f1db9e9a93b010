import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  type Candidate,
  type CountryCode,
  countryCode,
  type HitClass,
  instant,
  parsePlainDate,
} from '#kernel';
import { meaningOf, receivedAt, vectorsOf } from './certification/vectors.ts';
import { arrivalDate, isInfant, journeyDate, olderThan } from './dates.ts';
import { facts, factsOf } from './facts.ts';
import { placeOf } from './places.ts';
import { elements, missingOf, profileOf, travelDocumentOf } from './profiles.ts';
import type { PassengerList, Traveller } from './record.ts';

const country = (code: string): CountryCode => {
  const known = countryCode(code);
  if (known === undefined) throw new TypeError(code);
  return known;
};
const us = country('US');
const named = (name: string): PassengerList => {
  const vector = vectorsOf(us).find((one) => one.name === name);
  if (vector === undefined) throw new TypeError(name);
  return meaningOf(vector, us);
};
const record = named('two-legs');
const [someone] = record.travellers;
if (someone === undefined) throw new TypeError('a traveller');
const means = { country: us, at: receivedAt };
const day = (text: string) => {
  const date = parsePlainDate(text);
  if (date === undefined) throw new TypeError(text);
  return date;
};
const of = (traveller: Traveller = someone, more: Partial<PassengerList> = {}, candidates: readonly Candidate[] = []) =>
  factsOf({ ...record, ...more }, traveller, candidates, means);
const hit = (purpose: string, what: HitClass): Candidate => ({
  list: purpose,
  listVersion: '1',
  entry: '1',
  purpose,
  listedName: 'X',
  class: what,
  score: 1,
  evidence: [],
});
const expiring = (expiry: string): Traveller => ({
  ...someone,
  documents: someone.documents.map((one) => ({ ...one, expiry: day(expiry) })),
});

test('all facts of the dictionary are said of everybody, in its types and of its closed sets', () => {
  const seen = of();
  expect(Object.keys(seen).toSorted()).toEqual(facts.map(({ name }) => name).toSorted());
  for (const { name, type, values } of facts) {
    const value = seen[name] ?? null;
    if (value === null) continue;
    expect([name, Array.isArray(value) ? 'codes' : typeof value]).toEqual([name, type === 'code' ? 'string' : type]);
    for (const code of values === undefined ? [] : [value].flat()) expect(values).toContain(code);
  }
});

test('facts have texts in three languages', () => {
  for (const { title } of facts) expect([title.en, title.fr, title.es].every((text) => text.length > 3)).toBe(true);
});

describe('lists', () => {
  const purposes = ['no-fly', 'lookout', 'sanctions', 'lost-document'];

  test('the strongest hit of a purpose counts for that purpose alone', () => {
    const classes = fc.constantFrom<HitClass>('no-hit', 'adjudicate', 'strong');
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...purposes), classes)), (hits) => {
        const seen = of(
          someone,
          {},
          hits.map(([purpose, what]) => hit(purpose, what)),
        );
        for (const purpose of purposes) {
          const found = hits.filter(([one]) => one === purpose).map(([, what]) => what);
          const strongest = found.includes('strong') ? 'strong' : found.includes('adjudicate') ? 'adjudicate' : 'none';
          expect(seen[`list.${purpose}`]).toBe(strongest);
        }
      }),
    );
  });

  test('a list of a purpose that travel does not know says nothing', () => {
    expect(of(someone, {}, [hit('parking', 'strong')])).toEqual(of());
  });
});

describe('the document', () => {
  test.each([
    ['2033-01-15', 'valid'],
    ['2027-06-14', 'valid'],
    ['2027-06-13', 'expired'],
  ])('that expires on %s is %s', (expiry, state) => {
    expect(of(expiring(expiry))['document.state']).toBe(state);
    expect(of(expiring(expiry))['document.daysToExpiry']).toBe(
      Math.round((Date.parse(expiry) - Date.parse('2027-06-14')) / 86_400_000),
    );
  });

  test('that expires on the way is told from one that expired before', () => {
    const legs = record.journey.legs.map((leg, at) => {
      const arrival = leg.arrival;
      return at === 1 && arrival !== undefined
        ? { ...leg, arrival: { ...arrival, local: arrival.local.replace('06-14', '06-16') as typeof arrival.local } }
        : leg;
    });
    const journey = { ...record.journey, legs };
    expect(arrivalDate({ ...record, journey })).toBe('2027-06-16');
    expect(of(expiring('2027-06-15'), { journey })['document.state']).toBe('expires-during-journey');
    expect(of(expiring('2027-06-16'), { journey })['document.state']).toBe('valid');
  });

  test('is missing without a number, and a visa is none', () => {
    const [document] = someone.documents;
    if (document === undefined) throw new TypeError('a document');
    expect(of({ ...someone, documents: [] })).toMatchObject({
      'document.state': 'missing',
      'document.type': null,
      'document.daysToExpiry': null,
    });
    expect(of({ ...someone, documents: [{ ...document, number: '' }] })['document.state']).toBe('missing');
    for (const type of ['V', 'VI'])
      expect(of({ ...someone, documents: [{ ...document, type }] })['document.state']).toBe('missing');
    const both = { ...someone, documents: [{ ...document, type: 'V' }, document] };
    expect(travelDocumentOf(both)).toBe(document);
    expect(of(both)['document.type']).toBe('P');
  });

  test('is unverified only where the carrier says so', () => {
    expect(of({ ...someone, verified: false })['document.state']).toBe('unverified');
    const { verified: _verified, ...silent } = someone;
    expect(of(silent)['document.state']).toBe('valid');
    expect(of({ ...expiring('2027-06-13'), verified: false })['document.state']).toBe('expired');
  });
});

describe('the traveller', () => {
  test('his age is counted on the day of departure', () => {
    const aged = (birth: string) => of({ ...someone, dateOfBirth: day(birth) })['traveller.age'];
    expect(aged('1987-06-14')).toBe(40);
    expect(aged('1987-06-15')).toBe(39);
    const { dateOfBirth: _birth, ...ageless } = someone;
    expect(of(ageless)['traveller.age']).toBeNull();
  });

  test('an infant is one who is marked, or is not yet two', () => {
    const on = day('2027-06-14');
    expect(isInfant({ ...someone, infant: true }, on)).toBe(true);
    expect(isInfant({ ...someone, dateOfBirth: day('2025-06-15') }, on)).toBe(true);
    expect(isInfant({ ...someone, dateOfBirth: day('2025-06-14') }, on)).toBe(false);
    const { dateOfBirth: _birth, ...ageless } = someone;
    expect(isInfant(ageless, on)).toBe(false);
    expect(olderThan(ageless, 2, on)).toBeUndefined();
  });

  test('what he does not say is missing, and a birth in the future is seen', () => {
    const { nationality: _n, ...stateless } = someone;
    expect(of(stateless)).toMatchObject({ 'traveller.nationality': null, 'traveller.dataMissing': ['nationality'] });
    expect(of({ ...someone, dateOfBirth: day('2027-06-12') })['traveller.dateOfBirthInFuture']).toBe(false);
    expect(of({ ...someone, dateOfBirth: day('2027-06-13') })['traveller.dateOfBirthInFuture']).toBe(true);
  });

  test('a place whose country nobody knows is missing data of everybody', () => {
    const legs = record.journey.legs.map((leg) => ({ ...leg, from: placeOf('QQQ') }));
    expect(of(someone, { journey: { ...record.journey, legs } })['traveller.dataMissing']).toEqual(['place']);
  });
});

describe('the journey', () => {
  test('lies to a country as the legs of this traveller do', () => {
    expect(of({ ...someone, embarked: 'MEX', destination: 'YYZ' })['journey.direction']).toBe('transit');
    expect(of({ ...someone, embarked: 'MEX', destination: 'JFK' })['journey.direction']).toBe('inbound');
    expect(of({ ...someone, embarked: 'JFK', destination: 'YYZ' })['journey.direction']).toBe('outbound');
  });

  test('minutes to departure are whole, and count from his own first leg', () => {
    const departs = record.journey.legs[0]?.departure?.instant ?? 0;
    const at = (milliseconds: number) =>
      factsOf(record, someone, [], { ...means, at: instant(departs - milliseconds) })['journey.minutesToDeparture'];
    expect(at(60_000)).toBe(1);
    expect(at(59_999)).toBe(0);
    expect(at(-1)).toBe(-1);
    const later = factsOf(record, { ...someone, embarked: 'JFK' }, [], { ...means, at: instant(departs) })[
      'journey.minutesToDeparture'
    ];
    expect(later).toBe(Math.floor(((record.journey.legs[1]?.departure?.instant ?? 0) - departs) / 60_000));
    expect(of(someone, { journey: { ...record.journey, legs: [] } })['journey.minutesToDeparture']).toBeNull();
  });
});

describe('what an authority requires', () => {
  const nothing: Traveller = {
    subject: 'X',
    referenced: false,
    role: 'passenger',
    family: '',
    infant: false,
    documents: [],
    segment: 0,
  };

  test('is the list of its profile, with more in interactive use', () => {
    for (const code of ['US', 'CA', 'MX', 'GB', 'CN']) {
      const authority = country(code);
      const { required, requiredInteractive } = profileOf(authority);
      expect(missingOf({ ...record, interactive: false }, nothing, authority)).toEqual(required);
      expect(missingOf({ ...record, interactive: true }, nothing, authority)).toEqual([
        ...required,
        ...requiredInteractive,
      ]);
      expect([...required, ...requiredInteractive].every((element) => elements.includes(element))).toBe(true);
    }
  });

  test('is the general one where an authority has none of its own', () => {
    expect(profileOf(country('BR'))).toBe(profileOf(undefined));
    expect(profileOf(country('BR'))).not.toBe(profileOf(us));
  });

  test('is what it says and nothing more: with all of it there is nothing missing', () => {
    expect(missingOf(record, someone, us)).toEqual([]);
    const { locator: _l, ...unbooked } = someone;
    expect(missingOf(record, unbooked, us)).toEqual([]);
    expect(missingOf(record, unbooked, country('CA'))).toEqual(['locator']);
    expect(missingOf(record, { ...someone, referenced: false }, us)).toEqual(['passenger-reference']);
    const { given: _g, ...single } = someone;
    expect(missingOf(record, single, country('MX'))).toEqual(['given-name']);
    expect(missingOf(record, single, us)).toEqual([]);
  });
});

test('a journey that does not say its day begins on the day of receipt', () => {
  const { date: _date, ...undated } = record.journey;
  expect(journeyDate({ ...record, journey: undated })).toBe('2027-06-12');
  expect(journeyDate(record)).toBe('2027-06-14');
  expect(arrivalDate({ ...record, journey: { ...record.journey, legs: [] } })).toBe('2027-06-14');
  expect(addDays(journeyDate(record), 1)).toBe('2027-06-15');
});
