import type { CountryCode, Instant } from '#kernel';
import { instant } from '#kernel';
import table from '../../../data/travel/deadlines.json' with { type: 'json' };
import { journeyDate } from './dates.ts';
import type { Leg, PassengerList } from './record.ts';

interface Row {
  readonly country: string;
  readonly mode: string;
  readonly who: string;
  readonly exchange: string;
  readonly before: string;
  readonly minutes: number;
  readonly since: string;
}

const rows: readonly Row[] = table.rows;

const is = (cell: string, value: string): boolean => cell === '*' || cell === value;

/** The row for a list: of those in force that fit, the country's own before the general one, then the latest, then the first. */
function rowOf(record: PassengerList, country: CountryCode): Row | undefined {
  const who = record.crew ? 'crew' : 'passenger';
  const exchange = record.interactive ? 'interactive' : 'batch';
  return rows
    .filter(
      (row) =>
        is(row.country, country) &&
        is(row.mode, record.journey.mode) &&
        is(row.who, who) &&
        is(row.exchange, exchange) &&
        row.since <= journeyDate(record),
    )
    .toSorted(
      (a, b) =>
        Number(a.country === '*') - Number(b.country === '*') || (a.since < b.since ? 1 : a.since > b.since ? -1 : 0),
    )[0];
}

/** The leg by which the journey crosses a country's border: in before out; a leg over it or within it when it does neither. */
function crossing(legs: readonly Leg[], country: CountryCode): Leg | undefined {
  return (
    legs.find((leg) => leg.to.country === country && leg.from.country !== country) ??
    legs.find((leg) => leg.from.country === country && leg.to.country !== country) ??
    legs[0]
  );
}

/**
 * The last instant at which a list is in time for a country: so many minutes before the departure (or arrival) of the
 * leg that crosses its border, by its row in data/travel/deadlines.json. Undefined when the message does not say when
 * that is, or the place has no known zone.
 */
export function closesAt(record: PassengerList, country: CountryCode): Instant | undefined {
  const row = rowOf(record, country);
  const leg = crossing(record.journey.legs, country);
  const moment = row?.before === 'arrival' ? (leg?.arrival ?? leg?.departure) : leg?.departure;
  if (row === undefined || moment?.instant === undefined) return undefined;
  return instant(moment.instant - row.minutes * 60_000);
}

/** Whether a list came after its deadline; what closes or cancels a journey has none. One second late is late. */
export function isLate(record: PassengerList, country: CountryCode): boolean {
  if (record.function !== 'new' && record.function !== 'change-passenger') return false;
  const limit = closesAt(record, country);
  return limit !== undefined && record.receivedAt > limit;
}
