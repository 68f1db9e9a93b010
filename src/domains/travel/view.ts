import type { AggregateId, Fold, View } from '#kernel';
import { nobody } from './bare.ts';
import { journeyFold } from './entries.ts';
import { hears } from './kinds.ts';
import type { JourneyState, PassengerState } from './state.ts';

/**
 * All journeys, for the board. They stand in buckets by the first two digits of their aggregate, so that an entry copies
 * one bucket and not the whole: rebuilding the view stays linear.
 */
export interface Flights {
  readonly buckets: Readonly<Record<string, Readonly<Record<string, JourneyState>>>>;
}

const bucketOf = (journey: string): string => journey.slice(0, 2);

/** One journey of the view, without anything about its travellers but their references, roles and words. */
export const flightIn = (flights: Flights, journey: string): JourneyState | undefined =>
  flights.buckets[bucketOf(journey)]?.[journey];

/** All journeys of the view with their aggregates, in no particular order. */
export const allFlights = (flights: Flights): readonly (readonly [string, JourneyState])[] =>
  Object.values(flights.buckets).flatMap((bucket) => Object.entries(bucket));

/** A passenger without anything personal: his reference, role, words and times. */
function bare(passenger: PassengerState): PassengerState {
  const { own: _own, ...rest } = passenger;
  return { ...rest, traveller: nobody(passenger.traveller), history: [] };
}

/** A journey without anything personal; what was bare before stays the same object. */
function bareJourney(before: JourneyState, after: JourneyState): JourneyState {
  const passengers = Object.fromEntries(
    Object.entries(after.passengers).map(([subject, passenger]) => [
      subject,
      Object.hasOwn(before.passengers, subject) && before.passengers[subject] === passenger
        ? passenger
        : bare(passenger),
    ]),
  );
  return { ...after, passengers, messages: [], findings: [] };
}

function put(flights: Flights, journey: AggregateId, state: JourneyState): Flights {
  const name = bucketOf(journey);
  return { buckets: { ...flights.buckets, [name]: { ...flights.buckets[name], [journey]: state } } };
}

const fold: Fold<Flights> = {
  initial: { buckets: {} },
  apply: (flights, entry) => {
    if (!entry.kind.startsWith('travel.') && !Object.hasOwn(hears, entry.kind)) return flights;
    const before = flightIn(flights, entry.aggregate) ?? journeyFold.initial;
    const after = journeyFold.apply(before, entry);
    return after === before ? flights : put(flights, entry.aggregate, bareJourney(before, after));
  },
};

/** Journeys with counts, places, times and references; no name, no document, no date of birth. */
export const flightsView: View<Flights> = {
  name: 'travel.flights',
  fold,
  ports: (flights, journey) =>
    flightIn(flights, journey)?.journey?.legs.flatMap(({ from, to }) => [from.code, to.code]) ?? [],
};
