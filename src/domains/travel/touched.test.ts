import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CountryCode, countryCode, dateOf, parsePlainDateTime } from '#kernel';
import { meaningOf, vectorsOf } from './certification/vectors.ts';
import { modeOf, momentAt, placeOf } from './places.ts';
import type { Leg, PassengerList, Traveller } from './record.ts';
import { directionOf, legsOf, part, portsFor, portsOf, touched } from './touched.ts';

const country = (code: string): CountryCode => {
  const known = countryCode(code);
  if (known === undefined) throw new TypeError(code);
  return known;
};
const [us, ca, mx] = [country('US'), country('CA'), country('MX')];
const vector = vectorsOf(us).find(({ name }) => name === 'ten-passengers');
if (vector === undefined) throw new TypeError('a case');
const example = meaningOf(vector, us);

function leg(from: string, to: string, day = '2027-01-10'): Leg {
  const [start, end] = [placeOf(from), placeOf(to)];
  const [first] = example.journey.legs;
  const departs = parsePlainDateTime(`${day}T09:00`);
  if (first === undefined || departs === undefined) throw new TypeError('a leg');
  const { arrival: _a, ...rest } = first;
  return { ...rest, from: start, to: end, departure: momentAt(departs, start) };
}
function list(places: readonly string[], more: Partial<PassengerList> = {}): PassengerList {
  const legs = places.slice(1).map((to, at) => leg(places[at] ?? '', to));
  const date = legs[0]?.departure && dateOf(legs[0].departure.local);
  const journey = { ...example.journey, mode: modeOf(places[0] ?? ''), legs, ...(date === undefined ? {} : { date }) };
  return { ...example, journey, travellers: someone(places), ...more };
}
const someone = (places: readonly string[]): readonly Traveller[] => [
  traveller('A', places[0] ?? '', places.at(-1) ?? ''),
];
function traveller(
  subject: string,
  embarked: string,
  destination: string,
  role: Traveller['role'] = 'passenger',
): Traveller {
  const [first] = example.travellers;
  if (first === undefined) throw new TypeError('a traveller');
  return { ...first, subject, embarked, destination, role };
}
const on = (record: PassengerList, day: string): PassengerList => {
  const legs = record.journey.legs.map(({ from, to }) => leg(from.code, to.code, day));
  const date = legs[0]?.departure && dateOf(legs[0].departure.local);
  return { ...record, journey: { ...record.journey, legs, ...(date === undefined ? {} : { date }) } };
};

describe('countries that a journey touches', () => {
  test('both ends of every leg, each once, in the order of the way', () => {
    expect(touched(list(['YYZ', 'JFK']))).toEqual(['CA', 'US']);
    expect(touched(list(['MEX', 'JFK', 'YYZ', 'JFK']))).toEqual(['MX', 'US', 'CA']);
    expect(touched(list(['JFK', 'LAX']))).toEqual(['US']);
  });

  test('a flight over the United States touches it, either way, since the law asks for it; a ship does not', () => {
    expect(touched(list(['YYZ', 'MEX']))).toEqual(['CA', 'MX', 'US']);
    expect(touched(list(['MEX', 'YYZ']))).toEqual(['MX', 'CA', 'US']);
    const byRoad = list(['YYZ', 'MEX']);
    expect(touched({ ...byRoad, journey: { ...byRoad.journey, mode: 'land' } })).toEqual(['CA', 'MX']);
    expect(touched(list(['YYZ', 'CDG']))).toEqual(['CA', 'FR']);
  });

  test('before the rule began there was no overflight', () => {
    expect(touched(on(list(['YYZ', 'MEX']), '2009-10-26'))).toEqual(['CA', 'MX']);
    expect(touched(on(list(['YYZ', 'MEX']), '2009-10-27'))).toEqual(['CA', 'MX', 'US']);
  });

  test('an unknown place touches nobody; an acknowledgement concerns whom it answers', () => {
    expect(touched(list(['QQQ', 'JFK']))).toEqual(['US']);
    expect(touched(list(['YYZ', 'MEX'], { function: 'acknowledgement', authority: ca }))).toEqual(['CA']);
    const { authority: _a, ...nobody } = list(['YYZ', 'MEX'], { function: 'acknowledgement' });
    expect(touched(nobody)).toEqual(['CA', 'MX', 'US']);
  });
});

describe('the part of one country', () => {
  const record = list(['MEX', 'JFK', 'YYZ'], {
    travellers: [
      traveller('whole', 'MEX', 'YYZ'),
      traveller('first', 'MEX', 'JFK'),
      traveller('second', 'JFK', 'YYZ'),
      traveller('transit', 'MEX', 'YYZ', 'transit-passenger'),
    ],
  });
  const subjects = (of: CountryCode): readonly string[] | undefined =>
    part(record, of)?.travellers.map(({ subject }) => subject);

  test('holds the legs and people that touch it, and nobody else', () => {
    expect(subjects(mx)).toEqual(['whole', 'first', 'transit']);
    expect(subjects(ca)).toEqual(['whole', 'second', 'transit']);
    expect(subjects(us)).toEqual(['whole', 'first', 'second', 'transit']);
    expect(part(record, ca)?.journey.legs.map(({ to }) => to.code)).toEqual(['YYZ']);
    expect(part(record, mx)?.journey.legs.map(({ to }) => to.code)).toEqual(['JFK']);
  });

  test('names the journey as the whole does, so that all parts have one key', () => {
    const { date, origin, conveyance, carrier } = record.journey;
    for (const of of [us, ca, mx])
      expect(part(record, of)?.journey).toMatchObject({ date, origin, conveyance, carrier });
  });

  test('keeps the way back for the carrier only where nobody else is touched', () => {
    expect(record.reply).toBeDefined();
    expect(part(record, us)?.reply).toBeUndefined();
    const home = list(['JFK', 'LAX']);
    expect(part(home, us)).toBe(home);
    expect(part(home, ca)).toBeUndefined();
  });

  test('transit counts by the rule of the country and the day', () => {
    expect(part(on(record, '2003-04-30'), ca)?.travellers.map(({ subject }) => subject)).toEqual(['whole', 'second']);
    expect(part(on(record, '2003-05-01'), ca)?.travellers.map(({ subject }) => subject)).toEqual([
      'whole',
      'second',
      'transit',
    ]);
    const crew = { ...record, travellers: [traveller('crew', 'MEX', 'YYZ', 'transit-crew')] };
    expect(part(on(crew, '2003-04-30'), ca)?.travellers).toEqual([]);
  });

  test('parts together hold every leg and every traveller of the whole', () => {
    const places = fc.uniqueArray(fc.constantFrom('JFK', 'LAX', 'YYZ', 'YVR', 'MEX', 'CUN', 'CDG', 'GUA'), {
      minLength: 2,
      maxLength: 5,
    });
    fc.assert(
      fc.property(places, fc.nat(), fc.nat(), (stops, a, b) => {
        const [from, to] = [stops[a % stops.length] ?? '', stops[b % stops.length] ?? ''];
        const whole = list(stops, { travellers: [traveller('X', from, to)] });
        const parts = touched(whole).map((of) => part(whole, of));
        const legs = new Set(
          parts.flatMap((one) => one?.journey.legs.map((each) => `${each.from.code}${each.to.code}`) ?? []),
        );
        expect(legs.size).toBe(stops.length - 1);
        expect(parts.some((one) => one?.travellers.length === 1)).toBe(true);
      }),
    );
  });
});

test('a traveller makes the legs between his places; all of them when a place is not among them', () => {
  const record = list(['MEX', 'JFK', 'YYZ', 'YVR']);
  const made = (from: string, to: string): readonly string[] =>
    legsOf(record, traveller('A', from, to)).map(({ to: end }) => end.code);
  expect(made('JFK', 'YYZ')).toEqual(['YYZ']);
  expect(made('MEX', 'YVR')).toEqual(['JFK', 'YYZ', 'YVR']);
  expect(made('XXX', 'YYZ')).toEqual(['JFK', 'YYZ']);
  expect(made('JFK', 'XXX')).toEqual(['YYZ', 'YVR']);
  expect(made('YVR', 'MEX')).toEqual(['JFK', 'YYZ', 'YVR']);
  expect(made('YYZ', 'JFK')).toEqual(['YVR']);
});

test('the direction of a journey as a country sees it', () => {
  const direction = (places: readonly string[], of = us) => directionOf(list(places).journey.legs, of);
  expect(direction(['YYZ', 'JFK'])).toBe('inbound');
  expect(direction(['JFK', 'YYZ'])).toBe('outbound');
  expect(direction(['MEX', 'JFK', 'YYZ'])).toBe('transit');
  expect(direction(['JFK', 'LAX'])).toBe('domestic');
  expect(direction(['MEX', 'YYZ'])).toBe('overflight');
  expect(direction(['QQQ', 'JFK'])).toBe('inbound');
  expect(directionOf([], us)).toBe('overflight');
});

test('the ports of a case are the places of the country on the way, each once', () => {
  const { legs } = list(['MEX', 'JFK', 'LAX', 'YYZ']).journey;
  expect(portsOf(legs, us)).toEqual(['JFK', 'LAX']);
  expect(portsOf(legs, ca)).toEqual(['YYZ']);
  expect(portsOf(list(['MEX', 'YYZ']).journey.legs, us)).toEqual([]);
});

test('the ports of one traveller are those of his own legs; of all legs, where nobody named him', () => {
  const record = list(['MEX', 'JFK', 'YYZ', 'LAX'], {
    travellers: [traveller('A', 'MEX', 'YYZ'), traveller('B', 'YYZ', 'LAX')],
  });
  expect(portsFor(record, 'A', us)).toEqual(['JFK']);
  expect(portsFor(record, 'B', us)).toEqual(['LAX']);
  expect(portsFor(record, 'NOBODY', us)).toEqual(['JFK', 'LAX']);
});
