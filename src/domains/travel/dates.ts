import type { PlainDate } from '#kernel';
import { dateOf, dayOf, yearsBetween } from '#kernel';
import type { PassengerList, Traveller } from './record.ts';

/** The local day on which the journey begins, or the day of receipt when the message does not say. */
export const journeyDate = (record: PassengerList): PlainDate => record.journey.date ?? dayOf(record.receivedAt);

/** The local day on which the journey ends; its first day when the message does not say. */
export function arrivalDate(record: PassengerList): PlainDate {
  const last = record.journey.legs.findLast((leg) => leg.arrival !== undefined)?.arrival;
  return last === undefined ? journeyDate(record) : dateOf(last.local);
}

/** Below this age a traveller is an infant, who travels with an adult (IATA Resolution 722f). */
const infantYears = 2;

/** Whether a traveller has turned `years` by a day; undefined when no date of birth is known. */
export function olderThan(traveller: Traveller, years: number, on: PlainDate): boolean | undefined {
  const birth = traveller.dateOfBirth;
  return birth === undefined ? undefined : yearsBetween(birth, on) >= years;
}

/** Whether a traveller is an infant on a day: so marked, or not yet two. */
export const isInfant = (traveller: Traveller, on: PlainDate): boolean =>
  traveller.infant || olderThan(traveller, infantYears, on) === false;
