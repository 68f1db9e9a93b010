import type { Fold, View } from '#kernel';
import { nobody } from './bare.ts';
import { journeyFold } from './entries.ts';
import { hears } from './kinds.ts';
import { type JourneyState, type PassengerState, passengerOf } from './state.ts';

/** A passenger without anything personal: his reference, role, words and times. */
function bare(passenger: PassengerState): PassengerState {
  const { own: _own, ...rest } = passenger;
  return { ...rest, traveller: nobody(passenger.traveller), history: [] };
}

/** A journey without anything personal; what was bare before stays the same object. Most entries speak of few of many. */
function bareJourney(before: JourneyState, after: JourneyState): JourneyState {
  const changed: Record<string, PassengerState> = {};
  for (const subject of Object.keys(after.passengers)) {
    const passenger = passengerOf(after, subject);
    if (passenger !== undefined && passengerOf(before, subject) !== passenger) changed[subject] = bare(passenger);
  }
  return { ...after, passengers: { ...after.passengers, ...changed }, messages: [], findings: [] };
}

const fold: Fold<JourneyState | undefined> = {
  initial: undefined,
  apply: (known, entry) => {
    const before = known ?? journeyFold.initial;
    const after = journeyFold.apply(before, entry);
    return after === before ? known : bareJourney(before, after);
  },
};

/** All journeys, for the board, with counts, places, times and references; no name, no document, no date of birth. */
export const flightsView: View<JourneyState> = {
  name: 'travel.flights',
  hears: (kind) => kind.startsWith('travel.') || Object.hasOwn(hears, kind),
  fold,
  ports: (flight) => flight.journey?.legs.flatMap(({ from, to }) => [from.code, to.code]) ?? [],
};
