import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  type CountryCode,
  countryCode,
  type Finding,
  instant,
  parsePlainDate,
  type ReadContext,
} from '#kernel';
import { meaningOf, receivedAt, vectorsOf } from './certification/vectors.ts';
import { check } from './check.ts';
import { placeOf } from './places.ts';
import type { PassengerList, Traveller } from './record.ts';

const us: CountryCode | undefined = countryCode('US');
if (us === undefined) throw new TypeError('US');
const context: ReadContext = { receivedAt, country: us, tolerance: 'strict' };
const named = (name: string): PassengerList => {
  const vector = vectorsOf(us).find((one) => one.name === name);
  if (vector === undefined) throw new TypeError(name);
  return meaningOf(vector, us);
};
const [ten, family, first] = [named('ten-passengers'), named('infant'), named('first-list')];
const day = (text: string) => {
  const date = parsePlainDate(text);
  if (date === undefined) throw new TypeError(text);
  return date;
};
const journeyDay = day('2027-06-14');
const codes = (record: PassengerList, more: Partial<ReadContext> = {}): readonly string[] =>
  check(record, { ...context, ...more }).map(({ code }) => code);
const found = (record: PassengerList, code: string): Finding | undefined =>
  check(record, context).find((finding) => finding.code === code);
const withPerson = (record: PassengerList, change: (traveller: Traveller) => Traveller): PassengerList => ({
  ...record,
  travellers: record.travellers.map((traveller, at) => (at === 0 ? change(traveller) : traveller)),
});
const clones = (count: number): readonly Traveller[] =>
  Array.from({ length: count }, (_, at) => {
    const traveller = ten.travellers[at % 10];
    if (traveller === undefined) throw new TypeError('a traveller');
    return { ...traveller, subject: `P${at}` };
  });

test('a list that is as it should be is not talked about', () => {
  for (const { list } of vectorsOf(us))
    expect(codes(meaningOf({ name: '', title: { en: '', fr: '', es: '' }, list }, us))).toEqual([]);
});

describe('ten passengers in one interactive request', () => {
  test('ten are taken and eleven are not, whatever the number; a batch list may name any number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (count) => {
        const record = { ...ten, travellers: clones(count) };
        expect(codes(record).includes('TRV-0103')).toBe(count > 10);
        expect(codes({ ...record, interactive: false })).not.toContain('TRV-0103');
      }),
      { numRuns: 40 },
    );
    expect(found({ ...ten, travellers: clones(11) }, 'TRV-0103')).toMatchObject({
      severity: 'error',
      parameters: { count: 11, limit: 10 },
    });
  });

  test('a crew list is not limited', () => {
    expect(codes({ ...ten, crew: true, travellers: clones(30) })).not.toContain('TRV-0103');
  });
});

test('a reference that stands twice is an error at the second place, once for each more', () => {
  const [one, two] = clones(2);
  if (one === undefined || two === undefined) throw new TypeError('two');
  const twice = { ...two, subject: one.subject, segment: 77 };
  const findings = check({ ...ten, travellers: [one, twice, twice] }, context).filter(
    ({ code }) => code === 'TRV-0105',
  );
  expect(findings).toHaveLength(2);
  expect(findings[0]).toMatchObject({ severity: 'error', parameters: { subject: 'P0' }, at: { segment: 77 } });
});

describe('infants', () => {
  const [adult, infant] = family.travellers;
  if (adult === undefined || infant === undefined) throw new TypeError('a family');
  const list = (travellers: readonly Traveller[], more: Partial<PassengerList> = {}) => ({
    ...family,
    travellers,
    ...more,
  });

  test('one with an adult of the same booking is accompanied, one without is not', () => {
    expect(codes(list([adult, infant]))).toEqual([]);
    expect(found(list([infant]), 'TRV-0205')).toMatchObject({
      parameters: { subject: infant.subject },
      at: { segment: infant.segment },
    });
    expect(codes(list([{ ...adult, locator: 'OTHER1' }, infant]))).toContain('TRV-0205');
  });

  test('without a booking anybody may be the adult', () => {
    const { locator: _a, ...grown } = adult;
    const { locator: _i, ...small } = infant;
    for (const travellers of [
      [grown, infant],
      [adult, small],
      [grown, small],
    ])
      expect(codes(list(travellers))).not.toContain('TRV-0205');
  });

  test('a child of less than twelve accompanies nobody, one of twelve does, one of unknown age may', () => {
    const aged = (years: number): Traveller => ({ ...adult, dateOfBirth: day(`${2027 - years}-06-14`) });
    expect(codes(list([aged(12), infant]))).not.toContain('TRV-0205');
    expect(codes(list([{ ...aged(12), dateOfBirth: day('2015-06-15') }, infant]))).toContain('TRV-0205');
    expect(codes(list([aged(11), infant]))).toContain('TRV-0205');
    const { dateOfBirth: _d, ...ageless } = adult;
    expect(codes(list([ageless, infant]))).not.toContain('TRV-0205');
  });

  test('an infant does not accompany another, and a child of two is none', () => {
    expect(codes(list([infant, { ...infant, subject: 'TWIN' }])).filter((code) => code === 'TRV-0205')).toHaveLength(2);
    const two: Traveller = { ...infant, infant: false, dateOfBirth: day('2025-06-14') };
    expect(codes(list([two]))).not.toContain('TRV-0205');
    expect(codes(list([{ ...two, dateOfBirth: day('2025-06-15') }]))).toContain('TRV-0205');
  });

  test('a batch list is not held to it: the adult may be in another', () => {
    expect(codes(list([infant], { interactive: false }))).not.toContain('TRV-0205');
  });
});

describe('dates', () => {
  test('a document is good on the day of the journey and not the day before it', () => {
    const expiring = (away: number): PassengerList =>
      withPerson(first, (traveller) => ({
        ...traveller,
        documents: traveller.documents.map((one) => ({ ...one, expiry: addDays(journeyDay, away) })),
      }));
    expect(codes(expiring(0))).toEqual([]);
    expect(found(expiring(-1), 'TRV-0202')).toMatchObject({
      severity: 'warning',
      parameters: { subject: 'CERT001', expiry: '2027-06-13' },
      at: { segment: first.travellers[0]?.segment },
    });
  });

  test('somebody is born by the day of receipt at the latest', () => {
    const born = (text: string) => codes(withPerson(first, (traveller) => ({ ...traveller, dateOfBirth: day(text) })));
    expect(born('2027-06-12')).not.toContain('TRV-0203');
    expect(born('2027-06-13')).toContain('TRV-0203');
  });

  test('an arrival lies after the departure, as instants and not as wall clocks', () => {
    const [leg] = first.journey.legs;
    if (leg?.departure?.instant === undefined || leg.arrival === undefined) throw new TypeError('a leg');
    const arriving = (away: number): PassengerList => ({
      ...first,
      journey: {
        ...first.journey,
        legs: [
          {
            ...leg,
            arrival: {
              ...leg.arrival,
              local: leg.arrival?.local ?? leg.departure?.local,
              instant: instant((leg.departure?.instant ?? 0) + away),
            } as typeof leg.arrival,
          },
        ] as never,
      },
    });
    expect(codes(arriving(0))).not.toContain('TRV-0207');
    expect(found(arriving(-1), 'TRV-0207')?.parameters).toEqual({
      departure: '2027-06-14T09:15',
      arrival: '2027-06-14T15:50',
    });
  });

  test('a list that came late says by how many minutes, the last one begun', () => {
    const late = found({ ...first, receivedAt: instant(Date.parse('2027-06-14T15:15:01Z')) }, 'TRV-0206');
    expect(late?.parameters).toEqual({ country: 'US', minutes: 1 });
    expect(codes({ ...first, receivedAt: instant(Date.parse('2027-06-14T15:15:00Z')) })).not.toContain('TRV-0206');
    const { date: _date, ...undated } = first.journey;
    expect(codes({ ...first, journey: undated })).toContain('TRV-0210');
    expect(codes({ ...first, journey: { ...undated, legs: [] } })).toEqual(['TRV-0102']);
  });
});

test('what the authority requires and the list does not say is named, in the order of its table', () => {
  const bare = withPerson(first, ({ sex: _s, dateOfBirth: _d, nationality: _n, ...rest }) => ({
    ...rest,
    documents: [],
  }));
  expect(found(bare, 'TRV-0204')?.parameters).toEqual({
    subject: 'CERT001',
    missing: 'date-of-birth, sex, nationality, document-number, document-issuer, document-expiry',
  });
  expect(codes({ ...bare, function: 'close-on-board' })).not.toContain('TRV-0204');
  expect(codes({ ...bare, function: 'change-passenger' })).toContain('TRV-0204');
});

test('a place that no table knows is named, each end of each leg', () => {
  const legs = first.journey.legs.map((leg) => ({ ...leg, from: placeOf('QQQ'), to: placeOf('QQX') }));
  const findings = check({ ...first, journey: { ...first.journey, legs } }, context).filter(
    ({ code }) => code === 'TRV-0201',
  );
  expect(findings.map(({ parameters }) => parameters['place'])).toEqual(['QQQ', 'QQX']);
});

test('an unknown addressee is refused by a strict reader and told to a lenient one', () => {
  const { authority: _authority, ...unknown } = first;
  expect(codes(unknown)).toContain('TRV-0101');
  expect(codes(unknown, { tolerance: 'lenient' })).toEqual(['TRV-0209']);
  expect(found(unknown, 'TRV-0101')?.parameters).toEqual({ recipient: 'USCSAPIS' });
  const { reply: _reply, ...part } = unknown;
  expect(found(part, 'TRV-0101')?.parameters).toEqual({ recipient: '' });
});
