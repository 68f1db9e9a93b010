import { type CountryCode, countryCode, type PlainDate } from '#kernel';
import table from '../../../data/travel/touch-rules.json' with { type: 'json' };
import { journeyDate } from './dates.ts';
import type { Leg, PassengerList, Traveller } from './record.ts';

/** One row of the touch table: when transit or overflight counts for a country by its law. */
interface TouchRule {
  readonly country: CountryCode;
  readonly when: string;
  readonly mode: string;
  readonly since: string;
  readonly over?: readonly { readonly from: readonly string[]; readonly to: readonly string[] }[];
}

const rules: readonly TouchRule[] = table.rules.flatMap((rule) => {
  const country = countryCode(rule.country);
  return country === undefined ? [] : [{ ...rule, country }];
});

const inForce = (rule: TouchRule, when: string, mode: string, on: PlainDate): boolean =>
  rule.when === when && rule.mode === mode && rule.since <= on;

/** Overflight goes either way: a rule that names Canada to Cuba means Cuba to Canada too. */
function fliesOver(rule: TouchRule, leg: Leg): boolean {
  const from = leg.from.country ?? '';
  const to = leg.to.country ?? '';
  if (from === rule.country || to === rule.country) return false;
  return (rule.over ?? []).some(
    (pair) => (pair.from.includes(from) && pair.to.includes(to)) || (pair.from.includes(to) && pair.to.includes(from)),
  );
}

/** Countries that one leg touches: both ends by fact; flown over where the table says so, or the message itself. */
function legTouches(record: PassengerList, leg: Leg): readonly CountryCode[] {
  const ends = [leg.from.country, leg.to.country].filter((country) => country !== undefined);
  const { mode } = record.journey;
  const over = rules
    .filter((rule) => inForce(rule, 'overflight', mode, journeyDate(record)) && fliesOver(rule, leg))
    .map((rule) => rule.country);
  return [...ends, ...over];
}

/**
 * Countries that the journey touches, in the order of the way. An acknowledgement concerns only the authority that it
 * answers.
 */
export function touched(record: PassengerList): readonly CountryCode[] {
  if (record.function === 'acknowledgement' && record.authority !== undefined) return [record.authority];
  return [...new Set(record.journey.legs.flatMap((leg) => legTouches(record, leg)))];
}

/** The legs that a traveller makes: from where he embarks to his destination; all of them when either is not among the places. */
export function legsOf(record: PassengerList, traveller: Traveller): readonly Leg[] {
  const { legs } = record.journey;
  const first = legs.findIndex((leg) => leg.from.code === traveller.embarked);
  const last = legs.findLastIndex((leg) => leg.to.code === traveller.destination);
  const from = Math.max(0, first);
  const until = last < from ? legs.length : last + 1;
  return legs.slice(from, until);
}

const inTransit = (traveller: Traveller): boolean =>
  traveller.role === 'transit-passenger' || traveller.role === 'transit-crew';

/**
 * The legs and people of the list that touch a country; undefined when no leg does. Reply coordinates stay behind,
 * unless the journey is that country's alone and the part is the whole.
 */
export function part(record: PassengerList, country: CountryCode): PassengerList | undefined {
  const countries = touched(record);
  if (!countries.includes(country)) return undefined;
  if (countries.length === 1) return record;
  const { reply: _reply, ...rest } = record;
  const touches = (leg: Leg): boolean => legTouches(record, leg).includes(country);
  const transitCounts = rules.some(
    (rule) => rule.country === country && inForce(rule, 'transit', record.journey.mode, journeyDate(record)),
  );
  return {
    ...rest,
    journey: { ...record.journey, legs: record.journey.legs.filter(touches) },
    travellers: record.travellers.filter(
      (traveller) => (transitCounts || !inTransit(traveller)) && legsOf(record, traveller).some(touches),
    ),
  };
}

/** The places of a country that legs begin or end at: whose officers a case on them is for. */
export function portsOf(legs: readonly Leg[], country: CountryCode): readonly string[] {
  const places = legs.flatMap((leg) => [leg.from, leg.to]).filter((place) => place.country === country);
  return [...new Set(places.map((place) => place.code))];
}

/** The places of a country on the way of one traveller; on the way of all, where the list does not name him. */
export function portsFor(record: PassengerList, subject: string, country: CountryCode): readonly string[] {
  const traveller = record.travellers.find((one) => one.subject === subject);
  return portsOf(traveller === undefined ? record.journey.legs : legsOf(record, traveller), country);
}

export type Direction = 'inbound' | 'outbound' | 'transit' | 'overflight' | 'domestic';

/** How a traveller's journey lies to a country, from the legs that touch it. */
export function directionOf(legs: readonly Leg[], country: CountryCode): Direction {
  const comes = legs.some((leg) => leg.from.country !== country && leg.to.country === country);
  const goes = legs.some((leg) => leg.from.country === country && leg.to.country !== country);
  if (comes && goes) return 'transit';
  if (comes) return 'inbound';
  if (goes) return 'outbound';
  return legs.some((leg) => leg.from.country === country) ? 'domestic' : 'overflight';
}
