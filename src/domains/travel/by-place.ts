import type { AggregateId, Instant } from '#kernel';
import { expectedOf, type Need, needOf, travels, type Why } from './board.ts';
import type { Leg, Place } from './record.ts';
import type { JourneyState } from './state.ts';

/** One place with what arrives and departs there, and what of it needs somebody. */
export interface PlaceToday {
  readonly place: Place;
  readonly arrivals: number;
  readonly departures: number;
  /** Passengers of all these journeys, each journey counted once. */
  readonly travellers: number;
  /** The most pressing need of them. */
  readonly need: Need;
  /** How many of the journeys need somebody now or soon. */
  readonly needing: number;
  readonly why: readonly Why[];
}

/** A journey's leg that is under way. */
export interface UnderWay {
  readonly journey: AggregateId;
  readonly conveyance: string;
  readonly from: string;
  readonly to: string;
}

interface Stop {
  place: Place;
  arrivals: number;
  departures: number;
  readonly flights: Map<AggregateId, JourneyState>;
}

const pressing: Readonly<Record<Need, number>> = { now: 0, soon: 1, none: 2 };

function stopsOf(flights: Iterable<readonly [AggregateId, JourneyState]>): ReadonlyMap<string, Stop> {
  const stops = new Map<string, Stop>();
  const stopAt = (place: Place): Stop => {
    const stop = stops.get(place.code) ?? { place, arrivals: 0, departures: 0, flights: new Map() };
    stops.set(place.code, stop);
    return stop;
  };
  for (const [journey, flight] of flights) {
    for (const { stage, from, to } of flight.journey?.legs ?? []) {
      if (stage !== 'main') continue;
      stopAt(from).departures += 1;
      stopAt(to).arrivals += 1;
      for (const place of [from, to]) stopAt(place).flights.set(journey, flight);
    }
  }
  return stops;
}

/** The causes of several journeys as one list, each with how often it stands, in the order in which they first came. */
function togetherOf(whys: readonly Why[]): readonly Why[] {
  const counts = new Map<string, number>();
  for (const { code, count } of whys) counts.set(code, (counts.get(code) ?? 0) + count);
  return [...counts].map(([code, count]) => ({ code, count }));
}

function placeToday({ place, arrivals, departures, flights }: Stop, at: Instant): PlaceToday {
  const all = [...flights.values()];
  const standing = all.map((flight) => needOf(flight, at));
  const [need = 'none'] = standing.map((one) => one.need).toSorted((one, other) => pressing[one] - pressing[other]);
  return {
    ...{ place, arrivals, departures, need },
    travellers: all.reduce((sum, flight) => sum + expectedOf(flight).filter(travels).length, 0),
    needing: standing.filter((one) => one.need !== 'none').length,
    why: togetherOf(standing.filter((one) => one.need === need).flatMap(({ why }) => why)),
  };
}

/**
 * The places that journeys touch, those that need somebody first, and of these the one with most travellers. Only legs
 * that the conveyance itself makes count, and a cancelled journey does not.
 */
export function placesToday(
  flights: readonly (readonly [AggregateId, JourneyState])[],
  at: Instant,
): readonly PlaceToday[] {
  return [...stopsOf(flights.filter(([, { status }]) => status !== 'cancelled')).values()]
    .map((stop) => placeToday(stop, at))
    .toSorted(
      (one, other) =>
        pressing[one.need] - pressing[other.need] ||
        other.travellers - one.travellers ||
        (one.place.code < other.place.code ? -1 : 1),
    );
}

const isUnderWay = ({ departure, arrival }: Leg, at: Instant): boolean =>
  departure?.instant !== undefined && arrival?.instant !== undefined && departure.instant <= at && at < arrival.instant;

/** The legs that are under way at an instant. */
export const underWayOf = (
  flights: readonly (readonly [AggregateId, JourneyState])[],
  at: Instant,
): readonly UnderWay[] =>
  flights.flatMap(([journey, { journey: known, status }]) =>
    (status === 'cancelled' ? [] : (known?.legs ?? []))
      .filter((leg) => leg.stage === 'main' && isUnderWay(leg, at))
      .map(({ conveyance, from, to }) => ({ journey, conveyance, from: from.code, to: to.code })),
  );
