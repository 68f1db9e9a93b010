import type { CountryCode, Finding, Parameters, PlainDate, ReadContext } from '#kernel';
import { dayOf } from '#kernel';
import { isInfant, journeyDate, olderThan } from './dates.ts';
import { closesAt, isLate } from './deadlines.ts';
import { type TravelFinding, travelFindings } from './findings.ts';
import { missingOf, profileOf, travelDocumentOf } from './profiles.ts';
import { asksOf, type Leg, type PassengerList, type Traveller } from './record.ts';

/** From this age on a traveller can accompany an infant (IATA Resolution 722f counts him as an adult for that). */
const adultYears = 12;

const find = (code: TravelFinding, parameters: Parameters, segment?: number): Finding =>
  travelFindings.find(code, parameters, segment === undefined ? undefined : { segment });

function* checkLeg(leg: Leg): Generator<Finding> {
  for (const place of [leg.from, leg.to]) {
    if (place.zone === undefined) yield find('TRV-0201', { place: place.code });
  }
  const { departure, arrival } = leg;
  if (departure?.instant !== undefined && arrival?.instant !== undefined && arrival.instant < departure.instant) {
    yield find('TRV-0207', { departure: departure.local, arrival: arrival.local });
  }
}

function hasAdult(record: PassengerList, infant: Traveller, on: PlainDate): boolean {
  return record.travellers.some(
    (other) =>
      other !== infant &&
      !other.infant &&
      (infant.locator === undefined || other.locator === undefined || other.locator === infant.locator) &&
      olderThan(other, adultYears, on) !== false,
  );
}

function* checkTraveller(record: PassengerList, traveller: Traveller, authority: CountryCode): Generator<Finding> {
  const { subject, segment } = traveller;
  const on = journeyDate(record);
  const expiry = travelDocumentOf(traveller)?.expiry;
  if (expiry !== undefined && expiry < on) yield find('TRV-0202', { subject, expiry }, segment);
  const birth = traveller.dateOfBirth;
  if (birth !== undefined && birth > dayOf(record.receivedAt)) {
    yield find('TRV-0203', { subject, date: birth }, segment);
  }
  const missing = missingOf(record, traveller, authority);
  if (missing.length > 0) yield find('TRV-0204', { subject, missing: missing.join(', ') }, segment);
  if (isInfant(traveller, on) && record.interactive && !hasAdult(record, traveller, on)) {
    yield find('TRV-0205', { subject }, segment);
  }
}

function* checkAuthority(record: PassengerList, context: ReadContext): Generator<Finding> {
  if (record.authority !== undefined) return;
  const recipient = record.reply?.envelope.recipient ?? '';
  yield find(context.tolerance === 'strict' ? 'TRV-0101' : 'TRV-0209', { recipient });
}

function* checkTiming(record: PassengerList, { country }: ReadContext): Generator<Finding> {
  if (record.journey.legs.length === 0) yield find('TRV-0102', {});
  else if (record.journey.date === undefined) yield find('TRV-0210', {});
  const closes = closesAt(record, country);
  if (closes === undefined || !isLate(record, country)) return;
  yield find('TRV-0206', { country, minutes: Math.ceil((record.receivedAt - closes) / 60_000) });
}

function* checkPeople(record: PassengerList, authority: CountryCode): Generator<Finding> {
  const count = record.travellers.length;
  const limit = profileOf(authority).interactiveLimit;
  if (record.interactive && !record.crew && count > limit) yield find('TRV-0103', { count, limit });
  const seen = new Set<string>();
  for (const { subject, segment } of record.travellers) {
    if (seen.has(subject)) yield find('TRV-0105', { subject }, segment);
    seen.add(subject);
  }
}

/** All that is worth saying of a list beyond its syntax. */
export function check(record: PassengerList, context: ReadContext): readonly Finding[] {
  const authority = record.authority ?? context.country;
  return [
    ...checkAuthority(record, context),
    ...checkTiming(record, context),
    ...checkPeople(record, authority),
    ...record.journey.legs.flatMap((leg) => [...checkLeg(leg)]),
    ...(asksOf(record)
      ? record.travellers.flatMap((traveller) => [...checkTraveller(record, traveller, authority)])
      : []),
  ];
}
